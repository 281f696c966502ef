"""What earlier reviews recommended in the themes of a new one, and is still open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from sightline.improvement.assuring import assured, repeats
from sightline.improvement.models import (
    Action,
    Answer,
    Finding,
    FindingKind,
    Review,
    Status,
)
from sightline.improvement.said_before import Chain, chains_of
from sightline.improvement.unanswered import own_confirmed
from sightline.letters import Direction


@dataclass(frozen=True, slots=True)
class Carried:
    """An open recommendation of an earlier review.

    `days_then` and `days_now`: since it was first said, when the new review came and today.
    `times_said`: independent reviews that said it, up to the new one.
    """

    finding: Finding
    first_said: date | None
    days_then: int | None
    days_now: int | None
    times_said: int
    actions: tuple[Action, ...]

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes it bears on."""
        return self.finding.theme_ids


def carried_forward(review: Review, found: QuerySet[Finding], today: date) -> tuple[Carried, ...]:
    """The open recommendations of every review before this one in the themes it finds weak.

    `found` are the findings of the review that the person asking may see. The longest standing
    first. A recommendation stays open until evidence was offered that a second person agreed to.
    Nothing where the review has no date.
    """
    if review.dated is None:
        return ()
    weak = found.filter(direction=Direction.WEAKNESS.value).exclude(status=Status.REJECTED)
    themes = {each.theme_ids[0] for each in weak.prefetch_related("themes") if each.theme_ids}
    own = own_confirmed()
    chains = chains_of(own)
    made = own.filter(review__dated__lte=review.dated).order_by().values_list("pk", flat=True)
    heard = _heard(chains, list(made))
    rows = [
        _carried(each, chains[each.pk], heard[each.pk], (review.dated, today))
        for each in _open(own, review.dated)
        if each.theme_ids and each.theme_ids[0] in themes
    ]
    return tuple(sorted(rows, key=lambda row: (-(row.days_now or 0), row.finding.pk)))


def repeat_findings(found: QuerySet[Finding]) -> tuple[Finding, ...]:
    """The findings that bear the mark of a repeat, in the order of print."""
    marked = repeats(found.filter(direction=Direction.WEAKNESS.value))
    return tuple(marked.exclude(status=Status.REJECTED).order_by("review", "order"))


def _open(own: QuerySet[Finding], before: date) -> QuerySet[Finding]:
    answers = Answer.objects.select_related("action", "reviewer")
    earlier = own.filter(review__dated__lt=before).exclude(kind=FindingKind.FINDING)
    return (
        earlier.exclude(pk__in=assured(earlier).values("pk"))
        .select_related("review")
        .prefetch_related("themes", Prefetch("answers", answers))
    )


def _heard(chains: Mapping[int, Chain], until: Iterable[int]) -> dict[int, frozenset[int]]:
    """The independent reviews that said each finding, before it or since, by the finding's key.

    `until` holds the keys of the findings made by the day of the new review.
    """
    heard: dict[int, frozenset[int]] = {}
    for key in until:
        for said in chains[key].findings:
            heard[said] = heard.get(said, frozenset()) | chains[key].independent
    return heard


def _carried(finding: Finding, chain: Chain, heard: Set[int], days: tuple[date, date]) -> Carried:
    return Carried(
        finding=finding,
        first_said=chain.first_said,
        days_then=chain.days(days[0]),
        days_now=chain.days(days[1]),
        times_said=len(heard),
        actions=tuple(each.action for each in finding.answers.all()),
    )
