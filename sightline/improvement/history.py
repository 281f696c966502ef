"""The authority's whole inspection history: every review, its judgements, what came back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from sightline.improvement.models import Finding, FindingKind, Judgement, Review, Status
from sightline.improvement.own import of_own
from sightline.letters import Direction, Grade, LetterKind, Voice
from sightline.letters.areas import area_of

OVERALL = "Overall effectiveness"
REVIEWING = tuple(kind.value for kind in LetterKind if kind.gives_findings)
"""The kinds that look at the services: news and statements repeat what others said."""
_OF_THE_BOARD = ("safeguarding board", "lscb", "safeguarding children board")


@dataclass(frozen=True, slots=True)
class Past:
    """One review of the history.

    `grades` by area, in the title of the area or OVERALL; `themes` are those of its weaknesses.
    """

    review: Review
    day: date
    grades: dict[str, Grade]
    priority_actions: int
    weaknesses: int
    progress: int
    strengths: int
    themes: frozenset[str]


def history_of(seen: QuerySet[Finding]) -> tuple[Past, ...]:
    """The authority's own reviews that have a day, the earliest first, with what `seen` shows.

    News and statements are no reviews.
    """
    reviews = of_own(Review.objects.filter(kind__in=REVIEWING, dated__isnull=False))
    keys = [each.pk for each in reviews]
    said: dict[int, list[Finding]] = {key: [] for key in keys}
    said_by_reviewers = seen.filter(review__in=keys, voice=Voice.REVIEWER.value)
    shown = said_by_reviewers.exclude(status=Status.REJECTED).order_by()
    for finding in shown.select_related(None):
        said[finding.review_id].append(finding)
    graded: dict[int, list[Judgement]] = {key: [] for key in keys}
    for judgement in Judgement.objects.filter(review__in=keys):
        graded[judgement.review_id].append(judgement)
    past = [_past(each, graded[each.pk], said[each.pk]) for each in reviews]
    return tuple(sorted(past, key=lambda each: (each.day, each.review.pk)))


def _past(review: Review, judgements: Iterable[Judgement], said: Sequence[Finding]) -> Past:
    def pointing(direction: Direction) -> int:
        return sum(each.direction == direction.value for each in said)

    weak = [each for each in said if each.direction == Direction.WEAKNESS.value]
    return Past(
        review=review,
        day=review.dated,
        grades=grades_of(judgements),
        priority_actions=sum(each.kind == FindingKind.PRIORITY_ACTION for each in said),
        weaknesses=pointing(Direction.WEAKNESS),
        progress=pointing(Direction.PROGRESS),
        strengths=pointing(Direction.STRENGTH),
        themes=frozenset(theme for each in weak for theme in each.theme_ids),
    )


def grades_of(judgements: Iterable[Judgement]) -> dict[str, Grade]:
    """The grade of each area and of the whole; of two on one area the first counts.

    The judgement of the safeguarding board, made until 2017, is not one of the authority.
    """
    found: dict[str, Grade] = {}
    for each in judgements:
        words = each.judgement.lower()
        if any(board in words for board in _OF_THE_BOARD):
            continue
        area = area_of(each.judgement, ())
        if "overall" in words:
            found.setdefault(OVERALL, Grade(each.grade))
        elif area:
            found.setdefault(area.plain, Grade(each.grade))
    return found


def recurring(past: Sequence[Past], least: int = 2) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Themes that were a weakness in `least` reviews or more: the theme, the places of those.

    Those said most often first, then those said longest ago.
    """
    places: dict[str, list[int]] = {}
    for place, each in enumerate(past):
        for theme in each.themes:
            places.setdefault(theme, []).append(place)
    found = [(theme, tuple(at)) for theme, at in places.items() if len(at) >= least]
    return tuple(sorted(found, key=lambda each: (-len(each[1]), each[1][0], each[0])))
