"""When inspectors came: the days to mark on a chart, and the one from which pace is judged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class Visit:
    """The last day on which inspectors were there; a visit between inspections is not `full`."""

    day: date
    full: bool

    @property
    def said(self) -> str:
        """What it is, in one word."""
        return "Inspection" if self.full else "Visit"


def visits() -> tuple[Visit, ...]:
    """Every inspection and visit of the register, the earliest first.

    The register is another app's: settings.INSPECTORS_CAME names the function to ask.
    """
    named = getattr(settings, "INSPECTORS_CAME", "")
    return cast(tuple[Visit, ...], import_string(named)()) if named else ()


def inspected_on(came: Iterable[Visit]) -> date | None:
    """The last day of the newest inspection among visits; None where there is none."""
    return max((visit.day for visit in came if visit.full), default=None)
