"""Health of children in care: assessments, teeth, and how they feel."""

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, Table

from sightline.duties.health import INITIAL_ASSESSMENT
from sightline.insight.wording import Polarity
from sightline.measures.due_dates import Calendar, health_assessments_due
from sightline.measures.language import Kind, Target, When, measure
from sightline.measures.populations import counted_between
from sightline.measures.sources import EVERYONE, HEALTH, LAIT
from sightline.measures.view import YEAR, View, in_past_year

CONCERN = 17  # an SDQ score of 17 or more is cause for concern
CRIMINAL_RESPONSIBILITY = 10  # years of age


def _a_year_in_care() -> BooleanValue:
    """Both days counted, as for the OC2: in care from 1 April is twelve months at 31 March."""
    return _.care_started <= _.as_at - ibis.interval(months=YEAR) + ibis.interval(days=1)


@measure(
    title="Health assessments up to date",
    area="Health",
    question="Has every child's health been looked at when it should?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Children in care for twelve months or more whose next review health assessment is "
    "not overdue: six months from the last under five, twelve months from five.",
    numerator_words="children whose review health assessment is not overdue",
    denominator_words="children in care for twelve months or more",
    source=HEALTH,
    records=("health_check", "period_of_care", "person"),
    inputs=(
        *("health_check.health_assessment", "person.date_of_birth"),
        *("period_of_care.started", "period_of_care.start_unknown"),
    ),
    themes=("physical_health",),
    audiences=EVERYONE,
    when=When.MONTHLY_FROM_LISTS,
    target=Target(1.0, "the duty itself"),
    limits="The national figure (England 2025: 90%) counts the year to 31 March from the 903; this "
    "counts the time since the last assessment, on any day.",
)
def health_assessments_in_timescale(view: View) -> Table:
    due = health_assessments_due(view).select("as_at", "child_id", "due", "last_assessment")
    return (
        view.in_care.filter(_a_year_in_care())
        .left_join(due, ["as_at", "child_id"])
        .mutate(met=(_.due >= _.as_at).fill_null(False), known=_.last_assessment.notnull())
    )


@measure(
    title="Teeth checked in the past year",
    area="Health",
    question="Have the children seen a dentist?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Children in care for twelve months or more with a dental check in the past twelve "
    "months.",
    numerator_words="children with a dental check in the past twelve months",
    denominator_words="children in care for twelve months or more",
    source=LAIT,
    records=("health_check", "period_of_care"),
    inputs=("health_check.dental_check", "period_of_care.started"),
    themes=("physical_health",),
    audiences=EVERYONE,
    when=When.MONTHLY_FROM_LISTS,
    target=Target(0.81, "England, 31 March 2025"),
    limits="Babies without teeth are counted, as in the national figure.",
    spans_months=12,
)
def dental_checks(view: View) -> Table:
    checks = view.table("health_check").filter(_.kind == "dental_check")
    year_in_care = view.in_care.filter(_a_year_in_care())
    checked = (
        year_in_care.join(checks.select("child_id", "date"), "child_id")
        .filter(in_past_year(_.date, _.as_at))
        .select("as_at", "child_id", checked=True)
        .distinct()
    )
    ever = (
        year_in_care.join(checks.select("child_id", "date"), "child_id")
        .filter(_.date <= _.as_at)
        .select("as_at", "child_id", ever=True)
        .distinct()
    )
    return (
        year_in_care.left_join(checked, ["as_at", "child_id"])
        .drop("as_at_right", "child_id_right")
        .left_join(ever, ["as_at", "child_id"])
        .mutate(met=_.checked.fill_null(False), known=_.ever.fill_null(False))
    )


def _with_outcomes(view: View) -> Table:
    """Children 5 to 16 a year in care at each 31 March for which there is an OC2, with its row.

    `known`: whether the OC2 names the child. One it leaves out has no score, and counts.
    """
    outcomes = view.table("outcome_year").select(
        "child_id", "sdq_score", as_at="year_ending", known=True
    )
    children = view.in_care.filter(_.age.between(5, 16) & _a_year_in_care())
    return (
        children.semi_join(outcomes, "as_at")
        .left_join(outcomes, ["as_at", "child_id"])
        .mutate(known=_.known.fill_null(False))
    )


@measure(
    title="Emotional health score received",
    area="Health",
    question="Do we know how our children feel?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Children aged 5 to 16 looked after for twelve months at 31 March for whom a "
    "strengths and difficulties score (SDQ) was received.",
    numerator_words="children with an SDQ score in the year",
    denominator_words="children aged 5 to 16 looked after for twelve months at 31 March",
    source=LAIT,
    records=("outcome_year", "person"),
    inputs=("outcome_year.sdq_score", "person.date_of_birth"),
    themes=("mental_health",),
    audiences=EVERYONE,
    when=When.YEARLY,
    target=Target(0.78, "England, 31 March 2025"),
)
def sdq_received(view: View) -> Table:
    return _with_outcomes(view).mutate(met=_.sdq_score.notnull())


