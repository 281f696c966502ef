"""Which findings nothing answers: no action that two people say puts it right, and no reason."""

from django.db.models import BooleanField, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from sightline.improvement.models import (
    DIRECT,
    Answer,
    Finding,
    FindingKind,
    NoAction,
    Review,
    Status,
)
from sightline.improvement.own import of_own
from sightline.letters import Direction


def own_confirmed() -> QuerySet[Finding]:
    """The confirmed findings of the authority's own reviews."""
    return Finding.objects.filter(
        status=Status.CONFIRMED, review__in=of_own(Review.objects.order_by())
    )


def to_answer(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """Those that ask for something: confirmed, and pointing to a weakness."""
    return findings.filter(status=Status.CONFIRMED, direction=Direction.WEAKNESS.value)


def unanswered(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """Those to answer that have neither an answering action nor a recorded reason for none.

    An action answers where one person said that it does so in whole or in part, and another agreed;
    a link that is indirect, or that nobody else looked at, answers nothing.
    """
    agreed = Answer.objects.filter(
        finding=OuterRef("pk"), strength__in=DIRECT, reviewer__isnull=False
    )
    return without_reason(to_answer(findings)).exclude(Exists(agreed))


def without_reason(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """Those for which no reason stands in place of an action."""
    newest = NoAction.objects.filter(finding=OuterRef("pk")).order_by("-pk").values("stands")[:1]
    stands = Coalesce(Subquery(newest), False, output_field=BooleanField())
    return findings.alias(reason_stands=stands).filter(reason_stands=False)


def orphan_findings() -> QuerySet[Finding]:
    """The authority's own findings that nothing answers."""
    return unanswered(own_confirmed())


def pack_blockers() -> QuerySet[Finding]:
    """The orphans so grave that no board pack may be issued before each has an action or reason."""
    return orphan_findings().filter(kind=FindingKind.PRIORITY_ACTION)
