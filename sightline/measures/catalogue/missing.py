"""Children missing from care, and whether anyone asked them why."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.missing import RETURN_INTERVIEW
from sightline.insight.wording import Polarity
from sightline.measures.clock_dates import with_due
from sightline.measures.due_dates import Calendar
from sightline.measures.language import Kind, Target, When, measure
from sightline.measures.populations import in_month
from sightline.measures.sources import EVERYONE, MISSING, SERVICE
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
    spans_months=12,
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
    spans_months=12,
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


@measure(
    title="Times missing",
    area="Missing",
    question="How often do children go missing?",
    kind=Kind.COUNT,
    polarity=Polarity.LOW,
    definition="Times that children in care went missing (M) in the month; away without "
    "authorisation (A) does not count.",
    numerator_words="times missing begun in the month",
    denominator_words="",
    source=MISSING,
    records=("missing_episode",),
    inputs=("missing_episode.started", "missing_episode.kind"),
    themes=("missing_children",),
    audiences=EVERYONE,
    counted="times missing",
)
def times_missing(view: View) -> Table:
    began = in_month(view, "missing_episode", "started")
    return began.filter(_.kind == "M").mutate(met=ibis.literal(True))


@measure(
    title="Return interview within 72 hours",
    area="Missing",
    question="Did somebody listen to the child soon after the return?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of returns in the month in which the child did not refuse, those with an interview "
    "no later than three days after the return.",
    numerator_words="returns with an interview within three days",
    denominator_words="returns in the month, refusals left out",
    source=RETURN_INTERVIEW.rules[-1].citation,
    records=("return_interview",),
    inputs=("return_interview.returned", "return_interview.date", "return_interview.accepted"),
    themes=("missing_children", "timeliness"),
    audiences=EVERYONE,
    counted="returns",
    limits="The guidance says 72 hours; dates without hours tell three days. Rests on Sightline's "
    "template of return interviews.",
)
def return_interviews_in_time(view: View) -> Table:
    returned = in_month(view, "return_interview", "returned").filter(_.accepted.fill_null(True))
    due = with_due(returned, "returned", RETURN_INTERVIEW, Calendar.of(view))
    return due.mutate(met=(_.date <= _.due).fill_null(False))


@measure(
    title="Return interview by someone independent",
    area="Missing",
    question="Could the child speak freely?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of return interviews held after returns in the month, those by a person "
    "independent of the child's care.",
    numerator_words="interviews by an independent person",
    denominator_words="return interviews held",
    source=MISSING,
    records=("return_interview",),
    inputs=("return_interview.date", "return_interview.independent"),
    themes=("missing_children", "voice_of_the_child"),
    audiences=SERVICE,
    counted="interviews",
)
def return_interviews_independent(view: View) -> Table:
    held = in_month(view, "return_interview", "returned").filter(_.date.notnull())
    return held.mutate(met=_.independent.fill_null(False), known=_.independent.notnull())
