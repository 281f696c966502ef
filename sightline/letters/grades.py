"""How an authority was judged over time, overall and for each area that a finding may bear on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sightline.letters.areas import JudgementArea, area_of
from sightline.letters.judgements import OVERALL
from sightline.letters.letter import Grade, Letter
from sightline.letters.passages import day_of

_DAYS_A_MONTH = 365.25 / 12
_RANKS = {
    Grade.INADEQUATE: 0,
    Grade.ADEQUATE: 1,
    Grade.REQUIRES_IMPROVEMENT: 1,
    Grade.GOOD: 2,
    Grade.OUTSTANDING: 3,
}
_NOT_AN_AREA = re.compile(r"(?i)adoption performance|safeguarding children board")
_LEAVERS = re.compile(r"(?i)care leavers")


@dataclass(frozen=True, slots=True)
class Given:
    """A grade and the day it was published; `source` is the report's file."""

    published: date
    grade: Grade
    source: str


def rank(grade: Grade) -> int:
    """0 for inadequate, 1 for requires improvement (or adequate), 2 good, 3 outstanding."""
    return _RANKS[grade]


def overall(letters: Sequence[Letter]) -> tuple[Given, ...]:
    """The overall judgements in the reports of one authority, the oldest first."""
    return _given(letters, lambda words: words == OVERALL)


def of_area(letters: Sequence[Letter], area: JudgementArea) -> tuple[Given, ...]:
    """The judgements of one area in the reports of one authority, the oldest first.

    Until 2023 one judgement was of children in care and care leavers together: it counts for both.
    """
    return _given(letters, lambda words: _judges(words, area))


def _judges(words: str, area: JudgementArea) -> bool:
    if _NOT_AN_AREA.search(words):
        return False
    if area is JudgementArea.CARE_LEAVERS:
        return bool(_LEAVERS.search(words))
    return area_of(words, ()) is area


def _given(letters: Sequence[Letter], wanted: Callable[[str], bool]) -> tuple[Given, ...]:
    found = []
    for letter in letters:
        day = day_of(letter)
        grades = [each.grade for each in letter.judgements if wanted(each.judgement)]
        if day and grades:
            found.append(Given(day, min(grades, key=rank), letter.path.name))
    return tuple(sorted(found, key=lambda each: (each.published, each.source)))


def months(start: date, end: date) -> float:
    """The months from one day to another, a month being a twelfth of 365.25 days."""
    return (end - start).days / _DAYS_A_MONTH
