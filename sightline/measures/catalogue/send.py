"""Education, health and care plans: how long families wait for them."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.citation import Citation
from sightline.insight.wording import Polarity
from sightline.measures.language import Kind, measure
from sightline.measures.populations import in_month
from sightline.measures.sources import EVERYONE
from sightline.measures.view import View

DECISION_WEEKS, PLAN_WEEKS = 6, 20
EHC = Citation(
    "Special Educational Needs and Disability Regulations 2014, regs 5(1) and 13(2)",
    "https://www.legislation.gov.uk/uksi/2014/1530/regulation/13/made",
    verified=True,
)


@measure(
    title="EHC plans within twenty weeks",
    area="Special educational needs",
    question="Do children get their plan in time?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of education, health and care plans issued in the month, exceptions left out, "
    "those issued within 20 weeks of the request.",
    numerator_words="plans issued within 20 weeks",
    denominator_words="plans issued in the month, exceptions left out",
    source=EHC,
    records=("ehc_request",),
    inputs=("ehc_request.date", "ehc_request.plan_issued", "ehc_request.exception"),
    themes=("send", "timeliness"),
    audiences=EVERYONE,
    counted="plans",
)
def ehc_plans_in_20_weeks(view: View) -> Table:
    issued = in_month(view, "ehc_request", "plan_issued").filter(~_.exception.fill_null(False))
    return issued.mutate(
        met=_.plan_issued <= (_.date + ibis.interval(weeks=PLAN_WEEKS)).cast("date")
    )


@measure(
    title="EHC assessments decided within six weeks",
    area="Special educational needs",
    question="Are families told in time whether their child will be assessed?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of decisions of the month whether to assess, those made within six weeks of the "
    "request.",
    numerator_words="decisions within six weeks",
    denominator_words="decisions of the month",
    source=EHC,
    records=("ehc_request",),
    inputs=("ehc_request.date", "ehc_request.decided"),
    themes=("send", "timeliness"),
    audiences=EVERYONE,
    counted="requests",
)
def ehc_decisions_in_six_weeks(view: View) -> Table:
    decided = in_month(view, "ehc_request", "decided")
    return decided.mutate(
        met=_.decided <= (_.date + ibis.interval(weeks=DECISION_WEEKS)).cast("date")
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
    source=EHC,
    records=("ehc_request",),
    inputs=("ehc_request.date", "ehc_request.decided", "ehc_request.plan_issued"),
    themes=("send", "drift"),
    audiences=EVERYONE,
    counted="requests",
)
def ehc_waiting(view: View) -> Table:
    requests = view.table("ehc_request").drop("source", "period")
    moment = view.moment.select("as_at")
    refused = ~requests.agreed_to_assess & (requests.decided <= moment.as_at)
    waiting = moment.join(
        requests,
        (requests.date <= moment.as_at)
        & (requests.plan_issued.isnull() | (requests.plan_issued > moment.as_at))
        & ~refused.fill_null(False),
    )
    return view.with_who(waiting).mutate(
        met=_.date < (_.as_at - ibis.interval(weeks=PLAN_WEEKS)).cast("date")
    )
