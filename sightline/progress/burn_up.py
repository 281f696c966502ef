"""Actions of a priority by quarter: how many should have been done, how many have so much as begun.

That an action is done is for its evidence to say, on its own page; here stand the days alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline.improvement.models import Action


@dataclass(frozen=True, slots=True)
class Quarter:
    """By the end of a quarter: actions due by then, and begun by then (None for one to come)."""

    ends: date
    due: int
    begun: int | None


def burn_up(actions: Sequence[Action], today: date, most: int = 12) -> tuple[Quarter, ...]:
    """Quarter by quarter from the first day that an action gives to the last, `most` at most."""
    days = [day for each in actions for day in (each.due, each.started_on) if day is not None]
    if not days:
        return ()
    ends = _quarter_end(min(days))
    quarters: list[Quarter] = []
    while ends <= _quarter_end(max(days)) and len(quarters) < most:
        due = sum(each.due is not None and each.due <= ends for each in actions)
        begun = sum(each.started_on is not None and each.started_on <= ends for each in actions)
        quarters.append(Quarter(ends, due, begun if ends <= _quarter_end(today) else None))
        ends = _quarter_end(date.fromordinal(ends.toordinal() + 1))
    return tuple(quarters)


def late_to_begin(actions: Sequence[Action], today: date) -> int:
    """How many are past the day on which they were due and have not begun."""
    return sum(
        each.due is not None and each.due < today and each.started_on is None for each in actions
    )


def _quarter_end(day: date) -> date:
    month = (day.month - 1) // 3 * 3 + 3
    first_after = date(day.year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(first_after.toordinal() - 1)
