"""Supervision of social workers: how soon after one session the next is due.

For the newly qualified the interval widens with time in the job, so no one length of time says it.
The next session is due on the first day on which the gap since the last reaches the interval that
holds that day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sightline.duties.citation import Citation
from sightline.duties.clock import Clock, Rule
from sightline.duties.period import Period

SESSION_MINUTES = 90
_BEGAN = date(2011, 10, 1)
_STANDARDS = Citation(
    "Standards for employers of social workers in England, standard 4 (Local Government "
    "Association)",
    "https://www.local.gov.uk/our-support/workforce-and-hr-support/social-workers/"
    "standards-employers-social-workers-england-4",
    verified=True,
    note="A standard, not law. That it began in October 2011 was read in the trade press. The "
    "department's own pages for employers (2024) ask for fortnightly sessions of the newly "
    "qualified, with no weekly ones.",
)


@dataclass(frozen=True, slots=True)
class Phase:
    """From how long after starting work an interval holds (None: from the first day)."""

    after: Period | None
    every: Period


NEWLY_QUALIFIED: tuple[Phase, ...] = (
    Phase(None, Period(weeks=1)),
    Phase(Period(weeks=6), Period(weeks=2)),
    Phase(Period(months=6), Period(months=1)),
)

SUPERVISION_NEWLY_QUALIFIED = Clock(
    "supervision_newly_qualified",
    "Supervision of a newly qualified social worker",
    "the day the social worker started, and the session before",
    (
        Rule(
            "At least weekly for the first 6 weeks, fortnightly to 6 months, then monthly; 90 "
            "minutes or more.",
            _STANDARDS,
            _BEGAN,
        ),
    ),
)
SUPERVISION = Clock(
    "supervision",
    "Supervision of a social worker",
    "the session before",
    (
        Rule(
            "In line with need, and at least monthly; 90 minutes or more. Local policy may ask for "
            "more.",
            _STANDARDS,
            _BEGAN,
            within=Period(months=1),
        ),
    ),
)


def next_supervision_due(started: date, sessions: Sequence[date], as_at: date) -> date | None:
    """Return when a newly qualified social worker's next session is due.

    Only sessions held by `as_at` are known, and none before `started` counts; until the first, time
    runs from `started`. The date is before `as_at` where the session is overdue. None before
    `started`.
    """
    if as_at < started:
        return None
    last = max((day for day in sessions if started <= day <= as_at), default=started)
    begins = [phase.after.after(started) if phase.after else started for phase in NEWLY_QUALIFIED]
    for phase, (first, end) in zip(NEWLY_QUALIFIED, pairwise([*begins, date.max]), strict=True):
        due = max(phase.every.after(last), first)
        if last < end and due < end:
            return due
    raise AssertionError("the last phase has no end")
