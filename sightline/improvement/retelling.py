"""What articles, statements and directions repeat of an authority's weaknesses.

No findings are taken from these, as they add no witness; a reader should see all the same who has
told a thing again, so that five articles on one letter are not mistaken for five letters.
"""

from collections.abc import Iterator
from typing import Any

from sightline.assurance import read_paper
from sightline.assurance.conflicts import authority_of
from sightline.assurance.paper import Paper
from sightline.improvement.models import Retold, Review
from sightline.letters import Direction, LetterError, LetterKind
from sightline.letters.direction import direction_of
from sightline.letters.groups import groups_of
from sightline.letters.kinds import Weight
from sightline.letters.themes import themes_of

DERIVED = [kind.value for kind in LetterKind if kind.weight is Weight.DERIVED]


def keep_retold() -> None:
    """Reads and keeps what each derived document tells, where that is not kept yet.

    An article does not say whose it is: it is read again when reviews name other authorities. A
    document that is gone or cannot be read any longer tells nothing.
    """
    rows = Review.objects.exclude(kind__in=DERIVED).exclude(authority="").order_by()
    names = sorted(rows.values_list("authority", flat=True).distinct())
    derived = Review.objects.filter(kind__in=DERIVED).exclude(file="")
    for review in derived.exclude(retold__known=names):
        authority, told = _read(review, names)
        kept = {"authority": authority[:200], "told": told, "known": names}
        Retold.objects.update_or_create(review=review, defaults=kept)


def _read(review: Review, names: list[str]) -> tuple[str, list[dict[str, Any]]]:
    try:
        paper = read_paper(review.path, review.title)
    except LetterError:
        return "", []
    authority = authority_of(paper, names)
    return (authority, list(_told(paper))) if authority in names else ("", [])


def _told(paper: Paper) -> Iterator[dict[str, Any]]:
    """Each theme and group once a paragraph, where its words call it a weakness."""
    for each in paper.paragraphs:
        if direction_of(each.text, each.section) is not Direction.WEAKNESS:
            continue
        for theme in themes_of(each.text, each.section):
            for group in groups_of(each.text, each.section):
                yield {"theme": theme, "group": group, "page": each.page, "text": each.text}
