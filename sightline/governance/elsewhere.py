"""What boards need to know of the findings, asked through the site, which alone joins the apps."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from sightline.people.models import User


@dataclass(frozen=True, slots=True)
class Letter:
    """A report in the register of findings about the authority itself.

    `day` is when it was received, else when it was said; may not be known. `wanting` counts the
    weaknesses confirmed from it.
    """

    number: int
    title: str
    day: date | None
    address: str
    wanting: int = 0


@dataclass(frozen=True, slots=True)
class Issue:
    """A pack as it was issued. Packs of one `run` hold the same figures of the same `load`."""

    number: int
    title: str
    load: int
    run: str
    address: str


@dataclass(frozen=True, slots=True)
class FigureToday:
    """A measure's newest figure as one person may see it.

    `number` is the value as it is written (80 for 80%); None where there is none to see.
    `withheld`: it rests on so few children that this person may not see it.
    """

    title: str
    said: str
    number: float | None
    as_at: date
    withheld: bool
    address: str


def found_wanting() -> dict[str, int]:
    """How many weaknesses inspectors found, by theme, as what FOUND_WANTING names has it."""
    return cast("dict[str, int]", import_string(settings.FOUND_WANTING)())


def letters_received() -> tuple[Letter, ...]:
    """The reports in the register, as the function that LETTERS_RECEIVED names has them."""
    return cast("tuple[Letter, ...]", import_string(settings.LETTERS_RECEIVED)())


def packs_issued() -> tuple[Issue, ...]:
    """Every issue of every pack, newest first, as the function that PACKS_ISSUED names has them."""
    return cast("tuple[Issue, ...]", import_string(settings.PACKS_ISSUED)())


def figures_today(measures: Collection[str], user: User) -> Mapping[str, FigureToday]:
    """The newest figure of each measure that has one, as FIGURES_TODAY has it for this person."""
    ask = cast(
        "Callable[[Collection[str], User], Mapping[str, FigureToday]]",
        import_string(settings.FIGURES_TODAY),
    )
    return ask(measures, user) if measures else {}
