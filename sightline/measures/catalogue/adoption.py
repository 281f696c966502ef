"""The road to adoption, step by step, and the children who wait on it."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.citation import Citation
from sightline.insight.wording import Polarity
from sightline.measures.language import Kind, Target, measure
from sightline.measures.populations import dated_in_month, in_month
from sightline.measures.sources import EVERYONE, LAIT, SERVICE
from sightline.measures.view import View

SCORECARD = Citation(
    "Adoption scorecards: thresholds of 426 and 121 days (Department for Education)",
    "https://www.gov.uk/government/collections/adoption-statistics",
    verified=True,
)
ENTRY_TO_MOVE, ORDER_TO_MATCH = 426, 121  # days
LONG_WAIT_MONTHS = 6
ADOPTED = ("E11", "E12")
BY_FOSTER_CARER = ("A3", "A5")


@measure(
    title="Days from entering care to moving in with adopters (A1)",
    area="Adoption",
    question="How long do adopted children wait for their family?",
    kind=Kind.MEAN,
    polarity=Polarity.LOW,
    definition="Of children adopted in the month, the mean number of days from coming into care to "
    "moving in with the adopters.",
    numerator_words="days from entry to the move",
    denominator_words="children adopted in the month",
    source=SCORECARD,
    records=("period_of_care", "placement", "permanence_step"),
    inputs=(
        *("period_of_care.started", "period_of_care.start_unknown"),
        *("period_of_care.ended", "period_of_care.reason_ceased"),
        *("permanence_step.placed_for_adoption", "placement.started", "placement.placement_type"),
    ),
    themes=("adoption", "timeliness"),
    audiences=EVERYONE,
    target=Target(ENTRY_TO_MOVE, "adoption scorecard threshold"),
    limits="Only children already adopted count: those who still wait are in other measures.",
)
def adoption_a1(view: View) -> Table:
    adopted = _adopted(view)
    return adopted.mutate(
        value=adopted.moved_in.delta(adopted.entered, unit="day"),
        known=_.moved_in.notnull() & _.entered.notnull(),
    )


@measure(
    title="Days from entering care to a home with adopters, foster carers counted (A10)",
    area="Adoption",
    question="How long do adopted children wait to live with those who adopt them?",
    kind=Kind.MEAN,
    polarity=Polarity.LOW,
    definition="As A1; where foster carers adopt the child they already care for (A3, A5), the "
    "clock stops on the day the child came to live with them.",
    numerator_words="days from entry to the home that became the child's own",
    denominator_words="children adopted in the month",
    source=SCORECARD,
    records=("period_of_care", "placement", "permanence_step"),
    inputs=(
        *("period_of_care.started", "period_of_care.start_unknown"),
        *("period_of_care.ended", "period_of_care.reason_ceased"),
        *("permanence_step.placed_for_adoption", "placement.started", "placement.placement_type"),
        "placement.carer_since",
    ),
    themes=("adoption", "timeliness"),
    audiences=EVERYONE,
    target=Target(ENTRY_TO_MOVE, "adoption scorecard threshold"),
    limits="Only children already adopted count: those who still wait are in other measures.",
)
def adoption_a10(view: View) -> Table:
    adopted = _adopted(view)
    by_carer = adopted.last_placement.isin(BY_FOSTER_CARER).fill_null(False)
    home = ibis.ifelse(by_carer, adopted.carer_since, adopted.moved_in)
    return adopted.mutate(
        value=home.delta(adopted.entered, unit="day"),
        known=home.notnull() & adopted.entered.notnull(),
    )


def _adopted(view: View) -> Table:
    """Times in care that ended by adoption in the month, with the day the child moved in.

    `entered` is the day of entry to care, null where nobody tells it.
    """
    ended = in_month(view, "period_of_care", "ended").filter(_.reason_ceased.isin(ADOPTED))
    spell = ended.select("child_id", "started", until="ended").distinct()
    steps = view.table("permanence_step").filter(_.step == "placed_for_adoption")
    placed = (
        steps.join(spell, "child_id")
        .filter(_.date.between(_.started, _.until))
        .group_by(["child_id", "started"])
        .agg(placed_on=_.date.max())
    )
    homes = view.table("placement").filter(_.placement_type.startswith("A"))
    lived = (
        homes.rename(placement_began="started", last_placement="placement_type")
        .join(spell, "child_id")
        .filter(_.placement_began.between(_.started, _.until))
    )
    newest = ibis.window(group_by=["child_id", "started"], order_by=ibis.desc("placement_began"))
    last = (
        lived.mutate(place=ibis.row_number().over(newest))
        .filter(_.place == 0)
        .select("child_id", "started", "placement_began", "last_placement", "carer_since")
    )
    keys = ["child_id", "started"]
    with_step = ended.left_join(placed, keys).drop("child_id_right", "started_right")
    with_home = with_step.left_join(last, keys).drop("child_id_right", "started_right")
    began_before = with_home.start_unknown.fill_null(False)
    return with_home.mutate(
        moved_in=ibis.coalesce(_.placed_on, _.placement_began),
        entered=ibis.ifelse(began_before, ibis.null().cast("date"), with_home.started),
    )


@measure(
    title="Days from placement order to match (A2)",
    area="Adoption",
    question="Once the court agrees, how long until a family is found?",
    kind=Kind.MEAN,
    polarity=Polarity.LOW,
    definition="Of children matched with adopters in the month who have a placement order by its "
    "end, the mean number of days from the newest order to the month's last match; none where the "
    "match came first.",
    numerator_words="days from placement order to match",
    denominator_words="children matched in the month who have a placement order",
    source=SCORECARD,
    records=("permanence_step",),
    inputs=(
        "permanence_step.placement_order",
        "permanence_step.matched_for_adoption",
        "permanence_step.step",
    ),
    themes=("adoption", "timeliness"),
    audiences=EVERYONE,
    target=Target(ORDER_TO_MATCH, "adoption scorecard threshold"),
    limits="The scorecard counts children when they are adopted; this, when they are matched, "
    "which shows a change a year sooner.",
)
def adoption_a2(view: View) -> Table:
    steps = view.table("permanence_step")
    month = steps.filter(_.step == "matched_for_adoption")
    newest = month.group_by("child_id", month=_.date.truncate("M")).agg(date=_.date.max())
    matched = dated_in_month(view, newest.drop("month"), "date")
    orders = steps.filter(_.step == "placement_order").select("child_id", ordered="date")
    joined = matched.join(
        orders, (matched.child_id == orders.child_id) & (orders.ordered <= matched.as_at)
    )
    each = joined.group_by([matched[name] for name in matched.columns]).agg(
        ordered=orders.ordered.max()
    )
    return each.mutate(value=ibis.greatest(each.day.delta(each.ordered, unit="day"), 0))


@measure(
    title="Placement order, and no match after six months",
    area="Adoption",
    question="For which children has no family been found?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of children in care with a placement order who are not matched and whose plan was "
    "not changed, those who have waited for six months or more.",
    numerator_words="children who have waited for six months or more",
    denominator_words="children with a placement order and no match",
    source=LAIT,
    records=("permanence_step", "period_of_care"),
    inputs=(
        "permanence_step.placement_order",
        "permanence_step.matched_for_adoption",
        "permanence_step.adoption_decision_reversed",
        "permanence_step.step",
        "period_of_care.started",
    ),
    themes=("adoption", "drift"),
    audiences=SERVICE,
)
def waiting_for_a_match(view: View) -> Table:
    waiting = _waiting(view, "placement_order", "matched_for_adoption")
    return waiting.mutate(
        met=_.happened <= (_.as_at - ibis.interval(months=LONG_WAIT_MONTHS)).cast("date")
    )


@measure(
    title="Adoption decided, and no placement order after six months",
    area="Adoption",
    question="Which children wait for the court?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of children in care for whom adoption was decided and who have no placement order, "
    "those who have waited for six months or more since the decision.",
    numerator_words="children who have waited for six months or more",
    denominator_words="children with the decision and no placement order",
    source=LAIT,
    records=("permanence_step", "period_of_care"),
    inputs=(
        "permanence_step.adoption_decision",
        "permanence_step.placement_order",
        "permanence_step.adoption_decision_reversed",
        "permanence_step.step",
        "period_of_care.started",
    ),
    themes=("adoption", "drift", "proceedings"),
    audiences=SERVICE,
    limits="A child whose parents consented needs no order, and is counted until adopted.",
)
def waiting_for_placement_order(view: View) -> Table:
    waiting = _waiting(view, "adoption_decision", "placement_order")
    return waiting.mutate(
        met=_.happened <= (_.as_at - ibis.interval(months=LONG_WAIT_MONTHS)).cast("date")
    )


def _waiting(view: View, step: str, next_step: str) -> Table:
    """Children in care who took a step and neither the next nor back, with `happened`."""
    children = view.in_care
    steps = view.table("permanence_step").select("child_id", "step", "date")
    seen = (
        children.select("as_at", "child_id", "care_started")
        .join(steps, "child_id")
        .filter((_.date >= _.care_started) & (_.date <= _.as_at))
    )
    each = seen.group_by(["as_at", "child_id"]).agg(
        happened=_.date.max(where=_.step == step),
        onward=_.date.max(where=_.step == next_step),
        back=_.date.max(where=_.step == "adoption_decision_reversed"),
    )
    return children.inner_join(each, ["as_at", "child_id"]).filter(
        _.happened.notnull() & _.onward.isnull() & (_.back.isnull() | (_.back < _.happened))
    )
