"""The two verdicts of Making Data Count on a chart: how it varies, and whether the target is met.

Variation is read at the last point: part of a signal or not, and on which side of the average.
Assurance sets the target against today's limits: beyond them, the process as it is will always
miss it (or always meet it); within them, it is hit or miss.
Source: NHS England, Making Data Count, summary icons; NHSRplotthedots
(ptd_calculate_assurance_type).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sightline.insight.process_control.chart import Chart
from sightline.insight.process_control.rules import Rule, Signal, signals
from sightline.insight.wording import Polarity, Verdict


class Variation(StrEnum):
    """How the last point varies: the summary icon on the left."""

    COMMON_CAUSE = "common cause"
    IMPROVING_HIGH = "special cause, improving, high"
    IMPROVING_LOW = "special cause, improving, low"
    CONCERNING_HIGH = "special cause, concerning, high"
    CONCERNING_LOW = "special cause, concerning, low"
    NEITHER_HIGH = "special cause, high"
    NEITHER_LOW = "special cause, low"
    TOO_FEW_POINTS = "too few points"


class Assurance(StrEnum):
    """Whether the process as it is meets its target: the summary icon on the right."""

    HITTING = "consistently hitting"
    MISSING = "consistently missing"
    HIT_OR_MISS = "hit or miss"


_VARIATIONS = {
    (Verdict.BETTER, True): Variation.IMPROVING_HIGH,
    (Verdict.BETTER, False): Variation.IMPROVING_LOW,
    (Verdict.WORSE, True): Variation.CONCERNING_HIGH,
    (Verdict.WORSE, False): Variation.CONCERNING_LOW,
    (Verdict.NEITHER, True): Variation.NEITHER_HIGH,
    (Verdict.NEITHER, False): Variation.NEITHER_LOW,
}

_SAID = {
    Variation.COMMON_CAUSE: "No change beyond the usual ups and downs",
    Variation.IMPROVING_HIGH: "Higher than usual, and for the better",
    Variation.IMPROVING_LOW: "Lower than usual, and for the better",
    Variation.CONCERNING_HIGH: "Higher than usual, and for the worse",
    Variation.CONCERNING_LOW: "Lower than usual, and for the worse",
    Variation.NEITHER_HIGH: "Higher than usual",
    Variation.NEITHER_LOW: "Lower than usual",
    Variation.TOO_FEW_POINTS: "Too few points yet to tell a change from the usual ups and downs",
}

_ASSURED = {
    Assurance.HITTING: "As things are, the target will be met every time",
    Assurance.MISSING: "As things are, the target will be missed every time",
    Assurance.HIT_OR_MISS: "As things are, the target will be met some times and missed others",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a chart stands today. `assurance` is None without a target, polarity or limits.

    `reasons`: the rules that the last point breaks.
    """

    variation: Variation
    assurance: Assurance | None
    reasons: tuple[Rule, ...]

    @property
    def variation_said(self) -> str:
        """How the last point varies, without a full stop."""
        return _SAID[self.variation]

    @property
    def assurance_said(self) -> str:
        """Whether the process as it is meets its target, without a full stop; or nothing."""
        return _ASSURED[self.assurance] if self.assurance else ""

    def sentence(self) -> str:
        """Say both verdicts in plain English."""
        because = f" ({', '.join(self.reasons)})" if self.reasons else ""
        target = f" {self.assurance_said}." if self.assurance else ""
        return f"{self.variation_said}{because}.{target}"


def standing(chart: Chart, polarity: Polarity, target: float | None = None) -> Standing:
    """Return the verdicts on the last point of a chart. `target` is in the unit of its values."""
    if not chart.has_limits:
        return Standing(Variation.TOO_FEW_POINTS, None, ())
    last = len(chart.values) - 1
    touching = [signal for signal in signals(chart) if signal.start <= last <= signal.end]
    return Standing(
        _variation(chart, touching, polarity),
        _assurance(chart, polarity, target),
        tuple(dict.fromkeys(signal.rule for signal in touching)),
    )


def _variation(chart: Chart, touching: list[Signal], polarity: Polarity) -> Variation:
    if not touching:
        return Variation.COMMON_CAUSE
    rise = float(chart.values[-1] - chart.centre[-1])
    if rise == 0:  # a trend that has just reached the average
        rise = float(touching[0].direction)
    return _VARIATIONS[polarity.verdict(rise), rise > 0]


def _assurance(chart: Chart, polarity: Polarity, target: float | None) -> Assurance | None:
    if target is None or polarity is Polarity.NONE:
        return None
    high_is_good = polarity is Polarity.HIGH
    if target > chart.upper[-1]:
        return Assurance.MISSING if high_is_good else Assurance.HITTING
    if target < chart.lower[-1]:
        return Assurance.HITTING if high_is_good else Assurance.MISSING
    return Assurance.HIT_OR_MISS
