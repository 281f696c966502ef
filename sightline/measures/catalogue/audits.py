"""Case audits: done when due, moderated, and what they say of practice."""

import ibis
from ibis import _
from ibis.expr.types import StringValue, Table

from sightline.duties.citation import Citation
from sightline.insight.wording import Polarity
from sightline.measures.language import Kind, measure
from sightline.measures.populations import in_month
from sightline.measures.sources import SERVICE
from sightline.measures.view import View

GOOD_OR_BETTER = ("outstanding", "good")
_WORST_LAST = ("outstanding", "good", "requires improvement", "inadequate")
FRAMEWORK = Citation(
    "Inspecting local authority children's services (Ofsted), the impact of leaders: "
    "management oversight, quality assurance and performance management",
    "https://www.gov.uk/government/publications/"
    "inspecting-local-authority-childrens-services-from-2018",
    verified=False,
    note="The framework looks at audits; it sets no number of them, and no share to moderate.",
)


@measure(
    title="Audits done when due",
    area="Practice",
    question="Does the authority look at its own work as often as it said?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of case audits due in the month, those done by the day they were due.",
    numerator_words="audits done when due",
    denominator_words="audits due in the month",
    source=FRAMEWORK,
    records=("case_audit",),
    inputs=("case_audit.due", "case_audit.date"),
    themes=("quality_assurance",),
    audiences=SERVICE,
    counted="audits",
    limits="An audit that nobody asked for counts nowhere.",
)
def audits_done(view: View) -> Table:
    due = in_month(view, "case_audit", "due")
    return due.mutate(met=(_.date <= _.due).fill_null(False))


@measure(
    title="Audits moderated",
    area="Practice",
    question="Does a second person grade enough of the audits to know how far to trust them?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of case audits done in the month, those that a second person graded by its end.",
    numerator_words="audits moderated",
    denominator_words="audits done in the month",
    source=FRAMEWORK,
    records=("case_audit",),
    inputs=("case_audit.date", "case_audit.moderated"),
    themes=("quality_assurance",),
    audiences=SERVICE,
    counted="audits",
    limits="Moderated after the month's end counts as not moderated in it.",
)
def audits_moderated(view: View) -> Table:
    return _done(view).mutate(met=(_.moderated <= _.as_at).fill_null(False))


@measure(
    title="Audits graded good or better",
    area="Practice",
    question="What do auditors say of the quality of practice?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of case audits done in the month, those graded good or outstanding; by the "
    "moderator where there was one.",
    numerator_words="audits graded good or better",
    denominator_words="audits done in the month",
    source=FRAMEWORK,
    records=("case_audit",),
    inputs=("case_audit.date", "case_audit.grade", "case_audit.moderated_grade"),
    themes=("quality_assurance",),
    audiences=SERVICE,
    counted="audits",
    limits="Auditors are often kinder than inspectors: read it beside the share that moderation "
    "lowers. Which records are audited may not be left to chance.",
)
def audits_good_or_better(view: View) -> Table:
    grade = ibis.coalesce(_.moderated_grade, _.grade)
    graded = _done(view).mutate(final=grade)
    return graded.mutate(met=_.final.isin(GOOD_OR_BETTER).fill_null(False), known=_.final.notnull())


@measure(
    title="Audits that moderation lowers",
    area="Practice",
    question="Are our own auditors too optimistic?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of case audits moderated in the month, those whose grade was lowered.",
    numerator_words="audits whose grade was lowered",
    denominator_words="audits moderated in the month",
    source=FRAMEWORK,
    records=("case_audit",),
    inputs=("case_audit.moderated", "case_audit.grade", "case_audit.moderated_grade"),
    themes=("quality_assurance",),
    audiences=SERVICE,
    counted="audits",
    limits="A moderator who knows the first grade will change fewer.",
)
def audits_lowered(view: View) -> Table:
    moderated = in_month(view, "case_audit", "moderated")
    return moderated.mutate(
        met=(_place(_.moderated_grade) > _place(_.grade)).fill_null(False),
        known=_.grade.notnull() & _.moderated_grade.notnull(),
    )


@measure(
    title="Audits in which the family was asked",
    area="Practice",
    question="Do auditors hear from those whom the work is for?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of case audits done in the month, those in which the child, a parent or a carer "
    "was asked what they think.",
    numerator_words="audits in which the family was asked",
    denominator_words="audits done in the month",
    source=FRAMEWORK,
    records=("case_audit",),
    inputs=("case_audit.date", "case_audit.family_asked"),
    themes=("quality_assurance", "voice"),
    audiences=SERVICE,
    counted="audits",
)
def audits_family_asked(view: View) -> Table:
    return _done(view).mutate(met=_.family_asked.fill_null(False), known=_.family_asked.notnull())


def _done(view: View) -> Table:
    return in_month(view, "case_audit")


def _place(grade: StringValue) -> ibis.Value:
    """Where a grade stands, the best first."""
    return grade.cases(*((each, place) for place, each in enumerate(_WORST_LAST)))
