"""From a worry that a child is being harmed to the conference: who was there, and how soon."""

import ibis
from ibis import _
from ibis.expr.types import BooleanColumn, Table

from sightline.duties.strategy import CONFERENCE
from sightline.insight.wording import Polarity
from sightline.measures.clock_dates import with_due
from sightline.measures.due_dates import Calendar
from sightline.measures.language import Kind, measure
from sightline.measures.populations import in_month
from sightline.measures.sources import CHILDREN_IN_NEED, FRONT_DOOR, LAIT, WORKING_TOGETHER
from sightline.measures.view import View


@measure(
    title="Police at strategy discussions",
    area="Strategy discussions",
    question="Are the police there when we decide how to protect a child?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Strategy discussions in the month in which the police took part.",
    numerator_words="strategy discussions with the police",
    denominator_words="strategy discussions in the month",
    source=WORKING_TOGETHER,
    records=("strategy_discussion",),
    inputs=("strategy_discussion.date", "strategy_discussion.police_present"),
    themes=("strategy_discussions", "partners"),
    audiences=FRONT_DOOR,
    counted="strategy discussions",
)
def strategy_with_police(view: View) -> Table:
    return _present(view, "police_present")


@measure(
    title="Health at strategy discussions",
    area="Strategy discussions",
    question="Is a health practitioner there when we decide how to protect a child?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Strategy discussions in the month in which a health practitioner took part.",
    numerator_words="strategy discussions with health",
    denominator_words="strategy discussions in the month",
    source=WORKING_TOGETHER,
    records=("strategy_discussion",),
    inputs=("strategy_discussion.date", "strategy_discussion.health_present"),
    themes=("strategy_discussions", "partners"),
    audiences=FRONT_DOOR,
    counted="strategy discussions",
)
def strategy_with_health(view: View) -> Table:
    return _present(view, "health_present")


@measure(
    title="Strategy discussions with all who must be there",
    area="Strategy discussions",
    question="Were social care, police and health all part of the decision?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Strategy discussions in the month in which a social worker, the police and a "
    "health practitioner all took part: the least that the guidance asks.",
    numerator_words="strategy discussions with social care, police and health",
    denominator_words="strategy discussions in the month",
    source=WORKING_TOGETHER,
    records=("strategy_discussion",),
    inputs=(
        "strategy_discussion.date",
        "strategy_discussion.police_present",
        "strategy_discussion.health_present",
        "strategy_discussion.social_care_present",
    ),
    themes=("strategy_discussions", "partners"),
    audiences=FRONT_DOOR,
    counted="strategy discussions",
)
def strategy_quorate(view: View) -> Table:
    return _present(view, "police_present", "health_present", "social_care_present")


def _present(view: View, *partners: str) -> Table:
    held = in_month(view, "strategy_discussion")
    known: BooleanColumn = ibis.and_(*(held[partner].notnull() for partner in partners))
    there = ibis.and_(*(held[partner].fill_null(False) for partner in partners))
    return held.mutate(met=there, known=known)


@measure(
    title="Strategy discussions that lead to an enquiry",
    area="Strategy discussions",
    question="How many strategy discussions lead to a section 47 enquiry?",
    kind=Kind.SHARE,
    polarity=Polarity.NONE,
    definition="Strategy discussions in the month that decided on a section 47 enquiry.",
    numerator_words="strategy discussions that led to an enquiry",
    denominator_words="strategy discussions in the month",
    source=WORKING_TOGETHER,
    records=("strategy_discussion",),
    inputs=("strategy_discussion.date", "strategy_discussion.led_to_section47"),
    themes=("strategy_discussions", "thresholds"),
    audiences=FRONT_DOOR,
    counted="strategy discussions",
)
def strategy_led_to_enquiry(view: View) -> Table:
    held = in_month(view, "strategy_discussion")
    return held.mutate(met=_.led_to_section47.fill_null(False), known=_.led_to_section47.notnull())


@measure(
    title="Section 47 enquiries",
    area="Strategy discussions",
    question="How many children are the subject of an enquiry into harm?",
    kind=Kind.COUNT,
    polarity=Polarity.NONE,
    definition="Section 47 enquiries whose strategy discussion was in the month.",
    numerator_words="section 47 enquiries begun in the month",
    denominator_words="",
    source=CHILDREN_IN_NEED,
    records=("section47",),
    inputs=("section47.strategy_discussion",),
    themes=("section_47", "thresholds"),
    audiences=FRONT_DOOR,
    counted="enquiries",
)
def section47_enquiries(view: View) -> Table:
    return in_month(view, "section47", "strategy_discussion").mutate(met=ibis.literal(True))


@measure(
    title="Enquiries that need no conference",
    area="Strategy discussions",
    question="Do we investigate families who turn out to need no conference?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Section 47 enquiries begun in the month for which a conference was found "
    "unnecessary.",
    numerator_words="enquiries for which no conference was needed",
    denominator_words="section 47 enquiries begun in the month",
    source=CHILDREN_IN_NEED,
    records=("section47",),
    inputs=(
        *("section47.strategy_discussion", "section47.conference"),
        "section47.conference_unnecessary",
    ),
    themes=("section_47", "thresholds"),
    audiences=FRONT_DOOR,
    counted="enquiries",
    limits="Enquiries of the newest month are often not ended, and count as not yet.",
)
def enquiries_without_conference(view: View) -> Table:
    begun = in_month(view, "section47", "strategy_discussion")
    return begun.mutate(
        met=_.conference_unnecessary.fill_null(False),
        known=_.conference_unnecessary.notnull() | _.conference.notnull(),
    )


@measure(
    title="Conferences within 15 working days",
    area="Strategy discussions",
    question="Is the first child protection conference held in time?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Initial child protection conferences held in the month no later than 15 working "
    "days after the strategy discussion that began the section 47 enquiry.",
    numerator_words="conferences within 15 working days of the strategy discussion",
    denominator_words="initial conferences held in the month after an enquiry",
    source=LAIT,
    records=("section47",),
    inputs=("section47.strategy_discussion", "section47.conference"),
    themes=("section_47", "timeliness", "child_protection"),
    audiences=FRONT_DOOR,
    counted="conferences",
)
def conferences_in_15_days(view: View) -> Table:
    held = in_month(view, "section47", "conference")
    due = with_due(held, "strategy_discussion", CONFERENCE, Calendar.of(view))
    return due.mutate(met=(_.conference <= _.due).fill_null(False), known=_.due.notnull())


@measure(
    title="Conferences that led to a plan",
    area="Strategy discussions",
    question="Do the children whom we bring to conference need a plan?",
    kind=Kind.SHARE,
    polarity=Polarity.NONE,
    definition="Initial child protection conferences held in the month that made a child "
    "protection plan.",
    numerator_words="conferences that made a plan",
    denominator_words="initial conferences held in the month",
    source=CHILDREN_IN_NEED,
    records=("conference",),
    inputs=("conference.date", "conference.led_to_plan"),
    themes=("child_protection", "thresholds"),
    audiences=FRONT_DOOR,
    counted="conferences",
)
def conferences_led_to_plan(view: View) -> Table:
    held = in_month(view, "conference")
    return held.mutate(met=_.led_to_plan.fill_null(False), known=_.led_to_plan.notnull())
