"""How the targets and criteria of a board stand today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.governance.elsewhere import FigureToday
from sightline.governance.models import Target, Way
from sightline.measures import catalogue

_SHARES = {each.id for each in catalogue().values() if each.unit in ("%", "% change")}


@dataclass(frozen=True, slots=True)
class TargetStanding:
    """A target and today's figure; None where no measure tells it, or nothing was loaded."""

    target: Target
    today: FigureToday | None
    on: date

    @property
    def reached(self) -> bool | None:
        """Whether the figure of today is on the wanted side; None where this person cannot say."""
        if self.today is None or self.today.number is None or self.target.number is None:
            return None
        wanted = float(self.target.number)
        # as it is written: what reads 80 on the page has reached 80
        shown = round(self.today.number, 1)
        return shown >= wanted if self.target.way == Way.AT_LEAST else shown <= wanted

    @property
    def passed(self) -> bool:
        """Whether its day is over and nobody has given it up."""
        return self.target.by_when < self.on and self.target.dropped_on is None

    @property
    def state(self) -> str:
        """How it stands, as a person reads it."""
        target = self.target
        if target.dropped_on:
            return f"Given up on {words.day(target.dropped_on)}: {target.why_dropped}"
        return self._measured if target.measure else self._judged

    @property
    def _measured(self) -> str:
        if self.today is None:
            return "Nothing is loaded that tells it"
        if self.today.withheld:
            return "Withheld: it rests on so few children"
        if self.reached is None:
            return "The figure does not allow it to be said"
        if self.reached:
            return "Reached today"
        return "Not reached, and its day has passed" if self.passed else "Not reached yet"

    @property
    def _judged(self) -> str:
        if self.target.met_on:
            return f"Judged to be met on {words.day(self.target.met_on)}"
        return "Not judged, and its day has passed" if self.passed else "Not judged yet"


def standing(
    targets: Iterable[Target], figures: Mapping[str, FigureToday], on: date
) -> list[TargetStanding]:
    """Each target with its figure of today."""
    return [TargetStanding(each, figures.get(each.measure), on) for each in targets]


def wanted(target: Target) -> str:
    """ "At least 80": the number with its side; empty where no measure tells it."""
    if target.number is None or not target.way:
        return ""
    number = float(target.number)
    sign = "%" if target.measure in _SHARES else ""
    said = words.number(number, 0 if number == int(number) else 1)
    return f"{Way(target.way).label} {said}{sign}"
