"""The measures that bear on a finding's themes."""

from collections.abc import Collection
from dataclasses import dataclass

from sightline.measures import catalogue


@dataclass(frozen=True, slots=True)
class Bearing:
    """A measure that bears on some of the themes asked for."""

    id: str
    title: str
    themes: tuple[str, ...]


def measures_on(themes: Collection[str]) -> tuple[Bearing, ...]:
    """The measures of the catalogue whose themes meet these; those that share the most first."""
    wanted = set(themes)
    found = [
        Bearing(each.id, each.title, tuple(theme for theme in each.themes if theme in wanted))
        for each in catalogue().values()
        if wanted & set(each.themes)
    ]
    return tuple(sorted(found, key=lambda each: -len(each.themes)))


def title_of(measure: str) -> str:
    """The title of a measure; an id that the catalogue no longer has is given as it is."""
    known = catalogue().get(measure)
    return known.title if known else measure
