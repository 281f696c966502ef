"""Running the checks that read several tables, years or returns over all that is at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl
import pyarrow as pa

from sightline.returns.across import CROSS_CHECKS
from sightline.returns.across.declaring import OTHER, Beside, CrossCheck, Period
from sightline.returns.fields import Table
from sightline.returns.issues import Place, as_text, failed_check, row_issues, to_arrow
from sightline.returns.numbering import Numberings
from sightline.returns.parts import Part
from sightline.returns.schemas import table_named
from sightline.returns.tables import ISSUE_SCHEMA, ROW_COLUMN, no_issues
from sightline.returns.typing_cells import POLARS_TYPES

CROSS_ISSUE_SCHEMA = pa.schema(
    [*ISSUE_SCHEMA, pa.field("return_name", pa.string()), pa.field("period", pa.date32())]
)
"""ISSUE_SCHEMA, and of which return and day the row is that an issue names."""

_AT, _PATH, _SHOWN = "at:", "path:", "shown:"


class NotLookedAtError(Exception):
    """A check could not be run; the words say why."""


def cross_check(parts: Iterable[Part], checks: Sequence[CrossCheck] = CROSS_CHECKS) -> pa.Table:
    """The issues of all checks on all parts, CROSS_ISSUE_SCHEMA; nothing is changed or lost.

    A check runs on every part of its table for which what it reads beside is at hand. One that
    fails gives an error of the rule `check_failed`, which says what was not looked at. Where two
    returns number children differently, one error says so (`numbered_differently`), and each check
    that holds the one against the other says that it was not run (`check_not_run`).
    """
    held = _Held.of(parts)
    numberings = Numberings(held.parts)
    issues = [
        to_arrow(found, CROSS_ISSUE_SCHEMA)
        for check in checks
        for period in held.periods(check.table)
        for found in _run(check, period, held, numberings)
    ]
    return pa.concat_tables(issues) if issues else no_issues(CROSS_ISSUE_SCHEMA)


def columns_read(table: str, checks: Sequence[CrossCheck] = CROSS_CHECKS) -> set[str]:
    """The columns of a table ("ssda903.episodes") that any check reads, and `source_row`."""
    own = (check.own_columns() for check in checks if check.table == table)
    others = (b.columns() for check in checks for b in check.beside if b.table == table)
    return {ROW_COLUMN}.union(*own, *others)


@dataclass(frozen=True, slots=True)
class _Held:
    """The parts by table and period; several files may give one."""

    parts: dict[str, dict[Period, list[Part]]]

    @classmethod
    def of(cls, parts: Iterable[Part]) -> _Held:
        held: dict[str, dict[Period, list[Part]]] = defaultdict(lambda: defaultdict(list))
        for part in parts:
            held[f"{part.return_name}.{part.table}"][part.period].append(part)
        return cls(held)

    def periods(self, table: str) -> list[Period]:
        """The periods held of a table, in order."""
        return sorted(self.parts.get(table, ()), key=lambda day: day or date.min)

    def paths(self, table: str, period: Period) -> list[str]:
        """The files that a table of a period came from, each part's once."""
        return list(dict.fromkeys(part.path for part in self.parts[table][period]))

    def rows(self, table: str, period: Period, columns: set[str]) -> pl.LazyFrame:
        """The columns, the row and the file of a table; NotLookedAtError where they are not so."""
        schema = table_named(table)
        chosen = [*sorted(columns), ROW_COLUMN]
        return pl.concat(
            [
                _as_declared(part, schema, columns)
                .select(chosen)
                .with_columns(
                    pl.lit(part.path).alias(_PATH),
                    pl.lit(period, pl.Date).alias("period"),
                )
                for part in self.parts[table][period]
            ]
        )


def _as_declared(part: Part, schema: Table, columns: set[str]) -> pl.LazyFrame:
    types = part.rows.collect_schema()
    for name in sorted(columns):
        if name not in types:
            raise NotLookedAtError(f"{part.table} as it was kept has no column {name}")
        if types[name] not in (POLARS_TYPES[schema[name].kind], pl.Null):
            raise NotLookedAtError(
                f"{name} of {part.table} is not of the kind '{schema[name].kind}'"
            )
    return part.rows


def _run(
    check: CrossCheck, period: Period, held: _Held, numberings: Numberings
) -> list[pl.DataFrame]:
    """The issues of one check on its table of one period: a frame for each file with any."""
    return_name = check.table.partition(".")[0]
    try:
        issues = numberings.why_not(check, period, lambda: _concerned(check, period, held))
        if not issues:
            found = _find(check, period, held)
            issues = [] if found is None else _issues(check, found)
    except Exception as failure:  # whatever it is, it must not look like a pass
        issues = [
            failed_check(Place(path, check.schema.name), check.id, failure)
            for path in held.paths(check.table, period)
        ]
    return [
        frame.with_columns(
            pl.lit(return_name).alias("return_name"), pl.lit(period, pl.Date).alias("period")
        )
        for frame in issues
        if frame.height
    ]


