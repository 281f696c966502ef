"""Which way is better, and how a figure reads in a sentence."""

from datetime import date
from enum import StrEnum

from sightline.insight.rounding import half_up


class Polarity(StrEnum):
    """Which way a measure should go."""

    HIGH = "high"
    LOW = "low"
    NONE = "none"

    def verdict(self, rise: float) -> "Verdict":
        """Say whether a rise (above 0) or a fall (below 0) is for the better."""
        if self is Polarity.NONE or rise == 0:
            return Verdict.NEITHER
        return Verdict.BETTER if (rise > 0) == (self is Polarity.HIGH) else Verdict.WORSE


class Verdict(StrEnum):
    """Whether a change is for the better."""

    BETTER = "better"
    WORSE = "worse"
    NEITHER = "neither"


class Unit(StrEnum):
    """What a value is: a share lies from 0 to 1 and is read as a percentage."""

    SHARE = "share"
    COUNT = "count"
    NUMBER = "number"


def say(value: float, unit: Unit) -> str:
    """Write a value as a reader expects it: 86%, 1,204, 14.9."""
    if unit is Unit.SHARE:
        return f"{half_up(100 * value):.0f}%"
    if unit is Unit.COUNT:
        return f"{half_up(value):,.0f}"
    return f"{half_up(value, 1):,.1f}"


def say_month(day: date) -> str:
    """Write the month of a day: May 2025."""
    return f"{day:%B %Y}"
