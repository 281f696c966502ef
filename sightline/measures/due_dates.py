"""Due dates of every child at every moment, in sets: the engine's form of `duties`.

`duties` is the reference, one child at a time; tests hold the two together. What the returns cannot
say is read so: a long-term plan (fostering or residential) in a placement means that it is meant to
last until 18; no return says that a child agreed to fewer visits, was placed before assessment or
with a carer approved for the time being, so those rules are never applied here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, DateColumn, Table

from sightline.duties.health import (
    FIVE,
    INITIAL_ASSESSMENT,
    REVIEW_FROM_FIVE,
    REVIEW_UNDER_FIVE,
)
from sightline.duties.period import Period
from sightline.duties.relaxations import CORONAVIRUS_2020
from sightline.duties.reviews import review_rule
from sightline.duties.visit_rules import (
    CARE_PLANNING_REGULATIONS_BEGAN,
    VisitPhase,
    VisitRegime,
    visit_rules_table,
)
from sightline.duties.working_days import calendar
from sightline.measures.populations import with_first_after, with_last
from sightline.measures.view import View, birthday_of

TO_EIGHTEEN_PLANS = ("LONG_TERM_FOSTERING", "LONG_TERM_RESIDENTIAL")
ELSEWHERE_PLACEMENTS = ("R2", "R5")  # hospital; young offender institution or prison
WITH_PARENTS = "P1"
SECOND_REVIEW_AT_LATEST_MONTHS = 5  # 20 working days and three months, and some lateness


def plus(day: DateColumn, period: Period) -> DateColumn:
    """The due date a period after a day, for a period in days, weeks or months.

    Raises ValueError for working days, which need a `Calendar`.
    """
    if period.working_days:
        raise ValueError("Working days are counted with a calendar: Calendar.plus.")
    days = ibis.interval(days=period.days + 7 * period.weeks)
    return day + days + ibis.interval(months=period.months)


def relaxed(day: DateColumn) -> BooleanValue:
    """Whether a day lies in the months of 2020 in which time limits were relaxed."""
    return day.between(CORONAVIRUS_2020.first_day, CORONAVIRUS_2020.last_day)


def visits_due(view: View) -> Table:
    """One row a moment and child in care: `last_visit` in this placement and `due`, the next.

    `due` is before `as_at` where the visit is overdue; null where no placement is known.
    """
    last = _last_visit(view)
    return _first_due(view, last).select("as_at", "child_id", "last_visit", "due")


def _last_visit(view: View) -> Table:
    visits = view.table("visit").filter(_.kind == "social_work").select("child_id", "date")
    reviews = view.table("review").select("child_id", "date")
    placed = view.in_care.filter(_.placement_started.notnull()).select(
        "as_at",
        "child_id",
        "placement_started",
        "placement_type",
        "permanence_plan",
        "legal_status",
        "legal_status_started",
    )
    visited = with_last(placed, visits, "date", "last_visit")
    reviewed = with_first_after(visited, reviews, "date", "placement_started", "first_review")
    return reviewed.mutate(
        last_visit=_where(_.last_visit >= _.placement_started, _.last_visit),
        first_review=_where(_.first_review <= _.as_at, _.first_review),
    )


def _where(holds: ibis.Deferred, day: ibis.Deferred) -> ibis.Deferred:
    return ibis.ifelse(holds, day, ibis.null().cast("date"))


def _first_due(view: View, placed: Table) -> Table:
    """The first day on which the gap since the last visit reaches the limit that holds that day."""
    stretches = _stretches(placed)
    rules = view.once("visit_rules", lambda: ibis.memtable(visit_rules_table()))
    ruled = stretches.join(
        rules,
        (stretches.regime == rules.regime)
        & (stretches.phase == rules.phase)
        & (rules.in_force_from <= stretches.begins)
        & (rules.in_force_to.isnull() | (rules.in_force_to >= stretches.begins)),
    )
    after_last = (
        ruled.last_visit + ruled.every_weeks.as_interval("W") + ruled.every_months.as_interval("M")
    )
    first = ibis.ifelse(
        ruled.begins == ruled.event,
        ruled.begins
        + ruled.first_within_weeks.as_interval("W")
        + ruled.first_within_months.as_interval("M"),
        ibis.null().cast("date"),
    )
    limited = ruled.mutate(
        gap_ends=ibis.greatest(after_last.cast("date"), ruled.begins), first_due=first.cast("date")
    )
    following = ibis.ifelse(
        (limited.begins >= limited.last_visit)
        & (limited.ends.isnull() | (limited.gap_ends < limited.ends)),
        limited.gap_ends,
        ibis.null().cast("date"),
    )
    keys = ["as_at", "child_id", "last_visit"]
    return (
        limited.mutate(following=following)
        .group_by(keys)
        .agg(due=ibis.least(_.following.min(), _.first_due.min()))
    )


def _stretches(placed: Table) -> Table:
    """Each placement cut at every day on which another rule may begin to hold.

    `event` is the day from which a first visit still owed is counted, or null.
    """
    order_made = ibis.ifelse(
        placed.legal_status_started > placed.placement_started,
        placed.legal_status_started,
        ibis.null().cast("date"),
    )
    year_on = placed.placement_started + ibis.interval(months=12)
    dated = placed.mutate(year_on=year_on.cast("date"), order_made=order_made)
    days = ("placement_started", "last_visit", "year_on", "order_made", "first_review")
    cut = ibis.union(
        *(dated.mutate(begins=dated[day]).filter(_.begins.notnull()) for day in days),
        distinct=True,
    )
    order = ibis.window(group_by=["as_at", "child_id"], order_by="begins")
    cut = cut.mutate(ends=cut.begins.lead().over(order))
    governed = cut.mutate(regime=_regime(cut))
    return governed.mutate(phase=_phase(governed), event=_event(governed))


def _regime(cut: Table) -> ibis.expr.types.StringColumn:
    ordered = cut.legal_status_started <= cut.begins
    at_home = cut.placement_type == WITH_PARENTS
    return ibis.cases(
        (cut.placement_type.isin(ELSEWHERE_PLACEMENTS), VisitRegime.ELSEWHERE.value),
        (
            at_home & (cut.legal_status == "C1") & ordered,
            VisitRegime.INTERIM_ORDER_WITH_PARENTS.value,
        ),
        (
            at_home & (cut.legal_status == "C2") & ordered,
            VisitRegime.CARE_ORDER_WITH_PARENTS.value,
        ),
        (cut.permanence_plan.isin(TO_EIGHTEEN_PLANS), VisitRegime.TO_EIGHTEEN.value),
        else_=VisitRegime.ORDINARY.value,
    )


def _phase(cut: Table) -> ibis.expr.types.StringColumn:
    reviewed = cut.first_review <= cut.begins
    interim = cut.regime == VisitRegime.INTERIM_ORDER_WITH_PARENTS.value
    return ibis.cases(
        (cut.regime == VisitRegime.CARE_ORDER_WITH_PARENTS.value, VisitPhase.THROUGHOUT.value),
        (interim & reviewed, VisitPhase.AFTER_FIRST_REVIEW.value),
        (interim, VisitPhase.UNTIL_FIRST_REVIEW.value),
        (cut.begins < cut.year_on, VisitPhase.FIRST_YEAR.value),
        else_=VisitPhase.AFTER_FIRST_YEAR.value,
    )


def _event(cut: Table) -> DateColumn:
    """The stretch's own first day where a first visit is owed from it and none has been made."""
    start_owed = (cut.begins == cut.placement_started) & cut.last_visit.isnull()
    order_owed = (
        (cut.begins == cut.legal_status_started)
        & (cut.begins > cut.placement_started)
        & (cut.regime == VisitRegime.CARE_ORDER_WITH_PARENTS.value)
        & (cut.last_visit.isnull() | (cut.last_visit < cut.begins))
    )
    return ibis.ifelse(start_owed | order_owed, cut.begins, ibis.null().cast("date"))


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days as tables to join, over the years the view needs."""

    days: Table

    @classmethod
    def of(cls, view: View) -> Calendar:
        """From before the rules began, or anyone came into care, to well after the last moment."""
        return cls(view.once("working_days", lambda: cls._over(view).days))

    @classmethod
    def _over(cls, view: View) -> Calendar:
        came = view.table("period_of_care").started.min()
        known = view.records.one_day(came.coalesce(CARE_PLANNING_REGULATIONS_BEGAN))
        first = min(known, CARE_PLANNING_REGULATIONS_BEGAN)
        last = view.records.one_day(view.moment.as_at.max())
        return cls.between(first, last.replace(year=last.year + 1, day=min(last.day, 28)))

    @classmethod
    def between(cls, first: date, last: date) -> Calendar:
        """Every day from `first` to `last`; what starts or falls due outside them has no date."""
        return cls(ibis.memtable(calendar(first, last)))

    def plus(self, table: Table, column: str, working_days: int, name: str) -> Table:
        """Adds `name`: the day `working_days` working days after `column`."""
        start = self.days.select(start_day="day", start_number="working_day_number")
        target = self.days.filter(_.is_working_day).select(
            **{name: "day", "target_number": "working_day_number"}
        )
        numbered = table.left_join(start, table[column] == start.start_day)
        reached = numbered.left_join(
            target, numbered.start_number + working_days == target.target_number
        )
        return reached.drop("start_day", "start_number", "target_number")

    def counted(self, table: Table, start: str, end: str, name: str) -> Table:
        """Adds `name`: the working days after `start` up to and including `end`."""
        first = self.days.select(start_day="day", start_number="working_day_number")
        last = self.days.select(end_day="day", end_number="working_day_number")
        begun = table.left_join(first, table[start] == first.start_day)
        ended = begun.left_join(last, begun[end] == last.end_day)
        return ended.mutate(**{name: _.end_number - _.start_number}).drop(
            "start_day", "start_number", "end_day", "end_number"
        )


def reviews_due(view: View) -> Table:
    """One row a review held, and one for the review owed next: `due` and `held` (or null).

    Columns: child_id, care_started, care_ended, number (from 1), due, held. Reviews outside the
    period of care do not count. Where a child came into care before the records begin and the first
    review they know is later than the second could lawfully be, or where nobody knows when she
    came, it is taken for the third; when that one was due nobody can say, and `due` is null.
    """
    numbered = _numbered_reviews(view)
    keys = ["child_id", "care_started", "care_ended"]
    owed = numbered.group_by(keys).agg(
        number=_.number.max() + 1, before=_.held.max(), held=ibis.null().cast("date")
    )
    none_held = (
        view.table("period_of_care")
        .select("child_id", "start_unknown", care_started="started", care_ended="ended")
        .anti_join(numbered, ["child_id", "care_started"])
        .mutate(
            number=_earlier_reviews(_.start_unknown.fill_null(False)) + 1,
            before=ibis.null().cast("date"),
            held=ibis.null().cast("date"),
        )
    )
    columns = [*keys, "number", "before", "held"]
    every = ibis.union(
        *(table.select(columns) for table in (numbered, owed, none_held)), distinct=False
    )
    return _with_due(view, every)


def _numbered_reviews(view: View) -> Table:
    """Reviews held in each period of care, numbered; `before` is the one before."""
    care = view.table("period_of_care").select(
        "child_id", "start_unknown", care_started="started", care_ended="ended"
    )
    reviews = view.table("review").select("child_id", held="date").distinct()
    inside = care.join(reviews, "child_id").filter(
        (_.held >= _.care_started) & (_.care_ended.isnull() | (_.held <= _.care_ended))
    )
    order = ibis.window(group_by=["child_id", "care_started"], order_by="held")
    first_known = inside.held.min().over(ibis.window(group_by=["child_id", "care_started"]))
    second_at_latest = inside.care_started + ibis.interval(months=SECOND_REVIEW_AT_LATEST_MONTHS)
    missed_before = (inside.care_started < view.covered_from) & (first_known > second_at_latest)
    unseen = _earlier_reviews(missed_before | inside.start_unknown.fill_null(False))
    return inside.mutate(
        number=(ibis.row_number().over(order) + 1 + unseen).cast("int64"),
        before=inside.held.lag().over(order),
    )


def _earlier_reviews(unseen: BooleanValue | ibis.Deferred) -> Any:
    """How many reviews to count before the first that is known."""
    return ibis.ifelse(unseen, 2, 0).cast("int64")


def _with_due(view: View, every: Table) -> Table:
    first = review_rule(1).within.working_days
    with_first = Calendar.of(view).plus(every, "care_started", first, "first_due")
    due = ibis.cases(
        (with_first.number == 1, with_first.first_due),
        (with_first.number == 2, plus(with_first.before, review_rule(2).within).cast("date")),
        else_=plus(with_first.before, review_rule(3).within).cast("date"),
    )
    return with_first.mutate(due=due).drop("first_due", "before")


def health_assessments_due(view: View) -> Table:
    """One row a moment and child in care: `last_assessment` in this period of care, and `due`.

    Null where no assessment is known of a child of whom nobody knows when she came.
    """
    checks = (
        view.table("health_check").filter(_.kind == "health_assessment").select("child_id", "date")
    )
    children = view.in_care.select(
        "as_at", "child_id", "care_started", "start_unknown", "date_of_birth"
    )
    last = with_last(children, checks, "date", "last_assessment").mutate(
        last_assessment=_where(_.last_assessment >= _.care_started, _.last_assessment)
    )
    initial = Calendar.of(view).plus(
        last, "care_started", INITIAL_ASSESSMENT.within.working_days, "initial_due"
    )
    under_five = plus(initial.last_assessment, REVIEW_UNDER_FIVE.within).cast("date")
    from_five = plus(initial.last_assessment, REVIEW_FROM_FIVE.within).cast("date")
    fifth = birthday_of(initial.date_of_birth, FIVE)
    due = ibis.cases(
        (
            initial.last_assessment.isnull(),
            ibis.ifelse(
                initial.start_unknown.fill_null(False),
                ibis.null().cast("date"),
                initial.initial_due,
            ),
        ),
        (under_five < fifth, under_five),
        else_=from_five,
    )
    return initial.mutate(due=due).select("as_at", "child_id", "last_assessment", "due")
