"""The measures that bear on a finding's themes, and how each stands now."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from sightline.measures import catalogue
from sightline.people.models import User


@dataclass(frozen=True, slots=True)
class Bearing:
    """A measure that bears on some of the themes asked for."""

    id: str
    title: str
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Now:
    """How a measure stands, as one person may see it.

    `value` and `verdict` are words, the verdict "" where nothing can be said. `affected` is the
    number of children it has not been met for; None where it counts none or is withheld, which
    `withheld` tells apart. `may_list`: whether this person may see which children they are.
    """

    as_at: date
    value: str
    verdict: str
    affected: int | None
    withheld: bool
    may_list: bool


def measures_on(themes: Collection[str]) -> tuple[Bearing, ...]:
    """The measures of the catalogue whose themes meet these; those that share the most first."""
    wanted = set(themes)
    found = [
        Bearing(each.id, each.title, tuple(theme for theme in each.themes if theme in wanted))
        for each in catalogue().values()
        if wanted & set(each.themes)
    ]
    return tuple(sorted(found, key=lambda each: -len(each.themes)))


def standing_of(bearing: Sequence[Bearing], user: User) -> tuple[tuple[Bearing, Now | None], ...]:
    """Each measure with how it stands now; None where the records cannot answer it.

    The figures' pages are another app: settings.MEASURES_SEEN names the function to ask.
    """
    named = getattr(settings, "MEASURES_SEEN", "")
    if not named:
        return tuple((each, None) for each in bearing)
    ask = cast(Callable[[Sequence[str], User], Mapping[str, Now]], import_string(named))
    now = ask([each.id for each in bearing], user)
    return tuple((each, now.get(each.id)) for each in bearing)


def title_of(measure: str) -> str:
    """The title of a measure; an id that the catalogue no longer has is given as it is."""
    known = catalogue().get(measure)
    return known.title if known else measure
