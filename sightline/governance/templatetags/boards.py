"""How a cell of a list, a version of history and a field are shown."""

from collections.abc import Iterable, Sequence
from datetime import date

from django import template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sightline import words
from sightline.governance.listings.listing import Cell, Link

register = template.Library()

_KINDS = {
    "select": "select",
    "textarea": "textarea",
    "file": "file-upload",
}


@register.filter
def cell(value: Cell) -> str | SafeString:
    """A cell as it stands on the page."""
    if isinstance(value, Link):
        return format_html('<a class="govuk-link" href="{}">{}</a>', value.href, value.words)
    if isinstance(value, date):
        return words.short_day(value)
    return "" if value is None else str(value)


@register.filter
def under(row: Sequence[Cell], columns: Iterable[str]) -> list[tuple[str, Cell]]:
    """Each cell but the first with its heading."""
    return list(zip(columns, row, strict=True))[1:]


@register.filter
def shown_as(field: BoundField) -> str:
    """The component that a field is shown with."""
    return _KINDS.get(field.widget_type, "input govuk-input--width-20")
