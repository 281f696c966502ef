"""Reading and checking 260,000 rows of SSDA903, beside the plainest reading and the sector's own.

The baseline is Python's csv module with datetime.strptime on every date column, row by row: it only
parses, while Sightline also types, checks codes and answers, and writes its issues. Each runs in a
process of its own, so that its peak memory is its own. The sector's validator,
csc-validator-be-903, reads and validates the same files in an environment of its own; where it will
not install or run, the script says so and uses figures quoted elsewhere. "sightline" reads and runs
the checks within tables, as a load keeps them; "with cross" runs those across tables too.

    python benchmarks/read_ssda903.py [--rows 260000] [--validator PYTHON | --no-validator]
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import sector_validator_903

SEED = 903
SHARES = {"header": 0.08, "episodes": 0.3, "reviews": 0.4, "oc2": 0.08, "missing": 0.06}
DATES = {"DOB", "DECOM", "DEC", "REVIEW", "MIS_START", "MIS_END", "MC_DOB", "DATE_PERM"}
YEAR_START = date(2024, 4, 1)
Reader = Callable[[Path], dict[str, int]]


def day(random_: random.Random, first: date, days: int) -> date:
    return first + timedelta(days=random_.randrange(days))


def uk(value: date) -> str:
    return value.strftime("%d/%m/%Y")


def episode(r: random.Random, child: str, _born: date) -> list[str]:
    start = day(r, date(2023, 4, 1), 720)
    end = uk(start + timedelta(days=r.randrange(1, 9))) if r.random() < 0.6 else ""
    place, provider = r.choice([("U6", "PR4"), ("U1", "PR1"), ("K2", "PR4"), ("P1", "PR0")])
    legal = r.choice(["C1", "C2", "V2", "E1"])
    rec = r.choice(["X1", "E4A", "E45"]) if end else ""
    return [
        child,
        uk(start),
        "S",
        legal,
        "N1",
        place,
        provider,
        end,
        rec,
        "",
        "AB1 2CD",
        "EF3 4GH",
        "1234567",
    ]


def oc2(r: random.Random, child: str, born: date) -> list[str]:
    return [child, uk(born), str(r.randrange(41)), "", *(r.choice("01") for _ in range(8))]


def missing(r: random.Random, child: str, born: date) -> list[str]:
    start = day(r, YEAR_START, 300)
    return [child, uk(born), "M", uk(start), uk(start + timedelta(days=r.randrange(9)))]


def review(r: random.Random, child: str, born: date) -> list[str]:
    return [child, uk(born), uk(day(r, YEAR_START, 365)), f"PN{r.randrange(8)}"]


def header(r: random.Random, child: str, born: date) -> list[str]:
    return [child, r.choice("MF"), uk(born), r.choice(["WBRI", "BAFR", "APKN"]), "UN1", "0", ""]


def permanence(_r: random.Random, child: str, born: date) -> list[str]:
    return [child, uk(born), "Z1", "", ""]


TABLES = {
    "header": ("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", header),
    "episodes": (
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
        episode,
    ),
    "reviews": ("CHILD,DOB,REVIEW,REVIEW_CODE", review),
    "oc2": (
        "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,"
        "HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
        oc2,
    ),
    "missing": ("CHILD,DOB,MISSING,MIS_START,MIS_END", missing),
    "previous_permanence": ("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", permanence),
}


def write_files(folder: Path, rows: int) -> None:
    r = random.Random(SEED)
    children = [
        (str(100_000 + at), day(r, date(2008, 1, 1), 5000))
        for at in range(int(rows * SHARES["header"]))
    ]
    left = rows
    for name, (heading, make) in TABLES.items():
        count = min(left, int(rows * SHARES[name])) if name in SHARES else left
        left -= count
        with (folder / f"{name}.csv").open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(heading.split(","))
            writer.writerows(make(r, *children[at % len(children)]) for at in range(count))


def sightline_reader() -> Reader:
    from sightline.returns import read_files  # outside the clock, and only in its own process

    def read(folder: Path) -> dict[str, int]:
        files = read_files(sorted(folder.glob("*.csv")))
        return {
            "rows": sum(table.rows for file in files for table in file.tables),
            "issues": sum(file.all_issues().num_rows for file in files),
        }

    return read


def cross_reader() -> Reader:
    from sightline.jobs.beyond_tables import issues_beyond_tables
    from sightline.returns import read_files

    def read(folder: Path) -> dict[str, int]:
        files = read_files(sorted(folder.glob("*.csv")))
        found = sum(file.all_issues().num_rows for file in files)
        return {
            "rows": sum(table.rows for file in files for table in file.tables),
            "issues": found + issues_beyond_tables(files).num_rows,
        }

    return read


def parse_day(text: str) -> date | None:
    return datetime.strptime(text, "%d/%m/%Y").date() if text else None  # noqa: DTZ007


def read_with_csv(folder: Path) -> dict[str, int]:
    rows: list[dict[str, str | date | None]] = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(newline="") as file:
            for texts in csv.DictReader(file):
                row: dict[str, str | date | None] = {**texts}
                for column in DATES & texts.keys():
                    row[column] = parse_day(texts[column])
                rows.append(row)
    return {"rows": len(rows), "issues": 0}


READERS: dict[str, Callable[[], Reader]] = {
    "sightline": sightline_reader,
    "with cross": cross_reader,
    "baseline": lambda: read_with_csv,
}


def child(reader: str, folder: Path) -> None:
    read_with = READERS[reader]()
    start, start_cpu = time.perf_counter(), time.process_time()
    found = read_with(folder)
    seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**found, "seconds": seconds, "cpu": cpu, "peak_mb": peak}))


def measure(reader: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--child", reader, "--folder", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=260_000)
    parser.add_argument("--validator", help="a Python that has csc-validator-be-903")
    parser.add_argument("--no-validator", action="store_true")
    parser.add_argument("--child", choices=READERS)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if given.child:
        child(given.child, given.folder)
        return
    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder), given.rows)
        results = {reader: measure(reader, Path(folder)) for reader in READERS}
        theirs = None
        if not given.no_validator:
            theirs = sector_validator_903.measure(Path(folder), given.validator)
    for reader, result in results.items():
        print(
            f"{reader:10}{result['rows']:>9,.0f} rows  {result['seconds']:6.2f} s  "
            f"({result['cpu']:.2f} s of processor)  "
            f"{result['rows'] / result['seconds']:>9,.0f} rows/s  "
            f"peak {result['peak_mb']:.0f} MB  {result['issues']:,.0f} issues"
        )
    ratio = results["baseline"]["seconds"] / results["sightline"]["seconds"]
    cpu = results["baseline"]["cpu"] / results["sightline"]["cpu"]
    print(f"ratio, baseline to Sightline: {ratio:.2f} by the clock, {cpu:.2f} of processor time")
    if not given.no_validator:
        beside_the_validator(results, theirs)


def beside_the_validator(
    results: dict[str, dict[str, float]], theirs: dict[str, float] | None
) -> None:
    measured = theirs or sector_validator_903.QUOTED
    how = "measured in this run" if theirs else "quoted, not measured here"
    print(
        f"{sector_validator_903.PACKAGE}: {measured['rows']:,.0f} rows  "
        f"{measured['seconds']:.2f} s  peak {measured['peak_mb']:.0f} MB ({how})"
    )
    if theirs:
        print(
            f"  {theirs['rules']:.0f} rules ran, {theirs['skipped']:.0f} were skipped for want of "
            f"files, {theirs['failed']:.0f} failed; {theirs['issues']:,.0f} found"
        )
    for name in ("sightline", "with cross"):
        ours = results[name]
        times = (measured["seconds"] / measured["rows"]) / (ours["seconds"] / ours["rows"])
        print(
            f"  {name}: {times:.1f} times as fast a row, "
            f"{ours['peak_mb'] / measured['peak_mb']:.2f} of the memory"
        )


if __name__ == "__main__":
    main()
