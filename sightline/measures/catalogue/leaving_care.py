"""Young people who have left care: in touch, with a home, with something to get up for."""

from ibis import _
from ibis.expr.types import Table

from sightline.insight.wording import Polarity
from sightline.measures.language import Kind, When, measure
from sightline.measures.sources import CHILDREN_LOOKED_AFTER, EVERYONE
from sightline.measures.view import View

NOT_LOOKED_FOR = ("DIED", "NREQ", "RHOM")


def _care_leavers(view: View) -> Table:
    """Young people in the month's list of care leavers whom the authority should know of."""
    listed = view.table("care_leaver").drop("source", "period")
    newest = view.moment.select("as_at", "extract").join(
        listed.rename(listed_on="as_at"), _.extract == listed.as_at
    )
    return view.with_who(newest.drop("extract", "listed_on")).filter(
        _.in_touch.notin(NOT_LOOKED_FOR).fill_null(True)
    )


@measure(
    title="Care leavers in touch with us",
    area="Leaving care",
    question="Do we know how our young people are?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of care leavers in the month's list, those the authority is in touch with. Those "
    "who died, returned home or no longer need help are left out.",
    numerator_words="care leavers in touch",
    denominator_words="care leavers in the month's list",
    source=CHILDREN_LOOKED_AFTER,
    records=("care_leaver",),
    inputs=("care_leaver.in_touch",),
    themes=("care_leavers",),
    audiences=EVERYONE,
    when=When.MONTHLY_FROM_LISTS,
)
def care_leavers_in_touch(view: View) -> Table:
    return _care_leavers(view).mutate(
        met=(_.in_touch == "YES").fill_null(False), known=_.in_touch.notnull()
    )


@measure(
    title="Care leavers with a suitable home",
    area="Leaving care",
    question="Do our young people have somewhere decent to live?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of care leavers in the month's list, those whose home is found suitable.",
    numerator_words="care leavers in suitable accommodation",
    denominator_words="care leavers in the month's list",
    source=CHILDREN_LOOKED_AFTER,
    records=("care_leaver",),
    inputs=("care_leaver.suitability",),
    themes=("care_leavers",),
    audiences=EVERYONE,
    when=When.MONTHLY_FROM_LISTS,
    limits="Where it is not known, it counts as not suitable, as in the national figure.",
)
def care_leavers_housed(view: View) -> Table:
    return _care_leavers(view).mutate(
        met=(_.suitability == "SUITABLE").fill_null(False),
        known=_.suitability.notnull() & (_.suitability != "UNKNOWN"),
    )


@measure(
    title="Care leavers in education, work or training",
    area="Leaving care",
    question="Do our young people have something to get up for?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of care leavers in the month's list, those in education, employment or training, "
    "full or part time (F and P codes).",
    numerator_words="care leavers in education, employment or training",
    denominator_words="care leavers in the month's list",
    source=CHILDREN_LOOKED_AFTER,
    records=("care_leaver",),
    inputs=("care_leaver.activity",),
    themes=("care_leavers", "education"),
    audiences=EVERYONE,
    when=When.MONTHLY_FROM_LISTS,
    limits="The national figure is of 17 to 21 year olds around their birthday; this is of the "
    "whole list on one day.",
)
def care_leavers_active(view: View) -> Table:
    return _care_leavers(view).mutate(
        met=(_.activity.startswith("F") | _.activity.startswith("P")).fill_null(False),
        known=_.activity.notnull(),
    )
