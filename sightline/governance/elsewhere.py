"""What boards need to know of the findings, asked through the site, which alone joins the apps."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class Letter:
    """A report in the register of findings. `day` is when it was said; may not be known."""

    number: int
    title: str
    day: date | None
    address: str


def found_wanting() -> dict[str, int]:
    """How many weaknesses inspectors found, by theme, as what FOUND_WANTING names has it."""
    return cast("dict[str, int]", import_string(settings.FOUND_WANTING)())


def letters_received() -> tuple[Letter, ...]:
    """The reports in the register, as the function that LETTERS_RECEIVED names has them."""
    return cast("tuple[Letter, ...]", import_string(settings.LETTERS_RECEIVED)())
