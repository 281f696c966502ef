"""Seconds to make a whole authority, beside writing the same workbooks' cells with nothing else.

The baseline is xlsxwriter in constant memory writing, cell by cell, the cells of the same monthly
workbooks taken ready from memory: no simulation, no other return, no dirt, no letters.
Processor time, so that other work on the machine counts little.

The nation: 153 authorities, about 82,000 children in care and 400,000 in need, in two processes.

    python benchmarks/generate_authority.py [--children 600] [--years 6] [--no-nation]
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import xlsxwriter

from sightline.synthetic import generate, generate_nation
from sightline.synthetic.annex_a import sheets_for
from sightline.synthetic.authority import simulate
from sightline.synthetic.files import Sheet

UNTIL = date(2026, 10, 31)


def write_only(path: Path, sheets: list[Sheet]) -> int:
    """Write the cells of ready sheets; returns how many."""
    cells = 0
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        for number, row in enumerate(sheet.rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    page.write_string(number, column, cell)
                    cells += 1
                elif cell is not None:
                    page.write_number(number, column, cell)
                    cells += 1
    book.close()
    return cells


def baseline(folder: Path, children: int, years: int) -> tuple[float, int]:
    """Processor seconds and cells of writing the workbooks alone."""
    authority = simulate(children, years, 1, UNTIL)
    seconds, cells = 0.0, 0
    for on in authority.extracts:
        sheets = list(sheets_for(authority, on).values())
        start = time.process_time()
        cells += write_only(folder / f"{on}.xlsx", sheets)
        seconds += time.process_time() - start
    return seconds, cells


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, default=600)
    parser.add_argument("--years", type=int, default=6)
    parser.add_argument("--no-nation", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wall, start = time.perf_counter(), time.process_time()
        made = generate(
            Path(folder) / "made", children_in_care=asked.children, years=asked.years, until=UNTIL
        )
        seconds, wall = time.process_time() - start, time.perf_counter() - wall
        alone, cells = baseline(Path(folder), asked.children, asked.years)
    sys.stdout.write(
        f"{asked.children} children in care, {asked.years} years: {made.rows:,} rows in "
        f"{seconds:.1f} s of processor time ({wall:.1f} s by the clock), "
        f"{made.rows / seconds:,.0f} rows a second\n"
        f"xlsxwriter alone, the same {cells:,} cells: {alone:.1f} s\n"
        f"ratio, whole authority to its cells alone: {seconds / alone:.2f}\n"
    )
    if not asked.no_nation:
        nation()


def nation() -> None:
    """Make the nation, and say how long it took and how much memory a process came to."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        made = generate_nation(Path(folder), until=UNTIL)
        seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    sys.stdout.write(
        f"{len(made.authorities)} authorities, {made.in_care:,} children in care, "
        f"{made.in_need:,} in need: {made.rows:,} rows in {seconds:.0f} s by the clock "
        f"({used.ru_utime + used.ru_stime:.0f} s of processor time in two processes), at most "
        f"{used.ru_maxrss / 1024:.0f} MB a process\n"
    )


if __name__ == "__main__":
    main()
