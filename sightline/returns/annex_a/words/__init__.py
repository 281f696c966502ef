"""What authorities write in the coded columns of Annex A, and what they mean: rules, not lists."""

from __future__ import annotations

from collections.abc import Callable

from sightline.returns.annex_a.lists import Column
from sightline.returns.annex_a.words.about_the_child import read_sex, read_yes_no

Reader = Callable[[str], str | bool | None]

_READERS: dict[str, Reader] = {
    "sex": read_sex,
}


def reader_for(table: str, column: Column) -> Reader | None:
    """The reader of a column's words; None for a column of plain text, dates or numbers."""
    if column.kind == "yes_no":
        return read_yes_no
    if column.kind == "code":
        return _READERS.get(f"{table}.{column.name}") or _READERS.get(column.name) or str
    return None
