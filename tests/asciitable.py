"""Little ASCII tables in tests: what a person reads is what the test puts in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

import pyarrow as pa

from sightline.returns.tables import ReadFile, ReadTable, no_issues

FLOAT = re.compile(r"\d{1,3}\.\d+")  # not an identifier that a spreadsheet made 50001.0


def rows(table: str) -> list[dict[str, str | None]]:
    """Rows of a `|`-separated table whose first line is the heading; `-` and empty are null."""
    lines = [line for line in table.strip().splitlines() if line.strip()]
    head, *body = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [
        {name: None if cell in ("", "-") else cell for name, cell in zip(head, line, strict=True)}
        for line in body
    ]


def day(text: str) -> date:
    """A date written 2026-01-31."""
    return date.fromisoformat(text)


def typed(value: str | None) -> object:
    """A cell as the value it stands for: a date, true or false, a small number, or text.

    A number written with a point, as 0.5, is a float.
    """
    if value is None or value in ("true", "false"):
        return None if value is None else value == "true"
    try:
        return day(value)
    except ValueError:
        if FLOAT.fullmatch(value):
            return float(value)
        return int(value) if value.isdigit() and len(value) < 5 else value


def read_table(
    return_name: str,
    table: str,
    text: str,
    *,
    year: int | None = None,
    period: date | None = None,
    path: str = "made-up",
) -> ReadTable:
    """A ReadTable as a reader would hand it on, from an ASCII table."""
    content: list[Mapping[str, object]] = [
        {name: typed(cell) for name, cell in row.items()} | {"source_row": number}
        for number, row in enumerate(rows(text), start=2)
    ]
    data = pa.Table.from_pylist(content)
    if period is None and year is not None:
        period = date(year, 3, 31)
    return ReadTable(path, return_name, table, year, period, data.num_rows, data, no_issues())


def ssda903(year: int, **tables: str) -> ReadFile:
    """One year's 903 as read, from ASCII tables by table name."""
    read = tuple(read_table("ssda903", name, text, year=year) for name, text in tables.items())
    return ReadFile("made-up", f"{year}{hash(str(tables))}", read)


def cin_census(year: int, **tables: str) -> ReadFile:
    """One year's CIN census as read, from ASCII tables by table name."""
    read = tuple(read_table("cin_census", name, text, year=year) for name, text in tables.items())
    return ReadFile("made-up", f"cin{year}{hash(str(tables))}", read)


def workforce(year: int, **tables: str) -> ReadFile:
    """One year's workforce census as read; it speaks of 30 September."""
    day_of = date(year, 9, 30)
    read = tuple(
        read_table("workforce", name, text, year=year, period=day_of)
        for name, text in tables.items()
    )
    return ReadFile("made-up", f"workforce{year}{hash(str(tables))}", read)


def ssd(as_at: str, **tables: str) -> ReadFile:
    """One extract of the SSD as read, on the day it speaks of."""
    read = tuple(read_table("ssd", name, text, period=day(as_at)) for name, text in tables.items())
    return ReadFile("made-up", f"ssd{as_at}{hash(str(tables))}", read)


def templates(as_at: str, **tables: str) -> ReadFile:
    """Sightline's own templates as read, on the day they speak of."""
    read = tuple(
        read_table("templates", name, text, period=day(as_at)) for name, text in tables.items()
    )
    return ReadFile("made-up", f"templates{as_at}{hash(str(tables))}", read)


def annex_a(as_at: str, **lists: str) -> tuple[ReadFile, date]:
    """One Annex A extract as read, with its date."""
    path = f"annex-a-{as_at}"
    read = tuple(read_table("annex_a", name, text, path=path) for name, text in lists.items())
    return ReadFile(path, f"{as_at}{hash(str(lists))}", read), day(as_at)


NOON = datetime.fromisoformat("2026-04-01T12:00:00+00:00")
