"""Reading and checking 260,000 rows of SSDA903, beside the plainest reading and the sector's own.

The rows are a made-up authority's whole return of a year, all eleven tables, written out over and
over under other children's numbers; with --by-chance every value is drawn by chance instead, so
that most rows are doubted. Everything runs in a process of its own, and the processor time and peak
memory are the process's, imports and all; of Sightline the slowest and the largest of three runs
are shown.

csc-validator-be-903, in an environment of its own, is measured in two ways:

- what its page calls (`rpc_main.lac_validate`): every error with its row and words, the tables and
  its reports, as JSON. Beside it stands `sightline check FOLDER --json`: every table counted and
  every issue with its file, row, column, value, rule and words, as JSON.
- within Python, without imports: reading, running its rules, and its list of errors, which its
  command `run-offline` prints. Beside it stands reading, the checks within and across tables, and
  the table of issues. What its rules alone take, before any error is listed, is said too.

The plainest reading is Python's csv module with datetime.strptime on every date column, row by row:
it only parses. Then Sightline alone reads ever more rows, to show that time grows with them.

    python benchmarks/read_ssda903.py [--rows 260000] [--up-to 1000000] [--by-chance]
                                      [--validator PYTHON | --no-validator]
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from benchmarks.beside import validator_903 as validator
from benchmarks.beside.processes import Run, run, slowest_and_largest
from benchmarks.beside.return_903 import write_return
from benchmarks.beside.rows_by_chance_903 import write_rows

DATES = ("DOB", "DECOM", "DEC", "REVIEW", "MIS_START", "MIS_END", "MC_DOB", "DATE_PERM", "DUC")
MORE_DATES = ("DATE_INT", "DATE_MATCH", "DATE_PLACED", "DATE_PLACED_CEASED", "SW_DECOM", "SW_DEC")
COMMAND = "from sightline.cli import main; main()"
FOUND_ERRORS = 1  # the exit code of `sightline check` where a row was lost
RUNS = 3


def with_sightline(folder: Path) -> dict[str, float]:
    from sightline.jobs.beyond_tables import issues_beyond_tables  # outside the clock
    from sightline.returns import read_files

    start = time.process_time()
    files = read_files(sorted(folder.glob("*.csv")))
    found = sum(file.all_issues().num_rows for file in files)
    beyond = issues_beyond_tables(files).num_rows
    return {
        "rows": sum(table.rows for file in files for table in file.tables),
        "issues": found + beyond,
        "cpu": time.process_time() - start,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def parse_day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d/%m/%Y").date() if text else None  # noqa: DTZ007
    except ValueError:
        return None


def with_csv(folder: Path) -> dict[str, float]:
    start = time.process_time()
    dates = {*DATES, *MORE_DATES}
    rows: list[dict[str, str | date | None]] = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(newline="") as file:
            for texts in csv.DictReader(file):
                row: dict[str, str | date | None] = {**texts}
                for column in dates & texts.keys():
                    row[column] = parse_day(texts[column])
                rows.append(row)
    return {"rows": len(rows), "cpu": time.process_time() - start}


READERS: dict[str, Callable[[Path], dict[str, float]]] = {
    "sightline": with_sightline,
    "csv": with_csv,
}


def child(reader: str, folder: Path) -> Run:
    return run([sys.executable, __file__, "--child", reader, "--folder", str(folder)])


def check_command(folder: Path) -> Run:
    words = [sys.executable, "-c", COMMAND, "check", str(folder), "--json"]
    return run(words, expected=(0, FOUND_ERRORS), told=False)


def show(name: str, cpu: float, peak_mb: float, more: str = "") -> None:
    print(f"{name:44}{cpu:8.2f} s of processor  peak {peak_mb:6,.0f} MB  {more}".rstrip())


def ratio(theirs: tuple[float, float], ours: tuple[float, float]) -> None:
    print(
        f"  Sightline: {theirs[0] / ours[0]:.1f} times as fast, "
        f"{ours[1] / theirs[1]:.2f} of the memory"
    )


def measure_sightline(folder: Path) -> tuple[Run, Run]:
    """The command, and reading and checking within Python."""
    command = slowest_and_largest([check_command(folder) for _ in range(RUNS)])
    within = slowest_and_largest([child("sightline", folder) for _ in range(RUNS)])
    said = within.said
    plain = child("csv", folder)
    print(f"{said['rows']:,} rows; Sightline doubts {said['issues']:,}")
    show("sightline check --json, the whole process", command.cpu, command.peak_mb)
    show("Sightline, reading and checking", said["cpu"], within.peak_mb)
    show("csv and strptime, reading only", plain.said["cpu"], plain.peak_mb)
    return command, within


def count_checks() -> None:
    from sightline.returns.across import CROSS_CHECKS
    from sightline.returns.rules import READING_RULES
    from sightline.returns.ssda903.checks import CHECKS

    tables = [[check.table, *(each.table for each in check.beside)] for check in CROSS_CHECKS]
    across = [names for names in tables if all(name.startswith("ssda903.") for name in names)]
    print(
        f"Sightline has {len(CHECKS)} checks within tables of the SSDA903 (and its header), "
        f"{len(across)} across its tables and years, and {len(READING_RULES)} rules of reading"
    )


def beside_the_validator(folder: Path, command: Run, within: Run, given: str | None) -> None:
    try:
        with tempfile.TemporaryDirectory() as home:
            python = given or validator.environment(Path(home))
            listed = run(validator.command(python, "issues", folder)).said
            whole = run(validator.command(python, "everything", folder))
    except (subprocess.SubprocessError, OSError) as problem:
        why = str(getattr(problem, "stderr", None) or problem).strip()[-300:]
        print(f"{validator.PACKAGE} does not install or run here: {why}")
        quoted = validator.QUOTED
        show("  quoted of it, not measured here", quoted["cpu"], quoted["peak_mb"], "260,000 rows")
        return
    print(
        f"{validator.PACKAGE}: {listed['rows']:,} rows, {listed['rules']} rules of "
        f"{validator.YEAR - 1}/{validator.YEAR % 100}: {listed['ran']} ran, {listed['skipped']} "
        f"were skipped for want of files, {listed['failed']} failed; {listed['issues']:,} found"
    )
    show("what its page calls, the whole process", whole.cpu, whole.peak_mb)
    ratio((whole.cpu, whole.peak_mb), (command.cpu, command.peak_mb))
    ours = (within.said["cpu"], within.peak_mb)
    show("reading, rules and the list of errors", listed["cpu"], listed["peak_mb"])
    ratio((listed["cpu"], listed["peak_mb"]), ours)
    show("of which before any error is listed", listed["flags_cpu"], listed["flags_mb"])
    ratio((listed["flags_cpu"], listed["flags_mb"]), ours)


def ever_more(write: Callable[[Path, int], None], rows: int, last: int) -> None:
    before: Run | None = None
    while True:
        with tempfile.TemporaryDirectory() as name:
            write(Path(name), rows)
            now = child("sightline", Path(name) / "ssda903")
        said = now.said
        show(f"Sightline, {said['rows']:,} rows", said["cpu"], now.peak_mb)
        if before is not None:
            was = before.said
            more = (now.peak_mb - before.peak_mb) * 2**20 / (said["rows"] - was["rows"])
            print(
                f"  {said['rows'] / was['rows']:.1f} times the rows: "
                f"{said['cpu'] / was['cpu']:.1f} times the time, {more:,.0f} bytes more a row"
            )
        if rows >= last:
            return
        rows, before = min(rows * 2, last), now


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=260_000)
    parser.add_argument("--up-to", type=int, default=1_000_000)
    parser.add_argument("--by-chance", action="store_true")
    parser.add_argument("--validator", help="a Python that has csc-validator-be-903")
    parser.add_argument("--no-validator", action="store_true")
    parser.add_argument("--child", choices=READERS)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if given.child:
        print(json.dumps(READERS[given.child](given.folder)))
        return
    write = write_rows if given.by_chance else write_return
    count_checks()
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), given.rows)
        folder = Path(name) / "ssda903"
        command, within = measure_sightline(folder)
        if not given.no_validator:
            beside_the_validator(folder, command, within, given.validator)
    if given.up_to > given.rows:
        ever_more(write, given.rows, given.up_to)


if __name__ == "__main__":
    main()
