"""A statutory clock as data: from what it runs, how long it allows, and since when it is law.

One declaration serves one child (`Clock.due`) and a set of children (`measures.clock_dates`), so
that a rule stands in one place. The rule that counts is the one in force on the day from which time
runs: an assessment begun under one edition of the guidance is judged by that edition.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from sightline.duties.citation import Citation
from sightline.duties.period import Period
from sightline.duties.relaxations import Relaxation

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Rule:
    """What must happen by when, who says so, and from which day to which it is in force.

    `within` is None where no one length of time says it: intervals that change as time goes on, who
    must take part, what is forbidden. `in_force_to` is the last day in force, or None while it
    still is. `first_day_counts` is for periods that the law counts "beginning with" a day: their
    last day is one earlier. Raises ValueError where such a period is in working days.
    """

    words: str
    citation: Citation
    in_force_from: date
    in_force_to: date | None = None
    within: Period | None = None
    first_day_counts: bool = False

    def __post_init__(self) -> None:
        if self.first_day_counts and self.within and self.within.working_days:
            raise ValueError("No rule counts working days beginning with the day itself.")

    def in_force(self, on: date) -> bool:
        """Tell whether the rule is in force on that day."""
        return self.in_force_from <= on and (self.in_force_to is None or on <= self.in_force_to)

    def due(self, start: date) -> date | None:
        """Return the last day on which it is in time; None where no length of time says it."""
        if self.within is None:
            return None
        return self.within.after(start - _ONE_DAY if self.first_day_counts else start)


@dataclass(frozen=True, slots=True)
class Clock:
    """One duty: its name, the fact from which time runs, and its rules, oldest first.

    `relaxation` is a time in which the limit gave way; due dates are worked out as always.
    Raises ValueError where there is no rule, or where two are in force on the same day.
    """

    id: str
    title: str
    runs_from: str
    rules: tuple[Rule, ...]
    relaxation: Relaxation | None = None

    def __post_init__(self) -> None:
        if not self.rules:
            raise ValueError(f"The clock {self.id} has no rule.")
        for earlier, later in pairwise(self.rules):
            if earlier.in_force_to is None or later.in_force_from <= earlier.in_force_to:
                raise ValueError(f"Two rules of the clock {self.id} are in force on the same day.")

    @property
    def latest(self) -> Rule:
        """Return the newest rule."""
        return self.rules[-1]

    def rule_on(self, day: date) -> Rule | None:
        """Return the rule in force on a day, or None where there is none."""
        return next((rule for rule in self.rules if rule.in_force(day)), None)

    def due(self, start: date) -> date | None:
        """Return the last day on which it is in time, where time runs from `start`.

        None where no rule was in force then, or where no one length of time says it.
        """
        rule = self.rule_on(start)
        return rule.due(start) if rule else None

    def relaxed(self, due: date) -> bool:
        """Tell whether the time limit gave way on the due date."""
        return self.relaxation is not None and self.relaxation.covers(due)


@dataclass(frozen=True, slots=True)
class Turn:
    """One of a run of events: the last day on which it was in time, and when it was done."""

    due: date
    done: date | None

    @property
    def on_time(self) -> bool:
        """Tell whether it was done by its due date."""
        return self.done is not None and self.done <= self.due


@dataclass(frozen=True, slots=True)
class Series:
    """Events that follow one another: the first by one clock, each later by another.

    Time runs from the event before as it happened, not as it was due.
    """

    first: Clock
    later: Clock

    def next_due(self, started: date, done: Sequence[date], as_at: date) -> date | None:
        """Return when the next is due, knowing only those done by `as_at`.

        It is before `as_at` where the next is overdue. None before `started`, or where no rule was
        in force on the day from which time runs. Events before `started` do not count.
        """
        if as_at < started:
            return None
        made = _within(started, done, as_at)
        return self.later.due(made[-1]) if made else self.first.due(started)

    def turns(self, started: date, done: Sequence[date], until: date) -> tuple[Turn, ...]:
        """Return each event done by `until`, and the one that fell due before it and was not done.

        Give the day on which the duty ended as `until` where it has.
        """
        made = _within(started, done, until)
        runs_from = [started, *made]
        dues = [(self.later if n else self.first).due(day) for n, day in enumerate(runs_from)]
        past = [Turn(due, day) for due, day in zip(dues, made, strict=False) if due]
        owed = dues[-1]
        return (*past, Turn(owed, None)) if owed and owed < until else tuple(past)


def _within(started: date, done: Sequence[date], until: date) -> list[date]:
    return sorted({day for day in done if started <= day <= until})