@measure(
    title="Emotional health score, average",
    area="Health",
    question="How do our children feel?",
    kind=Kind.MEAN,
    polarity=Polarity.LOW,
    definition="The mean strengths and difficulties score (0–40) of children with a score. 14 to "
    "16 is borderline; 17 and over a cause for concern.",
    numerator_words="sum of the scores",
    denominator_words="children aged 5 to 16 with a score",
    source=LAIT,
    records=("outcome_year", "person"),
    inputs=("outcome_year.sdq_score", "person.date_of_birth"),
    themes=("mental_health",),
    audiences=EVERYONE,
    when=When.YEARLY,
    target=Target(14.9, "England, 31 March 2025"),
    limits="Says nothing of children without a score: the national mean rests on 78% of them.",
    enough_known=0.7,
)
def sdq_mean(view: View) -> Table:
    children = _with_outcomes(view)
    return children.mutate(value=children.sdq_score.cast("float64"), known=_.sdq_score.notnull())


@measure(
    title="Immunisations up to date",
    area="Health",
    question="Are our children protected?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Children looked after for twelve months at 31 March whose immunisations were up to "
    "date.",
    numerator_words="children whose immunisations are up to date",
    denominator_words="children looked after for twelve months at 31 March",
    source=LAIT,
    records=("outcome_year",),
    inputs=("outcome_year.immunised",),
    themes=("physical_health",),
    audiences=EVERYONE,
    when=When.YEARLY,
    target=Target(0.84, "England, 31 March 2025"),
)
def immunised(view: View) -> Table:
    return _told_of(view, "immunised")


@measure(
    title="Substance misuse",
    area="Health",
    question="How many of our children are harmed by drugs or drink?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Children looked after for twelve months at 31 March found to have a problem with "
    "substances in the year.",
    numerator_words="children found to have a problem",
    denominator_words="children looked after for twelve months at 31 March",
    source=LAIT,
    records=("outcome_year",),
    inputs=("outcome_year.substance_misuse",),
    themes=("physical_health",),
    audiences=EVERYONE,
    when=When.YEARLY,
)
def substance_misuse(view: View) -> Table:
    return _told_of(view, "substance_misuse")


@measure(
    title="Convicted or cautioned in the year",
    area="Health",
    question="How many of our children are drawn into crime?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Children aged 10 and over looked after for twelve months at 31 March who were "
    "convicted, or given a youth caution, in the year.",
    numerator_words="children convicted or cautioned",
    denominator_words="children aged 10 and over looked after for twelve months",
    source=LAIT,
    records=("outcome_year", "person"),
    inputs=("outcome_year.convicted", "person.date_of_birth"),
    themes=("youth_justice",),
    audiences=EVERYONE,
    when=When.YEARLY,
)
def convicted(view: View) -> Table:
    return _told_of(view, "convicted").filter(_.age >= CRIMINAL_RESPONSIBILITY)


def _told_of(view: View, answer: str) -> Table:
    """Children a year in care at each 31 March that has an OC2, and what it answers of them."""
    outcomes = view.table("outcome_year").select("child_id", answer, as_at="year_ending")
    children = view.in_care.filter(_a_year_in_care()).semi_join(outcomes, "as_at")
    joined = children.left_join(outcomes, ["as_at", "child_id"])
    return joined.drop("as_at_right", "child_id_right").mutate(
        met=joined[answer].fill_null(False), known=joined[answer].notnull()
    )


@measure(
    title="Emotional health score of concern",
    area="Health",
    question="How many of our children are not well in themselves?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of children aged 5 to 16 looked after for twelve months at 31 March with a "
    "strengths and difficulties score, those whose score is 17 or more.",
    numerator_words="children with a score of 17 or more",
    denominator_words="children with a score",
    source=LAIT,
    records=("outcome_year", "person"),
    inputs=("outcome_year.sdq_score", "person.date_of_birth"),
    themes=("mental_health",),
    audiences=EVERYONE,
    when=When.YEARLY,
    target=Target(0.42, "England, 31 March 2025"),
)
def sdq_of_concern(view: View) -> Table:
    return _with_outcomes(view).filter(_.sdq_score.notnull()).mutate(met=_.sdq_score >= CONCERN)


@measure(
    title="Initial health assessment within twenty working days",
    area="Health",
    question="Is a child's health looked at soon after coming into care?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of children in care whose initial assessment fell due in the month, 20 working "
    "days after they came into care, those assessed by then.",
    numerator_words="children assessed within 20 working days",
    denominator_words="children in care whose first assessment fell due in the month",
    source=INITIAL_ASSESSMENT.citation,
    records=("period_of_care", "health_check"),
    inputs=("period_of_care.started", "health_check.health_assessment"),
    themes=("physical_health", "timeliness"),
    audiences=EVERYONE,
    when=When.MONTHLY_FROM_LISTS,
)
def initial_health_in_time(view: View) -> Table:
    came = view.in_care.filter(~_.start_unknown.fill_null(False))
    children = Calendar.of(view).plus(
        came, "care_started", INITIAL_ASSESSMENT.within.working_days, "due"
    )
    fell_due = children.filter((_.due.truncate("M") == _.as_at.truncate("M")) & (_.due <= _.as_at))
    checks = view.table("health_check").filter(_.kind == "health_assessment")
    told = counted_between(fell_due, checks, "date", fell_due.care_started, fell_due.due)
    return told.mutate(met=_.times > 0)
