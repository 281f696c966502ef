"""The department's "explore education statistics" files, and the LAIT brought to their shape.

Every underlying CSV of that service has the same columns of time and place; what is left are
filters (words) and indicators (numbers, or a sign where one is not given).
Source: explore-education-statistics.service.gov.uk, "Guidance: open data standards" [unverified].
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

import polars as pl

from sightline.peers.text_tables import ROW, Issue, TextTable, named

NATIONAL, REGIONAL, AUTHORITY = "National", "Regional", "Local authority"
YEAR, LEVEL, REGION = "time_period", "geographic_level", "region_name"
NUMBER, CODE, NAME = "old_la_code", "new_la_code", "la_name"
PLACES = (YEAR, LEVEL, REGION, NUMBER, CODE, NAME)
"""The columns that every kept table of figures has; the rest are its filters and indicators."""
_LEFT = {"time_identifier", "country_code", "country_name", "region_code", ROW}
_LEVELS = {each.casefold(): each for each in (NATIONAL, REGIONAL, AUTHORITY)}
_FINER = {
    "local authority district", "school", "provider", "ward", "multi academy trust", "mat",
    "parliamentary constituency", "local enterprise partnership", "english devolved area",
    "opportunity area", "rsc region", "institution", "sponsor", "planning area", "lsip",
    "local skills improvement plan area", "police force area", "msoa",
}  # fmt: skip
NOT_GIVEN = ("", "c", "x", "z", "u", "k", "low", ":", ".", "..", "-", "~", "NA", "N/A")
"""Signs of a figure not given: c confidential, x not available, z not applicable, u unreliable,
k and low rounded to nought; older files write the others."""
FEWEST_NUMBERS = 0.5  # of a column's cells, for it to be an indicator and not a filter
LAIT = {"Short Desc", "Years", "LA and Regions", "Values", "LA Number", "Region"}
LAIT_ENGLAND = "970"
_REGIONS = {"london (inner)": "Inner London", "london (outer)": "Outer London"}


def is_dfe(table: TextTable) -> bool:
    """Whether a table has the columns of time and place."""
    return {YEAR, LEVEL} <= table.columns and bool({NUMBER, "country_code"} & table.columns)


def is_lait(table: TextTable) -> bool:
    """Whether a table is the LAIT's long one."""
    return table.columns >= LAIT


def read_dfe(table: TextTable) -> tuple[pl.DataFrame, list[Issue]]:
    """PLACES, filters as text and indicators as numbers; what was wrong. Good rows are kept."""
    frame = table.frame.with_columns(
        pl.lit("").alias(column) for column in PLACES if column not in table.frame.columns
    )
    return _read(table.file, frame)


def read_lait(table: TextTable) -> tuple[pl.DataFrame, list[Issue]]:
    """As `read_dfe`: `Short Desc` is the filter that names the indicator, `Values` its number."""
    region, number = pl.col("Region"), pl.col("LA Number").str.replace(r"\.0$", "")
    level = (
        pl.when(number == LAIT_ENGLAND)
        .then(pl.lit(NATIONAL))
        .when(region.is_in(["", "NA"]))
        .then(pl.lit(REGIONAL))
        .otherwise(pl.lit(AUTHORITY))
    )
    name = pl.col("LA and Regions")
    frame = table.frame.select(
        pl.col("Years").alias(YEAR),
        level.alias(LEVEL),
        pl.when(level == AUTHORITY).then(region).otherwise(name).alias(REGION),
        pl.when(level == AUTHORITY).then(number).otherwise(pl.lit("")).alias(NUMBER),
        pl.lit("").alias(CODE),
        pl.when(level == AUTHORITY).then(name).otherwise(pl.lit("")).alias(NAME),
        "Short Desc",
        "Values",
        ROW,
    )
    return _read(table.file, frame, ["Values"], {YEAR: "Years", NUMBER: "LA Number"})


def region_spelt(name: pl.Expr) -> pl.Expr:
    """A region's name as the department's newer files spell it."""
    return name.str.to_lowercase().replace_strict(_REGIONS, default=name)


