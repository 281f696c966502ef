"""Where children live: moves, stability, and homes that no law allows."""

from datetime import date

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.insight.wording import Polarity
from sightline.measures.homes import homes
from sightline.measures.language import Kind, Target, measure
from sightline.measures.sources import EVERYONE, LAIT, REGISTRATION
from sightline.measures.view import YEAR, View
from sightline.records.spells import lasts_past

MANY = 3
STABLE_MONTHS = 24
LONG_IN_CARE_MONTHS = 30
SUPPORTED_ACCOMMODATION_REGISTERS = date(2023, 10, 28)


@measure(
    title="Three or more placements in a year",
    area="Where children live",
    question="How many children have been moved again and again?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Children in care who had three or more placements open at any time in the past "
    "twelve months, each of a day or more. A temporary placement (T0–T4), the return from it to "
    "the same place, and adoption by the same carers (A3, A5) are no move.",
    numerator_words="children with three or more placements in the past twelve months",
    denominator_words="children in care",
    source=LAIT,
    records=("placement",),
    inputs=("placement.started", "placement.placement_type"),
    themes=("placement_stability",),
    audiences=EVERYONE,
    looks_back_months=YEAR,
    target=Target(0.10, "England, 31 March 2025"),
    limits="After the last 903 year moves are known from monthly extracts: a placement that began "
    "and ended between two extracts is not seen.",
)
def three_or_more_placements(view: View) -> Table:
    children = view.in_care.select("as_at", "child_id")
    lived = homes(view)
    in_year = children.join(
        lived,
        (children.child_id == lived.child_id)
        & (lived.home_started <= children.as_at)
        & lasts_past(lived.home_ended, children.as_at - ibis.interval(months=YEAR)),
    )
    counted = in_year.group_by([children.as_at, children.child_id]).agg(homes=_.count())
    return view.in_care.left_join(counted, ["as_at", "child_id"]).mutate(
        met=_.homes.fill_null(0) >= MANY, known=_.placement_type.notnull()
    )


@measure(
    title="Settled with the same carers",
    area="Where children live",
    question="Do children who are long in care have a settled home?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Children under 16 in care for two and a half years or more who have lived with the "
    "same carers for two years, or are placed for adoption and that placement and the one before "
    "together lasted two years. A temporary placement (T0–T4) does not break the time.",
    numerator_words="children with the same carers for at least two years",
    denominator_words="children under 16 in care for at least two and a half years",
    source=LAIT,
    records=("placement", "period_of_care"),
    inputs=(
        "placement.started",
        "placement.carer_since",
        "placement.placement_type",
        "period_of_care.started",
        "person.date_of_birth",
    ),
    themes=("placement_stability", "permanence"),
    audiences=EVERYONE,
    looks_back_months=STABLE_MONTHS,
    target=Target(0.69, "England, 31 March 2025"),
)
def long_term_stability(view: View) -> Table:
    long_in_care = view.in_care.filter(
        (_.age < 16) & (_.care_started <= _.as_at - ibis.interval(months=LONG_IN_CARE_MONTHS))
    )
    lived = homes(view)
    at_home = long_in_care.left_join(
        lived,
        (long_in_care.child_id == lived.child_id)
        & (lived.home_started <= long_in_care.as_at)
        & lasts_past(lived.home_ended, long_in_care.as_at),
    ).drop("child_id_right")
    since = _.as_at - ibis.interval(months=STABLE_MONTHS)
    adoptive = _.home_type.startswith("A") & (_.previous_carers_since <= since)
    return at_home.mutate(
        met=(_.same_carers_since <= since) | adoptive.fill_null(False),
        known=_.placement_type.notnull(),
    )


@measure(
    title="Children in unregistered homes",
    area="Where children live",
    question="Is any child living where the law does not allow?",
    kind=Kind.COUNT,
    polarity=Polarity.LOW,
    definition="Children in care in a placement coded other (Z1, Z11–Z14), or in a children's home "
    "or secure home (K1, K2) or, from 28 October 2023, supported accommodation (K3, H5), with no "
    "registration number.",
    numerator_words="children whose home shows no sign of registration",
    denominator_words="",
    source=REGISTRATION,
    records=("placement",),
    inputs=("placement.placement_type", "placement.urn"),
    themes=("unregistered_homes", "placement_sufficiency"),
    audiences=EVERYONE,
    target=Target(0, "the law: no unregistered home is lawful"),
    limits="A sign, not proof: a registered home whose number was not recorded is counted until it "
    "is. Children under 16 in supported accommodation (K3), which the law also forbids, are not.",
)
def unregistered_homes(view: View) -> Table:
    number = _.urn.upper().strip().nullif("").nullif("XXXXXXX")
    must_register = _.placement_type.isin(["K1", "K2"]) | (
        _.placement_type.isin(["K3", "H5"]) & (_.as_at >= SUPPORTED_ACCOMMODATION_REGISTERS)
    )
    return view.in_care.mutate(
        met=(_.placement_type.startswith("Z") | (must_register & number.isnull())).fill_null(False),
        known=_.placement_type.notnull(),
    )
