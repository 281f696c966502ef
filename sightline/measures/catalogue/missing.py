"""Children missing from care, and whether anyone asked them why."""

from ibis import _
from ibis.expr.types import Table

from sightline.insight.wording import Polarity
from sightline.measures.language import Kind, Target, When, measure
from sightline.measures.sources import EVERYONE, MISSING
from sightline.measures.view import View


def _with_missing(view: View) -> Table:
    """Children in care at each moment with what that month's extract says of missing."""
    stated = view.table("missing_state").select(
        "child_id",
        "missing_12_months",
        "return_interview_offered",
        extract="as_at",
    )
    moments = view.moment.filter(_.extract.notnull()).select("as_at", "extract")
    return view.in_care.join(moments, "as_at").join(stated, ["child_id", "extract"])


@measure(
    title="Children who went missing",
    area="Missing from care",
    question="How many children have gone missing in a year?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Children in care on the day who were missing at least once in the past twelve "
    "months.",
    numerator_words="children missing at least once in the past twelve months",
    denominator_words="children in care on the day",
    source=MISSING,
    records=("missing_state",),
    inputs=("missing_state.missing_12_months",),
    themes=("missing", "exploitation"),
    audiences=EVERYONE,
    when=When.MONTHLY_FROM_LISTS,
    limits="The national figure counts every child looked after in the year, also those who have "
    "since left.",
)
def went_missing(view: View) -> Table:
    return _with_missing(view).mutate(
        met=(_.missing_12_months > 0).fill_null(False), known=_.missing_12_months.notnull()
    )


@measure(
    title="Return interview offered",
    area="Missing from care",
    question="When a child comes back, does somebody offer to listen?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of children in care missing in the past twelve months, those offered a return "
    "interview after the last time.",
    numerator_words="children offered a return interview after their last time missing",
    denominator_words="children in care missing at least once in the past twelve months",
    source=MISSING,
    records=("missing_state",),
    inputs=("missing_state.missing_12_months", "missing_state.return_interview_offered"),
    themes=("missing",),
    audiences=EVERYONE,
    when=When.MONTHLY_FROM_LISTS,
    target=Target(1.0, "the duty itself"),
    limits="No return says when the interview was held, so whether within 72 hours is not known. "
    "An empty answer counts as not offered.",
)
def return_interview_offered(view: View) -> Table:
    return (
        _with_missing(view)
        .filter(_.missing_12_months > 0)
        .mutate(
            met=_.return_interview_offered.fill_null(False),
            known=_.return_interview_offered.notnull(),
        )
    )