def year_of(period: str) -> int | None:
    """The year in which a published period ends; None where it cannot be read.

    2025, 202425, 2024-25, 2024/25, 2023/24-24/25 and 2025 (prov) all end in 2025.
    """
    words = re.sub(r"\s*\([^)]*\)$", "", period.strip())
    if match := re.fullmatch(r"(20\d\d)(\d\d)", words):
        begun, ended = int(match[1]), int(match[2])
        return begun + 1 if (begun + 1) % 100 == ended else None
    if not re.fullmatch(r"(19|20)\d\d([/-]\d\d){0,3}", words):
        return None
    return int(words[:2]) * 100 + int(words[-2:])


def _read(
    file: str,
    frame: pl.DataFrame,
    indicators: list[str] | None = None,
    heads: Mapping[str, str] = MappingProxyType({}),
) -> tuple[pl.DataFrame, list[Issue]]:
    """`heads`: what the file itself calls a column of time or place, for messages."""
    frame, issues = _placed(file, frame, heads)
    others = [each for each in frame.columns if each not in {*PLACES, *_LEFT}]
    if indicators is None:
        indicators = [each for each in others if _is_indicator(frame[each])]
    if not indicators:
        return frame.clear(), [Issue(file, 1, "", "", f"{file} has no column of figures.")]
    for column in indicators:
        issues += _not_numbers(file, frame, column)
    kept = frame.select(
        *PLACES,
        *(pl.col(each) for each in others if each not in indicators),
        *(_number(each).alias(each) for each in indicators),
    ).with_columns(region_spelt(pl.col(REGION)).alias(REGION))
    return kept, issues


def _placed(
    file: str, frame: pl.DataFrame, heads: Mapping[str, str]
) -> tuple[pl.DataFrame, list[Issue]]:
    """The rows of a known period and place; an issue for each row that has none."""
    level = pl.col(LEVEL).str.to_lowercase()
    frame = frame.filter(~level.is_in(sorted(_FINER)))
    years = {each: year_of(each) for each in frame[YEAR].unique().to_list()}
    frame = frame.with_columns(
        pl.col(YEAR).replace_strict(years, return_dtype=pl.Int32).alias("_year"),
        level.replace_strict(_LEVELS, default=None, return_dtype=pl.String).alias("_level"),
    )
    nameless = (pl.col("_level") == AUTHORITY) & (pl.col(NUMBER) == "")
    wrong = [
        (YEAR, pl.col("_year").is_null(), "is not a year"),
        (LEVEL, pl.col("_level").is_null(), "is no kind of area that is known"),
        (NUMBER, nameless.fill_null(value=False), "names no authority"),
    ]
    issues = [
        issue
        for column, bad, said in wrong
        for issue in _left_out(file, frame.filter(bad), (column, heads.get(column, column)), said)
    ]
    kept = frame.filter(~pl.any_horizontal(bad for _, bad, _ in wrong))
    return kept.with_columns(pl.col("_year").alias(YEAR), pl.col("_level").alias(LEVEL)).drop(
        "_year", "_level"
    ), issues


def _left_out(file: str, wrong: pl.DataFrame, column: tuple[str, str], said: str) -> list[Issue]:
    """An issue for each row; `column` is ours, and as the file calls it."""
    ours, head = column
    return named(
        (
            Issue(
                file, row, head, value,
                f"Row {row} of {file}: {head} '{value}' {said}. The row is left out.",
            )
            for row, value in wrong.select(ROW, ours).iter_rows()
        ),
        file, head, len(wrong),
    )  # fmt: skip


def _number(column: str) -> pl.Expr:
    number = pl.col(column).str.replace_all(",", "", literal=True).cast(pl.Float64, strict=False)
    return pl.when(number.is_finite()).then(number)


def _is_given(column: str) -> pl.Expr:
    return ~pl.col(column).str.to_lowercase().is_in([each.lower() for each in NOT_GIVEN])


def _is_indicator(cells: pl.Series) -> bool:
    """Whether most of what is given is numbers; a column of signs alone is one too."""
    column = cells.name
    given = cells.to_frame().filter(_is_given(column))
    if given.is_empty():
        return bool((cells != "").any())
    return float(given.select(_number(column).is_not_null().mean()).item()) > FEWEST_NUMBERS


def _not_numbers(file: str, frame: pl.DataFrame, column: str) -> list[Issue]:
    rows = frame.filter(_is_given(column) & _number(column).is_null()).select(ROW, column)
    return named(
        (
            Issue(
                file, row, column, value,
                f"Row {row} of {file}: {column} '{value}' is not a number. It counts as not given.",
            )
            for row, value in rows.iter_rows()
        ),
        file, column, len(rows),
    )  # fmt: skip
