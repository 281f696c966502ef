"""Reading and checking a made-up CIN census beside the sector's own validator, in one run.

A census of about 72,000 rows is written, then read by Sightline and by `csc-validator-be-cin` from
PyPI, each in a process of its own, so that its peak memory is its own. The validator is installed
by uv into an environment made for this run, with the versions it still works with. Where it cannot
be installed or does not run, that is said, and the figure quoted for it is used instead.

Both read the same file and apply all their rules, Sightline those within tables and those across
them; the rules are not the same ones. Both end with a table of what was found. Then Sightline alone
reads larger censuses, to show whether time and memory grow with the rows and no faster.

    python benchmarks/read_cin.py [--rows 72000] [--up-to 1000000] [--validator PYTHON]

`--validator` names the Python of an environment that has the validator already.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[1] / ".tools" / "uv" / "bin"
SEED = 47
YEAR = 2026
ROWS_A_CHILD = 9.7
QUOTED = (72_000, 68.0)  # rows and seconds stated for the validator where it does not run here
PINS = ("csc-validator-be-cin", "numpy<2", "pytest")
RULES = "cin2025_26"

VALIDATE = f"""
import importlib, json, resource, sys, time
import xml.etree.ElementTree as ET
from cin_validator import cin_validator
rules = importlib.import_module("cin_validator.rules.{RULES}").registry
start, cpu = time.perf_counter(), time.process_time()
tables = cin_validator.process_data(cin_validator.convert_data(ET.parse(sys.argv[1]).getroot()))
read = time.perf_counter() - start
found = cin_validator.CinValidator(tables, rules).full_issue_df
print(json.dumps({{
    "rows": sum(len(t) for n, t in tables.items() if n not in ("Header", "ChildCharacteristics")),
    "issues": len(found),
    "rules": len(rules),
    "read": read,
    "seconds": time.perf_counter() - start,
    "cpu": time.process_time() - cpu,
    "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}}))
"""


def day(r: random.Random, first: date, days: int) -> date:
    return first + timedelta(days=r.randrange(days))


def leaf(name: str, value: object) -> str:
    return f"<{name}>{value}</{name}>\n"


def assessment(r: random.Random, referred: date) -> str:
    start = day(r, referred, 10)
    factors = "".join(
        leaf("AssessmentFactors", code) for code in r.sample(["1B", "2B", "3B", "4B", "16A"], 2)
    )
    return (
        "<Assessments>\n"
        + leaf("AssessmentActualStartDate", start)
        + leaf("AssessmentAuthorisationDate", day(r, start, 50))
        + f"<FactorsIdentifiedAtAssessment>\n{factors}</FactorsIdentifiedAtAssessment>\n"
        + "</Assessments>\n"
    )


def plan(r: random.Random, referred: date) -> str:
    start = day(r, referred + timedelta(days=20), 30)
    reviews = "".join(
        leaf("CPPreviewDate", start + timedelta(days=80 + 170 * at)) for at in range(2)
    )
    return (
        "<ChildProtectionPlans>\n"
        + leaf("CPPstartDate", start)
        + leaf("InitialCategoryOfAbuse", r.choice(["NEG", "EMO", "PHY"]))
        + leaf("LatestCategoryOfAbuse", r.choice(["NEG", "EMO", "PHY"]))
        + leaf("NumberOfPreviousCPP", r.randrange(3))
        + f"<Reviews>\n{reviews}</Reviews>\n</ChildProtectionPlans>\n"
    )


def section47(r: random.Random, referred: date) -> str:
    start = day(r, referred, 15)
    return (
        "<Section47>\n"
        + leaf("S47ActualStartDate", start)
        + leaf("InitialCPCtarget", start + timedelta(days=21))
        + leaf("DateOfInitialCPC", day(r, start + timedelta(days=5), 20))
        + leaf("ICPCnotRequired", "0")
        + "</Section47>\n"
    )


def referral(r: random.Random) -> str:
    referred = day(r, date(YEAR - 1, 4, 1), 200)
    closed = day(r, referred + timedelta(days=60), 90) if r.random() < 0.5 else None
    end = leaf("CINclosureDate", closed) + leaf("ReasonForClosure", "RC7") if closed else ""
    start = day(r, referred, 40)
    return (
        "<CINdetails>\n"
        + leaf("CINreferralDate", referred)
        + leaf("ReferralSource", r.choice(["1A", "2A", "3B", "6"]))
        + leaf("PrimaryNeedCode", f"N{r.randrange(1, 9)}")
        + end
        + assessment(r, referred)
        + f"<CINPlanDates>\n{leaf('CINPlanStartDate', start)}</CINPlanDates>\n"
        + (section47(r, referred) if r.random() < 0.7 else "")
        + leaf("ReferralNFA", "0")
        + (plan(r, referred) if r.random() < 0.35 else "")
        + "</CINdetails>\n"
    )


def child(r: random.Random, number: int) -> str:
    disabilities = "".join(leaf("Disability", code) for code in r.choice([["NONE"], ["LD", "AUT"]]))
    return (
        "<Child>\n<ChildIdentifiers>\n"
        + leaf("LAchildID", f"MU{number:08}")
        + leaf("UPNunknown", "UN1")
        + leaf("PersonBirthDate", day(r, date(2009, 1, 1), 5500))
        + leaf("Sex", r.choice("MF"))
        + "</ChildIdentifiers>\n<ChildCharacteristics>\n"
        + leaf("Ethnicity", r.choice(["WBRI", "BAFR", "APKN", "MWAS"]))
        + f"<Disabilities>\n{disabilities}</Disabilities>\n</ChildCharacteristics>\n"
        + "".join(referral(r) for _ in range(r.choice([1, 1, 2])))
        + "</Child>\n"
    )


def census(children: int) -> Iterator[str]:
    r = random.Random(SEED)
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n<Header>\n<CollectionDetails>\n'
        f"<Collection>CIN</Collection>\n<Year>{YEAR}</Year>\n"
        f"<ReferenceDate>{YEAR}-03-31</ReferenceDate>\n</CollectionDetails>\n<Source>\n"
        "<SourceLevel>L</SourceLevel>\n<LEA>999</LEA>\n<SoftwareCode>made up</SoftwareCode>\n"
        "<Release>1</Release>\n<SerialNo>001</SerialNo>\n"
        f"<DateTime>{YEAR}-04-20T09:00:00</DateTime>\n</Source>\n</Header>\n<Children>\n"
    )
    for number in range(children):
        yield child(r, number)
    yield "</Children>\n</Message>\n"


def write(path: Path, rows: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(census(round(rows / ROWS_A_CHILD)))


def sightline_child(path: Path) -> None:
    from sightline.jobs.beyond_tables import issues_beyond_tables  # outside the clock
    from sightline.returns import read_files

    start, cpu = time.perf_counter(), time.process_time()
    (read,) = read_files([path])
    beyond = issues_beyond_tables([read])
    print(
        json.dumps(
            {
                "rows": sum(table.rows for table in read.tables),
                "issues": read.all_issues().num_rows + beyond.num_rows,
                "kept_mb": (sum(t.data.nbytes for t in read.tables)) / 2**20,
                "issues_mb": (read.all_issues().nbytes + beyond.nbytes) / 2**20,
                "seconds": time.perf_counter() - start,
                "cpu": time.process_time() - cpu,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


def count_checks() -> None:
    from sightline.returns.across import CROSS_CHECKS
    from sightline.returns.cin_census.checks import CHECKS
    from sightline.returns.rules import READING_RULES

    tables = [[check.table, *(each.table for each in check.beside)] for check in CROSS_CHECKS]
    across = [names for names in tables if all(name.startswith("cin_census.") for name in names)]
    print(
        f"Sightline has {len(CHECKS)} checks within tables of the census, {len(across)} across its "
        f"tables and years, and {len(READING_RULES)} rules of reading"
    )


def measured(command: list[str]) -> dict[str, float]:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def with_sightline(path: Path) -> dict[str, float]:
    return measured([sys.executable, __file__, "--child", str(path)])


def install_validator(folder: Path) -> str | None:
    """The Python of a new environment that has the validator; None where it cannot be had."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(TOOLS))
    if uv is None:
        print("uv is not at hand, so the sector's validator cannot be installed")
        return None
    python = folder / "bin" / "python"
    for version in ("3.10", "3.9", f"{sys.version_info.major}.{sys.version_info.minor}"):
        made = subprocess.run(
            [uv, "venv", "--quiet", "--no-python-downloads", "--clear", "-p", version, str(folder)],
            capture_output=True,
        )
        if made.returncode == 0:
            break
    else:
        print("no Python was found for the sector's validator")
        return None
    install = [uv, "pip", "install", "--quiet", "--python", str(python), *PINS]
    done = subprocess.run(install, capture_output=True, text=True)
    if done.returncode != 0:
        print(f"the sector's validator cannot be installed: {done.stderr.strip()[-200:]}")
        return None
    return str(python)


def with_validator(python: str, path: Path) -> dict[str, float] | None:
    try:
        return measured([python, "-W", "ignore", "-c", VALIDATE, str(path)])
    except subprocess.CalledProcessError as error:
        print(f"the sector's validator does not run: {str(error.stderr).strip()[-300:]}")
        return None


def show(name: str, result: dict[str, float]) -> None:
    print(
        f"{name:12}{result['rows']:>10,.0f} rows  {result['seconds']:7.2f} s  "
        f"({result['cpu']:.2f} s of processor)  {result['rows'] / result['seconds']:>9,.0f} rows/s"
        f"  peak {result['peak_mb']:,.0f} MB  {result['issues']:,.0f} issues"
    )


def beside_the_validator(folder: Path, rows: int, given: str | None) -> None:
    path = folder / "census.xml"
    write(path, rows)
    print(f"a census of {path.stat().st_size / 1e6:.0f} MB")
    ours = with_sightline(path)
    show("Sightline", ours)
    python = given or install_validator(folder / "validator")
    theirs = with_validator(python, path) if python else None
    if theirs is None:
        quoted_rows, seconds = QUOTED
        print(f"validator    {quoted_rows:,} rows in {seconds:.0f} s: quoted, not measured here")
        ratio = (seconds / quoted_rows) / (ours["seconds"] / ours["rows"])
        print(f"ratio, quoted validator to Sightline, by the row: {ratio:.0f}")
        return
    show("validator", theirs)
    print(f"             {theirs['rules']:.0f} rules; {theirs['read']:.2f} s were to read the file")
    print(
        f"ratio, validator to Sightline: {theirs['seconds'] / ours['seconds']:.0f} by the clock, "
        f"{theirs['cpu'] / ours['cpu']:.0f} of processor time, "
        f"{theirs['peak_mb'] / ours['peak_mb']:.1f} of peak memory"
    )


def ever_larger(folder: Path, first: int, last: int) -> None:
    rows, before = first, None
    while True:
        path = folder / "larger.xml"
        write(path, rows)
        result = with_sightline(path)
        show("Sightline", result)
        if before is not None:
            more = result["rows"] - before["rows"]
            peak, kept, issues = (
                (result[what] - before[what]) * 2**20 / more
                for what in ("peak_mb", "kept_mb", "issues_mb")
            )
            print(
                f"             {result['rows'] / before['rows']:.1f} times the rows: "
                f"{result['cpu'] / before['cpu']:.1f} times the processor time; a row more takes "
                f"{peak:.0f} bytes at the peak, {kept:.0f} of them its own and {issues:.0f} those "
                "of its issues"
            )
        if rows >= last:
            return
        rows, before = min(rows * 4, last), result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=72_000)
    parser.add_argument("--up-to", type=int, default=1_000_000)
    parser.add_argument("--validator")
    parser.add_argument("--child", type=Path)
    given = parser.parse_args()
    if given.child:
        sightline_child(given.child)
        return
    count_checks()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        beside_the_validator(folder, given.rows, given.validator)
        if given.up_to > given.rows:
            ever_larger(folder, given.rows, given.up_to)


if __name__ == "__main__":
    main()
