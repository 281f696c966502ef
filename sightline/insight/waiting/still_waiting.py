"""The share still waiting, and the median wait with those still waiting in it.

Kaplan EL, Meier P (1958) J Am Statist Assoc 53:457–481; Greenwood's variance; limits on the scale
log(-log), which stay between 0 and 1; the median's limits where the curve's limits cross a half
(Brookmeyer R, Crowley J (1982) Biometrics 38:29–41). Children already waiting when the window opens
join when first watched (left truncation).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sightline.insight.intervals import Interval, normal_quantile
from sightline.insight.waiting.curves import Curve, StillWaiting
from sightline.insight.waiting.spells import AtRisk, Spells, at_risk

Floats = NDArray[np.float64]


def still_waiting(spells: Spells, confidence: float = 0.95) -> StillWaiting:
    """Return the curve of those still waiting, whatever the route. Days in, fractions of 1 out."""
    risk = at_risk(spells)
    share, variance = kaplan_meier(risk)
    low, high = log_log_limits(share, np.sqrt(variance), confidence)
    curve = Curve(risk.days, share, share * np.sqrt(variance), low, high, 1.0)
    emptied = emptied_on(spells, risk)
    half = _first(risk.days, share <= 0.5) if emptied is None else np.inf
    between = Interval(_first(risk.days, low <= 0.5), _first(risk.days, high <= 0.5))
    return StillWaiting(
        curve,
        risk.waiting,
        len(spells.exit),
        int((spells.route >= 0).sum()),
        None if np.isinf(half) else half,
        between if emptied is None else Interval(0.0, np.inf),
        emptied,
    )


def kaplan_meier(risk: AtRisk) -> tuple[Floats, Floats]:
    """Return the share still waiting after each day, and Greenwood's sum (variance of its log)."""
    ended = risk.ends.sum(axis=1)
    stay = risk.waiting - ended
    share = np.cumprod(stay / risk.waiting)
    step = np.divide(ended, risk.waiting * stay, out=np.zeros_like(stay), where=stay > 0)
    return share, np.cumsum(step)


def log_log_limits(share: Floats, log_error: Floats, confidence: float) -> tuple[Floats, Floats]:
    """Return limits share^exp(∓z × error / log share); where the share is 0 or 1, itself.

    `log_error`: the standard error of the share's logarithm.
    """
    z = normal_quantile(confidence)
    inner = (share > 0) & (share < 1)
    log_share = np.log(share, out=np.full_like(share, -1.0), where=inner)
    half = np.exp(z * log_error / np.abs(log_share))
    low, high = np.exp(log_share * half), np.exp(log_share / half)
    return np.where(inner, low, share), np.where(inner, high, share)


def emptied_on(spells: Spells, risk: AtRisk) -> float | None:
    """Return the day on which nobody watched was left, though some had still to come in."""
    empty = risk.waiting == risk.ends.sum(axis=1)
    for day in risk.days[empty]:
        if np.any(spells.exit > day):
            return float(day)
    return None


def _first(days: Floats, reached: NDArray[np.bool_]) -> float:
    places = np.flatnonzero(reached)
    return float(days[places[0]]) if len(places) else np.inf
