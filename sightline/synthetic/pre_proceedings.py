"""Pre-proceedings: the letter, meetings and decision before an application to the family court."""

from __future__ import annotations

from dataclasses import dataclass

from sightline.synthetic.chains import Chain
from sightline.synthetic.chance import stream
from sightline.synthetic.days import working_day_after

FIRST_YEAR_OF_PRE_PROCEEDINGS = 2027
COURT_STATUSES = ("C1", "E1", "L1", "L2")
TO_COURT, STEPPED_DOWN = "A", "B"  # the census's codes [unverified: only A was seen in a sample]
LONGEST_PLAN_WITHOUT = 300


@dataclass(frozen=True, slots=True)
class PreProceedings:
    """One child's pre-proceedings; None for what did not happen."""

    started: int
    letter: int
    offered: bool
    held: bool
    first_meeting: int
    reviews: int
    decided: int
    outcome: str
    applied: int | None
    court_letter: int | None


def pre_proceedings(seed: int, chain: Chain) -> PreProceedings | None:
    """What went before an application; some families on a protection plan step down again."""
    if chain.authorised is None or chain.plan is None or chain.plan_end is None:
        return None
    rng = stream(seed, chain.child.child_id, chain.contact, "pre-proceedings")
    court = _application(chain)
    if court is not None:
        started = working_day_after(max(chain.plan + 20, court - rng.randrange(70, 190)))
        if court - started < 40:
            return None
    elif chain.plan_end - chain.plan > LONGEST_PLAN_WITHOUT and rng.random() < 0.35:
        started = working_day_after(chain.plan + rng.randrange(60, 180))
    else:
        return None
    letter = working_day_after(started + rng.randrange(2, 12))
    meeting = working_day_after(letter + rng.randrange(5, 15))
    offered = rng.random() < 0.7
    decided = court - 10 if court is not None else working_day_after(meeting + 110)
    return PreProceedings(
        started, letter, offered, offered and rng.random() < 0.6, meeting,
        max(0, (decided - meeting) // 45), max(decided, meeting),
        TO_COURT if court is not None else STEPPED_DOWN, court,
        court - 5 if court is not None else None,
    )  # fmt: skip


def _application(chain: Chain) -> int | None:
    """The day the authority applied: when the first order of the court began."""
    if chain.care is None:
        return None
    return next((s.start for s in chain.care.legal if s.code in COURT_STATUSES), None)
