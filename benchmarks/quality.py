"""The data-quality pages and their workbook over 100,000 and a million issues, beside plain Python.

The baseline of each row reads every issue into Python dictionaries and counts, sorts or writes
them one by one: the page that nobody thought about. Each runs in a process of its own, so that its
peak memory is its own; opening the records is inside the clock, as it is for a page. "standing" is
what a load adds: which issues stand, are new or are gone, over two loads that share half of theirs.
The issues are those of a small made-up authority, drawn again and again until they are as many.

    python benchmarks/quality.py [--issues 100000 1000000] [--only worklist]
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow.parquet as pq
import xlsxwriter

from sightline.jobs import loads, quality, quality_effects, quality_workbook
from sightline.jobs.quality import Wanted
from sightline.jobs.quality_kept import ISSUE
from sightline.records.snapshots import Load, Part, Snapshots
from sightline.records.standing import SAME, standing
from sightline.returns.tables import ISSUE_SCHEMA
from sightline.synthetic import generate

SEED = 7
UNTIL = date(2026, 10, 31)
PAGE = 50
DATABASE = Path("records") / "records.duckdb"
Row = dict[str, Any]
Work = Callable[[Path], int]


def make(folder: Path) -> Path:
    """A small made-up authority, loaded."""
    made = folder / "made"
    generate(made, children_in_care=60, years=1, until=UNTIL)
    paths = [path for path in made.rglob("*") if path.suffix in (".csv", ".xlsx", ".xml")]
    data = folder / "data"
    loads.load(sorted(paths), data, loaded_at=datetime(2026, 11, 2, tzinfo=UTC), as_at=UNTIL)
    return data


def multiply(data: Path, issues: int) -> None:
    """As many issues as that in place of the authority's own, each with its own row and value."""
    with duckdb.connect(str(data / DATABASE)) as connection:
        own = pl.from_arrow(connection.table(ISSUE).to_arrow_table())
        assert isinstance(own, pl.DataFrame)
        types = own.schema
        drawn = (
            own.drop("id")
            .sample(issues, with_replacement=True, seed=SEED)
            .with_row_index("id")
            .with_columns(
                row=pl.col("id") % 9_000,
                value=pl.coalesce("value", pl.lit("")) + pl.format(" {}", pl.col("id") % 1_000),
            )
            .select(pl.col(name).cast(kind) for name, kind in types.items())
        )
        drawn_table = drawn.to_arrow()  # noqa: F841 (DuckDB reads it by its name)
        connection.execute(f"CREATE OR REPLACE TABLE {ISSUE} AS SELECT * FROM drawn_table")
    write_loads(data, drawn)


def overview(data: Path) -> int:
    """What the page asks for; the issues in all are what the baseline counts too."""
    quality_effects.effects(data)
    quality.history(data)
    return quality.total(data).issues


def by_check(data: Path) -> int:
    return sum(each.issues for each in quality.counts(data, "check"))


def by_team(data: Path) -> int:
    return sum(each.issues for each in quality.counts(data, "team"))


