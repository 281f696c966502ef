"""Pre-proceedings and care proceedings: that families get their chance, and children an answer."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.court import CARE_PROCEEDINGS, PRE_PROCEEDINGS
from sightline.insight.wording import Polarity
from sightline.measures.clock_dates import with_due
from sightline.measures.due_dates import Calendar
from sightline.measures.language import Kind, measure
from sightline.measures.populations import in_month, open_at
from sightline.measures.sources import FRONT_DOOR, SERVICE
from sightline.measures.view import View

PUBLIC_LAW_OUTLINE = PRE_PROCEEDINGS.rules[-1].citation
TWENTY_SIX_WEEKS = CARE_PROCEEDINGS.rules[-1].citation


@measure(
    title="Children in pre-proceedings",
    area="Proceedings",
    question="For how many children is the family told that we may go to court?",
    kind=Kind.COUNT,
    polarity=Polarity.NONE,
    definition="Children for whom pre-proceedings are open at the month's end.",
    numerator_words="children in pre-proceedings",
    denominator_words="",
    source=PUBLIC_LAW_OUTLINE,
    records=("pre_proceedings",),
    inputs=("pre_proceedings.started", "pre_proceedings.ended"),
    themes=("pre_proceedings",),
    audiences=FRONT_DOOR,
)
def in_pre_proceedings(view: View) -> Table:
    return open_at(view, "pre_proceedings").mutate(met=ibis.literal(True))


@measure(
    title="Pre-proceedings beyond sixteen weeks",
    area="Proceedings",
    question="Where do pre-proceedings drift?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of pre-proceedings open at the month's end, those begun more than sixteen weeks "
    "ago.",
    numerator_words="pre-proceedings open for more than sixteen weeks",
    denominator_words="pre-proceedings open",
    source=PUBLIC_LAW_OUTLINE,
    records=("pre_proceedings",),
    inputs=("pre_proceedings.started", "pre_proceedings.ended"),
    themes=("pre_proceedings", "drift"),
    audiences=FRONT_DOOR,
)
def pre_proceedings_overdue(view: View) -> Table:
    due = with_due(open_at(view, "pre_proceedings"), "started", PRE_PROCEEDINGS, Calendar.of(view))
    return due.mutate(met=(_.due < _.as_at).fill_null(False), known=_.due.notnull())


@measure(
    title="Family group conference offered before court",
    area="Proceedings",
    question="Is the wider family asked before we go to court?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of pre-proceedings begun in the month, those in which a family group conference "
    "was offered.",
    numerator_words="pre-proceedings with the offer",
    denominator_words="pre-proceedings begun in the month",
    source=PUBLIC_LAW_OUTLINE,
    records=("pre_proceedings",),
    inputs=("pre_proceedings.started", "pre_proceedings.family_group_offered"),
    themes=("pre_proceedings", "kinship_care"),
    audiences=FRONT_DOOR,
)
def family_group_offered(view: View) -> Table:
    begun = in_month(view, "pre_proceedings", "started")
    return begun.mutate(
        met=_.family_group_offered.fill_null(False), known=_.family_group_offered.notnull()
    )


@measure(
    title="Under an interim care order for more than 26 weeks",
    area="Proceedings",
    question="For which children is the court taking too long?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of children in care under an interim care order (C1), those under it for more than "
    "26 weeks.",
    numerator_words="children under an interim order for more than 26 weeks",
    denominator_words="children under an interim care order",
    source=TWENTY_SIX_WEEKS,
    records=("legal_status",),
    inputs=("legal_status.legal_status", "legal_status.started"),
    themes=("proceedings", "drift"),
    audiences=SERVICE,
    limits="The 26 weeks run from the application, a few days before the first interim order.",
)
def proceedings_overdue(view: View) -> Table:
    interim = view.in_care.filter(_.legal_status == "C1")
    due = with_due(interim, "legal_status_started", CARE_PROCEEDINGS, Calendar.of(view))
    return due.mutate(met=(_.due < _.as_at).fill_null(False), known=_.due.notnull())
