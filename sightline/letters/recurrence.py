"""What an authority was told before: earlier sightings of a later report's shortfalls.

Each improvement, and each finding that is a weakness, of a later report is set beside those of the
same authority's earlier reports; `likeness` says how likely two tell of the same. How often it is
right is measured on pairs labelled by reading: `python benchmarks/recurrence.py` prints it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import numpy as np

from sightline.letters.letter import Direction, Letter
from sightline.letters.likeness import likeness, weights
from sightline.letters.passages import Passage, is_shortfall, passages_of
from sightline.letters.traits import Floats, Traits, traits_of

MOST_PER_LETTER = 3
_PRAISE = {Direction.STRENGTH, Direction.PROGRESS}


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where an earlier report spoke of much the same; `score` runs from 0 to 1.

    `body` says who said it: "" where the words are the authority's own or repeat another's.
    """

    source: str
    page: int
    text: str
    score: float
    published: date | None
    paragraph: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A passage of a later report with its earlier sightings, the oldest first.

    `praised` are earlier passages that called the same good or better: where there are any, it has
    regressed. `body` is as in Sighting.
    """

    text: str
    page: int
    source: str
    earlier: tuple[Sighting, ...]
    published: date | None = None
    paragraph: str = ""
    body: str = ""
    praised: tuple[Sighting, ...] = ()

    @property
    def said_first(self) -> date | None:
        """The day of the oldest report that said it."""
        days = [each.published for each in self.earlier if each.published]
        return min(days, default=self.published)

    @property
    def stood_days(self) -> int | None:
        """The days from the first report that said it to this one."""
        if self.published is None or self.said_first is None:
            return None
        return (self.published - self.said_first).days

    @property
    def times_said(self) -> int:
        """How many reports said it, this one among them."""
        return len({self.source, *(each.source for each in self.earlier)})

    @property
    def witnesses(self) -> int:
        """How many of those reports are by somebody who looked for themselves.

        The authority's own words, and what repeats another's, are none; a recommendation that a
        cover report carries and the report it comes from are one.
        """
        said = [(self.body, self.source, self.published)]
        said += [(each.body, each.source, each.published) for each in self.earlier]
        return witnesses_of(said)

    @property
    def regressed(self) -> bool:
        """Whether an earlier report had called it good, or better."""
        return bool(self.praised)


def compare(letters: Sequence[Letter]) -> tuple[Recurrence, ...]:
    """Every recurrence between reports of one authority, by report and order of print.

    Reports without an authority or without any date are left out, as are reports of which there is
    only one for their authority. Only what a person may call a shortfall is compared; what is only
    praised before and weak now is no recurrence, but told in `praised` where it is one as well.
    """
    by_authority: dict[str, list[Letter]] = {}
    for letter in letters:
        by_authority.setdefault((letter.authority or "").casefold(), []).append(letter)
    return tuple(
        recurrence
        for name, same in by_authority.items()
        if name and len(same) > 1
        for recurrence in _of_authority([each for letter in same for each in passages_of(letter)])
    )


def witnesses_of(said: Sequence[tuple[str, str, date | None]]) -> int:
    """How many reports of independent reviewers these are: (body, source, day) of each saying.

    Words without a body are no witness. Two reports of one body on one day are one report in two
    files.
    """
    return len({(body, day or source) for body, source, day in said if body})


def recurrences_as_json(recurrences: Sequence[Recurrence]) -> dict[str, Any]:
    """The recurrences as the JSON of `sightline letters compare --json`."""
    return {"recurrences": [_recurrence_as_json(each) for each in recurrences]}


def _recurrence_as_json(recurrence: Recurrence) -> dict[str, Any]:
    return {
        "text": recurrence.text,
        "page": recurrence.page,
        "paragraph": recurrence.paragraph,
        "source": recurrence.source,
        "said_first": recurrence.said_first.isoformat() if recurrence.said_first else None,
        "stood_days": recurrence.stood_days,
        "times_said": recurrence.times_said,
        "witnesses": recurrence.witnesses,
        "regressed": recurrence.regressed,
        "earlier": [sighting_as_json(sighting) for sighting in recurrence.earlier],
        "praised": [sighting_as_json(sighting) for sighting in recurrence.praised],
    }


def sighting_as_json(sighting: Sighting) -> dict[str, Any]:
    """A sighting as JSON; its day as YYYY-MM-DD or null."""
    return {
        "source": sighting.source,
        "page": sighting.page,
        "paragraph": sighting.paragraph,
        "text": sighting.text,
        "score": round(sighting.score, 3),
        "published": sighting.published.isoformat() if sighting.published else None,
    }


def sighting_of(passage: Passage, score: float) -> Sighting:
    """The passage as a sighting with this score."""
    return Sighting(
        passage.source,
        passage.page,
        passage.text,
        score,
        passage.published,
        passage.paragraph,
        passage.body,
    )


def _of_authority(passages: Sequence[Passage]) -> Iterator[Recurrence]:
    ordered = sorted(passages, key=lambda each: (each.published, each.source))
    weak = [each for each in ordered if is_shortfall(each)]
    praise = [each for each in ordered if not is_shortfall(each) and each.direction in _PRAISE]
    if not weak:
        return
    traits, praised = traits_of(weak), traits_of(praise, praised=True)
    start = 0
    for _, group in groupby(weak, key=lambda each: each.source):
        stop = start + len(list(group))
        later = slice(start, stop)
        before = _before(weak, weak[start].published)
        good = _before(praise, weak[start].published)
        if before:
            yield from _of_report(
                weak[later],
                traits.rows(later),
                (weak[:before], traits.rows(slice(before))),
                (praise[:good], praised.rows(slice(good))),
            )
        start = stop


def _before(passages: Sequence[Passage], day: date) -> int:
    """How many of the passages, which stand in order of time, were said before the day."""
    return sum(1 for each in passages if each.published < day)


_Said = tuple[Sequence[Passage], Traits]


def _of_report(
    passages: Sequence[Passage], traits: Traits, said: _Said, praised: _Said
) -> Iterator[Recurrence]:
    again = likeness(traits, said[1])
    better = likeness(traits, praised[1])
    for passage, weak_row, good_row in zip(passages, again, better, strict=True):
        earlier = _sightings(said[0], weak_row, weights().threshold)
        if earlier:
            yield Recurrence(
                passage.text,
                passage.page,
                passage.source,
                earlier,
                passage.published,
                passage.paragraph,
                passage.body,
                _sightings(praised[0], good_row, weights().praised),
            )


def _sightings(passages: Sequence[Passage], scores: Floats, least: float) -> tuple[Sighting, ...]:
    """Those that score so much: the oldest report first, the likest first and a few of each."""
    found: dict[tuple[date, str], list[Sighting]] = {}
    for place in np.flatnonzero(scores >= least).tolist():
        passage = passages[place]
        found.setdefault((passage.published, passage.source), []).append(
            sighting_of(passage, float(scores[place]))
        )
    return tuple(
        sighting
        for key in sorted(found)
        for sighting in sorted(found[key], key=lambda each: -each.score)[:MOST_PER_LETTER]
    )
