"""The balance of a review: how much it asks for, blames, sees moving and praises, as a picture."""

from collections.abc import Iterable
from dataclasses import dataclass

from sightline import words
from sightline.improvement.models import Finding, FindingKind
from sightline.letters import Direction

WIDTH, LABEL, ROW = 360, 122, 34
_NUMBER = 46  # pixels kept behind the longest bar for its count
PRIORITY_ACTION = "Priority action"
_SHADES = {
    PRIORITY_ACTION: "#5c1010",
    "Weakness": "#a84a16",
    "Progress": "#5694ca",
    "Neutral": "#b1b4b6",
    "Strength": "#28785f",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of the picture, in pixels."""

    name: str
    count: int
    share: float  # of all the review's findings, 0 to 1
    y: int
    width: float
    shade: str

    @property
    def percent(self) -> str:
        """ "42%"."""
        return words.percentage(self.share)


@dataclass(frozen=True, slots=True)
class Balance:
    """The picture, and in words what it shows."""

    bars: tuple[Bar, ...]
    height: int
    described: str


def balance(findings: Iterable[Finding]) -> Balance | None:
    """The balance of findings that are not rejected; None where there is none.

    A priority action is counted apart from the other weaknesses, so each finding counts once.
    """
    counts = dict.fromkeys(_SHADES, 0)
    for finding in findings:
        counts[_name(finding)] += 1
    every = sum(counts.values())
    if not every:
        return None
    scale = (WIDTH - LABEL - _NUMBER) / max(counts.values())
    bars = tuple(
        Bar(name, count, count / every, place * ROW, round(count * scale, 1), _SHADES[name])
        for place, (name, count) in enumerate(counts.items())
    )
    said = ", ".join(f"{bar.name.lower()} {bar.count}" for bar in bars)
    return Balance(bars, len(bars) * ROW, f"Bars of the number of findings: {said}.")


def _name(finding: Finding) -> str:
    if finding.kind == FindingKind.PRIORITY_ACTION:
        return PRIORITY_ACTION
    return Direction(finding.direction).value.capitalize()
