"""Who else was told the same, and what their later reports said of it.

A precedent is another authority's report that found the same shortfall; what became of it is read
from that authority's later reports and from its judgements of the area the finding bears on. That a
later report does not mention it is not that it was put right: a visit looks at one part of the
work. What helped is not in the reports.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np

from sightline.letters.areas import JudgementArea, area_of
from sightline.letters.grades import Given, months, of_area, rank
from sightline.letters.letter import Direction, Grade, Letter
from sightline.letters.likeness import likeness, weights
from sightline.letters.passages import Passage, day_of, is_shortfall, passages_of
from sightline.letters.recurrence import Sighting, sighting_as_json, sighting_of
from sightline.letters.themes import themes_of
from sightline.letters.traits import Floats, Traits, traits_of

MOST_PRECEDENTS = 20
_PRAISE = {Direction.STRENGTH, Direction.PROGRESS}


class Standing(StrEnum):
    """What a later report said of a finding."""

    STILL_WEAK = "still_weak"
    PROGRESS = "progress"
    STRENGTH = "strength"
    NOT_MENTIONED = "not_mentioned"

    @property
    def plain(self) -> str:
        """The standing in plain English."""
        return _STANDINGS[self]


_STANDINGS = {
    Standing.STILL_WEAK: "Still weak",
    Standing.PROGRESS: "Better than before",
    Standing.STRENGTH: "A strength",
    Standing.NOT_MENTIONED: "Not mentioned",
}


@dataclass(frozen=True, slots=True)
class Later:
    """What one later report said of it; `sighting` is where, None where it is not mentioned."""

    source: str
    published: date
    standing: Standing
    sighting: Sighting | None


@dataclass(frozen=True, slots=True)
class Precedent:
    """The same shortfall in another authority's report, and what came of it.

    `found` is the likest passage, of a report that others followed where there is one. `grades` are
    the judgements of the finding's area, from the newest not after `found` onwards.
    """

    authority: str
    found: Sighting
    area: JudgementArea | None
    later: tuple[Later, ...]
    grades: tuple[Given, ...]

    @property
    def graded_then(self) -> Grade | None:
        """The area's grade when it was found, None where no report before says."""
        return self.grades[0].grade if self._judged_then() else None

    @property
    def months_to_better(self) -> float | None:
        """Months until the area was judged better than then; None where that is not reached."""
        if self.graded_then is None:
            return None
        return self._months_until(rank(self.graded_then) + 1)

    @property
    def months_to_good(self) -> float | None:
        """Months until the area was judged good or better; None where that is not reached, or where
        it was good when it was found."""
        if self.graded_then is not None and rank(self.graded_then) >= rank(Grade.GOOD):
            return None
        return self._months_until(rank(Grade.GOOD))

    def _judged_then(self) -> bool:
        day = self.found.published
        return bool(self.grades and day and self.grades[0].published <= day)

    def _months_until(self, least: int) -> float | None:
        day = self.found.published
        if day is None:
            return None
        after = (each for each in self.grades if each.published > day)
        reached = next((each for each in after if rank(each.grade) >= least), None)
        return months(day, reached.published) if reached else None


@dataclass(frozen=True, slots=True)
class Library:
    """Reports made ready to be looked through: make it once, ask it often."""

    letters: dict[str, tuple[Letter, ...]]
    weak: tuple[Passage, ...]
    weak_traits: Traits
    praise: tuple[Passage, ...]
    praise_traits: Traits

    @classmethod
    def of(cls, letters: Sequence[Letter]) -> Library:
        """The library of these reports; those without authority or day are left out."""
        by_authority: dict[str, tuple[Letter, ...]] = {}
        for letter in letters:
            name = (letter.authority or "").casefold()
            by_authority[name] = (*by_authority.get(name, ()), letter)
        passages = [each for letter in letters for each in passages_of(letter)]
        weak = tuple(each for each in passages if is_shortfall(each))
        praise = tuple(
            each for each in passages if not is_shortfall(each) and each.direction in _PRAISE
        )
        return cls(by_authority, weak, traits_of(weak), praise, traits_of(praise, praised=True))


