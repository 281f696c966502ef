"""Reviews of a child in care: CP reg 33.

The first review is due within 20 working days of the day the child came into care, the second
within three months of the first, each later one within six months of the one before. Time runs from
the review before as it was held, not as it was due: a late review moves the next. An earlier review
(asked for by the IRO, say: reg 33(3)) counts, and the next runs from it.
Short breaks (reg 48) and the reviews that reg 33(3) calls for on an event are not given here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline.duties.citation import Citation
from sightline.duties.period import Period
from sightline.duties.relaxations import Relaxation, relaxation_on

_Day = date

_TEXT = "Care Planning, Placement and Case Review (England) Regulations 2010, reg 33"
_URL = "https://www.legislation.gov.uk/uksi/2010/959/part/6/made"


@dataclass(frozen=True, slots=True)
class ReviewRule:
    """How soon a review must follow what it runs from; `number` 3 stands for 3 and all later."""

    number: int
    within: Period
    runs_from: str
    citation: Citation


REVIEW_RULES: tuple[ReviewRule, ...] = (
    ReviewRule(
        number=1,
        within=Period(working_days=20),
        runs_from="the day the child came into care",
        citation=Citation(f"{_TEXT}(1)", _URL, verified=True),
    ),
    ReviewRule(
        number=2,
        within=Period(months=3),
        runs_from="the first review",
        citation=Citation(f"{_TEXT}(2)", _URL, verified=True),
    ),
    ReviewRule(
        number=3,
        within=Period(months=6),
        runs_from="the review before",
        citation=Citation(f"{_TEXT}(2)", _URL, verified=True),
    ),
)


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """One review: its number, the last day on which it is in time, and the day it was held."""

    number: int
    date: date
    rule: ReviewRule
    held: _Day | None = None

    @property
    def on_time(self) -> bool:
        """Tell whether the review was held by its due date."""
        return self.held is not None and self.held <= self.date

    @property
    def relaxed(self) -> Relaxation | None:
        """Return the relaxation in force on the due date, or None.

        The time limit for the first review was never relaxed.
        """
        return relaxation_on(self.date) if self.number > 1 else None


def review_rule(number: int) -> ReviewRule:
    """Return the rule for a child's `number`-th review, counting from 1."""
    return REVIEW_RULES[min(number, len(REVIEW_RULES)) - 1]


def next_review_due(care_started: date, reviews: Sequence[date], as_at: date) -> ReviewDue | None:
    """Return the next review due, knowing only the reviews held by `as_at`.

    Its date is before `as_at` where the review is overdue. None where care starts after `as_at`.
    Reviews before `care_started` do not count; a review on that day does.
    """
    if as_at < care_started:
        return None
    held = _held(care_started, reviews, as_at)
    return _review_after(care_started, held)


def reviews_on_time(
    care_started: date, reviews: Sequence[date], until: date
) -> tuple[ReviewDue, ...]:
    """Return each review held by `until`, and the one that fell due before `until` and was not.

    Give the day care ended as `until` where it has: a review due on that day or later is not
    expected any more.
    """
    held = _held(care_started, reviews, until)
    past = [_review_after(care_started, held[:number], held=day) for number, day in enumerate(held)]
    following = _review_after(care_started, held)
    return (*past, following) if following.date < until else tuple(past)


def _held(care_started: date, reviews: Sequence[date], until: date) -> list[date]:
    return sorted({review for review in reviews if care_started <= review <= until})


def _review_after(
    care_started: date, before: Sequence[date], held: date | None = None
) -> ReviewDue:
    rule = review_rule(number := len(before) + 1)
    runs_from = before[-1] if before else care_started
    return ReviewDue(number, rule.within.after(runs_from), rule, held)
