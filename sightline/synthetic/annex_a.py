"""One monthly Annex A workbook under Ofsted's headings.

The lists of children in care, care leavers, adoption and protection plans are run every month; the
six lists of the front door twice a year and for the newest workbook. Each looks back six months, so
nothing is lost between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from sightline.returns.annex_a.lists import LISTS
from sightline.synthetic import annex_a_care as care
from sightline.synthetic import annex_a_front as front
from sightline.synthetic.authority import Authority
from sightline.synthetic.files import DATE, NUMBER, TEXT, Sheet

SOURCES: dict[str, Callable[[Authority, int], Iterator[care.Row]]] = {
    "list_1": front.list_1, "list_2": front.list_2, "list_3": front.list_3, "list_4": front.list_4,
    "list_5": front.list_5, "list_6": front.list_6, "list_7": front.list_7, "list_8": care.list_8,
    "list_9": care.list_9, "list_10": care.list_10, "list_11": care.list_11,
}  # fmt: skip
MONTHLY = ("list_7", "list_8", "list_9", "list_10", "list_11")
MONTHS_OF_ALL_LISTS = (3, 9)


def is_whole(authority: Authority, on: int) -> bool:
    """Whether a day's workbook holds all eleven lists."""
    return date.fromordinal(on).month in MONTHS_OF_ALL_LISTS or on in (
        authority.extracts[0],
        authority.extracts[-1],
    )


def sheets_for(authority: Authority, on: int) -> dict[str, Sheet]:
    """The lists as extracted on a day, by our short names of the lists."""
    sheets = {}
    whole = is_whole(authority, on)
    for listed in LISTS:
        if not whole and listed.name not in MONTHLY:
            continue
        columns = [column.name for column in listed.columns]
        kinds = [
            column.kind if column.kind in (DATE, NUMBER) else TEXT for column in listed.columns
        ]
        sheet = Sheet(
            listed.name.replace("list_", "List "), columns,
            [column.heading for column in listed.columns], kinds,
        )  # fmt: skip
        sheet.rows = [
            [row.get(column) for column in columns] for row in SOURCES[listed.name](authority, on)
        ]
        sheets[listed.name] = sheet
    return sheets
