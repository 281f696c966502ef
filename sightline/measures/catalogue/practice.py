"""What holds practice up: supervision, panels that decide, training that people come to."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.citation import Citation
from sightline.duties.supervision import SUPERVISION
from sightline.insight.wording import Polarity
from sightline.measures.language import Kind, measure
from sightline.measures.populations import counted_between, in_month
from sightline.measures.sources import SERVICE
from sightline.measures.view import View

TALKED_OF_WITHIN_DAYS = 42
STANDARDS = SUPERVISION.latest.citation
PANELS = Citation(
    "Care Planning, Placement and Case Review (England) Regulations 2010, part 2",
    "https://www.legislation.gov.uk/uksi/2010/959/part/2/made",
    verified=True,
    note="Panels are the authority's own; no law sets their time limits.",
)


@measure(
    title="Talked of in supervision in the past six weeks",
    area="Practice",
    question="Does a manager think with the social worker about each child?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of children in care, those of whom supervision was recorded in the 42 days to the "
    "month's end.",
    numerator_words="children talked of in supervision",
    denominator_words="children in care",
    source=STANDARDS,
    records=("supervision", "period_of_care"),
    inputs=("supervision.date",),
    themes=("supervision", "management_oversight"),
    audiences=SERVICE,
    limits="Six weeks is our own line. Supervision about no one child does not count.",
)
def children_supervised(view: View) -> Table:
    children = view.in_care
    held = view.table("supervision").filter(_.child_id.notnull())
    since = children.as_at - ibis.interval(days=TALKED_OF_WITHIN_DAYS - 1)
    return counted_between(children, held, "date", since, children.as_at).mutate(met=_.times > 0)


@measure(
    title="Supervision that is reflective",
    area="Practice",
    question="Do supervisors help workers think, beyond tasks?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of supervision recorded in the month, that said to be reflective.",
    numerator_words="records of reflective supervision",
    denominator_words="records of supervision in the month",
    source=STANDARDS,
    records=("supervision",),
    inputs=("supervision.date", "supervision.reflective"),
    themes=("supervision",),
    audiences=SERVICE,
    counted="records of supervision",
    limits="Said by whoever wrote the record: compare with what auditors find.",
)
def supervision_reflective(view: View) -> Table:
    held = _supervised(view)
    return held.mutate(met=_.reflective.fill_null(False), known=_.reflective.notnull())


def _supervised(view: View) -> Table:
    """Records of supervision of the month; `worker` is who was supervised."""
    return in_month(view, "supervision").mutate(worker=_.worker_id)


@measure(
    title="Supervision that sets actions",
    area="Practice",
    question="Does supervision decide anything?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of supervision recorded in the month, that in which actions were set, each with a "
    "day.",
    numerator_words="records of supervision with actions",
    denominator_words="records of supervision in the month",
    source=STANDARDS,
    records=("supervision",),
    inputs=("supervision.date", "supervision.actions_set"),
    themes=("supervision", "management_oversight"),
    audiences=SERVICE,
    counted="records of supervision",
)
def supervision_sets_actions(view: View) -> Table:
    held = _supervised(view)
    return held.mutate(met=_.actions_set.fill_null(False), known=_.actions_set.notnull())


@measure(
    title="Panel decisions put off",
    area="Practice",
    question="How often does a child wait because a panel could not decide?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of panel decisions of the month, those that were deferred.",
    numerator_words="decisions deferred",
    denominator_words="panel decisions of the month",
    source=PANELS,
    records=("panel_decision",),
    inputs=("panel_decision.date", "panel_decision.decision"),
    themes=("panels", "drift"),
    audiences=SERVICE,
    counted="decisions",
)
def panel_decisions_deferred(view: View) -> Table:
    decided = in_month(view, "panel_decision")
    return decided.mutate(
        met=(_.decision.lower() == "deferred").fill_null(False), known=_.decision.notnull()
    )


@measure(
    title="Training attended",
    area="Practice",
    question="Do workers come to the training they are booked on?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of places on training booked for a day in the month, those of workers who came.",
    numerator_words="places taken",
    denominator_words="places booked",
    source=STANDARDS,
    records=("training",),
    inputs=("training.date", "training.attended"),
    themes=("training", "workforce"),
    audiences=SERVICE,
    counted="places",
)
def training_attended(view: View) -> Table:
    booked = view.table("training").drop("source", "period")
    moment = view.moment.select("as_at", month=_.as_at.truncate("M"))
    joined = moment.join(
        booked, (booked.date.truncate("M") == moment.month) & (booked.date <= moment.as_at)
    )
    return joined.mutate(
        worker=_.worker_id, met=_.attended.fill_null(False), known=_.attended.notnull()
    )
