"""Permanence: the routes by which children leave care, and those who wait for a match."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.insight.wording import Polarity
from sightline.measures.language import Kind, When, measure
from sightline.measures.sources import (
    CHILDREN_LOOKED_AFTER,
    EVERYONE,
    LONG_TERM_FOSTERING,
    SERVICE,
)
from sightline.measures.view import YEAR, View

SPECIAL_GUARDIANSHIP = ("E43", "E44", "E45", "E46", "E47", "E48")
ADOPTED = ("E11", "E12")
MATCHED_LONG_TERM = ("U1", "U4")
PLAN_DUE_MONTHS = 4


@measure(
    title="Left care by special guardianship",
    area="Permanence",
    question="How many children leave care to a special guardian?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of children who left care in the past twelve months, those who left by a special "
    "guardianship order (E45–E48; E43 and E44 before 2019). A child who left more than once counts "
    "once, for the last time.",
    numerator_words="children who left care by a special guardianship order",
    denominator_words="children who left care in the past twelve months",
    source=CHILDREN_LOOKED_AFTER,
    records=("period_of_care",),
    inputs=("period_of_care.ended", "period_of_care.reason_ceased"),
    themes=("special_guardianship", "permanence", "kinship_care"),
    audiences=EVERYONE,
    looks_back_months=YEAR,
    spans_months=12,
)
def ceased_special_guardianship(view: View) -> Table:
    return _ceased_by(view, SPECIAL_GUARDIANSHIP)


@measure(
    title="Left care by adoption",
    area="Permanence",
    question="How many children leave care to be adopted?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of children who left care in the past twelve months, those who left by an adoption "
    "order (E11, E12). A child who left more than once counts once, for the last time.",
    numerator_words="children who left care by an adoption order",
    denominator_words="children who left care in the past twelve months",
    source=CHILDREN_LOOKED_AFTER,
    records=("period_of_care",),
    inputs=("period_of_care.ended", "period_of_care.reason_ceased"),
    themes=("adoption", "permanence"),
    audiences=EVERYONE,
    looks_back_months=YEAR,
    spans_months=12,
)
def ceased_adoption(view: View) -> Table:
    return _ceased_by(view, ADOPTED)


def _ceased_by(view: View, reasons: tuple[str, ...]) -> Table:
    newest = ibis.window(group_by=["as_at", "child_id"], order_by=ibis.desc("care_ended"))
    last_time = view.left_care.mutate(place=ibis.row_number().over(newest)).filter(_.place == 0)
    return last_time.mutate(
        met=_.reason_ceased.isin(reasons).fill_null(False), known=_.reason_ceased.notnull()
    )


@measure(
    title="Long-term fostering planned, not matched",
    area="Permanence",
    question="How many children wait for their long-term foster home to be made theirs?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Children in care with a plan of long-term fostering who do not live in a placement "
    "coded long-term fostering (U1, U4).",
    numerator_words="children with the plan who are not in a long-term foster placement",
    denominator_words="children in care with a plan of long-term fostering",
    source=LONG_TERM_FOSTERING,
    records=("care_plan", "placement"),
    inputs=("care_plan.permanence_plan", "placement.placement_type"),
    themes=("long_term_fostering", "permanence"),
    audiences=SERVICE,
    when=When.MONTHLY_FROM_LISTS,
    limits="No return carries the date of a match: the placement code stands for it. Children four "
    "months in care with no plan recorded are what makes this figure untrustworthy when there are "
    "many.",
)
def long_term_fostering_unmatched(view: View) -> Table:
    planned = _.permanence_plan == "LONG_TERM_FOSTERING"
    plan_overdue = _.permanence_plan.isnull() & (
        _.care_started <= _.as_at - ibis.interval(months=PLAN_DUE_MONTHS)
    )
    return view.in_care.filter(planned.fill_null(False) | plan_overdue).mutate(
        met=ibis.ifelse(
            _.permanence_plan.notnull(),
            ~_.placement_type.isin(MATCHED_LONG_TERM).fill_null(False),
            ibis.null().cast("boolean"),
        ),
        known=_.permanence_plan.notnull(),
    )
