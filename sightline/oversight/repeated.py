"""What reviews said before and say again: the register is another app's."""

from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class RepeatFinding:
    """A confirmed weakness that an earlier review had found too."""

    wording: str
    times: int
    has_stood: str  # "6 years and 2 months"
    address: str


def repeat_findings() -> tuple[RepeatFinding, ...]:
    """The longest standing first; settings.REPEAT_FINDINGS names the function to ask."""
    named = getattr(settings, "REPEAT_FINDINGS", "")
    return cast(tuple[RepeatFinding, ...], import_string(named)()) if named else ()
