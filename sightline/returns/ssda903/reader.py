"""Located SSDA903 tables, read: those that lie together are of one year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

import polars as pl

from sightline.returns.checks import Header, run_checks
from sightline.returns.conform import Conformed, Located, each_in_turn
from sightline.returns.conform_year import conform_of_year
from sightline.returns.ssda903.checks import CHECKS
from sightline.returns.ssda903.schema import SCHEMAS
from sightline.returns.ssda903.year import group_key, year_of
from sightline.returns.tables import ReadTable

Group = tuple[str, tuple[str, ...]]


def read(located: list[Located], year: int | None) -> list[ReadTable]:
    """Every table typed by the schema of its year and checked, in the order given.

    The headers come first, for all checks look at them; then one table after the other, so that
    what the work on one takes is free again for the next.
    """
    groups = [group_key(each.sheet.path) for each in located]
    years = _years(located, groups) if year is None else [year] * len(groups)
    typed = {
        at: _conform(each, years[at])
        for at, each in enumerate(located)
        if each.heading.shape.table == "header"
    }
    headers = _headers((groups[at], header) for at, header in typed.items())
    read = []
    for at, each in enumerate(each_in_turn(located)):
        conformed = typed.pop(at) if at in typed else _conform(each, years[at])
        read.append(_checked(conformed, headers.get(groups[at])))
    return read


def _checked(conformed: Conformed, header: Header | None) -> ReadTable:
    conformed.issues.extend(
        run_checks(
            conformed.frame,
            conformed.table,
            CHECKS,
            conformed.place,
            year_end=conformed.period,
            header=header,
        )
    )
    return conformed.read_table()


def _headers(headers: Iterable[tuple[Group, Conformed]]) -> dict[Group, Header]:
    """The children of the header tables of each group of files, where it has any."""
    found: dict[Group, list[pl.DataFrame]] = defaultdict(list)
    for group, each in headers:
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
    told = {key: year_of(tables) for key, tables in held.items()}
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
