"""A clock as a row of its page: the rule now in force, since when, and what went before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sightline.duties.clock import Clock, Rule

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which one rule held, in the same words, whatever editions said it.

    `verified` is True only where it was read for every one of them.
    """

    words: str
    verified: bool
    first_day: date
    last_day: date | None

    def goes_on_in(self, rule: Rule) -> bool:
        """Tell whether the rule says the same, as well verified, from the next day on."""
        same = (self.words, self.verified) == (rule.words, rule.citation.verified)
        return same and self.last_day is not None and self.last_day + _ONE_DAY == rule.in_force_from


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A clock, its newest rule, the time in which that has held, and earlier ones, newest first."""

    clock: Clock
    rule: Rule
    now: Stretch
    before: tuple[Stretch, ...]

    @property
    def restated(self) -> date | None:
        """The first day of the newest text that says it, where an older one said it before."""
        first = self.rule.in_force_from
        return first if first != self.now.first_day else None


def clock_row(clock: Clock) -> ClockRow:
    """Return the row of a clock."""
    now, *before = reversed(_stretches(clock))
    return ClockRow(clock, clock.latest, now, tuple(before))


def _stretches(clock: Clock) -> list[Stretch]:
    """The clock's rules, oldest first; those that say the same without a gap are one."""
    found: list[Stretch] = []
    for rule in clock.rules:
        first_day = rule.in_force_from
        if found and found[-1].goes_on_in(rule):
            first_day = found.pop().first_day
        found.append(Stretch(rule.words, rule.citation.verified, first_day, rule.in_force_to))
    return found
