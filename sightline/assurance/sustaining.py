"""Whether what was put right will last: what must hold before a priority may be closed.

One good month before a meeting closes nothing: the standard must be met for so many periods on end,
with nothing out of the ordinary for the worse, paid for beyond one-off money, by somebody whose
post is permanent. What a person only says (money, post) counts as said, and is shown as said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ON_END = 6
"""Periods on end for which the standard must be met: a habit of this house, not of a rule."""


@dataclass(frozen=True, slots=True)
class Met:
    """A measure against its standard: whether each period met it, oldest first.

    `worse`: whether process control finds a special cause for the worse in the newest periods.
    """

    title: str
    periods: tuple[bool, ...]
    worse: bool


@dataclass(frozen=True, slots=True)
class Sustained:
    """Whether a priority may be closed, and each thing that stands in the way."""

    may_close: bool
    wanting: tuple[str, ...]


def sustained(
    measures: Sequence[Met], *, funded: bool | None, permanent: bool | None, on_end: int = ON_END
) -> Sustained:
    """Say what stands in the way of closing. `funded`, `permanent`: as stated; None, not stated."""
    wanting = [] if measures else ["No measure with a standard bears on it."]
    for each in measures:
        run = _run(each.periods)
        if run < on_end:
            said = f"met in the newest {run} of {on_end} periods that are needed on end"
            wanting.append(f"{each.title}: {said}.")
        if each.worse:
            wanting.append(f"{each.title}: something out of the ordinary, for the worse.")
    wanting += _stated(funded, "money beyond one-off money")
    wanting += _stated(permanent, "an owner in a permanent post")
    return Sustained(not wanting, tuple(wanting))


def regressed(measures: Sequence[Met], *, within: int = 3, misses: int = 2) -> tuple[str, ...]:
    """Say which measures open a closed priority again: `misses` of the last `within` not met.

    A special cause for the worse opens it too. Empty where none does.
    """
    return tuple(
        each.title
        for each in measures
        if each.worse or list(each.periods[-within:]).count(False) >= misses
    )


def _run(periods: Sequence[bool]) -> int:
    """How many of the newest periods on end met the standard."""
    return next((n for n, met in enumerate(reversed(periods)) if not met), len(periods))


def _stated(said: bool | None, what: str) -> list[str]:
    if said is None:
        return [f"Nobody has said whether there is {what}."]
    return [] if said else [f"There is not {what}."]