def _beside(check: CrossCheck, period: Period, held: _Held) -> list[tuple[Beside, Period]]:
    """What the check reads beside, and of which days; nothing where it is not to be run."""
    at = [each.period(period, held.periods(each.table)) for each in check.beside]
    if check.found == "none" and not all(at):
        return []
    return [(each, day) for each, days in zip(check.beside, at, strict=True) for day in days]


def _concerned(check: CrossCheck, period: Period, held: _Held) -> pl.DataFrame | None:
    """The rows that the check looks at; None where there is none, or it is not to be run."""
    beside = _beside(check, period, held)
    if not beside:
        return None
    own = held.rows(check.table, period, check.own_columns())
    told = (*_covered(beside), *_begun(beside, held))
    concerned = own.filter(check.when, *told).with_row_index(_AT).collect()
    return None if concerned.is_empty() else concerned


def _find(check: CrossCheck, period: Period, held: _Held) -> pl.DataFrame | None:
    """The rows that are wrong; None where none is concerned or what it reads is not at hand."""
    concerned = _concerned(check, period, held)
    if concerned is None:
        return None
    hits = pl.concat(
        [_hits(concerned, each, held, day) for each, day in _beside(check, period, held)]
    )
    if check.found == "any":
        return concerned.join(hits.unique(_AT, keep="first"), on=_AT, maintain_order="left")
    keys = sorted({column for each in check.beside for column in each.on})
    return (
        concerned.drop_nulls(keys)
        .join(hits, on=_AT, how="anti", maintain_order="left")
        .with_columns(pl.lit(None, pl.String).alias(_SHOWN))
    )


def _covered(beside: Iterable[tuple[Beside, Period]]) -> list[pl.Expr]:
    """The rows of whose day what is held beside can tell."""
    days: dict[tuple[str, int], list[date]] = defaultdict(list)
    for each, day in beside:
        if each.covering and day:
            days[each.covering, each.days].append(day)
    return [
        pl.any_horizontal(
            pl.col(column).is_between(day - timedelta(length), day) for day in of_column
        )
        for (column, length), of_column in days.items()
    ]


def _begun(beside: Iterable[tuple[Beside, Period]], held: _Held) -> list[pl.Expr]:
    """The rows from the first entry of what is held beside."""
    limits = []
    for each, day in beside:
        if each.since:
            mine, theirs = each.since
            rows = held.rows(each.table, day, {theirs})
            first = rows.select(pl.col(theirs).min()).collect().item()
            limits.append(pl.col(mine) >= pl.lit(first, pl.Date))
    return limits


def _hits(concerned: pl.DataFrame, beside: Beside, held: _Held, day: Period) -> pl.DataFrame:
    """Which rows have such a row beside them, and what that one says."""
    rows = held.rows(beside.table, day, beside.columns())
    if beside.only is not None:
        rows = rows.filter(beside.only)
    read = {*beside.columns(), *beside.on.values()}
    rows = rows.select(pl.col(name).alias(OTHER + name) for name in sorted(read))
    keys = [OTHER + name for name in beside.on.values()]
    pairs = concerned.lazy().join(rows, left_on=list(beside.on), right_on=keys, coalesce=False)
    if beside.where is not None:
        pairs = pairs.filter(beside.where)
    return pairs.select(_AT, _shown(beside).alias(_SHOWN)).collect()


def _shown(beside: Beside) -> pl.Expr:
    if beside.shown is None:
        return pl.lit(None, pl.String)
    return as_text(OTHER + beside.shown, table_named(beside.table)[beside.shown].kind)


def _issues(check: CrossCheck, found: pl.DataFrame) -> list[pl.DataFrame]:
    """An issue for each row found, file by file."""
    schema, named = check.schema, check.columns[0]
    who = pl.col(schema.who) if schema.who else pl.lit(None, pl.String)
    shown = (
        pl.when(pl.col(_SHOWN).is_null()).then(pl.lit("")).otherwise(" ('" + pl.col(_SHOWN) + "')")
    )
    rows = found.select(
        _PATH,
        ROW_COLUMN,
        as_text(named, schema[named].kind).alias("value"),
        who.alias("child_id"),
        pl.concat_str(pl.lit(check.words), shown, pl.lit(f". {check.do}")).alias("words"),
    )
    return [
        row_issues(
            _place(str(path), schema.name),
            check.rule,
            schema[named].label,
            of_file,
            pl.col("words"),
        )
        for (path,), of_file in rows.group_by(_PATH, maintain_order=True)
    ]


def _place(path: str, table: str) -> Place:
    """A table of a file; what numbers the rows of an XML file is not kept with them."""
    return Place(
        path, table, table, "table", "Row or line" if path.lower().endswith(".xml") else "Row"
    )
