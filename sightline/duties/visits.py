"""Visits to one child in care: the rule on a day, when the next is due, what was missed.

How regulation 28 is read here:

- The rule that counts on a day is the one that fits the child's circumstances on that day. The next
  visit is due on the first day on which the gap since the last reaches the limit that holds *that
  day*. So after a visit two weeks before the end of the first year of a placement meant to last to
  18, the next is due three months on, not six weeks on; weekly visits end with the first review.
- What happens after `as_at` (a review, an order, a match) is not known at `as_at`.
- A visit on the day of the event from which time runs counts as made.
- "The first review" is the first held after the day the placement started: a new arrangement is
  watched weekly until a review has looked at it.
- For a child who goes home after the care order was made, the first week runs from the move home.
- Visits asked for by the child or carer, or after a notice about a children's home (reg 28(7)),
  have no date that can be worked out beforehand, and are not given here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from sightline.duties.period import add_months
from sightline.duties.relaxations import Relaxation, relaxation_on
from sightline.duties.visit_rules import (
    Start,
    VisitPhase,
    VisitRegime,
    VisitRule,
    visit_rule,
)

_FIRST_YEAR_MONTHS = 12


class Order(StrEnum):
    """Care orders that change how often a child at home is visited, by their SSDA903 code."""

    INTERIM_CARE_ORDER = "C1"
    CARE_ORDER = "C2"


@dataclass(frozen=True, slots=True)
class VisitCircumstances:
    """What regulation 28 asks about one child in one placement.

    `order` is the SSDA903 legal status; any code but C1 and C2 is read as no care order, and a care
    order without a date as in force from the start of the placement.
    `before_assessment`: placed with a parent under reg 19; `temporary_approval`: with a connected
    person under reg 24; `living_elsewhere`: someone else answers for where the child lives, such as
    a hospital or a young offender institution (reg 28(6)).
    """

    placement_started: date
    placement_ended: date | None = None
    intended_to_eighteen: bool = False
    with_parents: bool = False
    order: str | None = None
    order_started: date | None = None
    first_review_held: date | None = None
    before_assessment: bool = False
    temporary_approval: bool = False
    long_term_match: date | None = None
    child_agrees_fewer_visits: bool = False
    living_elsewhere: bool = False
    short_breaks: bool = False

    def known_by(self, as_at: date) -> "VisitCircumstances":
        """Return the circumstances without what had not yet happened by `as_at`."""
        return replace(
            self,
            order=None if _later(self.order_started, as_at) else self.order,
            order_started=None if _later(self.order_started, as_at) else self.order_started,
            first_review_held=(
                None if _later(self.first_review_held, as_at) else self.first_review_held
            ),
            long_term_match=None if _later(self.long_term_match, as_at) else self.long_term_match,
        )

    def first_year_ended(self) -> date:
        """Return the first day after the first year of the placement."""
        return add_months(self.placement_started, _FIRST_YEAR_MONTHS)

    def has_order(self, order: Order, on: date) -> bool:
        """Tell whether that order is in force on a day."""
        return self.order == order and (self.order_started or self.placement_started) <= on

    def settled_long_term(self, on: date) -> bool:
        """Tell whether reg 28(3A) fits: matched, a year in the placement, and the child agrees."""
        matched = self.long_term_match
        return (
            self.child_agrees_fewer_visits
            and matched is not None
            and max(matched, self.first_year_ended()) <= on
        )

    def reviewed(self, on: date) -> bool:
        """Tell whether a review has been held in this placement by the end of a day."""
        held = self.first_review_held
        return held is not None and self.placement_started < held <= on


def _later(day: date | None, as_at: date) -> bool:
    return day is not None and as_at < day


@dataclass(frozen=True, slots=True)
class Due:
    """A visit due: the last day on which it is in time, and the rule."""

    date: date
    rule: VisitRule

    @property
    def relaxed(self) -> Relaxation | None:
        """Return the relaxation in force on the due date, or None."""
        return relaxation_on(self.date)


def regime(circumstances: VisitCircumstances, on: date) -> VisitRegime:
    """Return the paragraph of reg 28 that governs visits on a day.

    Paragraphs (3) to (6) displace (2). Where both (3) and (4), or (3) and (5), fit, the stricter is
    taken: (4) over (3), and (3) over (5).
    """
    if circumstances.short_breaks:
        return VisitRegime.SHORT_BREAKS
    if circumstances.living_elsewhere:
        return VisitRegime.ELSEWHERE
    if circumstances.temporary_approval:
        return VisitRegime.TEMPORARY_APPROVAL
    if circumstances.with_parents:
        return _regime_with_parents(circumstances, on)
    return _regime_of_placement(circumstances, on)


def _regime_with_parents(circumstances: VisitCircumstances, on: date) -> VisitRegime:
    if circumstances.has_order(Order.INTERIM_CARE_ORDER, on):
        return VisitRegime.INTERIM_ORDER_WITH_PARENTS
    if circumstances.before_assessment:
        return VisitRegime.PARENTS_BEFORE_ASSESSMENT
    if circumstances.has_order(Order.CARE_ORDER, on):
        return VisitRegime.CARE_ORDER_WITH_PARENTS
    return _regime_of_placement(circumstances, on)


_LONG_TERM_RULE = visit_rule(VisitRegime.LONG_TERM_FOSTERING, VisitPhase.AFTER_FIRST_YEAR)


def _regime_of_placement(circumstances: VisitCircumstances, on: date) -> VisitRegime:
    if _LONG_TERM_RULE.in_force(on) and circumstances.settled_long_term(on):
        return VisitRegime.LONG_TERM_FOSTERING
    return VisitRegime.TO_EIGHTEEN if circumstances.intended_to_eighteen else VisitRegime.ORDINARY


_REVIEW_DECIDES = {
    VisitRegime.PARENTS_BEFORE_ASSESSMENT,
    VisitRegime.TEMPORARY_APPROVAL,
    VisitRegime.INTERIM_ORDER_WITH_PARENTS,
}
_ONE_PHASE = {VisitRegime.CARE_ORDER_WITH_PARENTS, VisitRegime.SHORT_BREAKS}


def phase(circumstances: VisitCircumstances, on: date) -> VisitPhase:
    """Return which phase of its regime the placement is in on a day."""
    governing = regime(circumstances, on)
    if governing in _ONE_PHASE:
        return VisitPhase.THROUGHOUT
    if governing in _REVIEW_DECIDES:
        reviewed = circumstances.reviewed(on)
        return VisitPhase.AFTER_FIRST_REVIEW if reviewed else VisitPhase.UNTIL_FIRST_REVIEW
    first_year = on < circumstances.first_year_ended()
    return VisitPhase.FIRST_YEAR if first_year else VisitPhase.AFTER_FIRST_YEAR


def rule_on(circumstances: VisitCircumstances, on: date) -> VisitRule:
    """Return the one rule of VISIT_RULES that holds for the child on a day."""
    return visit_rule(regime(circumstances, on), phase(circumstances, on))


def next_visit_due(
    circumstances: VisitCircumstances, visits: Sequence[date], as_at: date
) -> Due | None:
    """Return the next visit due, knowing only the visits made by `as_at`.

    Its date is before `as_at` where the visit is overdue. None where the placement has not begun by
    `as_at`, or has ended. Visits before the placement started do not count.
    """
    started, ended = circumstances.placement_started, circumstances.placement_ended
    if as_at < started or (ended is not None and ended <= as_at):
        return None
    made = [visit for visit in visits if started <= visit <= as_at]
    return _due_after(circumstances.known_by(as_at), max(made, default=None), made)


def visits_missed(
    circumstances: VisitCircumstances, visits: Sequence[date], until: date
) -> tuple[Due, ...]:
    """Return every visit that fell due before `until` (and the placement's end) and was not made.

    Where a visit was missed, the next is due as if it had been made on its due date; so a long gap
    counts once for each visit that should have filled it. A visit made late is a visit missed.
    """
    end = min(until, circumstances.placement_ended or until)
    made = sorted({v for v in visits if circumstances.placement_started <= v <= end})
    stops: list[date | None] = [None, *made]
    return tuple(
        missed
        for last, following in pairwise([*stops, end])
        for missed in _missed_in_gap(circumstances, last, following or end, made)
    )


def _missed_in_gap(
    circumstances: VisitCircumstances, last: date | None, end: date, made: Sequence[date]
) -> Iterator[Due]:
    known = [visit for visit in made if last is not None and visit <= last]
    due = _due_after(circumstances, last, known)
    while due.date < end:
        yield due
        known = [*known, due.date]
        due = _due_after(circumstances, due.date, known)


def _due_after(circumstances: VisitCircumstances, last: date | None, made: Sequence[date]) -> Due:
    """Return the earliest due date that follows from the last visit and from any new order."""
    first_visits = [due for due in _first_visits(circumstances) if not _met(due[0], made)]
    candidates = [due for _, due in first_visits]
    if last is not None:
        candidates.append(_end_of_gap(circumstances, last))
    return min(candidates, key=lambda due: due.date)


def _met(event: date, made: Sequence[date]) -> bool:
    return any(event <= visit for visit in made)


def _first_visits(circumstances: VisitCircumstances) -> Iterator[tuple[date, Due]]:
    """Give each event that calls for a first visit of its own, and when that visit is due."""
    started = circumstances.placement_started
    rule = rule_on(circumstances, started)
    if rule.first_within:
        yield started, Due(rule.first_within.after(started), rule)
    ordered = circumstances.order_started
    if ordered is not None and started < ordered:
        rule = rule_on(circumstances, ordered)
        if rule.measured_from is Start.ORDER and rule.first_within:
            yield ordered, Due(rule.first_within.after(ordered), rule)


def _end_of_gap(circumstances: VisitCircumstances, last: date) -> Due:
    """Return the last day on which the gap since `last` is within the limit that holds that day."""
    changes = sorted(day for day in _changes(circumstances) if last < day)
    for begins, ends in pairwise([last, *changes, date.max]):
        rule = rule_on(circumstances, begins)
        limit = max(rule.then_every.after(last), begins)
        if limit < ends:
            return Due(limit, rule)
    raise AssertionError("the last stretch has no end")


def _changes(circumstances: VisitCircumstances) -> set[date]:
    """Return every day on which another rule may begin to hold."""
    days = {
        circumstances.first_year_ended(),
        _LONG_TERM_RULE.in_force_from,
        circumstances.order_started,
        circumstances.first_review_held,
        circumstances.long_term_match,
    }
    return {day for day in days if day is not None}
