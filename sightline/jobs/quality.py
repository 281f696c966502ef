"""Data quality: what is wrong in what was loaded, whose it is, and what it does to the figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import Table

from sightline.jobs.authority import opened
from sightline.jobs.quality_kept import BLANK, GONE, ISSUE, PART, REACH
from sightline.jobs.remembered import remembered
from sightline.measures.doubts import PLACE
from sightline.records import Records, ask_again

UNREAD = "unread"
"""Stands where a return would, for files that could not be read as any."""

CUTS = {"return": "return_name", "check": "rule", "team": "owner", "table": "table"}
"""Ways to count issues, each issue once, so that the counts of any cut add up to the same."""

ALL = "all"
"""The cut of which the only line is of everything."""

PER = 1000
BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which issues: blank is any. `team` and `worker` are of the child; `owner` is a cut's name."""

    rule: str = ""
    return_name: str = ""
    table: str = ""
    severity: str = ""
    owner: str = ""
    measure: str = ""
    team: str = ""
    worker: str = ""
    new: bool = False

    def of(self, issues: Table, reach: Table) -> Table:
        """The issues that fit."""
        for name in ("rule", "return_name", "table", "severity", "owner", "team", "worker"):
            value = getattr(self, name)
            if value and name in issues.columns:
                issues = issues.filter(issues[name] == value)
        if self.new and "new" in issues.columns:
            issues = issues.filter(_.new.fill_null(False))
        if self.measure:
            issues = issues.semi_join(_of_measure(reach, self.measure), list(PLACE))
        return issues


@dataclass(frozen=True, slots=True)
class Count:
    """How many issues still to be put right, of one return, check, team, table or measure.

    `new`: not in the file before; `gone`: in the file before and no longer. Both are None where no
    file has one before it to compare with. `children`: how many different ones they are of.
    """

    name: str
    errors: int
    warnings: int
    children: int
    new: int | None
    gone: int | None

    @property
    def issues(self) -> int:
        """Errors and warnings."""
        return self.errors + self.warnings


@dataclass(frozen=True, slots=True)
class Row:
    """One issue to be put right, down to the row of the file. `owner`: the team whose it is."""

    id: int
    return_name: str | None
    period: date | None
    table: str | None
    file: str
    row: int | None
    column: str | None
    value: str | None
    child_id: str | None
    rule: str
    severity: str
    message: str
    first_seen: date | None
    new: bool | None
    owner: str
    worker: str | None


@dataclass(frozen=True, slots=True)
class Filled:
    """How much of one column one team has left blank, in the newest file."""

    return_name: str
    table: str
    column: str
    team: str
    rows: int
    blank: int


@remembered
def counts(data: Path, by: str, wanted: Wanted | None = None) -> tuple[Count, ...]:
    """The open issues that fit, by a cut of CUTS or by "measure", most first.

    By measure an issue counts once for each measure that it reaches. Raises NothingLoadedError;
    KeyError for any other cut.
    """
    with opened(data) as records:
        return counted(records, by, wanted or Wanted())


@remembered
def total(data: Path, wanted: Wanted | None = None) -> Count:
    """All open issues that fit, as one count."""
    with opened(data) as records:
        listed = counted(records, ALL, wanted or Wanted())
        return listed[0] if listed else Count("", 0, 0, 0, None, None)


def rows(data: Path, wanted: Wanted, *, first: int = 0, limit: int | None = None) -> list[Row]:
    """The open issues that fit, a child's together, the child first who is in most need of it.

    Children with an error come first, then those with an issue that reaches most measures, then
    those whose issues are oldest; so do the issues of one child. What is of no child stands alone.
    """
    with opened(data) as records:

        def page_of(one: Wanted) -> Table:
            issues, _gone = _open(records, one)
            # a page of a million is found by what orders it; only its rows are fetched whole
            slim = issues.select("id", "child_id", "severity", "reaches", "first_seen")
            page = _placed(slim).order_by(IN_ORDER).limit(limit, offset=first)
            found = issues.join(page.select("id", *OF_CHILD), "id").order_by(IN_ORDER)
            return found.select(*Row.__dataclass_fields__)

        return [Row(**row) for row in _ask(records, f"rows {first} to {limit}", page_of, wanted)]


@contextmanager
def batches(data: Path, wanted: Wanted) -> Iterator[Iterator[pa.RecordBatch]]:
    """As `rows`, all of them, a batch at a time: never are all of them in memory."""
    with opened(data) as records:
        issues, _gone = _open(records, wanted)
        ordered = _placed(issues).order_by(IN_ORDER).select(*Row.__dataclass_fields__)
        yield iter(records.connection.to_pyarrow_batches(ordered, chunk_size=BATCH))


@remembered
def history(data: Path) -> int:
    """How many issues stand in older monthly extracts, which nobody can put right any more."""
    with opened(data) as records:
        older = records.connection.table(ISSUE).filter(~_.open)
        return int(older.count().execute())


