"""Templates filled in as people fill them in. All of it is invented."""

from __future__ import annotations

from datetime import date
from typing import Any

from sightline.returns.templates import Template


def filled(template: Template, *rows: dict[str, Any]) -> list[list[object]]:
    """The heading row and rows as cells; `rows` are by our names for the columns."""
    names = [column.name for column in template.columns]
    return [
        [column.heading for column in template.columns],
        *([row.get(name) for name in names] for row in rows),
    ]


def day_first(value: object) -> str:
    """A value as people write it in a CSV."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return f"{value:g}" if isinstance(value, float) else str(value)


def in_words(template: Template, row: dict[str, Any]) -> dict[str, Any]:
    """A row of values kept, as the words and dates a person picks."""
    picked = {
        column.name: {choice.value: choice.words for choice in column.choices}
        for column in template.columns
    }
    return {name: picked[name].get(value, value) for name, value in row.items()}
