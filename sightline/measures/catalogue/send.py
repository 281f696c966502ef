"""Education, health and care plans: how long families wait for them, and which families."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.citation import Citation
from sightline.duties.ehc import EHC_DECISION, EHC_PLAN
from sightline.insight.wording import Polarity
from sightline.measures.clock_dates import relaxed, with_due
from sightline.measures.due_dates import Calendar
from sightline.measures.language import Kind, measure
from sightline.measures.populations import in_month
from sightline.measures.sources import EVERYONE
from sightline.measures.view import View


@measure(
    title="EHC plans within twenty weeks",
    area="Special educational needs",
    question="Do children get their plan in time?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of education, health and care plans issued in the month, exceptions left out, "
    "those issued within 20 weeks of the request. No limit that ended from 1 May to 25 September "
    "2020, while limits were relaxed, could be missed.",
    numerator_words="plans issued within 20 weeks",
    denominator_words="plans issued in the month, exceptions left out",
    source=EHC_PLAN.latest.citation,
    records=("ehc_request",),
    inputs=("ehc_request.date", "ehc_request.plan_issued", "ehc_request.exception"),
    themes=("send", "timeliness"),
    audiences=EVERYONE,
    counted="plans",
)
def ehc_plans_in_20_weeks(view: View) -> Table:
    issued = in_month(view, "ehc_request", "plan_issued").filter(~_.exception.fill_null(False))
    due = with_due(issued, "date", EHC_PLAN, Calendar.of(view))
    return due.mutate(
        met=(due.plan_issued <= due.due) | relaxed(EHC_PLAN, due.due), known=due.due.notnull()
    )


@measure(
    title="EHC assessments decided within six weeks",
    area="Special educational needs",
    question="Are families told in time whether their child will be assessed?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of decisions of the month whether to assess, those made within six weeks of the "
    "request, or whose limit ended while limits were relaxed, from 1 May to 25 September 2020.",
    numerator_words="decisions within six weeks",
    denominator_words="decisions of the month",
    source=EHC_DECISION.latest.citation,
    records=("ehc_request",),
    inputs=("ehc_request.date", "ehc_request.decided"),
    themes=("send", "timeliness"),
    audiences=EVERYONE,
    counted="requests",
)
def ehc_decisions_in_six_weeks(view: View) -> Table:
    decided = in_month(view, "ehc_request", "decided")
    due = with_due(decided, "date", EHC_DECISION, Calendar.of(view))
    return due.mutate(
        met=(due.decided <= due.due) | relaxed(EHC_DECISION, due.due), known=due.due.notnull()
    )


@measure(
    title="Waiting more than twenty weeks for an EHC plan",
    area="Special educational needs",
    question="Which children still wait beyond the limit?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of requests open at the month's end, neither refused nor ended with a plan, those "
    "made more than 20 weeks ago.",
    numerator_words="requests open for more than 20 weeks",
    denominator_words="requests open",
    source=EHC_PLAN.latest.citation,
    records=("ehc_request",),
    inputs=("ehc_request.date", "ehc_request.decided", "ehc_request.plan_issued"),
    themes=("send", "drift"),
    audiences=EVERYONE,
    counted="requests",
)
def ehc_waiting(view: View) -> Table:
    due = with_due(_open_requests(view), "date", EHC_PLAN, Calendar.of(view))
    return due.mutate(met=_.due < _.as_at)


@measure(
    title="Requests for an EHC plan of children in care or in need",
    area="Special educational needs",
    question="How many of the families that wait have us in their lives already?",
    kind=Kind.SHARE,
    polarity=Polarity.NONE,
    definition="Of requests open at the month's end, neither refused nor ended with a plan, those "
    "of children who are in care then, open as in need or on a child protection plan. Short breaks "
    "are no time in care.",
    numerator_words="open requests of children in care, in need or on a child protection plan",
    denominator_words="requests open",
    source=Citation(
        "Special educational needs and disability code of practice: 0 to 25 years, chapter 10",
        "https://www.gov.uk/government/publications/send-code-of-practice-0-to-25",
        verified=False,
        note="That its chapter 10 speaks of looked-after children and of children in need is from "
        "memory; it was not read there.",
    ),
    records=("ehc_request", "period_of_care", "child_in_need", "protection_plan"),
    inputs=(
        "ehc_request.date",
        "ehc_request.decided",
        "ehc_request.plan_issued",
        "period_of_care.started",
        "child_in_need.started",
        "protection_plan.started",
    ),
    themes=("send",),
    audiences=EVERYONE,
    counted="requests",
    limits="Where the list of requests has only the children that children’s services know, nearly "
    "all of them count.",
)
def ehc_open_in_care_or_need(view: View) -> Table:
    ours = ibis.union(
        view.in_care.select("as_at", "child_id"),
        view.at_moment(view.table("child_in_need")).select("as_at", "child_id"),
        view.at_moment(view.table("protection_plan")).select("as_at", "child_id"),
        distinct=True,
    )
    requests = _open_requests(view)
    found = requests.left_join(ours.mutate(ours=ibis.literal(True)), ["as_at", "child_id"])
    return found.select(*requests.columns, met=found.ours.fill_null(False))


def _open_requests(view: View) -> Table:
    """One row a moment and request that is open then, with who the child is."""
    return view.once("open_ehc_requests", lambda: _open_at(view))


def _open_at(view: View) -> Table:
    requests = view.table("ehc_request").drop("source", "period")
    moment = view.moment.select("as_at")
    decided = requests.decided.isnull() | (requests.decided <= moment.as_at)
    refused = ~requests.agreed_to_assess & decided
    waiting = moment.join(
        requests,
        (requests.date <= moment.as_at)
        & (requests.plan_issued.isnull() | (requests.plan_issued > moment.as_at))
        & ~refused.fill_null(False),
    )
    return view.with_who(waiting)
