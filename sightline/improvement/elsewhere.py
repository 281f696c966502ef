"""Who else was told what a finding says, and what their later reports said of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from django.db.models import Count, Max, QuerySet

from sightline.improvement.models import Finding, Review, Status
from sightline.improvement.models import Judgement as JudgementRow
from sightline.improvement.own import own_names
from sightline.improvement.register import sees_candidates, visible_to
from sightline.improvement.sightings import as_letter
from sightline.letters import (
    Grade,
    Judgement,
    Library,
    Precedent,
    Standing,
    passage_of_words,
    precedents,
)
from sightline.letters.grades import rank
from sightline.people.models import User


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """One authority that was told the same; `finding` is its finding, `review` its report."""

    precedent: Precedent
    finding: Finding
    later: tuple[tuple[Review, Standing], ...]

    @property
    def review(self) -> Review:
        """The report that found it."""
        return self.finding.review

    @property
    def became(self) -> str:
        """What came of it, by the judgement of the area: a sentence."""
        told = self.precedent
        if told.months_to_good is not None:
            return f"Judged good or better after {_months(told.months_to_good)}"
        if told.months_to_better is not None:
            return f"Judged better, not yet good, after {_months(told.months_to_better)}"
        if told.graded_then is not None and rank(told.graded_then) >= rank(Grade.GOOD):
            return "The area was judged good or better all the while"
        return "No better judgement in the reports loaded"


def elsewhere_of(finding: Finding, user: User) -> tuple[Elsewhere, ...]:
    """Other authorities with the same finding, the likest first, as far as this person may see."""
    seen = visible_to(user).exclude(status=Status.REJECTED).exclude(review__authority="")
    others = seen.exclude(review__authority__in=_names_with(finding))
    library = _library(_state_of(others), sees_candidates(user), _names_with(finding))
    passage = replace(
        passage_of_words(finding.text, finding.review.authority, finding.review.dated or date.max),
        themes=finding.theme_ids,
        section=finding.section,
    )
    return tuple(_with_rows(precedents(passage, library), others))


def _months(months: float) -> str:
    return f"{round(months)} month{'' if round(months) == 1 else 's'}"


def _names_with(finding: Finding) -> tuple[str, ...]:
    """The names of the authority whose finding it is: those of our own, or its one."""
    name = finding.review.authority
    return tuple(sorted({name, *own_names()})) if name in own_names() else (name,)


def _state_of(findings: QuerySet[Finding]) -> tuple[object, ...]:
    """Changes whenever a finding is added, decided on, or moved to another authority."""
    told = findings.order_by().aggregate(Count("pk"), Max("pk"), Max("decided_at"))
    reviews = Review.objects.aggregate(Max("pk"), Max("added_at"), Count("pk"))
    return (*told.values(), *reviews.values())


@lru_cache(maxsize=4)  # for those who see candidates, and those who do not
def _library(state: tuple[object, ...], candidates: bool, without: tuple[str, ...]) -> Library:
    """All other authorities' reports, made ready once and kept until they change."""
    found = Finding.objects.exclude(status=Status.REJECTED)
    found = found if candidates else found.filter(status=Status.CONFIRMED)
    by_review: dict[int, list[Finding]] = {}
    others = found.exclude(review__authority__in=("", *without))
    for each in others.prefetch_related("themes").order_by("review", "order"):
        by_review.setdefault(each.review_id, []).append(each)
    grades: dict[int, list[JudgementRow]] = {}
    for judged in JudgementRow.objects.filter(review__in=by_review):
        grades.setdefault(judged.review_id, []).append(judged)
    reviews = Review.objects.filter(pk__in=by_review)
    return Library.of(
        [
            replace(
                as_letter(each, by_review[each.pk]),
                judgements=tuple(
                    Judgement(row.judgement, Grade(row.grade), row.page)
                    for row in grades.get(each.pk, [])
                ),
            )
            for each in reviews
        ]
    )


def _with_rows(found: tuple[Precedent, ...], others: QuerySet[Finding]) -> Iterator[Elsewhere]:
    """Each with the rows it was read from, in one question."""
    sources = {int(each.found.source) for each in found}
    later = {int(each.source) for one in found for each in one.later}
    rows = {
        (each.review_id, each.page, each.text): each
        for each in others.filter(review__in=sources).select_related("review")
    }
    reviews = Review.objects.in_bulk(later)
    for one in found:
        row = rows.get((int(one.found.source), one.found.page, one.found.text))
        if row is not None:
            told = tuple((reviews[int(each.source)], each.standing) for each in one.later)
            yield Elsewhere(one, row, told)
