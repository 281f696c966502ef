"""Who says a thing: an independent review is a witness; the authority's own word is not.

A cover report is the authority's own, but the recommendations that it carries are the reviewer's:
they count as one review's, unless the commissioner's own report, which they repeat, says the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sightline.letters import LetterKind
from sightline.letters.kinds import Weight


@dataclass(frozen=True, slots=True)
class Voiced:
    """That a review said a thing: its key and kind, and whether it asked for it as improvement."""

    review: int
    kind: LetterKind
    asks: bool


def witnesses(said: Iterable[Voiced]) -> frozenset[int]:
    """The keys of the reviews that count as witnesses of one and the same thing."""
    rows = list(said)
    looked = {row.review for row in rows if row.kind.weight is Weight.INDEPENDENT}
    if any(row.kind is LetterKind.COMMISSIONER_REPORT for row in rows):
        return frozenset(looked)
    carried = {row.review for row in rows if row.kind is LetterKind.COVER_REPORT and row.asks}
    return frozenset(looked | carried)
