"""From kept tables to the figures of every area in one year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add

import polars as pl

from sightline.peers.dfe import AUTHORITY, LEVEL, NAME, NATIONAL, NUMBER, REGION, REGIONAL, YEAR
from sightline.peers.kept import Benchmarks, KeptFile
from sightline.peers.published import POPULATION, Cell, Published

_KEY = (LEVEL, REGION, NUMBER, NAME)
_LAIT_COLUMN, _LAIT_FILTER = "Values", "Short Desc"


@dataclass(frozen=True, slots=True)
class Value:
    """One area's published figure: a share as a fraction of 1, a rate one for each child.

    `count` and `out_of` where both are published; `value` is then their quotient.
    """

    name: str
    value: float
    count: int | None = None
    out_of: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What one file tells of one year: authorities by number, regions by name in lower case."""

    file: str
    year: int
    authorities: Mapping[str, Value]
    regions: Mapping[str, Value]
    england: Value | None


def tell(kept: Benchmarks, published: Published, years: Iterable[int]) -> Told | None:
    """The newest of `years` that any kept file tells, by preference with the numbers behind it.

    Of two files that tell the same, the one loaded last. None where no file tells any.
    """
    tables = [
        (file, _figures(kept.frame(file), published))
        for file in reversed(kept.files())
        if file.kind.has_figures
    ]
    found = [_Table(file, figures) for file, figures in tables if figures is not None]
    for year in sorted(set(years), reverse=True):
        of_year = [each for each in found if year in each.years]
        for each in sorted(of_year, key=lambda each: not each.counted):
            return _told(each, year)
    return None


def population_of(kept: Benchmarks, number: str, year: int) -> int | None:
    """Children living in an authority, as published of a year; None where no file says."""
    for file in reversed(kept.files()):
        if not file.kind.has_figures:
            continue
        cells = _cells(kept.frame(file), POPULATION, "population")
        if cells is None:
            continue
        own = cells.filter((pl.col(NUMBER) == number) & (pl.col(YEAR) == year)).collect()
        if own.height == 1 and own["population"][0] is not None:
            return int(own["population"][0])
    return None


@dataclass(frozen=True, slots=True)
class _Table:
    file: KeptFile
    figures: pl.DataFrame

    @property
    def counted(self) -> bool:
        return "count" in self.figures.columns

    @property
    def years(self) -> frozenset[int]:
        return frozenset(self.figures[YEAR].to_list())


def _figures(frame: pl.LazyFrame, published: Published) -> pl.DataFrame | None:
    """YEAR, the key of an area and `value`; also `count` and `out_of` where both are published."""
    if published.dfe is not None:
        count = _cells(frame, published.dfe.count, "count")
        out_of = _cells(frame, published.dfe.out_of, "out_of")
        if count is not None and out_of is not None:
            both = count.join(out_of, on=[YEAR, *_KEY], how="inner").filter(pl.col("out_of") > 0)
            given = both.filter(pl.col("count").is_between(0, pl.col("out_of")))
            return _single(given.with_columns(value=pl.col("count") / pl.col("out_of")))
    if published.lait:
        cell = Cell((_LAIT_COLUMN,), ((_LAIT_FILTER, published.lait),))
        value = _cells(frame, cell, "value")
        if value is not None:
            scaled = pl.col("value") / published.unit.divisor
            return _single(value.drop_nulls("value").with_columns(value=scaled))
    return None


def _cells(frame: pl.LazyFrame, cell: Cell, name: str) -> pl.LazyFrame | None:
    """A cell of every area and year; None where the table has not its columns."""
    wanted = {*cell.columns, *(column for column, _ in cell.where)}
    schema = frame.collect_schema()
    if not wanted <= set(schema.names()):
        return None
    if any(schema[column] != pl.Float64 for column in cell.columns):
        return None
    kept = frame.filter(*(pl.col(column) == value for column, value in cell.where))
    total = reduce(add, (pl.col(column) for column in cell.columns))
    return kept.select(YEAR, *_KEY, total.alias(name))


def _single(figures: pl.LazyFrame) -> pl.DataFrame | None:
    """The figures; None where there are none, or an area has two: another breakdown is in them."""
    found = figures.collect()
    if found.is_empty() or found.select(YEAR, *_KEY).is_duplicated().any():
        return None
    return found


def _told(table: _Table, year: int) -> Told:
    figures = table.figures.filter(pl.col(YEAR) == year)
    by_level = {
        level: figures.filter(pl.col(LEVEL) == level).to_dicts()
        for level in (NATIONAL, REGIONAL, AUTHORITY)
    }
    england = [_value(row, "England") for row in by_level[NATIONAL]]
    return Told(
        table.file.name,
        year,
        {row[NUMBER]: _value(row, row[NAME]) for row in by_level[AUTHORITY]},
        {row[REGION].lower(): _value(row, row[REGION]) for row in by_level[REGIONAL]},
        england[0] if england else None,
    )


def _value(row: Mapping[str, object], name: str) -> Value:
    count, out_of = row.get("count"), row.get("out_of")
    value = row["value"]
    assert isinstance(value, float)
    if isinstance(count, float) and isinstance(out_of, float):
        return Value(name, value, round(count), round(out_of))
    return Value(name, value)
