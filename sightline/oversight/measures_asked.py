"""What the measures page is asked for, and its contents: the areas and what is in each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sightline.insight.trust import Level
from sightline.measures import Measure, MeasureFigures
from sightline.measures.audiences import Audience
from sightline.oversight.changes import Changed

CHANGED, WORSE, NOT_TO_BE_USED = "changed", "worse", "not-to-be-used"
SHOW = {
    CHANGED: "Changed beyond chance",
    WORSE: "Worse, beyond chance",
    NOT_TO_BE_USED: "Not to be used",
}
AUDIENCES = [audience.value for audience in Audience]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the page is narrowed to; blank is everything."""

    words: str = ""
    area: str = ""
    audience: str = ""
    show: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Wanted":
        """The words, area, audience and state of the address; a choice that is none is dropped."""
        audience, show = query.get("audience", ""), query.get("show", "")
        return cls(
            words=query.get("q", "").strip(),
            area=query.get("area", ""),
            audience=audience if audience in AUDIENCES else "",
            show=show if show in SHOW else "",
        )

    @property
    def narrowed(self) -> bool:
        """Whether anything was asked for: otherwise the page shows its contents."""
        return any((self.words, self.area, self.audience, self.show))

    def fits(self, found: MeasureFigures, changed: Mapping[str, Changed]) -> bool:
        """Whether the measure is one of those asked for."""
        measure = found.measure
        return (
            _said_in(self.words, measure)
            and self.area in ("", measure.area)
            and (not self.audience or self.audience in measure.audiences)
            and (not self.show or self.show in states(found, changed))
        )


@dataclass(frozen=True, slots=True)
class AreaCount:
    """An area of the contents, and how many of its measures there are of each kind."""

    title: str
    measures: int
    changed: int
    worse: int
    not_to_be_used: int


def contents(
    found: Sequence[MeasureFigures], changed: Mapping[str, Changed]
) -> tuple[AreaCount, ...]:
    """The areas in the catalogue's order."""
    return tuple(
        _count(area, [states(each, changed) for each in members])
        for area, members in groupby(found, key=lambda each: each.measure.area)
    )


def states(found: MeasureFigures, changed: Mapping[str, Changed]) -> tuple[str, ...]:
    """Which of SHOW a measure is."""
    change = changed.get(found.measure.id)
    said = {
        CHANGED: change is not None,
        WORSE: change is not None and change.worse,
        NOT_TO_BE_USED: found.latest.level is Level.NOT_TO_BE_USED,
    }
    return tuple(name for name, holds in said.items() if holds)


def _count(area: str, members: Iterable[tuple[str, ...]]) -> AreaCount:
    listed = list(members)
    return AreaCount(
        area,
        len(listed),
        *(sum(name in each for each in listed) for name in (CHANGED, WORSE, NOT_TO_BE_USED)),
    )


def _said_in(words: str, measure: Measure) -> bool:
    """Whether every word stands in the title, the question or the id."""
    told = f"{measure.title} {measure.question} {measure.id}".casefold()
    return all(word in told for word in words.casefold().split())
