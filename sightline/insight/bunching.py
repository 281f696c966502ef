"""Whether more events fall just inside a limit than the days around it would lead one to expect.

The counts day by day are a smooth curve (the logarithm of the expected count a quadratic in the
day, fitted by Poisson regression to the days outside the window); the window just inside the limit
is set against it, with the curve's own uncertainty and any scatter beyond Poisson's allowed for.
As many days just beyond the limit are left out of the fit too, since what bunched may be missing
there. On smooth data without any gaming it is flagged about once in a hundred times (held by
simulation in tests/unit/test_insight_bunching.py).

A bunch is a question, not a finding: people who work to a limit finish just inside it.
Method: after Chetty, Friedman, Olsen and Pistaferri (2011) Quarterly Journal of Economics 126:749.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
FEWEST_EVENTS = 60
FEWEST_DAYS = 10  # to fit the curve to
ALPHA = 0.01
STEPS = 50


@dataclass(frozen=True, slots=True)
class Bunch:
    """Events in the days just inside a limit, and what the days around would lead one to expect."""

    limit: int
    observed: int
    expected: float
    p_value: float  # of so many or more

    @property
    def beyond_chance(self) -> bool:
        """Whether so many would come about once in a hundred smooth series."""
        return self.p_value < ALPHA


def bunching(days: Sequence[int], limit: int, *, inside: int = 3, reach: int = 0) -> Bunch | None:
    """Test for an excess of `days` (waits, in days) in the `inside` days up to and with the limit.

    `reach`: how many days each side of the limit are looked at, by default as many as the limit.
    None where there are too few to tell. Raises ValueError where the window has no day.
    """
    if inside < 1:
        raise ValueError("The window holds at least the day of the limit.")
    reach = reach or limit
    span = np.arange(max(limit - reach, 0), limit + reach + 1)
    counts = np.array([0.0] * len(span))
    found, how_many = np.unique([d for d in days if span[0] <= d <= span[-1]], return_counts=True)
    counts[found.astype(int) - span[0]] = how_many
    window = (span > limit - inside) & (span <= limit)
    fitted_on = (span <= limit - inside) | (span > limit + inside)
    if counts.sum() < FEWEST_EVENTS or fitted_on.sum() < FEWEST_DAYS:
        return None
    return _against_curve(span, counts, window, fitted_on, limit)


def month_end(offsets: Sequence[int], *, inside: int = 2, reach: int = 18) -> Bunch | None:
    """Test for a spike on the last `inside` working days of months.

    `offsets`: working days from an event to its month's last (0 is the last). None where too few.
    An extract shows the last visit before the month's end alone, so days near the end are shown
    more often; that rises smoothly, and the curve follows it.
    """
    span = np.arange(0, reach + 1)
    counts = np.bincount([o for o in offsets if 0 <= o <= reach], minlength=reach + 1).astype(float)
    window = span < inside
    if counts.sum() < FEWEST_EVENTS:
        return None
    return _against_curve(span, counts, window, ~window, 0)


def _against_curve(
    span: NDArray[np.int64],
    counts: Floats,
    window: NDArray[np.bool_],
    fitted_on: NDArray[np.bool_],
    limit: int,
) -> Bunch:
    scaled = (span - span.mean()) / max(float(np.ptp(span)) / 2, 1.0)
    design = np.column_stack([np.ones_like(scaled), scaled, scaled**2])
    weights, covariance = _poisson(design[fitted_on], counts[fitted_on])
    fitted = np.exp(design @ weights)
    scatter = _scatter(counts[fitted_on], fitted[fitted_on])
    expected = float(fitted[window].sum())
    slope = (design[window] * fitted[window][:, None]).sum(axis=0)
    variance = scatter * (expected + float(slope @ covariance @ slope))
    observed = int(counts[window].sum())
    z = (observed - 0.5 - expected) / sqrt(variance) if variance else 0.0
    return Bunch(limit, observed, expected, erfc(z / sqrt(2)) / 2)


def _poisson(design: Floats, counts: Floats) -> tuple[Floats, Floats]:
    """The weights of a log-linear Poisson regression and their covariance (iterated least squares).

    A little ridge keeps the curve finite where most days have no event at all.
    """
    ridge = 1e-6 * np.eye(design.shape[1])
    weights = np.array([np.log(max(counts.mean(), 0.1)), 0.0, 0.0])
    for _ in range(STEPS):
        mean = np.exp(np.clip(design @ weights, -20, 20))
        information = design.T @ (design * mean[:, None]) + ridge
        step = np.linalg.solve(information, design.T @ (counts - mean))
        weights = weights + np.clip(step, -2, 2)
        if np.abs(step).max() < 1e-8:
            break
    mean = np.exp(np.clip(design @ weights, -20, 20))
    return weights, np.linalg.inv(design.T @ (design * mean[:, None]) + ridge)


def _scatter(counts: Floats, fitted: Floats) -> float:
    """How much wider than Poisson's the counts scatter about the curve: at least 1."""
    residuals = (counts - fitted) ** 2 / np.maximum(fitted, 1e-9)
    return max(float(residuals.sum()) / max(len(counts) - 3, 1), 1.0)