def worklist(data: Path) -> int:
    """A page in the middle, with the counts that its lists to narrow by give."""
    wanted = Wanted()
    fitting = quality.total(data, wanted).issues
    shown = quality.rows(data, wanted, first=fitting // 2, limit=PAGE)
    for by in ("return", "check", "team"):
        quality.counts(data, by, wanted)
    return len(shown)


def workbook(data: Path) -> int:
    return quality_workbook.write(data, data / "quality.xlsx", Wanted())


def read_all(data: Path) -> list[Row]:
    with duckdb.connect(str(data / DATABASE), read_only=True) as connection:
        rows: list[Row] = connection.table(ISSUE).to_arrow_table().to_pylist()
    return [row for row in rows if row["open"]]


def plain_overview(data: Path) -> int:
    rows = read_all(data)
    counted = Counter(row["severity"] for row in rows)
    len({row["child_id"] for row in rows})
    return counted.total()


def plain_by(column: str) -> Work:
    def count(data: Path) -> int:
        counted: dict[str, Counter[str]] = {}
        children: dict[str, set[str]] = {}
        for row in read_all(data):
            counted.setdefault(row[column], Counter())[row["severity"]] += 1
            children.setdefault(row[column], set()).add(row["child_id"])
        return sum(each.total() for each in counted.values())

    return count


def plain_worklist(data: Path) -> int:
    rows = read_all(data)
    for column in ("return_name", "rule", "owner"):
        Counter(row[column] for row in rows)
    rows.sort(key=lambda r: (r["severity"], -r["reaches"], r["first_seen"] or UNTIL, r["id"]))
    middle = len(rows) // 2
    return len(rows[middle : middle + PAGE])


def plain_workbook(data: Path) -> int:
    rows = read_all(data)
    rows.sort(key=lambda r: (r["severity"], -r["reaches"], r["first_seen"] or UNTIL, r["id"]))
    book = xlsxwriter.Workbook(data / "plain.xlsx", {"constant_memory": True})
    sheet = book.add_worksheet()
    for at, row in enumerate(rows[: quality_workbook.ROWS_A_SHEET], start=1):
        for column, name in enumerate(quality_workbook.ROW_HEADS):
            sheet.write(at, column, "" if row[name] is None else str(row[name]))
    book.close()
    return len(rows)


def two_loads(data: Path) -> tuple[Snapshots, Sequence[Load]]:
    """Two monthly lists and their issues as `write_loads` left them."""
    part = Part("annex_a", date(2026, 9, 30), "list_8", 1, 1, 0, "", ("list.xlsx",), "1")
    first = Load(1, datetime(2026, 10, 2, tzinfo=UTC), (part,), "first.parquet")
    later = replace(part, period=UNTIL, parquet="2")
    return Snapshots(data), (first, replace(first, id=2, parts=(later,), issues="second.parquet"))


def write_loads(data: Path, issues: pl.DataFrame) -> None:
    """Half of the issues for a first load; three quarters for a second, a third of them the same.

    Written as a load writes them.
    """
    whole = issues.with_columns(path=pl.lit("list.xlsx"), table=pl.lit("list_8"))
    found = whole.select(ISSUE_SCHEMA.names).cast({"row": pl.Int64}).to_arrow().cast(ISSUE_SCHEMA)
    half = found.num_rows // 2
    pq.write_table(found.slice(0, half), data / "first.parquet")
    pq.write_table(found.slice(half // 2), data / "second.parquet")


def whole_standing(data: Path) -> int:
    found = standing(*two_loads(data))
    return found.issues.height + found.gone.height


def plain_standing(data: Path) -> int:
    kept, both = two_loads(data)
    first, second = (kept.issues(load).to_pylist() for load in both)
    names = [name for name in SAME if name != "return_name"]
    known = {tuple(row[name] for name in names) for row in first}
    left = set()
    stands = []
    for row in second:
        key = tuple(row[name] for name in names)
        left.add(key)
        stands.append({**row, "new": key not in known})
    gone = [row for row in first if tuple(row[name] for name in names) not in left]
    return len(first) + len(stands) + len(gone)


WORK: dict[str, tuple[Work, Work]] = {
    "overview": (overview, plain_overview),
    "by check": (by_check, plain_by("rule")),
    "by team": (by_team, plain_by("owner")),
    "worklist": (worklist, plain_worklist),
    "workbook": (workbook, plain_workbook),
    "standing": (whole_standing, plain_standing),
}


def peak_mb() -> float:
    """The most memory of this process; Linux's ru_maxrss would count its parent's too."""
    status = Path("/proc/self/status")
    if status.exists():
        [line] = [each for each in status.read_text().splitlines() if each.startswith("VmHWM")]
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def child(name: str, data: Path, *, plain: bool) -> None:
    start, clock = time.process_time(), time.perf_counter()
    found = WORK[name][plain](data)
    cpu, seconds = time.process_time() - start, time.perf_counter() - clock
    peak = peak_mb()
    print(json.dumps({"found": found, "cpu": cpu, "seconds": seconds, "peak_mb": peak}))


def measure(name: str, data: Path, *, plain: bool) -> dict[str, float]:
    command = [sys.executable, __file__, "--child", name, "--data", str(data)]
    done = subprocess.run(
        [*command, *(["--plain"] if plain else [])], check=True, capture_output=True, text=True
    )
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def compare(data: Path, issues: Sequence[int], only: Sequence[str]) -> None:
    for number in issues:
        multiply(data, number)
        print(f"{number:,} issues")
        for name in only:
            ours, theirs = (measure(name, data, plain=plain) for plain in (False, True))
            assert ours["found"] == theirs["found"], (name, ours, theirs)
            print(
                f"  {name:9} {ours['cpu']:7.2f} s of processor ({ours['seconds']:.2f} s by the "
                f"clock), peak {ours['peak_mb']:5.0f} MB; baseline {theirs['cpu']:7.2f} s, peak "
                f"{theirs['peak_mb']:5.0f} MB; ratio {theirs['cpu'] / ours['cpu']:.1f}, memory "
                f"{ours['peak_mb'] / theirs['peak_mb']:.2f}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--issues", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--only", choices=WORK, nargs="+", default=list(WORK))
    parser.add_argument("--child", choices=WORK)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument(
        "--data", type=Path, help="a folder already loaded; its issues are replaced"
    )
    given = parser.parse_args()
    if given.child:
        child(given.child, given.data, plain=given.plain)
        return
    with tempfile.TemporaryDirectory() as folder:
        compare(given.data or make(Path(folder)), given.issues, given.only)


if __name__ == "__main__":
    main()
