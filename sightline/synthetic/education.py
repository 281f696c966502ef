"""Education, health and care plans: requested, decided and issued, in or beyond 20 weeks."""

from __future__ import annotations

from dataclasses import dataclass

from sightline.synthetic.chains import Known
from sightline.synthetic.chance import lot, pick, stream
from sightline.synthetic.days import YEAR, working_day_after
from sightline.synthetic.journey import Journey

CHANCE_DISABLED, CHANCE_IN_CARE, CHANCE = 0.55, 0.27, 0.035
SIX_WEEKS, TWENTY_WEEKS = 42, 140
NEEDS = {
    "SEMH": 0.38,
    "ASD": 0.24,
    "SLCN": 0.16,
    "MLD": 0.12,
    "SLD": 0.05,
    "PD": 0.03,
    "SPLD": 0.02,
}


@dataclass(frozen=True, slots=True)
class Request:
    """One request for an assessment; None for what did not follow."""

    requested: int
    decided: int
    agreed: bool
    issued: int | None
    exception: bool
    need: str


def ehc_request(seed: int, child: Known, in_care: bool, journey: Journey) -> Request | None:
    """The request made for a child of school age, for those who had one."""
    chance = CHANCE_DISABLED if child.disabled else CHANCE_IN_CARE if in_care else CHANCE
    if lot(seed, child.child_id, "ehc requested") >= chance:
        return None
    rng = stream(seed, child.child_id, "ehc")
    requested = working_day_after(child.born + round(rng.triangular(3.2, 15.5, 6.5) * YEAR))
    agreed = rng.random() < 0.78
    decided = requested + rng.randrange(20, SIX_WEEKS + 1 if rng.random() < 0.85 else 80)
    on_time = rng.random() < journey.level("ehc_on_time", requested)
    days = rng.randrange(110, TWENTY_WEEKS + 1) if on_time else rng.randrange(146, 330)
    issued = max(requested + days, decided + 20) if agreed and rng.random() < 0.94 else None
    exception = not on_time and rng.random() < 0.12
    return Request(requested, decided, agreed, issued, exception, pick(rng, NEEDS))
