"""From the sums of a measure's rows to its figure: value and interval, many at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from sightline.insight.intervals import Floats, mean_bounds, rate_bounds, wilson_bounds
from sightline.insight.trust import Level, Trust
from sightline.measures.language import Kind, Measure

DAYS_OF_A_RATE = 1000
SumsRow = dict[str, Any]
"""A row of `kept_sums.summed`: as_at, numerator, squares, denominator, known_share."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure at one moment. Shares are 0–1; `low` and `high` are the 95% interval."""

    as_at: date
    numerator: float | None
    denominator: int | None
    value: float | None
    low: float | None
    high: float | None
    known_share: float
    enough_known: float
    trust: Trust | None = None  # what the checks of the load say; of the newest figure alone

    @property
    def level(self) -> Level:
        """How far it may be believed."""
        if self.trust is not None:
            return self.trust.level
        return Level.SOUND if self.known_share >= self.enough_known else Level.NOT_TO_BE_USED

    @property
    def trusted(self) -> bool:
        """Whether it may be used at all."""
        return self.level is not Level.NOT_TO_BE_USED

    @property
    def trust_reason(self) -> str:
        """Why it may or may not be believed, in words."""
        if self.trust is not None:
            return self.trust.sentence()
        unknown = 1 - self.known_share
        if unknown == 0:
            return "What it rests on is recorded for every child."
        shown = "under 1%" if unknown < 0.01 else f"{unknown:.0%}"
        if self.trusted:
            return f"What it rests on is not recorded for {shown} of the children."
        return f"Not to be relied on: what it rests on is not recorded for {shown} of the children."


def figures_of(measures: Sequence[Measure], rows: Sequence[SumsRow]) -> Iterable[Figure]:
    """The figure of each row, in their order; `measures` are those of the rows, one each.

    Wilson's limits for a share, Student's t for a mean, Poisson's for a rate; a count has none.
    """
    up, squares, down = (_column(rows, name) for name in ("numerator", "squares", "denominator"))
    low, high = np.full((2, len(rows)), np.nan)
    for kind, bounds in ((Kind.SHARE, _of_shares), (Kind.MEAN, _of_means), (Kind.RATE, _of_rates)):
        of_kind = np.fromiter((each.kind is kind for each in measures), bool, len(rows))
        if of_kind.any():
            low[of_kind], high[of_kind] = bounds(up[of_kind], squares[of_kind], down[of_kind])
    told = zip(
        measures, rows, up.tolist(), down.tolist(), _or_none(low), _or_none(high), strict=True
    )
    for measure, row, numerator, denominator, lowest, highest in told:
        yield Figure(
            row["as_at"],
            numerator,
            None if measure.kind is Kind.COUNT else int(denominator),
            _value(measure.kind, numerator, denominator),
            lowest,
            highest,
            float(row["known_share"] or 0.0),
            measure.enough_known,
        )


def _column(rows: Sequence[SumsRow], name: str) -> Floats:
    return np.fromiter((float(row[name] or 0.0) for row in rows), np.float64, len(rows))


def _or_none(limits: Floats) -> list[float | None]:
    """NaN, where there is no limit, as None."""
    return [None if limit != limit else limit for limit in limits.tolist()]


def _of_shares(up: Floats, _squares: Floats, down: Floats) -> tuple[Floats, Floats]:
    return wilson_bounds(np.trunc(up), np.trunc(down))


def _of_means(up: Floats, squares: Floats, down: Floats) -> tuple[Floats, Floats]:
    several = np.where(down > 1, down, np.nan)
    mean = up / several
    variance = np.maximum(squares - several * mean * mean, 0.0) / (several - 1)
    return mean_bounds(several, mean, np.sqrt(variance))


def _of_rates(up: Floats, _squares: Floats, down: Floats) -> tuple[Floats, Floats]:
    return rate_bounds(np.trunc(up), down, DAYS_OF_A_RATE)


def _value(kind: Kind, numerator: float, denominator: float) -> float | None:
    if kind is Kind.COUNT:
        return numerator
    if kind is Kind.RATE:
        numerator *= DAYS_OF_A_RATE
    return numerator / denominator if denominator else None
