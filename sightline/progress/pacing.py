"""The pace of a priority: each measure that bears on it, the slowest first, in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.improvement.measures import measures_on
from sightline.improvement.models import Action, Priority, Status
from sightline.improvement.priorities import themes_of
from sightline.insight.pace import Pace, PaceVerdict
from sightline.progress.models import Stated
from sightline.progress.moving import Moving

_WORST_FIRST = (
    PaceVerdict.WRONG_WAY,
    PaceVerdict.TOO_SLOW,
    PaceVerdict.CANNOT_TELL,
    PaceVerdict.ON_PACE,
    PaceVerdict.ARRIVED,
)


@dataclass(frozen=True, slots=True)
class Paced:
    """A measure of a priority on its way to its standard."""

    moving: Moving
    pace: Pace
    promised: date | None

    @property
    def verdict(self) -> PaceVerdict:
        """How it stands towards its standard, by the promised day where there is one."""
        late = self.promised is not None and self._misses(self.promised)
        if self.pace.verdict is PaceVerdict.ON_PACE and late:
            return PaceVerdict.TOO_SLOW
        return self.pace.verdict

    def _misses(self, promised: date) -> bool:
        return self.pace.arrival is None or promised < self.pace.arrival

    @property
    def sentence(self) -> str:
        """ "Visits: at this rate 90% is reached in May 2026 (…); promised for March 2024."."""
        measure, target = self.moving.measure, words.figure(self.pace.target, self._unit)
        promised = f"; promised for {words.month(self.promised)}" if self.promised else ""
        return f"{measure.title}: {self._outlook(target)}{promised}."

    def _outlook(self, target: str) -> str:
        known = self.pace
        if known.verdict is PaceVerdict.ARRIVED:
            return f"the standard of {target} is met"
        if known.verdict is PaceVerdict.WRONG_WAY:
            return f"it moves away from the standard of {target}"
        if known.slope is None:
            return "too few months since the inspection to tell a pace"
        if known.arrival is None:
            return f"at this rate {target} is never reached{self.limits}"
        return f"at this rate {target} is reached in {words.month(known.arrival)}{self.limits}"

    @property
    def way_ahead(self) -> bool:
        """Whether it is still on its way, with a day of arrival."""
        return self.pace.verdict is not PaceVerdict.ARRIVED and self.pace.arrival is not None

    @property
    def limits(self) -> str:
        """ " (January 2026 to never)"; empty where there are none."""
        if self.pace.earliest is None:
            return ""
        latest = words.month(self.pace.latest) if self.pace.latest else "never"
        return f" ({words.month(self.pace.earliest)} to {latest})"

    @property
    def then(self) -> str:
        """Where it stood at the inspection."""
        value = self.pace.at_inspection
        return "–" if value is None else words.figure(value, self._unit)

    @property
    def now(self) -> str:
        """Where it stands."""
        return words.figure(self.pace.now.value, self._unit)

    @property
    def target(self) -> str:
        """The standard."""
        return words.figure(self.pace.target, self._unit)

    @property
    def arrival(self) -> str:
        """ "May 2026 (January 2026 to never)", "Reached", "Never at this rate"."""
        if self.pace.verdict is PaceVerdict.ARRIVED:
            return "Reached"
        if self.pace.slope is None:
            return "Cannot tell yet"
        if self.pace.arrival is None:
            return f"Never at this rate{self.limits}"
        return f"{words.month(self.pace.arrival)}{self.limits}"

    @property
    def needed(self) -> str:
        """How far it would have to move a month, to keep the promise; empty without one."""
        if self.promised is None or self.promised <= self.pace.now.day:
            return ""
        months = (self.promised - self.pace.now.day).days / (365.25 / 12)
        share = (self.pace.target - self.pace.now.value) / months
        if self._unit == "%":
            return f"{share * 100:+.2f} points a month"
        return f"{share:+.2f} a month"

    @property
    def rate(self) -> str:
        """How far it moves a month, with its limits."""
        slope, held = self.pace.slope, self.pace.slope_interval
        if slope is None or held is None:
            return "Cannot tell yet"
        by, what = (100, "points a month") if self._unit == "%" else (1, "a month")
        low, high = held.low * by, held.high * by
        return f"{slope * by:+.2f} {what} ({low:+.2f} to {high:+.2f})"

    @property
    def _unit(self) -> str:
        return self.moving.measure.unit


def themes(priority: Priority) -> tuple[str, ...]:
    """The themes of its confirmed findings, those of most findings first."""
    found = priority.findings.all()
    return themes_of(each for each in found if each.status == Status.CONFIRMED)


def paced(
    chosen: Sequence[str],
    of: Collection[str],
    moving: Mapping[str, Moving],
    promised: date | None,
) -> tuple[Paced, ...]:
    """The measures chosen, else all on the themes, that have a standard: the worst first."""
    wanted = chosen or [each.id for each in measures_on(of)]
    rows = [
        Paced(each, each.pace, promised)
        for each in (moving[key] for key in wanted if key in moving)
        if each.pace is not None
    ]
    return tuple(sorted(rows, key=lambda row: _WORST_FIRST.index(row.verdict)))


def promised_of(stated: Stated | None, actions: Sequence[Action]) -> date | None:
    """The day stated, else that on which the last of its actions is due; None without either."""
    if stated is not None and stated.promised_by is not None:
        return stated.promised_by
    return max((each.due for each in actions if each.due is not None), default=None)


def lead(rows: Sequence[Paced], name: str) -> str:
    """The one sentence that matters: the measure that stands worst."""
    if rows:
        return rows[0].sentence
    return f"No measure with a standard bears on {name}, so no pace can be told."