def passage_of_words(words: str, authority: str = "", day: date = date.max) -> Passage:
    """Words that a person typed, as a passage that asks for something to be better."""
    return Passage(
        source="",
        authority=authority,
        published=day,
        page=0,
        paragraph="",
        section="",
        text=words,
        themes=themes_of(words),
        direction=Direction.WEAKNESS,
        asked=True,
        body="",
    )


def precedents(
    passage: Passage, library: Library, most: int = MOST_PRECEDENTS
) -> tuple[Precedent, ...]:
    """Other authorities' reports that found the same, the likest first, one for each authority."""
    scores = likeness(traits_of([passage]), library.weak_traits)[0]
    same: dict[str, list[int]] = {}
    for place in np.flatnonzero(scores >= weights().threshold):
        name = library.weak[place].authority.casefold()
        if name != passage.authority.casefold():
            same.setdefault(name, []).append(int(place))
    likest = sorted(same, key=lambda name: -max(scores[place] for place in same[name]))
    return tuple(_precedent(same[name], library, scores) for name in likest[:most])


def _precedent(places: list[int], library: Library, scores: Floats) -> Precedent:
    letters = library.letters[library.weak[places[0]].authority.casefold()]
    newest = max(each for each in map(day_of, letters) if each)
    followed = [place for place in places if library.weak[place].published < newest]
    place = max(followed or places, key=lambda each: float(scores[each]))
    passage = library.weak[place]
    area = area_of(passage.section, passage.themes)
    grades = of_area(letters, area) if area else ()
    return Precedent(
        passage.authority,
        sighting_of(passage, float(scores[place])),
        area,
        _later(passage, place, library),
        _from_then(grades, passage.published),
    )


def _from_then(grades: tuple[Given, ...], day: date) -> tuple[Given, ...]:
    """The newest judgement not after the day, and those that follow."""
    before = sum(1 for each in grades if each.published <= day)
    return grades[max(0, before - 1) :]


def _later(passage: Passage, place: int, library: Library) -> tuple[Later, ...]:
    """What each later report of the same authority said of the passage, the oldest first."""
    name = passage.authority.casefold()
    traits = library.weak_traits.rows([place])
    found: dict[tuple[date, str], Later] = {}
    for letter in library.letters[name]:
        for each in passages_of(letter)[:1]:
            if each.published > passage.published:
                key = (each.published, each.source)
                found[key] = Later(each.source, each.published, Standing.NOT_MENTIONED, None)
    for passages, all_traits in (
        (library.praise, library.praise_traits),
        (library.weak, library.weak_traits),
    ):
        mine = [n for n, each in enumerate(passages) if each.authority.casefold() == name]
        scores = likeness(all_traits.rows(mine), traits)[:, 0]
        for row in np.argsort(scores):  # the likest is written last
            said, score = passages[mine[row]], float(scores[row])
            key = (said.published, said.source)
            if score >= weights().threshold and key in found:
                found[key] = replace(
                    found[key], standing=_standing(said), sighting=sighting_of(said, score)
                )
    return tuple(found[key] for key in sorted(found))


def _standing(passage: Passage) -> Standing:
    if is_shortfall(passage):
        return Standing.STILL_WEAK
    return Standing.STRENGTH if passage.direction is Direction.STRENGTH else Standing.PROGRESS


def precedents_as_json(found: Sequence[Precedent]) -> list[dict[str, Any]]:
    """The precedents as JSON; months to a tenth, null where the reports do not reach."""
    return [
        {
            "authority": each.authority,
            "found": sighting_as_json(each.found),
            "area": each.area.value if each.area else None,
            "graded_then": each.graded_then.value if each.graded_then else None,
            "months_to_better": _tenth(each.months_to_better),
            "months_to_good": _tenth(each.months_to_good),
            "later": [
                {
                    "source": later.source,
                    "published": later.published.isoformat(),
                    "standing": later.standing.value,
                    "sighting": sighting_as_json(later.sighting) if later.sighting else None,
                }
                for later in each.later
            ],
        }
        for each in found
    ]


def _tenth(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
