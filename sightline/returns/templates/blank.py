"""A template as a file to fill: a workbook with its lists and notes, or the headings as CSV."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sightline.returns.templates.declaring import Column, Template
from sightline.returns.templates.wording import (
    filling_of,
    kind_of,
    offer_of,
    replaced_by,
    rule_of,
)

FILL_IN, NOTES = "Fill in", "Notes"
_LAST_ROW = 1_048_575
_FIRST_DAY, _LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
_MADE = datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook's own date has no zone; ever the same
_NOTES_WIDTHS = (30, 60, 28, 32, 48, 26)
_NOTES_HEADINGS = ("Column", "What to write", "Kind", "Must it be filled?", "Words", "For example")

Formats = dict[str, Format]


def workbook(template: Template) -> bytes:
    """An xlsx: an empty sheet to fill in, its answers to pick from, and a sheet of notes.

    The example stands on the notes, a value a row, where no reader takes it for data.
    """
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": template.title, "created": _MADE})
        formats = {
            "heading": book.add_format(
                {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
            ),
            "title": book.add_format({"bold": True, "font_size": 14}),
            "date": book.add_format({"num_format": "dd/mm/yyyy"}),
            "text": book.add_format({"num_format": "@"}),
            "number": book.add_format({}),
            "words": book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"}),
        }
        _fill_in(book.add_worksheet(FILL_IN), template, formats)
        _notes(book.add_worksheet(NOTES), template, formats)
    return content.getvalue()


def headings_csv(template: Template) -> str:
    """The heading row alone, as CSV."""
    out = io.StringIO()
    csv.writer(out).writerow(column.heading for column in template.columns)
    return out.getvalue()


def _fill_in(sheet: Worksheet, template: Template, formats: Formats) -> None:
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(template.columns):
        kind = {"date": "date", "integer": "number", "number": "number"}.get(column.kind, "text")
        sheet.set_column(at, at, max(14, len(column.heading) // 2 + 6), formats[kind])
        sheet.write_string(0, at, column.heading, formats["heading"])
        sheet.data_validation(1, at, _LAST_ROW, at, _validation(column))


def _validation(column: Column) -> dict[str, Any]:
    """What the spreadsheet lets be typed, and what it says to whoever comes to the cell."""
    said = {"input_message": column.note, "error_title": "This cannot be read"}
    if column.offered:
        return said | {
            "validate": "list",
            "source": list(column.offered),
            "show_error": bool(column.choices) or column.kind == "flag",
            "error_message": "Pick one of the list, or leave the cell empty.",
        }
    if column.kind == "date":
        return said | {
            "validate": "date",
            "criteria": "between",
            "minimum": _FIRST_DAY,
            "maximum": _LAST_DAY,
            "error_message": "Write a date, day first, such as 31/01/2026.",
        }
    if column.kind in ("integer", "number"):
        return said | {
            "validate": "integer" if column.kind == "integer" else "decimal",
            "criteria": "between",
            "minimum": column.low,
            "maximum": column.high,
            "error_message": f"Write a {kind_of(column)}.",
        }
    return said | {"validate": "any"}


def _notes(sheet: Worksheet, template: Template, formats: Formats) -> None:
    for at, width in enumerate(_NOTES_WIDTHS):
        sheet.set_column(at, at, width)
    sheet.write_string(0, 0, template.title, formats["title"])
    above = [
        template.purpose,
        f"Kept by: {template.kept_by}",
        replaced_by(template),
        f"Fill in the sheet '{FILL_IN}'; leave its heading row as it is. Nothing here is read.",
        *(rule_of(basis) for basis in template.basis),
    ]
    for row, words in enumerate(above, start=1):
        sheet.write_string(row, 0, words)
    top = len(above) + 2
    for at, heading in enumerate(_NOTES_HEADINGS):
        sheet.write_string(top, at, heading, formats["heading"])
    for row, column in enumerate(template.columns, start=top + 1):
        cells = (
            column.heading,
            column.note,
            kind_of(column),
            filling_of(column),
            offer_of(column),
            column.example,
        )
        for at, words in enumerate(cells):
            sheet.write_string(row, at, words, formats["words"])
