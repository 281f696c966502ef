"""How an issue is put on a page."""

import re

from django import template

register = template.Library()

_PLACE = re.compile(r"Row [\d,]+ of .*?: ")


@register.filter
def without_place(message: str) -> str:
    """An issue's message without "Row 14 of episodes.csv: ", where the page says that beside it."""
    placed = _PLACE.match(message)
    return message[placed.end() :] if placed else message
