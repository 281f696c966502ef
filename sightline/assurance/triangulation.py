"""What five sources say of one theme, where they disagree, and how it stands by them.

Data, audits, reviews from outside, children and families, and staff each say one thing. Nothing is
averaged: one source from outside that says a thing is poor is not outvoted by three from inside
that say it is better. The status follows rules that a reader can follow, in the order given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from math import sqrt

from scipy.special import stdtrit


class Source(StrEnum):
    """Who or what speaks."""

    DATA = "data"
    AUDITS = "audits"
    REVIEWS = "external reviews"
    FAMILIES = "children and families"
    STAFF = "staff"


INSIDE = (Source.DATA, Source.AUDITS)
OUTSIDE = (Source.REVIEWS, Source.FAMILIES)


class Says(StrEnum):
    """What a source says: how a thing is, or which way it goes."""

    GOOD = "good"
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    POOR = "poor"
    NOTHING = "nothing"

    @property
    def side(self) -> int | None:
        """1 for what reassures, -1 for what does not, 0 for no change; None for silence."""
        return _SIDES[self]


_SIDES: dict[Says, int | None] = {
    Says.GOOD: 1,
    Says.BETTER: 1,
    Says.SAME: 0,
    Says.WORSE: -1,
    Says.POOR: -1,
    Says.NOTHING: None,
}


class Status(StrEnum):
    """How a theme stands by all its sources."""

    IMPROVING = "improving"
    GOOD = "good"
    NOT_IMPROVING = "not improving"
    DISPUTED = "disputed"
    NOT_SEEN_FROM_OUTSIDE = "not confirmed from outside"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Voice:
    """What one source says, on what evidence, of which day; `link` leads to it."""

    source: Source
    says: Says
    evidence: str = ""
    day: date | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sources of which one is rosier; `opposed` where one reassures and the other does not."""

    rosier: Voice
    other: Voice

    @property
    def opposed(self) -> bool:
        """Whether they say opposite things, and not only more and less."""
        return self.rosier.says.side == 1 and self.other.says.side == -1

    @property
    def sentence(self) -> str:
        """ "Data says better; children and families say poor"."""
        first, second = _said(self.rosier), _said(self.other)
        return f"{first[:1].upper()}{first[1:]}; {second}"


@dataclass(frozen=True, slots=True)
class Triangulated:
    """A theme by all its sources: its status, why in a sentence, and the disagreements."""

    voices: tuple[Voice, ...]
    status: Status
    why: str
    disagreements: tuple[Disagreement, ...]

    @property
    def inside_is_rosier(self) -> bool:
        """Whether a source from inside reassures where one from outside does not."""
        return any(
            each.opposed and each.rosier.source in INSIDE and each.other.source in OUTSIDE
            for each in self.disagreements
        )

    @property
    def conflicts(self) -> tuple[Disagreement, ...]:
        """The disagreements in which two sources say opposite things."""
        return tuple(each for each in self.disagreements if each.opposed)


def triangulated(voices: Iterable[Voice]) -> Triangulated:
    """Put the sources side by side. Raises ValueError where a source speaks twice."""
    spoken = list(voices)
    given = {each.source: each for each in spoken}
    if len(given) < len(spoken):
        raise ValueError("Each source speaks once.")
    rows = tuple(given.get(source, Voice(source, Says.NOTHING)) for source in Source)
    speaking = [each for each in rows if each.says.side is not None]
    status, why = _status(speaking)
    return Triangulated(rows, status, why, _disagreements(speaking))


def _status(speaking: Sequence[Voice]) -> tuple[Status, str]:
    """The first rule that fits, and the rule in words."""
    if not speaking:
        return Status.NOT_KNOWN, "No source says anything of it."
    against = [each for each in speaking if each.says.side == -1]
    if not against:
        return _unopposed(speaking)
    telling = [each for each in against if each.source is not Source.STAFF]
    if telling:
        return Status.NOT_IMPROVING, f"{_listed(telling)}: nothing from elsewhere outweighs that."
    return Status.DISPUTED, f"{_listed(against)}, and no other source does."


def _unopposed(speaking: Sequence[Voice]) -> tuple[Status, str]:
    """How it stands where no source says worse or poor."""
    rising = [each for each in speaking if each.says.side == 1]
    if not rising:
        return Status.NOT_IMPROVING, "No source sees it move."
    if not any(each.source in OUTSIDE for each in rising):
        return Status.NOT_SEEN_FROM_OUTSIDE, "Nobody from outside says so yet."
    if all(each.says is Says.GOOD for each in speaking):
        return Status.GOOD, f"{_listed(speaking)}."
    return Status.IMPROVING, f"{_listed(rising)}, and no source says worse or poor."


def _disagreements(speaking: Sequence[Voice]) -> tuple[Disagreement, ...]:
    found = []
    for one, two in combinations(speaking, 2):
        first, second = one.says.side or 0, two.says.side or 0
        if first != second:
            rosier, other = (one, two) if first > second else (two, one)
            found.append(Disagreement(rosier, other))
    return tuple(sorted(found, key=lambda each: not each.opposed))


def _said(voice: Voice) -> str:
    verb = "says" if voice.source is Source.DATA else "say"
    return f"{voice.source} {verb} {voice.says}"


def _listed(voices: Sequence[Voice]) -> str:
    said = [_said(each) for each in voices]
    joined = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    return f"{joined[:1].upper()}{joined[1:]}"


@dataclass(frozen=True, slots=True)
class Rosier:
    """By how many grades one picture is rosier than another of the same things.

    `low` and `high` are the limits that chance leaves (95%), None for fewer than two of them.
    """

    by: float
    of: int
    low: float | None
    high: float | None

    @property
    def beyond_chance(self) -> bool:
        """Whether the first picture is rosier even at the lower limit."""
        return self.low is not None and self.low > 0


def rosier(pairs: Sequence[tuple[int, int]]) -> Rosier | None:
    """Return by how many grades the first of each pair is rosier, on average over the pairs.

    A pair is two grades of one thing, 0 for the best; the second is of whoever looked afterwards.
    The limits are Student's for paired differences. None without pairs.
    """
    if not pairs:
        return None
    differences = [second - first for first, second in pairs]
    n = len(differences)
    mean = sum(differences) / n
    if n < 2:
        return Rosier(mean, n, None, None)
    variance = sum((each - mean) ** 2 for each in differences) / (n - 1)
    off = float(stdtrit(n - 1, 0.975)) * sqrt(variance / n)
    return Rosier(mean, n, mean - off, mean + off)
