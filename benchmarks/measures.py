"""Every measure at every month-end of six years of the made-up authority, and every breakdown.

Two baselines, in the same run: copying the rows that the measures came to into another table, by
one plain statement of DuckDB's, which is the least that any way of keeping them costs; and the same
measures asked month by month, a view of each month-end and one query a measure, the way a monthly
report is usually run (timed on a sample of months spread over the history, and scaled up).

The measures are worked out with the queries to be written as well, as once after an upgrade, and
with them found beside the records, as in every process after that. Processor time, so that other
work on the machine counts little; records are made once, outside the clock.

The nation (`--nation`) is the authority's record tables 137 times over, each copy with identifiers
of its own, in DuckDB with 8 GB and two threads. Its figures are worked out without keeping any
child's row, and without breakdowns, at the newest of its month-ends (`--nation-months`).

    python benchmarks/measures.py [--children 600] [--years 6] [--months 4] [--data FOLDER]
                                  [--nation] [--nation-months 12] [--authorities 137]

`--data` is the folder of an authority that `sightline demo` has already made.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import ibis
from ibis.backends.duckdb import Backend

from sightline.jobs.made_up import LOADED
from sightline.measures import catalogue
from sightline.measures.figures import series, series_by, worked_out
from sightline.measures.keeping import keep_rows, keep_rows_at
from sightline.measures.kept_sums import keep_sums
from sightline.measures.rows import ROWS
from sightline.measures.view import GROUPS, View
from sightline.measures.written import steps
from sightline.records import TABLES, Records, Store
from sightline.returns import extract_dates, read_files
from sightline.synthetic import generate

UNTIL = date(2026, 10, 31)
AUTHORITIES = 137  # of 600 children in care each: the nation's 82,000
READ = {
    "extract",
    "involvement",
    "legal_status",
    "person",
    "placement",
    *(table for measure in catalogue().values() for table in measure.records),
}
OWN = ("child_id", "worker_id", "worker")  # identifiers that no two authorities share
NATION_MEMORY = "8GB"
NATION_THREADS = 2


def make_records(folder: Path, children: int, years: int) -> Store:
    """The made-up authority's files, read and built into records."""
    made = folder / "made"
    generate(made, children_in_care=children, years=years, until=UNTIL)
    files = read_files([made / name for name in LOADED])
    undated = [file for file in files if any(table.period is None for table in file.tables)]
    periods = extract_dates(undated, UNTIL)
    store = Store(folder / "records")
    store.commit(files, periods, datetime.now(UTC))
    store.refresh()
    return store


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Processor seconds and seconds by the clock."""
    clock, start = time.perf_counter(), time.process_time()
    work()
    return time.process_time() - start, time.perf_counter() - clock


def copied(built: Path, into: Path | None, times: int) -> Records:
    """The canonical tables of a built file, in memory or another file, so many times over."""
    connection = ibis.duckdb.connect(into) if into else ibis.duckdb.connect()
    connection.raw_sql(f"ATTACH '{built}' AS built (READ_ONLY); SET enable_progress_bar = false")
    for name, table in TABLES.items():
        if times > 1 and name not in READ:
            continue
        ours = [column for column in table.schema.names if column in OWN]
        source = f'built.main."{name}"'
        if times > 1 and ours:
            own = ", ".join(f'"{column}" || \'-\' || copy.number AS "{column}"' for column in ours)
            source = f"(SELECT * REPLACE ({own}) FROM {source}, range({times}) AS copy(number))"
            source = f"(SELECT * EXCLUDE (number) FROM {source})"
        connection.raw_sql(f'CREATE TABLE "{name}" AS SELECT * FROM {source}')
    connection.raw_sql("DETACH built")
    return Records(connection, load_id=1)


def month_by_month(records: Records, days: list[date]) -> None:
    """The baseline: one view a day, one query a measure and day."""
    for day in days:
        keep_rows_at(View.at(records, [day]), list(catalogue().values()))


def broken_down(records: Records) -> int:
    """Every figure of every group of every breakdown, from the rows; returns how many."""
    keep_sums(records)
    found = (series_by(records, catalogue(), by) for by in GROUPS)
    return sum(len(one.series) for groups in found for one in groups.values())


def compare(records: Records, sampled: int) -> None:
    measures = list(catalogue().values())
    first, first_wall = timed(lambda: keep_rows(records, measures))
    with tempfile.TemporaryDirectory() as folder:
        beside = replace(records, folder=Path(folder))
        keep_rows(beside, measures)
        steps.cache_clear()  # as in a new process, which finds the queries beside the records
        again, again_wall = timed(lambda: keep_rows(beside, measures))
    found = series(records, catalogue())
    figures = sum(len(one.series) for one in found.values())
    groups = 0

    def break_down() -> None:
        nonlocal groups
        groups = broken_down(records)

    breaking, breaking_wall = timed(break_down)
    kept = int(records.connection.table(ROWS).count().execute())
    plain, _ = timed(
        lambda: records.connection.raw_sql(f"CREATE TABLE copied AS SELECT * FROM {ROWS}")
    )
    months = [figure.as_at for figure in found["children_in_care"].series]
    sample = months[:: max(len(months) // sampled, 1)][:sampled]
    peak = peak_megabytes()
    looped, _ = timed(lambda: month_by_month(records, sample))
    scaled = looped / len(sample) * len(months)
    sys.stdout.write(
        f"{len(measures)} measures, {len(months)} months: {figures:,} figures from {kept:,} rows\n"
        f"processor time: {again:.1f} s ({again_wall:.1f} s by the clock); the first time, with "
        f"the queries to be written, {first:.1f} s ({first_wall:.1f} s)\n"
        f"every breakdown: {groups:,} figures in {breaking:.1f} s ({breaking_wall:.1f} s)\n"
        f"together, in a new process: {again + breaking:.1f} s "
        f"({again_wall + breaking_wall:.1f} s by the clock)\n"
        f"at most {peak:,.0f} MB\n"
        f"baseline, the rows copied by one statement: {plain:.2f} s\n"
        f"baseline, month by month: {looped:.1f} s for {len(sample)} months, "
        f"{scaled:.0f} s for all {len(months)}\n"
        f"ratio, the measures to the rows copied: {again / plain:.1f}\n"
        f"ratio, month by month to one query a measure: {scaled / again:.1f}\n"
    )


def nation(built: Path, newest: int, authorities: int) -> None:
    """Make the nation out of one authority, and work out its newest figures."""
    with tempfile.TemporaryDirectory() as folder:
        records = copied(built, Path(folder) / "nation.duckdb", authorities)
        limit(records.connection, Path(folder))
        history = View.of_history(records).moment.as_at
        days = records.ask(history.name("as_at").as_table().order_by("as_at"))
        view = View.at(records, [row["as_at"] for row in days][-newest:])
        before = peak_megabytes()
        figures: dict[str, float | None] = {}

        def work() -> None:
            found = worked_out(records, catalogue(), view)
            figures.update({name: each.latest.numerator for name, each in found.items()})

        seconds, wall = timed(work)
    sys.stdout.write(
        f"{authorities} authorities, {figures['children_in_care']:,.0f} children in "
        f"care and {figures['children_in_need']:,.0f} others in need: {len(figures)} measures at "
        f"{newest} moments in {seconds:.0f} s of processor time ({wall:.0f} s by the clock, "
        f"{NATION_THREADS} threads), at most {peak_megabytes():,.0f} MB "
        f"(making the tables came to {before:,.0f} MB)\n"
    )


def limit(connection: Backend, folder: Path) -> None:
    connection.raw_sql(
        f"SET memory_limit = '{NATION_MEMORY}'; SET threads = {NATION_THREADS}; "
        f"SET temp_directory = '{folder / 'spilt'}'"
    )


def peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, default=600)
    parser.add_argument("--years", type=int, default=6)
    parser.add_argument("--months", type=int, default=4, help="months the baseline is timed on")
    parser.add_argument("--data", type=Path, help="an authority already made by sightline demo")
    parser.add_argument("--nation", action="store_true")
    parser.add_argument("--nation-months", type=int, default=12)
    parser.add_argument("--authorities", type=int, default=AUTHORITIES, help="in the nation")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if asked.data:
            store = Store(asked.data / "records")
        else:
            store = make_records(Path(folder), asked.children, asked.years)
        if asked.nation:
            nation(store.database, asked.nation_months, asked.authorities)
        else:
            compare(copied(store.database, None, 1), asked.months)


if __name__ == "__main__":
    main()
