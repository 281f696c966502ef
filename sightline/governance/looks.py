"""Reviews of progress that should have been reported to their board, and themes nobody looks at."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sightline.duties.period import add_months
from sightline.governance.models import Look


def report_by(look: Look) -> date | None:
    """The day by which the board should have it: one round of its meetings after it came."""
    if look.received_on is None:
        return None
    return look.received_on + timedelta(weeks=look.body.every_weeks)


def unreported(look: Look, today: date) -> bool:
    """Whether its time has passed without its having been before its board."""
    by = report_by(look)
    if by is None:
        return False
    reported = look.reported_at.day if look.reported_at else None
    return by < (reported or today)


def lag(look: Look) -> int | None:
    """Days from the report to scrutiny; None where either is not known."""
    if look.received_on is None or look.scrutinised_at is None:
        return None
    return (look.scrutinised_at.day - look.received_on).days


@dataclass(frozen=True, slots=True)
class Looked:
    """One theme: when somebody independent last looked, when the next will, and at which stages."""

    theme: str
    within: int  # months that the board which asks for the most allows
    last: date | None
    next: date | None
    stages: frozenset[str]

    def gap(self, today: date) -> bool:
        """Whether nobody independent has looked within the months allowed."""
        return self.last is None or self.last < add_months(today, -self.within)


def looked_at(within: Mapping[str, int], looks: Collection[Look], today: date) -> list[Looked]:
    """How each theme is looked at. `within`: themes that are overseen, with the months allowed."""
    made = []
    for theme, months in within.items():
        on = [each for each in looks if theme in each.themes]
        made.append(
            Looked(
                theme,
                months,
                max((e.done_on for e in on if e.done_on and e.done_on <= today), default=None),
                min((e.planned_for for e in on if not e.done_on), default=None),
                frozenset(e.stage for e in on if e.done_on and e.stage),
            )
        )
    return made


def state(look: Look, today: date) -> str:
    """How far it is, as a person reads it."""
    if look.reported_at and look.reported_at.day <= today:
        return "Reported late" if unreported(look, look.reported_at.day) else "Reported in time"
    if unreported(look, today):
        return "Not reported to its board in time"
    if look.received_on:
        return "Report received; to be reported"
    if look.done_on:
        return "Took place; report awaited"
    return "Overdue" if look.planned_for < today else "Planned"
