"""What people say of a theme, weighed: how they were asked, how many they are, of how many.

Weight decides which words speak for a source, and averages nothing: of those that weigh most, the
least favourable holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from sightline.assurance.triangulation import Says

FEW, MANY = 10, 30
A_SHARE = 0.3
LASTS = timedelta(days=548)
"""How long what was said speaks for today: a year and a half, a habit of this house."""


class Method(StrEnum):
    """How people were asked, or came to speak."""

    SURVEY = "survey"
    FORUM = "forum"
    VISIT = "visit"
    INTERVIEW = "interview"
    COMPLAINT = "complaint"


class Weight(IntEnum):
    """How much may rest on it."""

    LIGHT = 1
    FAIR = 2
    STRONG = 3

    @property
    def title(self) -> str:
        """ "Fair"."""
        return self.name.capitalize()


def weight(method: Method, people: int, asked: int | None) -> Weight:
    """Return the weight of words: fewer than 10 people, or who came unasked, weigh lightly.

    Strong are 30 people or more who answered a survey that 3 in 10 of those asked answered.
    """
    if people < FEW or method is Method.COMPLAINT:
        return Weight.LIGHT
    answered = people / asked if asked else 0.0
    surveyed = method is Method.SURVEY and people >= MANY and answered >= A_SHARE
    return Weight.STRONG if surveyed else Weight.FAIR


@dataclass(frozen=True, slots=True)
class Words:
    """One thing that people said: what it comes to, of which day, and its weight."""

    key: int
    says: Says
    on: date
    weight: Weight


_WORST_FIRST = (Says.POOR, Says.WORSE, Says.SAME, Says.BETTER, Says.GOOD)


def telling(words: Sequence[Words], today: date) -> Words | None:
    """Return the words that speak for a source today; None where nobody spoke lately.

    Of those of a year and a half, the weightiest; of those, the least favourable; then the newest.
    """
    recent = [each for each in words if today - LASTS <= each.on <= today]
    heaviest = max((each.weight for each in recent), default=Weight.LIGHT)
    standing = [each for each in recent if each.weight is heaviest]
    order = {says: place for place, says in enumerate(_WORST_FIRST)}
    return min(standing, key=lambda each: (order[each.says], -each.on.toordinal()), default=None)
