"""Reviews and findings that a person types in, where there is no document to read."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from sightline.improvement.models import Finding, FindingKind, FindingTheme, Review
from sightline.improvement.own import of_own
from sightline.improvement.sightings import link
from sightline.letters import Direction, LetterKind
from sightline.letters.areas import area_of
from sightline.letters.direction import direction_of
from sightline.letters.themes import themes_of
from sightline.people.models import User


@dataclass(frozen=True, slots=True)
class Typed:
    """Findings as typed: the exact words of each, and what is said of all of them.

    `direction` is None where it is to be as the words suggest.
    """

    said: Sequence[str]
    kind: FindingKind
    page: int
    section: str = ""
    direction: Direction | None = None


def suggested_name() -> str:
    """What to call the authority in a new review: as its newest review does, else its own name."""
    newest = of_own(Review.objects.exclude(authority="")).first()
    return newest.authority if newest else str(settings.AUTHORITY_NAME)


def add_findings(review: Review, typed: Typed, user: User) -> tuple[Finding, ...]:
    """Adds them behind those that are there, as candidates that another person than `user` must
    confirm; all are stored, or none is.

    Themes and judgement area are those that the words suggest, as for a document that was read.
    """
    with transaction.atomic():
        last = review.findings.aggregate(last=Max("order"))["last"] or 0
        rows = [_row(review, typed, text, last + n) for n, text in enumerate(typed.said, start=1)]
        for row, themes in rows:
            row.area = area_of(row.section, themes) or ""
            row.entered_by = user
            row.voice = LetterKind(review.kind).voice.value
        Finding.objects.bulk_create(row for row, _ in rows)
        FindingTheme.objects.bulk_create(
            FindingTheme(finding=row, theme=theme, order=order)
            for row, themes in rows
            for order, theme in enumerate(themes, start=1)
        )
        Review.objects.filter(pk=review.pk, pages__lt=typed.page).update(pages=typed.page)
        link(review.authority)
    return tuple(row for row, _ in rows)


def _row(review: Review, typed: Typed, text: str, order: int) -> tuple[Finding, tuple[str, ...]]:
    row = Finding(
        review=review,
        order=order,
        kind=typed.kind,
        text=text,
        page=typed.page,
        paragraph=str(order) if typed.kind is FindingKind.FINDING else "",
        section=typed.section,
        direction=(typed.direction or _suggested(typed, text)).value,
    )
    return row, themes_of(text, typed.section)


def _suggested(typed: Typed, text: str) -> Direction:
    """What an authority is told to improve is a weakness; of other words their own say."""
    if typed.kind is not FindingKind.FINDING:
        return Direction.WEAKNESS
    return direction_of(text, typed.section)
