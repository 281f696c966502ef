"""Each recommendation that a report carries or answers, and which paragraph answers it, how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from sightline.assurance.alike import alike
from sightline.assurance.statements import Statement
from sightline.letters import Improvement, Letter

LEAST_ALIKE = 0.14


class How(StrEnum):
    """How a recommendation is answered, from the firmest to not at all."""

    FIRM = "firm"
    VAGUE = "vague"
    TOLD = "told"
    UNANSWERED = "unanswered"

    @property
    def plain(self) -> str:
        """The way in plain English."""
        return {
            How.FIRM: "Answered with at least two of owner, date and measure",
            How.VAGUE: "Answered by a vague promise",
            How.TOLD: "Spoken of, but nothing promised",
            How.UNANSWERED: "Not answered",
        }[self]


@dataclass(frozen=True, slots=True)
class Answered:
    """A recommendation with the paragraph most like it ("" where none) and its sentences."""

    recommendation: Improvement
    how: How
    paragraph: str
    statements: tuple[Statement, ...]
    score: float


def answered(letter: Letter, said: Sequence[Statement]) -> tuple[Answered, ...]:
    """Every numbered recommendation of `letter`, in the order of print, as `said` answers it."""
    wanted = [each for each in letter.improvements if each.number]
    by_paragraph: dict[str, list[Statement]] = {}
    for each in said:
        by_paragraph.setdefault(each.paragraph, []).append(each)
    numbered = {name: rows for name, rows in by_paragraph.items() if name[0].isdigit()}
    places = numbered or by_paragraph
    scores = _scores([each.text for each in wanted], list(places.values()), letter.authority or "")
    return tuple(
        _answered(each, list(places.items()), list(row))
        for each, row in zip(wanted, scores, strict=True)
    )


def _scores(
    wanted: Sequence[str], places: Sequence[Sequence[Statement]], name: str
) -> NDArray[np.float64]:
    """How alike each is to each paragraph: half by the whole, half by its nearest sentence."""
    if not wanted or not places:
        return np.zeros((len(wanted), len(places)))
    whole = alike(wanted, [" ".join(each.text for each in rows) for rows in places], name)
    each_sentence = alike(wanted, [each.text for rows in places for each in rows], name)
    starts = np.cumsum([0, *(len(rows) for rows in places[:-1])])
    nearest = np.maximum.reduceat(each_sentence, starts, axis=1)
    scores: NDArray[np.float64] = 0.5 * (whole + nearest)
    return scores


def _answered(
    wanted: Improvement, places: Sequence[tuple[str, list[Statement]]], scores: Sequence[float]
) -> Answered:
    best = max(range(len(scores)), key=lambda place: scores[place], default=None)
    if best is None or scores[best] < LEAST_ALIKE:
        score = 0.0 if best is None else float(scores[best])
        return Answered(wanted, How.UNANSWERED, "", (), score)
    paragraph, rows = places[best]
    return Answered(wanted, _how(rows), paragraph, tuple(rows), float(scores[best]))


def _how(rows: Sequence[Statement]) -> How:
    promises = [each.promise for each in rows if each.promise]
    if not promises:
        return How.TOLD
    return How.VAGUE if all(each.vague for each in promises) else How.FIRM
