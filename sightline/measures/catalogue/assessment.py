"""Assessments: how long they take, whether the child is seen, and whether they come to anything."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.assessment import ASSESSMENT
from sightline.insight.wording import Polarity
from sightline.measures.clock_dates import with_due
from sightline.measures.due_dates import Calendar
from sightline.measures.language import Kind, measure
from sightline.measures.populations import earlier_within, in_month, open_at
from sightline.measures.sources import CHILDREN_IN_NEED, FRONT_DOOR, LAIT, WORKING_TOGETHER
from sightline.measures.view import YEAR, View

DAYS_OF_A_YEAR = 365


@measure(
    title="Assessments within 45 working days",
    area="Assessment",
    question="Are assessments finished in time?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Assessments ended in the month no later than 45 working days after they began.",
    numerator_words="assessments ended within 45 working days",
    denominator_words="assessments ended in the month",
    source=LAIT,
    records=("assessment",),
    inputs=("assessment.started", "assessment.ended"),
    themes=("assessment", "timeliness"),
    audiences=FRONT_DOOR,
    counted="assessments",
    limits="Working Together counts from the referral; the published figure, and this one, from "
    "the start of the assessment.",
)
def assessments_in_45_days(view: View) -> Table:
    ended = in_month(view, "assessment", "ended")
    due = with_due(ended, "started", ASSESSMENT, Calendar.of(view))
    return due.mutate(met=_.ended <= _.due)


@measure(
    title="Assessments open beyond 45 working days",
    area="Assessment",
    question="Which children have waited too long for their assessment to end?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of assessments open at the month's end, those begun more than 45 working days ago.",
    numerator_words="open assessments past 45 working days",
    denominator_words="open assessments",
    source=WORKING_TOGETHER,
    records=("assessment",),
    inputs=("assessment.started", "assessment.ended"),
    themes=("assessment", "drift"),
    audiences=FRONT_DOOR,
    counted="assessments",
)
def assessments_overdue(view: View) -> Table:
    due = with_due(open_at(view, "assessment"), "started", ASSESSMENT, Calendar.of(view))
    return due.mutate(met=_.due < _.as_at)


@measure(
    title="Seen during the assessment",
    area="Assessment",
    question="Did somebody see the child?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Assessments ended in the month in which the child was seen.",
    numerator_words="assessments in which the child was seen",
    denominator_words="assessments ended in the month",
    source=WORKING_TOGETHER,
    records=("assessment",),
    inputs=("assessment.ended", "assessment.child_seen"),
    themes=("assessment", "voice_of_the_child"),
    audiences=FRONT_DOOR,
    counted="assessments",
)
def seen_in_assessment(view: View) -> Table:
    ended = in_month(view, "assessment", "ended")
    return ended.mutate(met=_.child_seen.fill_null(False), known=_.child_seen.notnull())


@measure(
    title="Assessed, and no help needed",
    area="Assessment",
    question="How many assessments end with nothing?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Assessments ended in the month that found no need of social work support.",
    numerator_words="assessments that found no need of support",
    denominator_words="assessments ended in the month",
    source=CHILDREN_IN_NEED,
    records=("assessment",),
    inputs=("assessment.ended", "assessment.needs_support"),
    themes=("assessment", "thresholds"),
    audiences=FRONT_DOOR,
    counted="assessments",
    limits="Neither a high nor a low figure is good in itself: read it beside re-referrals.",
)
def assessed_no_support(view: View) -> Table:
    ended = in_month(view, "assessment", "ended")
    return ended.mutate(met=(~_.needs_support).fill_null(False), known=_.needs_support.notnull())


@measure(
    title="Assessed again within a year",
    area="Assessment",
    question="Do we assess the same children over and over?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Assessments begun in the month of a child with another begun in the 365 days "
    "before.",
    numerator_words="assessments within a year of another of the same child",
    denominator_words="assessments begun in the month",
    source=CHILDREN_IN_NEED,
    records=("assessment",),
    inputs=("assessment.started",),
    themes=("assessment", "repeat_work"),
    audiences=FRONT_DOOR,
    looks_back_months=YEAR,
    counted="assessments",
)
def assessed_again(view: View) -> Table:
    begun = in_month(view, "assessment", "started")
    return earlier_within(begun, view.table("assessment"), "started", DAYS_OF_A_YEAR).mutate(
        met=_.times > 0
    )


@measure(
    title="Working days an assessment takes",
    area="Assessment",
    question="How long do families wait for the answer?",
    kind=Kind.MEAN,
    polarity=Polarity.LOW,
    definition="The mean number of working days from start to end of assessments ended in the "
    "month.",
    numerator_words="working days of the assessments ended",
    denominator_words="assessments ended in the month",
    source=CHILDREN_IN_NEED,
    records=("assessment",),
    inputs=("assessment.started", "assessment.ended"),
    themes=("assessment", "timeliness"),
    audiences=FRONT_DOOR,
    counted="assessments",
    limits="A few very long assessments raise a mean; the published figure is a median.",
)
def assessment_working_days(view: View) -> Table:
    ended = in_month(view, "assessment", "ended")
    return (
        Calendar.of(view)
        .counted(ended, "started", "ended", "value")
        .mutate(known=ibis.literal(True))
    )
