"""Moves, and the kinds of home: who is moved, why, and where children live."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.care_plans import PLACEMENT_PLAN
from sightline.duties.citation import Citation
from sightline.insight.wording import Polarity
from sightline.measures.clock_dates import with_due
from sightline.measures.due_dates import Calendar
from sightline.measures.homes import homes
from sightline.measures.language import Kind, When, measure
from sightline.measures.populations import counted_between, dated_in_month, in_month
from sightline.measures.sources import (
    CHILDREN_LOOKED_AFTER,
    EVERYONE,
    LAIT,
    REGISTRATION,
    SERVICE,
)
from sightline.measures.view import YEAR, View
from sightline.records.spells import lasts_past

YOUNG = 13
MANY_WORKERS = 3
ASSURED_WITHIN_DAYS = 14
CHILDRENS_HOMES = ("K1", "K2")
UNREGISTERED = ("Z1", "Z11", "Z12", "Z13", "Z14")
MOVES_PER_DAY = Citation(
    "Child and Family Services Reviews, round 4: placement stability (Children's Bureau, United "
    "States)",
    "https://www.acf.hhs.gov/cb/monitoring/child-family-services-reviews",
    verified=False,
    note="An idea borrowed: moves per 1,000 days in care. The text was not checked.",
)


@measure(
    title="Moves in a thousand days of care",
    area="Where children live",
    question="How often is a child in care moved?",
    kind=Kind.RATE,
    polarity=Polarity.LOW,
    definition="Moves from one placement to another in the past twelve months, in a thousand days "
    "that the children now in care spent in those months in this time in care. The first "
    "placement, a temporary one (T0–T4), the return from it to the same place, and adoption by the "
    "same carers (A3, A5) are no move.",
    numerator_words="moves in the past twelve months",
    denominator_words="days in care in the past twelve months",
    source=MOVES_PER_DAY,
    records=("placement", "period_of_care"),
    inputs=("placement.started", "placement.placement_type", "period_of_care.started"),
    themes=("placement_stability",),
    audiences=EVERYONE,
    looks_back_months=YEAR,
    limits="Counts every move; three or more placements in a year counts only the worst off.",
)
def moves_per_thousand_days(view: View) -> Table:
    year_ago = (_.as_at - ibis.interval(months=YEAR)).cast("date")
    children = view.in_care.mutate(since=ibis.greatest(_.care_started, year_ago))
    lived = homes(view).select("child_id", "home_started")
    joined = children.left_join(
        lived,
        (children.child_id == lived.child_id)
        & (lived.home_started >= children.care_started)
        & (lived.home_started <= children.as_at),
    )
    counted = joined.group_by([children[name] for name in children.columns]).agg(
        came_to=lived.home_started.count(where=lived.home_started > children.since),
        first=lived.home_started.min(),
    )
    came_first = ibis.ifelse((counted.first > counted.since).fill_null(False), 1, 0)
    return counted.mutate(
        events=counted.came_to - came_first,
        days=counted.as_at.delta(counted.since, unit="day"),
        known=_.placement_type.notnull(),
    )


@measure(
    title="Moves that were not the plan",
    area="Where children live",
    question="How many children are moved because a home broke down?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of moves in the month with a reason recorded, those made for another reason than "
    "to carry out the care plan (CARPL).",
    numerator_words="moves for another reason than the care plan",
    denominator_words="moves in the month",
    source=CHILDREN_LOOKED_AFTER,
    records=("care_episode",),
    inputs=("care_episode.ended", "care_episode.reason_place_change"),
    themes=("placement_stability",),
    audiences=SERVICE,
    when=When.MONTHLY_TO_YEAR_END,
    counted="moves",
)
def moves_unplanned(view: View) -> Table:
    moved = in_month(view, "care_episode", "ended").filter(_.reason_place_change.notnull())
    return moved.mutate(met=_.reason_place_change != "CARPL")


@measure(
    title="In children's homes",
    area="Where children live",
    question="How many children live in a children's home?",
    kind=Kind.SHARE,
    polarity=Polarity.NONE,
    definition="Of children in care, those who live in a children's home or secure home (K1, K2).",
    numerator_words="children in a children's home",
    denominator_words="children in care",
    source=CHILDREN_LOOKED_AFTER,
    records=("placement",),
    inputs=("placement.placement_type",),
    themes=("sufficiency",),
    audiences=EVERYONE,
)
def in_childrens_homes(view: View) -> Table:
    return view.in_care.mutate(
        met=_.placement_type.isin(CHILDRENS_HOMES).fill_null(False),
        known=_.placement_type.notnull(),
    )


@measure(
    title="Children under 13 in children's homes",
    area="Where children live",
    question="Which young children live in a children's home and not in a family?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of children in care aged under 13, those who live in a children's home (K1, K2).",
    numerator_words="children under 13 in a children's home",
    denominator_words="children in care aged under 13",
    source=CHILDREN_LOOKED_AFTER,
    records=("placement", "person"),
    inputs=("placement.placement_type", "person.date_of_birth"),
    themes=("sufficiency",),
    audiences=SERVICE,
)
def young_in_childrens_homes(view: View) -> Table:
    return view.in_care.filter(_.age < YOUNG).mutate(
        met=_.placement_type.isin(CHILDRENS_HOMES).fill_null(False),
        known=_.placement_type.notnull(),
    )


@measure(
    title="With a private provider",
    area="Where children live",
    question="For how many children do we buy a home?",
    kind=Kind.SHARE,
    polarity=Polarity.NONE,
    definition="Of children in care whose provider is known, those placed with a private one "
    "(PR4).",
    numerator_words="children with a private provider",
    denominator_words="children in care whose provider is known",
    source=CHILDREN_LOOKED_AFTER,
    records=("placement",),
    inputs=("placement.provider",),
    themes=("sufficiency",),
    audiences=EVERYONE,
)
def with_private_provider(view: View) -> Table:
    return view.in_care.mutate(met=_.provider == "PR4", known=_.provider.notnull())


@measure(
    title="Placement plan within five working days",
    area="Where children live",
    question="Is it agreed in time how a child is to be cared for in a new home?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of placements for which the template of placement plans has a row and whose plan "
    "fell due in the month, five working days after the start, those whose plan was agreed by "
    "then.",
    numerator_words="placement plans agreed within five working days",
    denominator_words="placements whose plan fell due in the month",
    source=PLACEMENT_PLAN.latest.citation,
    records=("placement_plan",),
    inputs=("placement_plan.placement_started", "placement_plan.date"),
    themes=("planning", "timeliness"),
    audiences=SERVICE,
    counted="placements",
    limits="Placements that the template does not list are not seen.",
)
def placement_plans_in_time(view: View) -> Table:
    plans = view.table("placement_plan").drop("source", "period")
    due = with_due(plans, "placement_started", PLACEMENT_PLAN, Calendar.of(view))
    fell_due = dated_in_month(view, due, "due")
    return fell_due.mutate(met=(_.date <= _.due).fill_null(False))


@measure(
    title="Unregistered homes visited in the past fortnight",
    area="Where children live",
    question="Has anybody made sure that the child in an unregistered home is safe?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of children in an unregistered placement (Z1, Z11–Z14), those for whom an "
    "assurance visit was recorded in the fourteen days to the month's end.",
    numerator_words="children visited in the past fourteen days",
    denominator_words="children in an unregistered placement",
    source=REGISTRATION,
    records=("placement", "assurance_visit"),
    inputs=("placement.placement_type", "assurance_visit.date"),
    themes=("unregistered_homes", "visits"),
    audiences=SERVICE,
    limits="No law sets a fortnight: no child may lawfully live in such a home at all.",
)
def unregistered_assured(view: View) -> Table:
    children = view.in_care.filter(_.placement_type.isin(UNREGISTERED))
    since = children.as_at - ibis.interval(days=ASSURED_WITHIN_DAYS - 1)
    visits = view.table("assurance_visit")
    return counted_between(children, visits, "date", since, children.as_at).mutate(met=_.times > 0)


@measure(
    title="Three or more social workers in a year",
    area="Relationships",
    question="How many children have to begin again with a new social worker?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of children in care, those with three or more different social workers in the past "
    "twelve months. Going back to an earlier worker is no new one.",
    numerator_words="children with three or more social workers",
    denominator_words="children in care",
    source=LAIT,
    records=("involvement",),
    inputs=("involvement.worker", "involvement.started"),
    themes=("social_worker_changes",),
    audiences=EVERYONE,
    looks_back_months=YEAR,
)
def social_worker_changes(view: View) -> Table:
    children = view.in_care.select("as_at", "child_id")
    spells = (
        view.table("involvement")
        .filter(_.worker.notnull())
        .select("child_id", "started", "ended", "source", who="worker")
    )
    # A spell holds until the day before it ended, and that day must lie in the twelve months.
    day_after_year_ago = children.as_at - ibis.interval(months=YEAR) + ibis.interval(days=1)
    in_year = children.join(
        spells,
        (children.child_id == spells.child_id)
        & (spells.started <= children.as_at)
        & lasts_past(spells.ended, day_after_year_ago),
    )
    # Two returns name one worker in two ways, so workers are counted in each return by itself.
    told = in_year.group_by([children.as_at, children.child_id, spells.source]).agg(
        workers=spells.who.nunique()
    )
    most = told.group_by(["as_at", "child_id"]).agg(workers=_.workers.max())
    counted = view.in_care.left_join(most, ["as_at", "child_id"])
    return counted.drop("as_at_right", "child_id_right").mutate(
        met=(_.workers >= MANY_WORKERS).fill_null(False), known=_.workers.notnull()
    )
