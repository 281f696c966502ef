"""Which findings had been said before, worked out over all the reviews of one authority."""

from pathlib import Path

from django.db import transaction

from sightline.improvement.models import Finding, FindingKind, Review, Sighting
from sightline.letters import (
    Direction,
    ImprovementKind,
    JudgementArea,
    Letter,
    LetterKind,
    Voice,
    compare,
)
from sightline.letters import Finding as LetterFinding
from sightline.letters import Improvement as LetterImprovement

_Place = tuple[str, int, str]  # the review's key, the page, the exact words


def link(authority: str) -> None:
    """Works out again which findings of the authority's reviews had been said before.

    An older letter may come after a newer one, so all are compared. A review that names no
    authority is compared with none. Call it inside the transaction that stores the review.
    """
    if not authority:
        return
    reviews = Review.objects.filter(authority__iexact=authority)
    stored = Finding.objects.filter(review__in=reviews).prefetch_related("themes").order_by("pk")
    of_review: dict[int, list[Finding]] = {}
    for finding in stored:
        of_review.setdefault(finding.review_id, []).append(finding)
    found = compare([as_letter(each, of_review.get(each.pk, [])) for each in reviews])
    by_place: dict[_Place, int] = {}
    for finding in stored:
        by_place.setdefault((str(finding.review_id), finding.page, finding.text), finding.pk)
    scores = {
        (
            by_place[(again.source, again.page, again.text)],
            by_place[(before.source, before.page, before.text)],
        ): before.score
        for again in found
        for before in again.earlier
    }
    Sighting.objects.filter(later__review__in=reviews).delete()
    Sighting.objects.bulk_create(
        Sighting(later_id=later, earlier_id=earlier, score=score)
        for (later, earlier), score in scores.items()
    )


def relink(before: str, after: str) -> None:
    """As `link`, for both authorities, where a review of one was given to the other."""
    with transaction.atomic():
        for authority in {before.casefold(): before, after.casefold(): after}.values():
            link(authority)


def as_letter(review: Review, findings: list[Finding]) -> Letter:
    """The stored review as the letter it was read from, so that it need not be read again.

    Its path is the review's key, by which `compare` names its source.
    """
    return Letter(
        path=Path(str(review.pk)),
        sha256=review.sha256 or "",
        authority=review.authority or None,
        kind=LetterKind(review.kind),
        visited_from=review.visited_from,
        visited_to=review.visited_to,
        published=review.published,
        published_source=None,
        judgements=(),
        improvements=tuple(
            LetterImprovement(
                each.text, each.page, ImprovementKind(each.kind), each.number or None, each.section
            )
            for each in findings
            if each.kind != FindingKind.FINDING
        ),
        findings=tuple(
            LetterFinding(
                each.text,
                each.page,
                each.paragraph,
                each.section,
                each.theme_ids,
                Direction(each.direction),
                JudgementArea(each.area) if each.area else None,
                Voice(each.voice),
                each.damage,
            )
            for each in findings
            if each.kind == FindingKind.FINDING
        ),
        unread=(),
        pages=review.pages,
        conveys=LetterKind(review.conveys) if review.conveys else None,
    )
