"""A pack as an Excel workbook: what it says on the first sheet, then a sheet for each table."""

from __future__ import annotations

import re
from io import BytesIO

from sightline.jobs.workbook import Workbook
from sightline.packs.content import Pack, Section, Table

_LONGEST = 31  # characters that Excel allows in the name of a sheet
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_WIDTHS = (8, 110)


def xlsx(pack: Pack) -> bytes:
    """The pack as an .xlsx file."""
    file = BytesIO()
    book = Workbook(file)
    taken: set[str] = set()
    book.sheet(_name("Pack", taken), ("Level", pack.title), _said(pack), _WIDTHS)
    for _, section in pack.walk():
        table = section.more or section.table
        if table is not None:
            widths = [40, *(18 for _ in table.heads[1:])]
            book.sheet(_name(section.title, taken), table.heads, table.rows, widths)
    book.close()
    return file.getvalue()


def _said(pack: Pack) -> list[tuple[int | str, str]]:
    lines: list[tuple[int | str, str]] = [
        ("", f"{pack.authority}. {pack.standing}."),
        ("", pack.about),
    ]
    for level, section in pack.walk():
        lines.append((level, section.title))
        said = (section.sentence, *section.points, *section.notes, _pointer(section))
        lines += [("", each) for each in said if each]
    return lines


def _pointer(section: Section) -> str:
    table: Table | None = section.more or section.table
    return f"Table: {table.caption}" if table else ""


def _name(title: str, taken: set[str]) -> str:
    """A name for a sheet that Excel allows and no other sheet has."""
    plain = _FORBIDDEN.sub(" ", title).strip() or "Sheet"
    name, number = plain[:_LONGEST], 1
    while name.lower() in taken:
        number += 1
        ending = f" {number}"
        name = plain[: _LONGEST - len(ending)] + ending
    taken.add(name.lower())
    return name
