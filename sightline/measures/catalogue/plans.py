"""Plans for permanence: made in time, carried out in time, and the children who wait."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.care_plans import CARE_PLAN
from sightline.duties.citation import Citation
from sightline.duties.permanence import PERMANENCE_PLAN
from sightline.insight.wording import Polarity
from sightline.measures.clock_dates import with_due
from sightline.measures.due_dates import Calendar
from sightline.measures.language import Kind, When, measure
from sightline.measures.populations import care_begun, care_ended, counted_between, dated_in_month
from sightline.measures.sources import (
    CHILDREN_LOOKED_AFTER,
    DISCHARGE,
    EVERYONE,
    LONG_TERM_FOSTERING,
    SERVICE,
)
from sightline.measures.view import YEAR, View

PLAN_MONTHS = 4
PERMANENT = ("E11", "E12", "E41", "E45", "E46", "E47", "E48", "E4A")
RETURNED_HOME = ("E4A",)
CHILD_ARRANGEMENTS = ("E41",)
EARLY_PERMANENCE = ("U2", "U5")
NAMED_ROUTES = ("P1", "P2", "P3")  # P4: there was one, and nobody knows which
UNDER = 5
BACK_WITHIN_MONTHS = 24
COHORT = Citation(
    "Child and Family Services Reviews, round 4: permanency in 12 months for children entering "
    "foster care (Children's Bureau, United States)",
    "https://www.acf.hhs.gov/cb/monitoring/child-family-services-reviews",
    verified=False,
    note="An idea borrowed: the routes counted are those of England. The text was not checked.",
)


@measure(
    title="A plan for permanence by four months",
    area="Permanence",
    question="Which children still have no plan for where they will grow up?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of children in care for four months or more, those with a plan for permanence "
    "recorded.",
    numerator_words="children with a plan for permanence",
    denominator_words="children in care for four months or more",
    source=PERMANENCE_PLAN.latest.citation,
    records=("period_of_care", "care_plan"),
    inputs=("period_of_care.started", "care_plan.permanence_plan"),
    themes=("permanence", "planning", "drift"),
    audiences=EVERYONE,
    when=When.MONTHLY_FROM_LISTS,
    limits="The plan is due at the second review, about four months after a child came into care; "
    "no child's own reviews are looked at. That a plan is recorded says nothing of whether it is "
    "the right one.",
)
def permanence_plan_by_four_months(view: View) -> Table:
    four_months = (_.as_at - ibis.interval(months=PLAN_MONTHS)).cast("date")
    return view.in_care.filter(_.care_started <= four_months).mutate(
        met=_.permanence_plan.notnull()
    )


@measure(
    title="No care plan after ten working days",
    area="Permanence",
    question="Which children came into care and have no plan at all?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of children in care for more than ten working days, those with no plan recorded.",
    numerator_words="children with no plan",
    denominator_words="children in care for more than ten working days",
    source=CARE_PLAN.latest.citation,
    records=("period_of_care", "care_plan"),
    inputs=("period_of_care.started", "care_plan.permanence_plan"),
    themes=("planning",),
    audiences=SERVICE,
    when=When.MONTHLY_FROM_LISTS,
    limits="The plan for permanence stands for the care plan, whose date no return carries. The "
    "rule is of April 2011: children who came into care before it are not counted.",
)
def care_plan_missing(view: View) -> Table:
    due = with_due(view.in_care, "care_started", CARE_PLAN, Calendar.of(view), "plan_due")
    return due.filter(_.plan_due < _.as_at).mutate(met=_.permanence_plan.isnull())


@measure(
    title="Match for long-term fostering decided",
    area="Permanence",
    question="Do children with a plan of long-term fostering know that they may stay?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of children in care with a plan of long-term fostering, those for whom a match was "
    "agreed in this time in care.",
    numerator_words="children whose match was agreed",
    denominator_words="children in care with a plan of long-term fostering",
    source=LONG_TERM_FOSTERING,
    records=("care_plan", "match_decision"),
    inputs=("care_plan.permanence_plan", "match_decision.date", "match_decision.decision"),
    themes=("long_term_fostering", "permanence", "drift"),
    audiences=SERVICE,
    when=When.MONTHLY_FROM_LISTS,
    limits="Rests on Sightline's template of match decisions.",
)
def long_term_match_decided(view: View) -> Table:
    planned = view.in_care.filter(_.permanence_plan == "LONG_TERM_FOSTERING")
    agreed = view.table("match_decision").filter(
        (_.kind == "long_term_fostering") & (_.decision == "agreed")
    )
    told = counted_between(planned, agreed, "date", planned.care_started, planned.as_at)
    return told.mutate(met=_.times > 0)


@measure(
    title="Care order, and still living with parents a year on",
    area="Permanence",
    question="For whom should we ask the court to end the care order?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of children under a full care order (C2) who live with their parents (P1), those "
    "who have lived there for a year or more.",
    numerator_words="children at home under a care order for a year or more",
    denominator_words="children under a care order who live with their parents",
    source=DISCHARGE,
    records=("placement", "legal_status"),
    inputs=("placement.placement_type", "placement.started", "legal_status.legal_status"),
    themes=("placed_with_parents", "discharge_of_care_orders", "drift"),
    audiences=SERVICE,
)
def care_order_at_home_a_year(view: View) -> Table:
    at_home = view.in_care.filter((_.placement_type == "P1") & (_.legal_status == "C2"))
    return at_home.mutate(
        met=_.placement_started <= (_.as_at - ibis.interval(years=1)).cast("date")
    )


@measure(
    title="Early permanence for young children in proceedings",
    area="Permanence",
    question="Do babies live from the start with those who may adopt them?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of children under five under an interim care order (C1), those placed with foster "
    "carers who are also approved to adopt (U2, U5).",
    numerator_words="children placed for early permanence",
    denominator_words="children under five under an interim care order",
    source=CHILDREN_LOOKED_AFTER,
    records=("placement", "legal_status", "person"),
    inputs=("placement.placement_type", "legal_status.legal_status", "person.date_of_birth"),
    themes=("parallel_planning", "adoption", "permanence"),
    audiences=SERVICE,
    limits="It is right for some of these children only: no figure says for how many.",
)
def early_permanence(view: View) -> Table:
    young = view.in_care.filter((_.legal_status == "C1") & (_.age < UNDER))
    return young.mutate(
        met=_.placement_type.isin(EARLY_PERMANENCE), known=_.placement_type.notnull()
    )


@measure(
    title="Permanence within a year of coming into care",
    area="Permanence",
    question="Of the children who came into care a year ago, how many have a lasting home?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of times in care begun in the month twelve months before, short breaks left out, "
    "those that ended within twelve months by return home as planned (E4A), child arrangements "
    "order (E41), special guardianship (E45–E48) or adoption (E11, E12).",
    numerator_words="times in care that led to a lasting home within twelve months",
    denominator_words="times in care begun in the month a year before",
    source=COHORT,
    records=("period_of_care",),
    inputs=("period_of_care.started", "period_of_care.ended", "period_of_care.reason_ceased"),
    themes=("permanence", "drift"),
    audiences=EVERYONE,
    looks_back_months=YEAR,
    counted="times in care",
    limits="Children who came in together are followed together, so that those who wait count as "
    "much as those who left.",
)
def permanence_in_a_year(view: View) -> Table:
    began = care_begun(view).mutate(year_on=(_.started + ibis.interval(years=1)).cast("date"))
    cohort = dated_in_month(view, began, "year_on")
    left = (cohort.ended <= cohort.year_on).fill_null(False)
    return cohort.mutate(
        met=left & _.reason_ceased.isin(PERMANENT).fill_null(False),
        known=~left | _.reason_ceased.notnull(),
    )


@measure(
    title="Returned home as planned",
    area="Permanence",
    question="How many children go home to their parents because it was the plan?",
    kind=Kind.SHARE,
    polarity=Polarity.NONE,
    definition="Of times in care that ended in the month, short breaks left out, those that ended "
    "with a planned return home (E4A).",
    numerator_words="planned returns home",
    denominator_words="times in care that ended in the month",
    source=CHILDREN_LOOKED_AFTER,
    records=("period_of_care",),
    inputs=("period_of_care.ended", "period_of_care.reason_ceased"),
    themes=("reunification", "permanence"),
    audiences=EVERYONE,
    counted="times in care",
)
def returned_home_as_planned(view: View) -> Table:
    return _ended_by(view, RETURNED_HOME)


@measure(
    title="Left care by child arrangements order",
    area="Permanence",
    question="How many children go to live with someone under a child arrangements order?",
    kind=Kind.SHARE,
    polarity=Polarity.NONE,
    definition="Of times in care that ended in the month, short breaks left out, those that ended "
    "with a residence or child arrangements order (E41).",
    numerator_words="times in care ended by the order",
    denominator_words="times in care that ended in the month",
    source=CHILDREN_LOOKED_AFTER,
    records=("period_of_care",),
    inputs=("period_of_care.ended", "period_of_care.reason_ceased"),
    themes=("kinship_care", "permanence"),
    audiences=EVERYONE,
    counted="times in care",
)
def ceased_child_arrangements(view: View) -> Table:
    return _ended_by(view, CHILD_ARRANGEMENTS)


def _ended_by(view: View, reasons: tuple[str, ...]) -> Table:
    return dated_in_month(view, care_ended(view), "ended").mutate(
        met=_.reason_ceased.isin(reasons).fill_null(False), known=_.reason_ceased.notnull()
    )


@measure(
    title="Came back into care within two years",
    area="Permanence",
    question="Did the last return home, order or adoption hold?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of times in care begun in the month, those of children who had left care in the 24 "
    "months before. Short breaks are no time in care.",
    numerator_words="times in care of children who had left in the 24 months before",
    denominator_words="times in care begun in the month",
    source=CHILDREN_LOOKED_AFTER,
    records=("period_of_care",),
    inputs=("period_of_care.started", "period_of_care.ended"),
    themes=("reunification", "repeat_work"),
    audiences=EVERYONE,
    looks_back_months=BACK_WITHIN_MONTHS,
    counted="times in care",
)
def came_back_into_care(view: View) -> Table:
    came = dated_in_month(view, care_begun(view), "started")
    left = care_ended(view).select("child_id", began="started", left="ended")
    joined = came.left_join(
        left,
        (came.child_id == left.child_id)
        & (left.began < came.started)
        & (left.left <= came.started)
        & (left.left >= came.started - ibis.interval(months=BACK_WITHIN_MONTHS)),
    )
    return joined.group_by([came[name] for name in came.columns]).agg(met=left.left.count() > 0)


@measure(
    title="In care again after adoption or special guardianship",
    area="Permanence",
    question="How many children come into care from a home that was meant to last?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of times in care begun in the month, short breaks left out, those of children "
    "recorded as coming from an earlier adoption, special guardianship or child arrangements order "
    "(P1–P3).",
    numerator_words="times in care of children who come from an earlier permanence arrangement",
    denominator_words="times in care begun in the month",
    source=CHILDREN_LOOKED_AFTER,
    records=("period_of_care", "previous_permanence"),
    inputs=("period_of_care.started", "previous_permanence.route"),
    themes=("permanence", "special_guardianship", "adoption"),
    audiences=SERVICE,
    counted="times in care",
)
def came_from_permanence(view: View) -> Table:
    came = dated_in_month(view, care_begun(view), "started")
    before = view.table("previous_permanence").select("child_id", "route", made="date")
    joined = came.left_join(
        before,
        (came.child_id == before.child_id) & (before.made.isnull() | (before.made <= came.started)),
    )
    told = joined.group_by([came[name] for name in came.columns]).agg(
        named=before.route.count(where=before.route.isin(NAMED_ROUTES)),
        routes=before.route.count(),
    )
    named = told.named > 0
    return told.mutate(met=named, known=named | (told.routes == 0))
