"""The authority's journey: how well it did each thing, before and after its inspection."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sightline.synthetic.days import YEAR, add_months

# Share done on time, by years since the inspection that judged the authority inadequate.
CURVES: dict[str, tuple[tuple[float, float], ...]] = {
    "visits": ((-3.0, 0.66), (-0.5, 0.42), (0.5, 0.46), (1.5, 0.70), (2.5, 0.87), (3.5, 0.91)),
    # Held in time: no better than before. Told in time is another matter: see rewriting.
    "reviews": ((-3.0, 0.88), (-0.5, 0.80), (3.5, 0.82)),
    "permanence_plan": ((-3.0, 0.60), (-0.5, 0.45), (1.0, 0.60), (2.5, 0.86), (3.5, 0.92)),
    "initial_health": ((-3.0, 0.55), (-0.5, 0.30), (0.5, 0.42), (2.0, 0.78), (3.5, 0.88)),
    "health": ((-3.0, 0.52), (-0.5, 0.36), (0.5, 0.48), (1.5, 0.76), (2.3, 0.90), (3.5, 0.93)),
    "dental": ((-3.0, 0.30), (-1.5, 0.20), (0.0, 0.24), (1.0, 0.48), (2.0, 0.82), (2.9, 0.95)),
    "sdq": ((-3.0, 0.66), (-0.5, 0.60), (1.5, 0.73), (2.8, 0.785), (3.5, 0.79)),
    "immunised": ((-3.0, 0.82), (0.0, 0.78), (2.8, 0.84), (3.5, 0.845)),
    # The share of reviews held late that a later extract tells as held in time.
    "rewriting": ((0.5, 0.0), (1.25, 0.80), (3.5, 0.90)),
    "return_interviews": ((-3.0, 0.62), (-0.5, 0.52), (1.5, 0.76), (3.5, 0.88)),
    "matching": ((-3.0, 0.44), (0.0, 0.40), (2.0, 0.42), (3.5, 0.46)),
    "unregistered": ((-3.0, 0.010), (-1.0, 0.030), (1.0, 0.080), (2.5, 0.120), (3.5, 0.140)),
    "staying": ((-3.0, 0.60), (-0.5, 0.48), (1.5, 0.56), (3.5, 0.66)),
    "planned": ((-3.0, 0.80), (-0.5, 0.74), (1.5, 0.86), (3.5, 0.93)),
    "assessment": ((-3.0, 0.80), (-0.5, 0.70), (1.5, 0.83), (2.6, 0.87), (3.5, 0.89)),
    "conference": ((-3.0, 0.78), (-0.5, 0.66), (1.5, 0.80), (3.5, 0.85)),
    "protection_reviews": ((-3.0, 0.92), (-0.5, 0.88), (0.5, 0.90), (2.5, 0.95), (3.5, 0.96)),
    "agency": ((-3.0, 0.17), (-0.5, 0.27), (0.5, 0.26), (1.5, 0.18), (2.3, 0.12), (3.5, 0.108)),
    "turnover": ((-3.0, 0.15), (-0.5, 0.21), (0.5, 0.20), (2.0, 0.14), (3.0, 0.12), (3.5, 0.115)),
    "vacancies": ((-3.0, 0.17), (-0.5, 0.24), (0.5, 0.23), (2.0, 0.17), (3.0, 0.142), (3.5, 0.14)),
    "police_present": ((-3.0, 0.80), (-0.5, 0.70), (1.0, 0.82), (3.5, 0.97)),
    "health_present": ((-3.0, 0.50), (-0.5, 0.38), (1.0, 0.56), (3.5, 0.88)),
    "education_present": ((-3.0, 0.42), (-0.5, 0.34), (1.0, 0.46), (3.5, 0.72)),
    "supervised": ((-3.0, 0.66), (-0.5, 0.48), (1.0, 0.66), (2.0, 0.82), (3.5, 0.92)),
    "reflective": ((-3.0, 0.30), (-0.5, 0.20), (1.5, 0.44), (3.5, 0.72)),
    "placement_plans": ((-3.0, 0.62), (-0.5, 0.46), (1.5, 0.72), (3.5, 0.90)),
    "mental_health": ((-3.0, 0.50), (-0.5, 0.42), (1.5, 0.58), (3.5, 0.74)),
    "family_time": ((-3.0, 0.78), (-0.5, 0.70), (1.5, 0.80), (3.5, 0.88)),
    "life_story": ((-3.0, 0.30), (-0.5, 0.22), (1.5, 0.46), (3.5, 0.72)),
    "ehc_on_time": ((-3.0, 0.55), (-0.5, 0.44), (1.5, 0.50), (3.5, 0.58)),
    "challenge": ((-3.0, 0.30), (-0.5, 0.18), (1.0, 0.50), (3.5, 0.85)),
}
SLIPPING_TEAM = "Children in Care Team 3"
SLIP_MONTHS = 5
MONTHS_SINCE_INSPECTION = 42
SLIPPED_VISITS = 0.30


@dataclass(frozen=True, slots=True)
class Journey:
    """Levels over time, tied to the day on which the inspection ended."""

    inspection: int
    slip_from: int

    @classmethod
    def ending(cls, until: date, months: int = MONTHS_SINCE_INSPECTION) -> Journey:
        """The journey of an authority inspected so many months before its data ends on `until`."""
        return cls(
            inspection=add_months(until.toordinal(), -months),
            slip_from=add_months(until.toordinal(), -SLIP_MONTHS) + 1,
        )

    def level(self, what: str, day: int) -> float:
        """The share done on time on a day, straight lines between the points of its curve."""
        curve = CURVES[what]
        years = (day - self.inspection) / YEAR
        if years <= curve[0][0]:
            return curve[0][1]
        for (left, low), (right, high) in pairwise(curve):
            if years <= right:
                return low + (high - low) * (years - left) / (right - left)
        return curve[-1][1]

    def visits_on_time(self, team: str, day: int) -> float:
        """The share of visits on time in a team: one of them slips in its last months."""
        if team == SLIPPING_TEAM and day >= self.slip_from:
            return SLIPPED_VISITS
        return self.level("visits", day)
