"""The workers: how many are passing through, how many children each holds, who is away."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.insight.wording import Polarity
from sightline.measures.language import Kind, Target, measure
from sightline.measures.populations import workers_in_post, workers_of_newest_census
from sightline.measures.sources import EVERYONE, SERVICE, WORKFORCE
from sightline.measures.view import YEAR, View

HIGH_CASELOAD = 20


@measure(
    title="Agency social workers",
    area="Workforce",
    question="How many social workers are from an agency?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of social workers in post on the newest census's day, those from an agency, by "
    "heads.",
    numerator_words="agency social workers",
    denominator_words="social workers in post",
    source=WORKFORCE,
    records=("worker",),
    inputs=("worker.agency",),
    themes=("workforce", "agency"),
    audiences=EVERYONE,
    counted="workers",
    target=Target(0.13, "England, 2025"),
    limits="The published rate is of full-time equivalents; this is of people.",
    spans_months=12,
)
def agency_workers(view: View) -> Table:
    return workers_in_post(view).mutate(met=_.agency.fill_null(False), known=_.agency.notnull())


@measure(
    title="Children and families for each social worker",
    area="Workforce",
    question="How many does each social worker hold?",
    kind=Kind.MEAN,
    polarity=Polarity.LOW,
    definition="Of social workers in post on the newest census's day who hold at least one, the "
    "mean caseload, counted in full-time equivalents: what they hold, divided by their hours.",
    numerator_words="caseload of those who hold any",
    denominator_words="social workers who hold at least one",
    source=WORKFORCE,
    records=("worker",),
    inputs=("worker.caseload", "worker.fte_on_day"),
    themes=("workforce", "caseload"),
    audiences=EVERYONE,
    counted="workers",
    target=Target(15.2, "England, 2025"),
    limits="The published figure divides all that is held by all hours; this is the mean of "
    "workers, which part-time workers raise.",
    spans_months=12,
)
def caseload(view: View) -> Table:
    holding = _who_may_hold(view)
    value = holding.caseload / holding.fte_on_day.nullif(0)
    return holding.mutate(value=value, known=value.notnull())


def _who_may_hold(view: View) -> Table:
    """Workers in post who hold at least one child or family, or of whom the census does not say."""
    return workers_in_post(view).filter((_.caseload > 0).fill_null(True))


@measure(
    title="Social workers who hold twenty or more",
    area="Workforce",
    question="Who cannot know every child they hold?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of social workers who hold at least one child or family, those who hold twenty or "
    "more.",
    numerator_words="social workers who hold twenty or more",
    denominator_words="social workers who hold at least one",
    source=WORKFORCE,
    records=("worker",),
    inputs=("worker.caseload",),
    themes=("workforce", "caseload"),
    audiences=SERVICE,
    counted="workers",
    limits="Twenty is our own line: no standard sets one.",
    spans_months=12,
)
def caseload_of_twenty(view: View) -> Table:
    return _who_may_hold(view).mutate(met=_.caseload >= HIGH_CASELOAD, known=_.caseload.notnull())


@measure(
    title="Absent on the census day",
    area="Workforce",
    question="How many social workers are away?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of social workers in post on the newest census's day, those absent on it.",
    numerator_words="social workers absent",
    denominator_words="social workers in post",
    source=WORKFORCE,
    records=("worker",),
    inputs=("worker.absent",),
    themes=("workforce",),
    audiences=SERVICE,
    counted="workers",
    spans_months=12,
)
def workers_absent(view: View) -> Table:
    return workers_in_post(view).mutate(met=_.absent.fill_null(False), known=_.absent.notnull())


@measure(
    title="In their first year of practice",
    area="Workforce",
    question="How many social workers are newly qualified?",
    kind=Kind.SHARE,
    polarity=Polarity.NONE,
    definition="Of social workers in post on the newest census's day, those in their assessed and "
    "supported year.",
    numerator_words="newly qualified social workers",
    denominator_words="social workers in post",
    source=WORKFORCE,
    records=("worker",),
    inputs=("worker.asye",),
    themes=("workforce", "newly_qualified"),
    audiences=SERVICE,
    counted="workers",
    spans_months=12,
)
def newly_qualified(view: View) -> Table:
    return workers_in_post(view).mutate(met=_.asye.fill_null(False), known=_.asye.notnull())


@measure(
    title="Social workers who left in the year",
    area="Workforce",
    question="Do our social workers stay?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of the authority's own social workers whom the newest census names, those who left "
    "in the twelve months to its day. Who only changed role stayed.",
    numerator_words="social workers who left in the year",
    denominator_words="social workers in post or who left in the year",
    source=WORKFORCE,
    records=("worker",),
    inputs=("worker.worker_id", "worker.role_ended", "worker.agency"),
    themes=("workforce", "turnover"),
    audiences=EVERYONE,
    counted="workers",
    target=Target(0.118, "England, 2025"),
    limits="The published turnover divides leavers by those in post at the end, so it is a little "
    "higher.",
    spans_months=12,
)
def workers_left(view: View) -> Table:
    year_before = (_.census - ibis.interval(months=YEAR)).cast("date")
    own = workers_of_newest_census(view).filter(
        ~_.agency.fill_null(False) & (_.role_ended.isnull() | (_.role_ended > year_before))
    )
    each = own.group_by(["as_at", "census", "worker_id"]).agg(
        rows=_.worker_id.count(),
        left=_.worker_id.count(where=_.role_ended <= _.census),
        told=_.agency.count(),
    )
    return each.mutate(worker=_.worker_id, met=_.left == _.rows, known=_.told == _.rows)
