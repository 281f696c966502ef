"""Located SSDA903 tables, read: those that lie together are of one year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import polars as pl

from sightline.returns.checks import Header, run_checks
from sightline.returns.conform import Conformed, Located
from sightline.returns.conform_year import conform_of_year
from sightline.returns.ssda903.checks import CHECKS
from sightline.returns.ssda903.schema import SCHEMAS
from sightline.returns.ssda903.year import group_key, year_of
from sightline.returns.tables import ReadTable

Group = tuple[str, tuple[str, ...]]


def read(located: Sequence[Located], year: int | None) -> list[ReadTable]:
    """Every table typed by the schema of its year and checked, in the order given."""
    groups = [group_key(each.sheet.path) for each in located]
    years = _years(located, groups) if year is None else [year] * len(located)
    conformed = [_conform(each, of_year) for each, of_year in zip(located, years, strict=True)]
    headers = _headers(conformed, groups)
    for each, group in zip(conformed, groups, strict=True):
        each.issues.extend(
            run_checks(
                each.frame,
                each.table,
                CHECKS,
                each.located.place,
                year_end=each.period,
                header=headers.get(group),
            )
        )
    return [each.read_table() for each in conformed]


def _headers(conformed: Sequence[Conformed], groups: Sequence[Group]) -> dict[Group, Header]:
    """The children of the header tables of each group of files, where it has any."""
    found: dict[Group, list[pl.DataFrame]] = defaultdict(list)
    for each, group in zip(conformed, groups, strict=True):
        if each.table.name == "header":
            found[group].append(
                each.frame.select(pl.col("CHILD").alias("child"), pl.col("DOB").alias("header_dob"))
            )
    return {
        group: Header(pl.concat(frames).unique("child", keep="first", maintain_order=True))
        for group, frames in found.items()
    }


def _years(located: Sequence[Located], groups: Sequence[Group]) -> list[int | None]:
    """The year of each table: that of the files that lie with it, else its folder's one year."""
    held: dict[Group, list[Located]] = defaultdict(list)
    for each, group in zip(located, groups, strict=True):
        held[group].append(each)
    told = {
        key: year_of((each.heading.shape.table, each.cells) for each in tables)
        for key, tables in held.items()
    }
    folders: dict[str, set[int]] = defaultdict(set)
    for (folder, _), year in told.items():
        if year is not None:
            folders[folder].add(year)
    for key, year in told.items():
        if year is None and len(folders[key[0]]) == 1:
            told[key] = next(iter(folders[key[0]]))
    return [told[group] for group in groups]


def _conform(located: Located, year: int | None) -> Conformed:
    return conform_of_year(located, SCHEMAS, year, None if year is None else date(year, 3, 31))
