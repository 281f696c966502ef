"""A template in words, the same on its notes sheet, on the pages and in the documentation."""

from __future__ import annotations

from sightline.returns.templates.declaring import Basis, Column, Template

_KINDS = {
    "text": "text",
    "code": "one of a list",
    "flag": "Yes or No",
    "date": "date, day first",
}


def kind_of(column: Column) -> str:
    """What to write: "date, day first", "whole number from 0 to 600"."""
    if column.kind in _KINDS:
        return _KINDS[column.kind]
    number = "whole number" if column.kind == "integer" else "number"
    return f"{number} from {column.low:g} to {column.high:g}"


def filling_of(column: Column) -> str:
    """Whether the column must be filled, and what becomes of the row if it is not."""
    if column.key:
        return "Yes: a row without it is not read"
    return "Yes" if column.required else "If known"


def offer_of(column: Column) -> str:
    """The words to pick from; nothing where there are none."""
    if column.kind == "flag" or not column.offered:
        return ""
    words = ", ".join(column.offered)
    return words if column.choices else f"{words}, or other words"


def replaced_by(template: Template) -> str:
    """When a row of a newer copy takes the place of an older copy's row."""
    names = [template[name].heading for name in template.same_row]
    same = f"{', '.join(names[:-1])} and {names[-1]}"
    return (
        "It is a running list: add rows and load it again. A row takes the place of an earlier "
        f"copy's row with the same {same}; earlier rows need not be repeated."
    )


def rule_of(basis: Basis) -> str:
    """What the law or guidance says, marked where nobody has read it in its source."""
    mark = "" if basis.verified else " [unverified]"
    return f"{basis.words} {basis.source}{mark}: {basis.url}"
