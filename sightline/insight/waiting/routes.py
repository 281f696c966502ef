"""By which route waits end, when one route shuts out the others: cumulative incidence.

A child who is adopted can no longer go home. Taking the other routes as if the child still waited
(one minus Kaplan and Meier's curve, route by route) adds up to more than all children; Aalen and
Johansen's estimate does not: routes and those still waiting always add up to 1.
Sources: Aalen OO, Johansen S (1978) Scand J Statist 5:141–150; variance by the delta method as in
Marubini E, Valsecchi MG (1995) Analysing Survival Data, section 10; limits share^exp(±z × error /
(share × log share)) as in Pintilie M (2006) Competing Risks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sightline.insight.waiting.curves import Curve
from sightline.insight.waiting.spells import AtRisk, Spells, at_risk
from sightline.insight.waiting.still_waiting import emptied_on, kaplan_meier, log_log_limits

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Routes:
    """For each route, the share whose wait had ended by it, by days since the wait began.

    `emptied_on`: as in StillWaiting; from that day the curves say nothing.
    """

    curves: dict[str, Curve]
    emptied_on: float | None

    def still_waiting_at(self, day: float) -> float:
        """Return the share that no route had reached by a day."""
        return 1.0 - sum(curve.at(day) for curve in self.curves.values())


def by_route(spells: Spells, confidence: float = 0.95) -> Routes:
    """Return the cumulative incidence of each route. Days in, fractions of 1 out."""
    risk = at_risk(spells)
    share, _ = kaplan_meier(risk)
    before = np.concatenate(([1.0], share[:-1])) if len(share) else share
    curves = {
        route: _curve(risk, before, risk.ends[:, place], confidence)
        for place, route in enumerate(spells.routes)
    }
    return Routes(curves, emptied_on(spells, risk))


def _curve(risk: AtRisk, before: Floats, ends: Floats, confidence: float) -> Curve:
    share = np.cumsum(before * ends / risk.waiting)
    error = np.sqrt(_variance(risk, before, ends, share))
    relative = np.divide(error, share, out=np.zeros_like(error), where=share > 0)
    low, high = log_log_limits(share, relative, confidence)
    return Curve(risk.days, share, error, low, high, 0.0)


def _variance(risk: AtRisk, before: Floats, ends: Floats, share: Floats) -> Floats:
    """Return the variance on each day t: over days s up to t, with F the share by this route,

    (F(t) - F(s))² d / (n (n - d)) + S(s-)² e (n - e) / n³ - 2 (F(t) - F(s)) S(s-) e / n²,

    d ends by any route, e by this one, of n waiting. The square is multiplied out, so that running
    sums serve every t at once.
    """
    n, d = risk.waiting, risk.ends.sum(axis=1)
    a = np.divide(d, n * (n - d), out=np.zeros_like(n), where=n > d)
    b = before**2 * ends * (n - ends) / n**3
    c = before * ends / n**2
    squared = share**2 * np.cumsum(a) - 2 * share * np.cumsum(share * a) + np.cumsum(share**2 * a)
    crossed = share * np.cumsum(c) - np.cumsum(share * c)
    variance: Floats = np.maximum(squared + np.cumsum(b) - 2 * crossed, 0.0)
    return variance
