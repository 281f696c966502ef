"""Making a check of a report: its statements are kept once, each check beside its sources anew."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet

from sightline.assurance import Paper, check, check_as_json, read_paper
from sightline.assurance.statements import Statement as Said
from sightline.improvement.models import ReportCheck, Review, Statement
from sightline.letters import LetterKind
from sightline.letters.kinds import Weight
from sightline.people.models import User

CHECKED = (LetterKind.COVER_REPORT, LetterKind.STATEMENT, LetterKind.NEWS)


def sources_for(review: Review) -> QuerySet[Review]:
    """What a report may be set beside: what others found, the newest first.

    Of the same authority, where the report names one.
    """
    others = Review.objects.exclude(pk=review.pk)
    derived = [kind.value for kind in LetterKind if kind.weight is Weight.DERIVED]
    found = others.exclude(kind__in=[*derived, LetterKind.COVER_REPORT.value])
    if review.authority and found.filter(authority__iexact=review.authority).exists():
        found = found.filter(authority__iexact=review.authority)
    return found.order_by(F("dated").desc(nulls_last=True), "-pk")


def suggested(review: Review) -> Review | None:
    """The source it most likely speaks of: the newest that was published by its day."""
    found = sources_for(review)
    if review.dated:
        return found.filter(Q(dated__lte=review.dated) | Q(dated=None)).first()
    return found.first()


def make_check(
    review: Review, sources: Sequence[Review], audience: str, user: User, at: datetime
) -> ReportCheck:
    """Reads the report and its sources and keeps what is found, whole or not at all.

    Raises LetterError (message for the person) where a document cannot be read any longer.
    """
    found = check(_paper(review), [_paper(each) for each in sources])
    kept: dict[str, Any] = check_as_json(found)
    kept.pop("statements")
    with transaction.atomic():
        if not review.statements.exists():
            _store(review, found.statements)
        made = ReportCheck.objects.create(
            review=review, audience=audience, found=kept, made_by=user, made_at=at
        )
        made.sources.set(sources)
    return made


def _paper(review: Review) -> Paper:
    return read_paper(review.path, review.title)


def _store(review: Review, said: Sequence[Said]) -> None:
    Statement.objects.bulk_create(
        Statement(
            review=review,
            order=order,
            text=each.text,
            page=each.page,
            paragraph=each.paragraph[:20],
            section=each.section[:500],
            speaker=each.speaker[:200],
            kinds=[kind.value for kind in each.kinds],
            themes=list(each.themes),
            promise=each.promise.words[:500] if each.promise else "",
            soft=list(each.promise.soft) if each.promise else [],
            missing=[missing.value for missing in each.promise.missing] if each.promise else [],
        )
        for order, each in enumerate(said, start=1)
    )
