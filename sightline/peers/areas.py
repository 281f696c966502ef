"""Which areas there are, and which are alike: the list of codes and the statistical neighbours.

A set of neighbours is the department's, fixed for every authority; nobody here picks them.
"""

from __future__ import annotations

import re

import polars as pl

from sightline.peers.dfe import NAME, NUMBER, REGION, region_spelt
from sightline.peers.text_tables import ROW, Issue, TextTable, named

PLACE, NEIGHBOUR = "place", "neighbour"
NEIGHBOURS = 10
_NUMBERS, _NAMES = ("lanum", "oldlacode", "lanumber"), ("laname",)
_REGIONS = ("regionname", "goreg", "region")
_THREE_DIGITS = r"^\d{3}$"


def is_neighbours(table: TextTable) -> bool:
    """Whether a table names ten neighbours of each authority."""
    plain = _plain(table)
    return bool(set(_NUMBERS) & plain.keys()) and {f"sn{n}" for n in range(1, 11)} <= plain.keys()


def is_areas(table: TextTable) -> bool:
    """Whether a table lists authorities with their regions, and no figures."""
    plain = _plain(table)
    return {"lanumber", "laname", "region"} <= plain.keys() and len(table.columns) <= 6


def read_neighbours(table: TextTable) -> tuple[pl.DataFrame, list[Issue]]:
    """One row for each neighbour: NUMBER, NAME, REGION, PLACE (1 the closest) and NEIGHBOUR."""
    plain = _plain(table)
    number, name, region = (_first(plain, each) for each in (_NUMBERS, _NAMES, _REGIONS))
    wide = table.frame.select(
        pl.col(number).alias(NUMBER),
        (pl.col(name) if name else pl.lit("")).alias(NAME),
        region_spelt(pl.col(region) if region else pl.lit("")).alias(REGION),
        *(pl.col(plain[f"sn{n}"]).alias(str(n)) for n in range(1, NEIGHBOURS + 1)),
        ROW,
    ).filter(pl.col(NUMBER) != "")
    issues = _not_an_area(table.file, wide, NUMBER, "is no authority's number")
    places = [str(n) for n in range(1, NEIGHBOURS + 1)]
    for place in places:
        issues += _not_an_area(table.file, wide, place, f"is no neighbour's number (SN{place})")
    long = wide.filter(pl.col(NUMBER).str.contains(_THREE_DIGITS)).unpivot(
        on=places, index=[NUMBER, NAME, REGION], variable_name=PLACE, value_name=NEIGHBOUR
    )
    kept = long.filter(pl.col(NEIGHBOUR).str.contains(_THREE_DIGITS))
    return kept.with_columns(pl.col(PLACE).cast(pl.Int32)).sort(NUMBER, PLACE), issues


def read_areas(table: TextTable) -> tuple[pl.DataFrame, list[Issue]]:
    """One row for each authority: NUMBER, NAME and REGION. Regions and England are left aside."""
    plain = _plain(table)
    frame = table.frame.select(
        pl.col(plain["lanumber"]).alias(NUMBER),
        pl.col(plain["laname"]).alias(NAME),
        region_spelt(pl.col(plain["region"])).alias(REGION),
        ROW,
    ).filter(~pl.col(REGION).is_in(["", "NA"]))
    issues = _not_an_area(table.file, frame, NUMBER, "is no authority's number")
    return frame.filter(pl.col(NUMBER).str.contains(_THREE_DIGITS)).drop(ROW), issues


def _not_an_area(file: str, frame: pl.DataFrame, column: str, said: str) -> list[Issue]:
    rows = frame.filter(~pl.col(column).str.contains(_THREE_DIGITS)).select(ROW, column)
    return named(
        (
            Issue(file, row, column, value, f"Row {row} of {file}: '{value}' {said}.")
            for row, value in rows.iter_rows()
        ),
        file, column, len(rows),
    )  # fmt: skip


def _plain(table: TextTable) -> dict[str, str]:
    """Each heading by its letters and digits alone: "SN_1" and "SN1" are both sn1."""
    return {re.sub(r"[^a-z0-9]", "", head.lower()): head for head in sorted(table.columns)}


def _first(plain: dict[str, str], wanted: tuple[str, ...]) -> str:
    return next((plain[each] for each in wanted if each in plain), "")
