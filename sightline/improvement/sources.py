"""Who says a thing: an independent review is a witness; the authority's own word is not.

A cover report is the authority's own, but the recommendations that it carries are the reviewer's:
they count as one review's, unless the commissioner's own report, which they repeat, says the same.
A review of which a person has said that it rests on another is no second witness beside that one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sightline.letters import LetterKind
from sightline.letters.kinds import Weight


@dataclass(frozen=True, slots=True)
class Voiced:
    """That a review said a thing: its key and kind, and whether it asked for it as improvement.

    `rests_on` is the key of the review that it repeats, where a person has said so.
    """

    review: int
    kind: LetterKind
    asks: bool
    rests_on: int | None = None


def witnesses(said: Iterable[Voiced]) -> frozenset[int]:
    """The keys of the reviews that count as witnesses of one and the same thing."""
    rows = list(said)
    there = {row.review for row in rows}
    rows = [row for row in rows if row.rests_on not in there]
    looked = {row.review for row in rows if row.kind.weight is Weight.INDEPENDENT}
    if any(row.kind is LetterKind.COMMISSIONER_REPORT for row in rows):
        return frozenset(looked)
    carried = {row.review for row in rows if row.kind is LetterKind.COVER_REPORT and row.asks}
    return frozenset(looked | carried)