@remembered
def completeness(data: Path) -> tuple[Filled, ...]:
    """Blanks by team of every column that each row should fill, in the newest files."""
    with opened(data) as records:
        kept = records.connection.table(BLANK).order_by(["return_name", "table", "column", "team"])
        return tuple(Filled(**row) for row in records.connection.to_pyarrow(kept).to_pylist())


@remembered
def measures_reached(data: Path, rule: str) -> tuple[str, ...]:
    """The ids of the measures that the open issues of a rule reach."""
    with opened(data) as records:

        def reached(one: Wanted) -> Table:
            issues, _gone = _open(records, one)
            reach = records.connection.table(REACH)
            ids = reach.semi_join(issues, list(PLACE)).select("measure_id").distinct()
            return ids.order_by("measure_id")

        rows = _ask(records, "measures reached", reached, Wanted(rule=rule))
        return tuple(row["measure_id"] for row in rows)


def counted(records: Records, by: str, wanted: Wanted) -> tuple[Count, ...]:
    """`counts` of records that are open."""

    def summed(one: Wanted) -> Table:
        both = _open(records, one)
        if by == "measure":
            reach = records.connection.table(REACH)
            return _summed(*(_named(each.join(reach, list(PLACE)), "measure_id") for each in both))
        column = "" if by == ALL else CUTS[by]
        return _summed(*(_named(each, column) for each in both))

    return tuple(_count(row) for row in _ask(records, f"counts by {by}", summed, wanted))


def _named(issues: Table, column: str) -> Table:
    """Adds `name`: what the column says, UNREAD where it says nothing; without a column, blank."""
    return issues.mutate(name=issues[column].fill_null(UNREAD) if column else ibis.literal(""))


def _ask(
    records: Records, what: str, question: Callable[[Wanted], Table], wanted: Wanted
) -> list[dict[str, Any]]:
    """The rows of the question, which is compiled once for all that is wanted of the same kind."""
    values = {k: v for k, v in asdict(wanted).items() if v and isinstance(v, str)}
    name = f"{what}, {sorted(values)}, {wanted.new}"
    return ask_again(records, name, lambda **marks: question(replace(wanted, **marks)), **values)


def _open(records: Records, wanted: Wanted) -> tuple[Table, Table]:
    """The open issues that fit, and those gone since the file before that would have."""
    reach = records.connection.table(REACH)
    issues = records.connection.table(ISSUE).filter(_.open)
    return wanted.of(issues, reach), wanted.of(records.connection.table(GONE), reach)


OF_CHILD = ("worst", "most", "oldest", "whose")
IN_ORDER = [
    *("worst", ibis.desc("most"), "oldest", "whose"),
    *("severity", ibis.desc("reaches"), "first_seen", "id"),
]
"""The order of `rows`: of children, by OF_CHILD, and of the issues of one."""


def _placed(issues: Table) -> Table:
    """Adds OF_CHILD: of all issues of the child, what puts her where she is in the list."""
    alone = ibis.literal("issue ") + issues.id.cast("string")
    whole = ibis.window(group_by="whose")
    grouped = issues.mutate(whose=ibis.coalesce(issues.child_id, alone))
    return grouped.mutate(
        worst=grouped.severity.min().over(whole),
        most=grouped.reaches.max().over(whole),
        oldest=grouped.first_seen.min().over(whole),
    )


def _of_measure(reach: Table, measure: str) -> Table:
    return reach.filter(_.measure_id == measure)


def _summed(issues: Table, gone: Table) -> Table:
    standing = issues.group_by("name").agg(
        errors=(_.severity == "error").sum(),
        warnings=(_.severity != "error").sum(),
        children=_.child_id.nunique(),
        new=_.new.cast("int64").sum(),
    )
    left = gone.group_by("name").agg(gone=_.count())
    both = standing.outer_join(left, "name")
    return both.select(
        name=ibis.coalesce(both.name, both.name_right),
        errors=both.errors.fill_null(0),
        warnings=both.warnings.fill_null(0),
        children=both.children.fill_null(0),
        new=both.new,
        gone=both.gone,
    ).order_by([ibis.desc(_.errors + _.warnings), "name"])


def _count(row: dict[str, Any]) -> Count:
    """`new` is null where none of the issues lies in a file that has one before it."""
    comparable = row["new"] is not None or row["gone"] is not None
    return Count(
        name=row["name"],
        errors=row["errors"],
        warnings=row["warnings"],
        children=row["children"],
        new=(row["new"] or 0) if comparable else None,
        gone=(row["gone"] or 0) if comparable else None,
    )


@contextmanager
def parts(data: Path) -> Iterator[tuple[Records, Table]]:
    """Every part of every load with its issues counted, while its records are open."""
    with opened(data) as records:
        yield records, records.connection.table(PART)
