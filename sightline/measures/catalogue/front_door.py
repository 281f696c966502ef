"""The front door: contacts, early help, referrals, and children who come back."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.insight.wording import Polarity
from sightline.measures.language import Kind, measure
from sightline.measures.populations import earlier_within, in_month
from sightline.measures.sources import CHILDREN_IN_NEED, FRONT_DOOR, LAIT, WORKING_TOGETHER
from sightline.measures.view import YEAR, View

DAYS_OF_A_YEAR = 365
MANY_CONTACTS = 3


@measure(
    title="Contacts",
    area="Front door",
    question="How many times do people get in touch about a child?",
    kind=Kind.COUNT,
    polarity=Polarity.NONE,
    definition="Contacts recorded in the month. A child of whom several people speak is counted "
    "each time.",
    numerator_words="contacts in the month",
    denominator_words="",
    source=WORKING_TOGETHER,
    records=("contact",),
    inputs=("contact.date",),
    themes=("front_door",),
    audiences=FRONT_DOOR,
    counted="contacts",
    limits="What an authority writes down as a contact differs from one to the next.",
)
def contacts(view: View) -> Table:
    return in_month(view, "contact").mutate(met=ibis.literal(True))


@measure(
    title="Contacts about the same children again",
    area="Front door",
    question="Do children come to the front door again and again before anyone helps?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Contacts in the month about a child of whom there were already three or more in "
    "the 365 days before.",
    numerator_words="contacts about a child with three or more in the year before",
    denominator_words="contacts in the month",
    source=WORKING_TOGETHER,
    records=("contact",),
    inputs=("contact.date",),
    themes=("front_door", "thresholds"),
    audiences=FRONT_DOOR,
    looks_back_months=YEAR,
    counted="contacts",
    limits="No national definition: three is our own line.",
)
def contacts_repeated(view: View) -> Table:
    again = earlier_within(in_month(view, "contact"), view.table("contact"), "date", DAYS_OF_A_YEAR)
    return again.mutate(met=_.times >= MANY_CONTACTS)


@measure(
    title="Referrals",
    area="Front door",
    question="How many children are referred to children's social care?",
    kind=Kind.COUNT,
    polarity=Polarity.NONE,
    definition="Referrals received in the month.",
    numerator_words="referrals in the month",
    denominator_words="",
    source=CHILDREN_IN_NEED,
    records=("referral",),
    inputs=("referral.date",),
    themes=("front_door",),
    audiences=FRONT_DOOR,
    counted="referrals",
)
def referrals(view: View) -> Table:
    return in_month(view, "referral").mutate(met=ibis.literal(True))


@measure(
    title="Referred again within twelve months",
    area="Front door",
    question="Were these children referred less than a year ago?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Referrals in the month of a child who had another referral in the 365 days before.",
    numerator_words="referrals within twelve months of another of the same child",
    denominator_words="referrals in the month",
    source=LAIT,
    records=("referral",),
    inputs=("referral.date",),
    themes=("front_door", "thresholds", "repeat_work"),
    audiences=FRONT_DOOR,
    looks_back_months=YEAR,
    counted="referrals",
    limits="A very low figure may mean that children in need are kept out, not that they are well.",
)
def rereferrals(view: View) -> Table:
    again = earlier_within(
        in_month(view, "referral"), view.table("referral"), "date", DAYS_OF_A_YEAR
    )
    return again.mutate(met=_.times > 0)


@measure(
    title="Referrals that end with no further action",
    area="Front door",
    question="How many referrals lead to nothing?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Referrals in the month on which no further action was decided.",
    numerator_words="referrals with no further action",
    denominator_words="referrals in the month",
    source=CHILDREN_IN_NEED,
    records=("referral",),
    inputs=("referral.date", "referral.no_further_action"),
    themes=("front_door", "thresholds"),
    audiences=FRONT_DOOR,
    counted="referrals",
)
def referrals_no_further_action(view: View) -> Table:
    decided = in_month(view, "referral")
    return decided.mutate(
        met=_.no_further_action.fill_null(False), known=_.no_further_action.notnull()
    )


@measure(
    title="Early help that ends with a referral to social work",
    area="Front door",
    question="Does early help come in time?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Times of early help that ended in the month and were stepped up to social work.",
    numerator_words="times of early help stepped up",
    denominator_words="times of early help that ended in the month",
    source=WORKING_TOGETHER,
    records=("early_help",),
    inputs=("early_help.ended", "early_help.stepped_up"),
    themes=("early_help", "thresholds"),
    audiences=FRONT_DOOR,
    counted="times of early help",
    limits="A step up can be the right decision; a rise asks why, it does not answer.",
)
def early_help_stepped_up(view: View) -> Table:
    ended = in_month(view, "early_help", "ended")
    return ended.mutate(met=_.stepped_up.fill_null(False), known=_.stepped_up.notnull())


@measure(
    title="Referred within a year of early help",
    area="Front door",
    question="Of the children referred, how many had early help that did not hold?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Referrals in the month of a child for whom early help ended in the 365 days "
    "before.",
    numerator_words="referrals within a year of early help that ended",
    denominator_words="referrals in the month",
    source=WORKING_TOGETHER,
    records=("referral", "early_help"),
    inputs=("referral.date", "early_help.ended"),
    themes=("early_help", "repeat_work"),
    audiences=FRONT_DOOR,
    looks_back_months=YEAR,
    counted="referrals",
)
def referred_after_early_help(view: View) -> Table:
    helped = view.table("early_help").filter(_.ended.notnull())
    again = earlier_within(in_month(view, "referral"), helped, "ended", DAYS_OF_A_YEAR)
    return again.mutate(met=_.times > 0)
