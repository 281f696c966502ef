"""Children in need and on child protection plans: seen, reviewed, and not left to drift."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.citation import Citation
from sightline.duties.protection import PROTECTION_REVIEWS
from sightline.insight.wording import Polarity
from sightline.measures.clock_dates import with_next_due
from sightline.measures.due_dates import Calendar
from sightline.measures.language import Kind, measure
from sightline.measures.populations import counted_between, in_month, in_need, open_at
from sightline.measures.sources import CHILDREN_IN_NEED, FRONT_DOOR, LAIT, WORKING_TOGETHER
from sightline.measures.view import View

TWO_YEARS_DAYS = 729  # a plan of two years or more is one of over 729 days
OPEN_MONTHS = 3
SOON_MONTHS = 3
VISIT_WITHIN_DAYS = 28
LONG_IN_NEED_MONTHS = 24
REPEAT_WITHIN_MONTHS = 24
VISITS_TO_CHILDREN_ON_PLANS = Citation(
    "Local procedures for visits to children on child protection plans",
    "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
    verified=False,
    note="Working Together sets no number of days; four weeks is what many authorities set "
    "themselves.",
)


@measure(
    title="Children in need",
    area="Children in need",
    question="How many children are open to us as in need?",
    kind=Kind.COUNT,
    polarity=Polarity.NONE,
    definition="Children open as in need at the month's end who are neither on a child protection "
    "plan nor in care.",
    numerator_words="children in need at the month's end",
    denominator_words="",
    source=CHILDREN_IN_NEED,
    records=("child_in_need", "protection_plan", "period_of_care"),
    inputs=("child_in_need.started", "child_in_need.ended"),
    themes=("children_in_need",),
    audiences=FRONT_DOOR,
)
def children_in_need(view: View) -> Table:
    return in_need(view).mutate(met=ibis.literal(True))


@measure(
    title="In need for more than two years",
    area="Children in need",
    question="Which children in need drift?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of children in need at the month's end, those open for more than two years.",
    numerator_words="children in need for more than two years",
    denominator_words="children in need at the month's end",
    source=CHILDREN_IN_NEED,
    records=("child_in_need",),
    inputs=("child_in_need.started", "child_in_need.ended"),
    themes=("children_in_need", "drift"),
    audiences=FRONT_DOOR,
    limits="Disabled children may rightly be in need for years: look at them apart.",
)
def in_need_over_two_years(view: View) -> Table:
    return in_need(view).mutate(
        met=_.started < (_.as_at - ibis.interval(months=LONG_IN_NEED_MONTHS)).cast("date")
    )


@measure(
    title="In need without a plan",
    area="Children in need",
    question="Which children in need have no plan?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of children in need at the month's end, those for whom no child in need plan is "
    "open.",
    numerator_words="children in need without an open plan",
    denominator_words="children in need at the month's end",
    source=WORKING_TOGETHER,
    records=("child_in_need", "child_in_need_plan"),
    inputs=("child_in_need.started", "child_in_need.ended", "child_in_need_plan.started"),
    themes=("children_in_need", "planning"),
    audiences=FRONT_DOOR,
    limits="A child being assessed has no plan yet, and counts. Known up to the newest return that "
    "names plans: Annex A does not.",
)
def in_need_without_plan(view: View) -> Table:
    planned = view.at_moment(view.table("child_in_need_plan")).select(
        "as_at", "child_id", planned=ibis.literal(True)
    )
    told_to = view.table("child_in_need_plan").period.max()
    known = in_need(view).filter(_.as_at <= told_to)
    joined = known.left_join(planned.distinct(), ["as_at", "child_id"])
    return joined.drop("as_at_right", "child_id_right").mutate(met=_.planned.isnull())


@measure(
    title="Children on child protection plans",
    area="Child protection",
    question="How many children need a plan to keep them safe?",
    kind=Kind.COUNT,
    polarity=Polarity.NONE,
    definition="Children on a child protection plan at the month's end.",
    numerator_words="children on a child protection plan",
    denominator_words="",
    source=CHILDREN_IN_NEED,
    records=("protection_plan",),
    inputs=("protection_plan.started", "protection_plan.ended"),
    themes=("child_protection",),
    audiences=FRONT_DOOR,
)
def on_protection_plan(view: View) -> Table:
    return open_at(view, "protection_plan").mutate(met=ibis.literal(True))


@measure(
    title="On a child protection plan for two years",
    area="Child protection",
    question="Which children stay in harm's way while the plan goes on?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of child protection plans open at the month's end, those open for more than 729 "
    "days.",
    numerator_words="plans open for more than 729 days",
    denominator_words="child protection plans open at the month's end",
    source=LAIT,
    records=("protection_plan",),
    inputs=("protection_plan.started", "protection_plan.ended"),
    themes=("child_protection", "drift"),
    audiences=FRONT_DOOR,
)
def plans_over_two_years(view: View) -> Table:
    return open_at(view, "protection_plan").mutate(
        met=_.as_at.delta(_.started, unit="day") > TWO_YEARS_DAYS
    )


@measure(
    title="Plans that ended after two years",
    area="Child protection",
    question="How many plans went on for two years before they ended?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of child protection plans ended in the month, those that had been open for more "
    "than 729 days.",
    numerator_words="plans that had been open for more than 729 days",
    denominator_words="child protection plans ended in the month",
    source=LAIT,
    records=("protection_plan",),
    inputs=("protection_plan.started", "protection_plan.ended"),
    themes=("child_protection", "drift"),
    audiences=FRONT_DOOR,
    counted="plans",
)
def plans_ended_after_two_years(view: View) -> Table:
    return in_month(view, "protection_plan", "ended").mutate(
        met=_.ended.delta(_.started, unit="day") > TWO_YEARS_DAYS
    )


@measure(
    title="Plans that ended within three months",
    area="Child protection",
    question="How many plans end at the first review?",
    kind=Kind.SHARE,
    polarity=Polarity.NONE,
    definition="Of child protection plans ended in the month, those open for three months or less.",
    numerator_words="plans open for three months or less",
    denominator_words="child protection plans ended in the month",
    source=CHILDREN_IN_NEED,
    records=("protection_plan",),
    inputs=("protection_plan.started", "protection_plan.ended"),
    themes=("child_protection", "thresholds"),
    audiences=FRONT_DOOR,
    counted="plans",
    limits="Plans that end so soon were either not needed or ended too early.",
)
def plans_ended_soon(view: View) -> Table:
    return in_month(view, "protection_plan", "ended").mutate(
        met=_.ended <= (_.started + ibis.interval(months=SOON_MONTHS)).cast("date")
    )


@measure(
    title="Plans for the second time or more",
    area="Child protection",
    question="How many children were on a plan before?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of child protection plans begun in the month, those of a child who had been on a "
    "plan at any time before.",
    numerator_words="plans that are the child's second or later",
    denominator_words="child protection plans begun in the month",
    source=LAIT,
    records=("protection_plan",),
    inputs=("protection_plan.started", "protection_plan.previous_plans"),
    themes=("child_protection", "repeat_work"),
    audiences=FRONT_DOOR,
    counted="plans",
)
def repeat_plans(view: View) -> Table:
    begun = in_month(view, "protection_plan", "started")
    return begun.mutate(
        met=(_.previous_plans > 0).fill_null(False), known=_.previous_plans.notnull()
    )


@measure(
    title="On a plan again within two years",
    area="Child protection",
    question="Did we end the last plan too soon?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of child protection plans begun in the month, those of a child whose last plan "
    "ended in the 24 months before.",
    numerator_words="plans within 24 months of the child's last one",
    denominator_words="child protection plans begun in the month",
    source=CHILDREN_IN_NEED,
    records=("protection_plan",),
    inputs=("protection_plan.started", "protection_plan.ended"),
    themes=("child_protection", "repeat_work"),
    audiences=FRONT_DOOR,
    looks_back_months=REPEAT_WITHIN_MONTHS,
    counted="plans",
    limits="Plans in another authority are not known.",
)
def repeat_plans_within_two_years(view: View) -> Table:
    begun = in_month(view, "protection_plan", "started")
    last = view.table("protection_plan").filter(_.ended.notnull())
    since = begun.started - ibis.interval(months=REPEAT_WITHIN_MONTHS)
    return counted_between(begun, last, "ended", since, begun.started).mutate(met=_.times > 0)


@measure(
    title="Child protection reviews in time",
    area="Child protection",
    question="Are plans reviewed when they must be?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of child protection plans open for three months or more at the month's end, those "
    "first reviewed within three months and then at least every six months.",
    numerator_words="plans reviewed in time throughout",
    denominator_words="child protection plans open for three months or more",
    source=LAIT,
    records=("protection_plan", "protection_review"),
    inputs=("protection_plan.started", "protection_plan.ended", "protection_review.date"),
    themes=("child_protection", "timeliness"),
    audiences=FRONT_DOOR,
)
def protection_reviews_in_time(view: View) -> Table:
    days, key = Calendar.of(view), ["as_at", "child_id", "started"]
    plans = open_at(view, "protection_plan").filter(
        _.started <= (_.as_at - ibis.interval(months=OPEN_MONTHS)).cast("date")
    )
    reviews = view.table("protection_review").select("child_id", held="date").distinct()
    held = (
        plans.select(key)
        .join(reviews, "child_id")
        .filter((_.held > _.started) & (_.held <= _.as_at))
    )
    order = ibis.window(group_by=key, order_by="held")
    each = with_next_due(
        held.mutate(last=_.held.lag().over(order)), "started", "last", PROTECTION_REVIEWS, days
    )
    so_far = each.group_by(key).agg(late=(_.held > _.due).any(), last=_.held.max())
    joined = plans.left_join(so_far, key).drop(*(f"{name}_right" for name in key))
    owed = with_next_due(joined, "started", "last", PROTECTION_REVIEWS, days)
    return owed.mutate(met=~_.late.fill_null(False) & (_.due >= _.as_at))


@measure(
    title="Children on plans seen in the past four weeks",
    area="Child protection",
    question="Has a social worker seen the child lately?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of children on a child protection plan for four weeks or more at the month's end, "
    "those visited in the 28 days to it.",
    numerator_words="children visited in the past 28 days",
    denominator_words="children on a plan for 28 days or more",
    source=VISITS_TO_CHILDREN_ON_PLANS,
    records=("protection_plan", "visit"),
    inputs=("protection_plan.started", "visit.protection"),
    themes=("child_protection", "visits"),
    audiences=FRONT_DOOR,
)
def protection_visits_in_time(view: View) -> Table:
    four_weeks = ibis.interval(days=VISIT_WITHIN_DAYS)
    plans = open_at(view, "protection_plan").filter(
        _.started <= (_.as_at - four_weeks).cast("date")
    )
    visits = view.table("visit").filter(_.kind == "protection")
    since = plans.as_at - ibis.interval(days=VISIT_WITHIN_DAYS - 1)
    return counted_between(plans, visits, "date", since, plans.as_at).mutate(met=_.times > 0)
