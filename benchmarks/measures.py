"""Every measure at every month-end of six years of the made-up authority, beside a monthly loop.

The baseline is the same measures asked month by month: for each month-end a view of that day and
one query a measure, the way a monthly report is usually run. It is timed on a sample of months
spread over the history and scaled up to all of them. Processor time, so that other work on the
machine counts little; records are made once, outside the clock.

    python benchmarks/measures.py [--children 600] [--years 6] [--months 4]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from sightline.measures import catalogue
from sightline.measures.figures import series
from sightline.measures.rows import ROWS, SCHEMA, keep_rows, rows
from sightline.measures.view import View
from sightline.records import Records, Store
from sightline.returns import extract_date, read_files
from sightline.synthetic import generate

UNTIL = date(2026, 10, 31)


def make_records(folder: Path, children: int, years: int) -> Store:
    """The made-up authority's files, read and built into records."""
    made = folder / "made"
    generate(made, children_in_care=children, years=years, until=UNTIL)
    paths = [path for path in made.rglob("*") if path.suffix in (".csv", ".xlsx")]
    files = [file for file in read_files(sorted(paths)) if file.tables]
    periods = {
        file.path: extract_date(file, UNTIL)
        for file in files
        if any(table.return_name == "annex_a" for table in file.tables)
    }
    store = Store(folder / "records")
    store.commit(files, periods, datetime.now(UTC))
    return store


def timed(work: Callable[[], None]) -> tuple[float, float]:
    """Processor seconds and seconds by the clock."""
    clock, start = time.perf_counter(), time.process_time()
    work()
    return time.process_time() - start, time.perf_counter() - clock


def month_by_month(records: Records, days: list[date]) -> None:
    """The baseline: one view a day, one query a measure and day."""
    records.connection.create_table(ROWS, schema=SCHEMA, overwrite=True)
    for day in days:
        view = View.at(records, [day])
        for measure in catalogue().values():
            records.connection.insert(ROWS, rows(measure, view))


def compare(records: Records, sampled: int) -> None:
    measures = list(catalogue().values())
    seconds, wall = timed(lambda: keep_rows(records, measures))
    found = series(records, catalogue())
    figures = sum(len(one.series) for one in found.values())
    kept = int(records.connection.table(ROWS).count().execute())
    months = [figure.as_at for figure in found["children_in_care"].series]
    sample = months[:: max(len(months) // sampled, 1)][:sampled]
    looped, _ = timed(lambda: month_by_month(records, sample))
    scaled = looped / len(sample) * len(months)
    sys.stdout.write(
        f"{len(measures)} measures, {len(months)} months: {figures:,} figures from {kept:,} rows "
        f"in {seconds:.1f} s of processor time ({wall:.1f} s by the clock), "
        f"{figures / seconds:,.0f} figures a second\n"
        f"baseline, month by month: {looped:.1f} s for {len(sample)} months, "
        f"{scaled:.0f} s for all {len(months)}\n"
        f"ratio, baseline to one query a measure: {scaled / seconds:.1f}\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, default=600)
    parser.add_argument("--years", type=int, default=6)
    parser.add_argument("--months", type=int, default=4, help="months the baseline is timed on")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = make_records(Path(folder), asked.children, asked.years)
        store.refresh(lambda records: compare(records, asked.months))


if __name__ == "__main__":
    main()
