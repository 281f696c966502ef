"""Children in care: how many, and whether they are seen and their plans reviewed in time."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.insight.wording import Polarity
from sightline.measures.due_dates import relaxed, reviews_due, visits_due
from sightline.measures.language import Kind, Target, When, measure
from sightline.measures.sources import (
    CHILDREN_LOOKED_AFTER,
    EVERYONE,
    REVIEWS,
    SERVICE,
    VISITS,
)
from sightline.measures.view import SHORT_BREAKS, YEAR, View, in_past_year
from sightline.records.spells import lasts_past


@measure(
    title="Children in care",
    area="Children in care",
    question="How many children do we look after?",
    kind=Kind.COUNT,
    polarity=Polarity.NONE,
    definition="Children looked after on the day, short breaks (V3, V4) left out.",
    numerator_words="children in care on the day",
    denominator_words="",
    source=CHILDREN_LOOKED_AFTER,
    records=("period_of_care", "legal_status"),
    inputs=("period_of_care.started", "period_of_care.ended", "legal_status.legal_status"),
    themes=("leadership", "placement_sufficiency"),
    audiences=EVERYONE,
)
def children_in_care(view: View) -> Table:
    return view.in_care.mutate(met=True)


@measure(
    title="Change in children in care over a year",
    area="Children in care",
    question="Are there more children in care than a year ago?",
    kind=Kind.CHANGE,
    polarity=Polarity.NONE,
    definition="Children in care on the day less those in care twelve months before, as a share of "
    "the latter.",
    numerator_words="children in care now, less children in care twelve months before",
    denominator_words="children in care twelve months before",
    source=CHILDREN_LOOKED_AFTER,
    records=("period_of_care", "legal_status"),
    inputs=("period_of_care.started", "period_of_care.ended", "legal_status.legal_status"),
    themes=("leadership", "placement_sufficiency"),
    audiences=EVERYONE,
    looks_back_months=YEAR,
    spans_months=12,
)
def change_in_children_in_care(view: View) -> Table:
    before = _in_care_a_year_before(view)
    now = view.in_care.left_join(before.mutate(was=True), ["as_at", "child_id"]).mutate(
        was=_.was.fill_null(False), now=True
    )
    columns = [*view.in_care.columns, "was", "now"]
    then = view.left_care.filter(_.care_started <= _.as_at - ibis.interval(months=YEAR))
    gone = (
        before.anti_join(view.in_care, ["as_at", "child_id"])
        .left_join(then, ["as_at", "child_id"])
        .mutate(was=True, now=False)
    )
    return ibis.union(now.select(columns), gone.select(columns), distinct=False)


def _in_care_a_year_before(view: View) -> Table:
    """One row a moment and child who counted as in care twelve months before it."""
    moments = view.moment.select(
        "as_at", year_before=(_.as_at - ibis.interval(months=YEAR)).cast("date")
    )
    care = _held_then(moments, view.table("period_of_care"))
    orders = view.table("legal_status").filter(_.legal_status.isin(SHORT_BREAKS))
    counted = care.anti_join(_held_then(moments, orders), ["as_at", "child_id"])
    return counted.distinct()  # so that one anti-join is never chained to the next: of a chain,
    # sqlglot writes the second in words that only DuckDB knows


def _held_then(moments: Table, spells: Table) -> Table:
    held = moments.join(
        spells,
        (spells.started <= moments.year_before) & lasts_past(spells.ended, moments.year_before),
    )
    return held.select("as_at", "child_id").distinct()


@measure(
    title="Reviews held in time",
    area="Children in care",
    question="Is every child's plan reviewed when the law says it must be?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Children in care with a review due in the past twelve months all of whose reviews "
    "due then were held in time: the first within 20 working days of coming into care, the second "
    "within three months, later ones within six.",
    numerator_words="children all of whose reviews due in the past twelve months were held in time",
    denominator_words="children in care who had a review due in the past twelve months",
    source=REVIEWS,
    records=("review", "period_of_care"),
    inputs=("review.date", "period_of_care.started", "period_of_care.start_unknown"),
    themes=("reviews_iro", "care_planning"),
    audiences=EVERYONE,
    looks_back_months=YEAR,
    target=Target(1.0, "the duty itself"),
    limits="Time runs from the review before as it was held. Reviews later than the first that "
    "fell due while the limits were relaxed in 2020 do not count as late.",
    spans_months=12,
)
def reviews_in_timescale(view: View) -> Table:
    due = reviews_due(view).drop("care_ended")
    each = view.in_care.join(due, ["child_id", "care_started"]).filter(
        in_past_year(_.due, _.as_at) & (_.due < _.as_at)
    )
    late = (_.held.isnull() | (_.held > _.due)) & ~(relaxed(_.due) & (_.number > 1))
    timely = each.group_by(["as_at", "child_id"]).agg(met=(~late).all())
    return view.in_care.join(timely, ["as_at", "child_id"])


@measure(
    title="Visits in time",
    area="Children in care",
    question="Has every child in care been seen as often as the law says?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Children in care whose next visit, by the rule for their own placement and order, "
    "is not yet overdue.",
    numerator_words="children whose social worker's visit is not overdue",
    denominator_words="children in care",
    source=VISITS,
    records=("visit", "placement", "legal_status", "review", "care_plan"),
    inputs=(
        "visit.social_work",
        "review.date",
        "placement.started",
        "placement.placement_type",
        "legal_status.legal_status",
        "legal_status.started",
        "care_plan.permanence_plan",
    ),
    themes=("visits",),
    audiences=EVERYONE,
    when=When.MONTHLY_FROM_LISTS,
    target=Target(1.0, "the duty itself"),
    limits="Counts only the time since the last visit: a child seen today after a gap of months is "
    "in time. Does not say whether she was seen alone, or whether visits follow risk.",
)
def visits_in_timescale(view: View) -> Table:
    due = visits_due(view)
    return view.in_care.left_join(due, ["as_at", "child_id"]).mutate(
        met=(_.due >= _.as_at) | relaxed(_.as_at), known=_.due.notnull()
    )


@measure(
    title="Living with parents on a care order",
    area="Children in care",
    question="How many children live at home under an order that might be discharged?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Children in care placed with a parent (P1) under an interim or full care order.",
    numerator_words="children placed with parents under a care order (C1 or C2)",
    denominator_words="children in care",
    source=CHILDREN_LOOKED_AFTER,
    records=("placement", "legal_status"),
    inputs=("placement.placement_type", "legal_status.legal_status"),
    themes=("placement_with_parents", "permanence"),
    audiences=SERVICE,
    limits="Not wrong in itself: the question is whether each order is still needed (Children Act "
    "1989, s 39).",
)
def placed_with_parents(view: View) -> Table:
    at_home = (_.placement_type == "P1") & _.legal_status.isin(["C1", "C2"])
    return view.in_care.mutate(met=at_home, known=_.placement_type.notnull())
