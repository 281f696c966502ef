"""The list: what stands out of all that was looked at, in the order to look.

Over the whole catalogue, at most one in ten of those listed is chance, on average (Benjamini and
Hochberg). Where nothing at all is amiss, that is how often the list is not empty. Benjamini and
Yekutieli's stricter rule is there to ask for; in rehearsal the plainer one keeps the promise on
measures of the same children, and misses less (`python benchmarks/scrutiny.py`).
Order: how sure first, in three steps, then how many children it bears on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sightline.insight.false_discovery import Dependence, adjusted
from sightline.insight.scrutiny.candidate import Candidate

FALSE_DISCOVERY_RATE = 0.10


class Sure(StrEnum):
    """How sure it is that something is more than chance."""

    KNOWN = "known"
    ALMOST_CERTAIN = "almost certain"
    VERY_LIKELY = "very likely"
    LIKELY = "likely"


_STEPS = ((0.01, Sure.ALMOST_CERTAIN), (0.05, Sure.VERY_LIKELY))


@dataclass(frozen=True, slots=True)
class Area:
    """One line of the list. `rate`: of the list cut off here, the share expected to be chance."""

    place: int
    candidate: Candidate
    sure: Sure
    rate: float


@dataclass(frozen=True, slots=True)
class Scrutiny:
    """The list, and of how many things looked at it is the outcome."""

    areas: tuple[Area, ...]
    looked_at: int
    rate: float

    def sentence(self) -> str:
        """Say in plain English how far to trust the list."""
        if not self.areas:
            return f"Of {self.looked_at} things looked at, none stands out beyond chance."
        stand = "1 stands" if len(self.areas) == 1 else f"{len(self.areas)} stand"
        return (
            f"Of {self.looked_at} things looked at, {stand} out. On average at most "
            f"{100 * self.rate:.0f} in 100 of those listed are chance."
        )


def areas_for_scrutiny(
    candidates: Sequence[Candidate],
    rate: float = FALSE_DISCOVERY_RATE,
    dependence: Dependence = Dependence.TOGETHER,
) -> Scrutiny:
    """Return what stands out. Hand over everything looked at, not only what looks bad.

    Raises ValueError for two candidates of one id, or a rate outside 0 to 1.
    """
    if len({each.id for each in candidates}) < len(candidates):
        raise ValueError("Each candidate has an id of its own.")
    if not 0 < rate < 1:
        raise ValueError("A rate lies between 0 and 1: 0.1, say.")
    inferred = [each for each in candidates if each.p_value is not None]
    rates = adjusted([each.p_value or 0.0 for each in inferred], dependence)
    kept = [(each, float(q)) for each, q in zip(inferred, rates, strict=True) if q <= rate]
    kept += [(each, 0.0) for each in candidates if each.p_value is None]
    graded = sorted(
        ((each, _sure(each, q), q) for each, q in kept),
        key=lambda one: (_order(one[1]), -one[0].children, one[2], one[0].id),
    )
    areas = tuple(
        Area(place, each, sure, q) for place, (each, sure, q) in enumerate(graded, start=1)
    )
    return Scrutiny(areas, len(candidates), rate)


def _sure(candidate: Candidate, rate: float) -> Sure:
    if candidate.p_value is None:
        return Sure.KNOWN
    return next((sure for limit, sure in _STEPS if rate <= limit), Sure.LIKELY)


def _order(sure: Sure) -> int:
    """What is known and what is almost certain stand together, by the children they bear on."""
    return max(list(Sure).index(sure) - 1, 0)
