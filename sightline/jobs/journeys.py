"""How long authorities that were judged inadequate took to leave, those that have not included.

The spells come from whatever reports are loaded, so this is no census of authorities; how services
were run meanwhile is not in the reports, and those taken over were in the worst state. Never read
a time as the effect of anything.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.insight.waiting import Spells, StillWaiting, still_waiting
from sightline.letters import Journey

_DAYS_A_MONTH = 365.25 / 12
_ENDED = "ended"


@dataclass(frozen=True, slots=True)
class ReferenceClass:
    """The spells at "inadequate" together, each in days since its report was published.

    `to_leave`: until judged better than inadequate; `to_good`: until good or better; None where
    there is no spell. `authorities` had one; `relapsed` of them had another after leaving.
    """

    to_leave: StillWaiting | None
    to_good: StillWaiting | None
    authorities: int
    left: int
    relapsed: int

    @property
    def lines(self) -> tuple[str, ...]:
        """What it says, in plain English."""
        if self.to_leave is None or self.to_good is None:
            return ("No report here judged an authority inadequate overall.",)
        return (
            f"Authorities judged inadequate: {self.authorities}; left it at least once: "
            f"{self.left}; were judged inadequate again: {self.relapsed}.",
            f"Months until better than inadequate: {_middle(self.to_leave)}.",
            f"Months until good or better: {_middle(self.to_good)}.",
            "Those still inadequate are counted for as long as they have been. These are only the "
            "reports loaded, and no time here shows the effect of how services were run.",
        )


def reference_class(journeys: Sequence[Journey], today: date) -> ReferenceClass:
    """The class of the journeys' spells, open ones watched until today."""
    spells = [spell for journey in journeys for spell in journey.spells]
    return ReferenceClass(
        _curve([(spell.began, spell.left) for spell in spells], today),
        _curve([(spell.began, spell.good) for spell in spells], today),
        authorities=sum(1 for journey in journeys if journey.spells),
        left=sum(1 for each in journeys if any(spell.left for spell in each.spells)),
        relapsed=sum(1 for each in journeys if any(spell.relapse for spell in each.spells)),
    )


def reference_as_json(found: ReferenceClass) -> dict[str, Any]:
    """The class as JSON: months to a tenth, null where the half is not reached."""
    return {
        "authorities": found.authorities,
        "left": found.left,
        "relapsed": found.relapsed,
        "months_to_leave": _median_as_json(found.to_leave),
        "months_to_good": _median_as_json(found.to_good),
    }


def _curve(spells: Sequence[tuple[date, date | None]], today: date) -> StillWaiting | None:
    known = [(began, ended) for began, ended in spells if began <= today]
    if not known:
        return None
    days = [((ended or today) - began).days for began, ended in known]
    return still_waiting(Spells.of(days, [_ENDED if ended else None for _, ended in known]))


def _median_as_json(curve: StillWaiting | None) -> dict[str, Any] | None:
    if curve is None:
        return None
    return {
        "spells": curve.children,
        "ended": curve.ended,
        "median": _months(curve.median),
        "low": _months(curve.median_interval.low),
        "high": _months(curve.median_interval.high),
    }


def _months(days: float | None) -> float | None:
    return None if days is None or not math.isfinite(days) else round(days / _DAYS_A_MONTH, 1)


def _middle(curve: StillWaiting) -> str:
    """ "half within 66 (95% interval 54 to 73); 4 of 8 spells have ended"."""
    ended = f"{curve.ended} of {curve.children} spells have ended"
    median = _months(curve.median)
    if median is None:
        return f"fewer than half are done; {ended}"
    low = _months(curve.median_interval.low)
    high = _months(curve.median_interval.high)
    reaches = f"{low:.0f} to {high:.0f}" if low and high else f"{low or 0:.0f} or more"
    return f"half within {median:.0f} (95% interval {reaches}); {ended}"
