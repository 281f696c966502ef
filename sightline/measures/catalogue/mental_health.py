"""Help with mental health: how long children wait, and whether they are taken at all."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.mental_health import MENTAL_HEALTH_WAIT
from sightline.insight.wording import Polarity
from sightline.measures.clock_dates import with_due
from sightline.measures.due_dates import Calendar
from sightline.measures.language import Kind, measure
from sightline.measures.populations import counted_between, in_month, open_at
from sightline.measures.sources import EVERYONE, LAIT, SERVICE
from sightline.measures.view import View

LONG_WAIT_WEEKS = 12
CONCERN = 17  # an SDQ score of 17 or more is cause for concern
WAITING = MENTAL_HEALTH_WAIT.rules[-1].citation


@measure(
    title="First help within four weeks",
    area="Mental health",
    question="How soon does a child who asks for help get it?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of children whose first help with mental health was in the month, those who had "
    "waited for no more than four weeks since the referral.",
    numerator_words="children helped within four weeks",
    denominator_words="children first helped in the month",
    source=WAITING,
    records=("mental_health_referral",),
    inputs=("mental_health_referral.started", "mental_health_referral.first_help"),
    themes=("mental_health", "timeliness"),
    audiences=EVERYONE,
    limits="Those who still wait are in another measure.",
)
def first_help_in_four_weeks(view: View) -> Table:
    helped = in_month(view, "mental_health_referral", "first_help")
    due = with_due(helped, "started", MENTAL_HEALTH_WAIT, Calendar.of(view))
    return due.mutate(met=(_.first_help <= _.due).fill_null(False), known=_.due.notnull())


@measure(
    title="Waiting more than twelve weeks for first help",
    area="Mental health",
    question="Which children wait and wait?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of open referrals for help with mental health without first help at the month's "
    "end, those made more than twelve weeks ago.",
    numerator_words="referrals waiting for more than twelve weeks",
    denominator_words="referrals waiting for first help",
    source=WAITING,
    records=("mental_health_referral",),
    inputs=("mental_health_referral.started", "mental_health_referral.first_help"),
    themes=("mental_health", "drift"),
    audiences=EVERYONE,
    counted="referrals",
)
def waiting_for_first_help(view: View) -> Table:
    waiting = open_at(view, "mental_health_referral").filter(
        (_.first_help.isnull() | (_.first_help > _.as_at)) & _.accepted.fill_null(True)
    )
    return waiting.mutate(
        met=_.started < (_.as_at - ibis.interval(weeks=LONG_WAIT_WEEKS)).cast("date")
    )


@measure(
    title="Referrals for mental health that were refused",
    area="Mental health",
    question="How many children are turned away?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of referrals for help with mental health made in the month, those not accepted.",
    numerator_words="referrals not accepted",
    denominator_words="referrals made in the month",
    source=WAITING,
    records=("mental_health_referral",),
    inputs=("mental_health_referral.started", "mental_health_referral.accepted"),
    themes=("mental_health", "partners"),
    audiences=EVERYONE,
    counted="referrals",
)
def mental_health_refused(view: View) -> Table:
    made = in_month(view, "mental_health_referral", "started")
    return made.mutate(met=(~_.accepted).fill_null(False), known=_.accepted.notnull())


@measure(
    title="Score of concern, and no referral for help",
    area="Mental health",
    question="Which children told us that they are not well, and were not helped?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of children in care whose newest strengths and difficulties score (SDQ) is 17 or "
    "more, those with no referral for help with mental health since the year that the score is of "
    "began.",
    numerator_words="children with no referral",
    denominator_words="children in care with a score of concern",
    source=LAIT,
    records=("outcome_year", "mental_health_referral"),
    inputs=("outcome_year.sdq_score", "mental_health_referral.started"),
    themes=("mental_health",),
    audiences=SERVICE,
)
def concern_without_referral(view: View) -> Table:
    children = view.in_care
    scores = view.table("outcome_year").filter(_.sdq_score.notnull())
    scored = children.join(
        scores.select("child_id", "year_ending", "sdq_score"),
        (children.child_id == scores.child_id) & (scores.year_ending <= children.as_at),
    ).drop("child_id_right")
    newest = ibis.window(group_by=["as_at", "child_id"], order_by=ibis.desc("year_ending"))
    of_concern = (
        scored.mutate(place=ibis.row_number().over(newest))
        .filter((_.place == 0) & (_.sdq_score >= CONCERN))
        .drop("place")
    )
    year_began = of_concern.year_ending - ibis.interval(years=1) + ibis.interval(days=1)
    made = view.table("mental_health_referral")
    told = counted_between(of_concern, made, "started", year_began, of_concern.as_at)
    return told.mutate(met=_.times == 0)
