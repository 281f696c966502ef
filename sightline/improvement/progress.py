"""How far people have come with a review, and which finding is next."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Count, F, Q, QuerySet

from sightline.improvement.models import Finding, FindingKind, Review, Status


class Counts(TypedDict):
    """What `with_progress` adds to a review."""

    findings_count: int
    decided_count: int
    confirmed_count: int
    priority_count: int


if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    Counted = WithAnnotations[Review, Counts]


@dataclass(frozen=True, slots=True)
class Progress:
    """Findings of a review decided on, of all it has."""

    decided: int
    findings: int

    @property
    def left(self) -> int:
        """Those that wait."""
        return self.findings - self.decided

    @property
    def sentence(self) -> str:
        """ "12 of 43 decided"."""
        return f"{self.decided} of {self.findings} decided"


def with_progress(reviews: QuerySet[Review]) -> "QuerySet[Counted]":
    """Adds `findings_count`, `decided_count`, `confirmed_count` and `priority_count` (priority
    actions that are not rejected); the newest review first."""
    waiting = Q(findings__status=Status.CANDIDATE)
    return reviews.annotate(
        findings_count=Count("findings"),
        decided_count=Count("findings", filter=~waiting),
        priority_count=Count(
            "findings",
            filter=Q(findings__kind=FindingKind.PRIORITY_ACTION)
            & ~Q(findings__status=Status.REJECTED),
        ),
        confirmed_count=Count("findings", filter=Q(findings__status=Status.CONFIRMED)),
    ).order_by(F("dated").desc(nulls_last=True), "-pk")


def progress_of(review: Review) -> Progress:
    """How far people have come with one review."""
    waits = Q(status=Status.CANDIDATE)
    counts = review.findings.aggregate(all=Count("pk"), decided=Count("pk", filter=~waits))
    return Progress(decided=counts["decided"], findings=counts["all"])


def next_to_decide(review: Review, after: int = 0) -> Finding | None:
    """The next that waits after the place `after`, else the first that waits, else None."""
    waiting = review.findings.filter(status=Status.CANDIDATE).order_by("order")
    return waiting.filter(order__gt=after).first() or waiting.first()


def beside(finding: Finding, seen: QuerySet[Finding]) -> tuple[Finding | None, Finding | None]:
    """The findings before and after it in its review, of those in `seen`; None at either end."""
    others = seen.filter(review=finding.review_id)
    before = others.filter(order__lt=finding.order).order_by("-order").first()
    return before, others.filter(order__gt=finding.order).order_by("order").first()
