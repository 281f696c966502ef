"""What inspectors said and what was promised, for the public's page: asked through the site."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class Promised:
    """A thing to put right in the inspectors' exact words, and what is done about it.

    `actions` are (what is promised, by when, where it stands), each in words.
    """

    said: str
    by: str
    actions: tuple[tuple[str, str, str], ...]


def promised(today: date) -> tuple[Promised, ...]:
    """As the function that PROMISES_MADE names has it; nothing where none is named."""
    named = getattr(settings, "PROMISES_MADE", "")
    return cast("tuple[Promised, ...]", import_string(named)(today)) if named else ()
