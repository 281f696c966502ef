"""Whether one area lies further from its neighbours than chance and their own spread explain.

Where the numbers behind every figure are published, by a funnel that allows for the spread between
areas. Where only values are, by the interval in which one more such area would lie (Student's t),
with what chance does to our own number added: the neighbours' spread holds their chance already, so
this rings less often than it might, and no oftener. It is never surer than our own number alone
would be about the neighbours' mean (the exact tail).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, variance

import numpy as np
from scipy.special import stdtr, stdtrit

from sightline.insight.comparison.areas import Area
from sightline.insight.comparison.funnel import (
    ALARM,
    FEWEST_AREAS,
    WARNING,
    Measured,
    Placed,
    funnel,
)
from sightline.insight.intervals import Interval, normal_quantile


def among_neighbours(
    own: Area, neighbours: Sequence[Area], measured: Measured = Measured.SHARE
) -> Placed | None:
    """Place an area among its neighbours (not itself); None where that cannot be told.

    It cannot with fewer than FEWEST_AREAS neighbours, nor where nothing says how far chance moves
    our own value.
    """
    if len(neighbours) < FEWEST_AREAS:
        return None
    areas = [own, *neighbours]
    if all(area.counted for area in areas):
        return funnel(
            [area.name for area in areas],
            [area.count or 0 for area in areas],
            [area.out_of or 0 for area in areas],
            measured=measured,
            overdispersed=True,
        ).placed[0]
    return _beside_values(own, [area.value for area in neighbours], measured)


def _beside_values(own: Area, values: Sequence[float], measured: Measured) -> Placed | None:
    middle = fmean(values)
    chance = _chance(own, middle, measured)
    if chance is None:
        return None
    error = sqrt(variance(values) * (1 + 1 / len(values)) + chance)
    if error == 0:
        return None
    freedom = len(values) - 1
    p_value = 2 * float(stdtr(freedom, -abs(own.value - middle) / error))
    if own.count is not None and own.out_of:
        alone = funnel([own.name], [own.count], [own.out_of], measured=measured, target=middle)
        p_value = max(p_value, alone.placed[0].p_value)
    most = 1.0 if measured is Measured.SHARE and own.counted else np.inf

    def limits(confidence: float) -> Interval:
        half = float(stdtrit(freedom, (1 + confidence) / 2)) * error
        return Interval(max(middle - half, 0.0), float(min(middle + half, most)))

    return Placed(own.name, own.value, middle, limits(WARNING), limits(ALARM), p_value)


def _chance(own: Area, middle: float, measured: Measured) -> float | None:
    """The variance that chance gives our own value, were its true one the neighbours' mean."""
    if own.count is not None and own.out_of:
        spread = middle * (1 - middle) if measured is Measured.SHARE else middle
        return spread / own.out_of
    if own.interval is None:
        return None
    return float(((own.interval.high - own.interval.low) / 2 / normal_quantile(0.95)) ** 2)
