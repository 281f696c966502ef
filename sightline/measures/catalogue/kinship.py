"""Family and friends who care: assessed in time, decided as found, and offered permanence."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.citation import Citation
from sightline.duties.connected_persons import TEMPORARY_APPROVAL
from sightline.insight.wording import Polarity
from sightline.measures.clock_dates import with_due
from sightline.measures.due_dates import Calendar
from sightline.measures.language import Kind, measure
from sightline.measures.populations import counted_between, in_month
from sightline.measures.sources import CHILDREN_LOOKED_AFTER, EVERYONE, SERVICE
from sightline.measures.view import View

FAMILY_OR_FRIENDS = ("U1", "U2", "U3")
KINSHIP = Citation(
    "Kinship care: statutory guidance for local authorities (2024)",
    "https://www.gov.uk/government/publications/kinship-care-statutory-guidance",
    verified=False,
    note="The text was not checked.",
)


@measure(
    title="Living with family or friends",
    area="Family and friends",
    question="How many children in care live with people they already know?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of children in care, those fostered by family or friends (U1–U3).",
    numerator_words="children fostered by family or friends",
    denominator_words="children in care",
    source=CHILDREN_LOOKED_AFTER,
    records=("placement",),
    inputs=("placement.placement_type",),
    themes=("kinship_care",),
    audiences=EVERYONE,
)
def fostered_by_family(view: View) -> Table:
    return view.in_care.mutate(
        met=_.placement_type.isin(FAMILY_OR_FRIENDS).fill_null(False),
        known=_.placement_type.notnull(),
    )


@measure(
    title="With family for a year, special guardianship not looked at",
    area="Family and friends",
    question="Which children could leave care and stay where they are?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of children fostered by the same family or friends (U1–U3) for a year or more, "
    "those for whom no special guardianship assessment has been recorded in this time in care.",
    numerator_words="children for whom special guardianship was not looked at",
    denominator_words="children with the same family or friends for a year or more",
    source=KINSHIP,
    records=("placement", "carer_assessment"),
    inputs=(
        *("placement.placement_type", "placement.started", "placement.carer_since"),
        *("carer_assessment.kind", "carer_assessment.started"),
    ),
    themes=("special_guardianship", "kinship_care", "drift"),
    audiences=SERVICE,
    limits="For some of these children special guardianship is rightly not the plan.",
)
def guardianship_not_considered(view: View) -> Table:
    settled = view.in_care.filter(
        _.placement_type.isin(FAMILY_OR_FRIENDS)
        & (
            ibis.coalesce(_.carer_since, _.placement_started)
            <= (_.as_at - ibis.interval(years=1)).cast("date")
        )
    )
    looked = view.table("carer_assessment").filter(_.kind == "special guardianship")
    told = counted_between(settled, looked, "started", settled.care_started, settled.as_at)
    return told.mutate(met=_.times == 0)


@measure(
    title="Temporary approval beyond sixteen weeks",
    area="Family and friends",
    question="Which children live with carers whose approval has run out?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of children fostered by family or friends (U1–U3) whose newest approval of a carer "
    "is a temporary one (regulation 24) and no full one, those for whom it was given more than "
    "sixteen weeks ago (twenty-four, given from 24 April to 25 September 2020).",
    numerator_words="children whose carer's temporary approval has run out",
    denominator_words="children whose carer has a temporary approval and no full one",
    source=TEMPORARY_APPROVAL.latest.citation,
    records=("placement", "carer_assessment"),
    inputs=(
        "placement.placement_type",
        "carer_assessment.kind",
        "carer_assessment.decision",
        "carer_assessment.decided",
    ),
    themes=("kinship_care", "timeliness"),
    audiences=SERVICE,
    limits="No return says that an approval was lengthened by eight weeks, as regulation 25 "
    "allows: such a child counts.",
)
def temporary_approval_overdue(view: View) -> Table:
    children = view.in_care.filter(_.placement_type.isin(FAMILY_OR_FRIENDS))
    approvals = (
        view.table("carer_assessment")
        .filter(_.decision.lower() == "approved")
        .select("child_id", "kind", "decided")
    )
    joined = children.join(
        approvals,
        (children.child_id == approvals.child_id) & (approvals.decided <= children.as_at),
    )
    newest = joined.group_by([children[name] for name in children.columns]).agg(
        approved=approvals.decided.max(where=approvals.kind == "regulation 24"),
        full=approvals.decided.max(where=approvals.kind == "full"),
    )
    temporary = newest.filter(_.approved.notnull() & (_.full.isnull() | (_.full < _.approved)))
    due = with_due(temporary, "approved", TEMPORARY_APPROVAL, Calendar.of(view))
    return due.mutate(met=_.due < _.as_at)


@measure(
    title="Assessments of family and friends overridden",
    area="Family and friends",
    question="How often is a carer decided on against what the assessment found?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of assessments of family and friends decided in the month, those decided against "
    "their recommendation.",
    numerator_words="decisions against the recommendation",
    denominator_words="assessments of family and friends decided in the month",
    source=KINSHIP,
    records=("carer_assessment",),
    inputs=("carer_assessment.decided", "carer_assessment.overridden"),
    themes=("kinship_care", "oversight"),
    audiences=SERVICE,
    counted="assessments",
)
def carer_assessments_overridden(view: View) -> Table:
    decided = in_month(view, "carer_assessment", "decided")
    return decided.mutate(met=_.overridden.fill_null(False), known=_.overridden.notnull())
