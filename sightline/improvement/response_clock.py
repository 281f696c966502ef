"""How long it takes from the day a finding is shared to the day something begins to be done.

Those about which nothing has begun are not left out: each has waited at least until today, and the
median is that of Kaplan and Meier's curve (`insight.waiting`), in which they count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Min, Q, QuerySet

from sightline import words
from sightline.improvement.models import DIRECT, Finding, Review
from sightline.improvement.unanswered import own_confirmed, to_answer
from sightline.improvement.wording import theme_title
from sightline.insight.waiting import Spells, still_waiting

BEGUN = "begun"
NO_THEME = "No theme"


@dataclass(frozen=True, slots=True)
class Lag:
    """One finding: the days from the day it was shared to the first direct action, or to today."""

    finding: Finding
    shared: date
    began: date | None
    days: int

    @property
    def said(self) -> str:
        """ "40 days", or "≥ 40 days" while nothing has begun."""
        return f"{'' if self.began else '≥ '}{self.days:,} {'day' if self.days == 1 else 'days'}"


@dataclass(frozen=True, slots=True)
class Summary:
    """The lags of one source or theme. `median` in days; None where fewer than half have begun."""

    name: str
    findings: int
    begun: int
    median: float | None
    longest: Lag

    @property
    def median_said(self) -> str:
        """ "35 days", or that half are not reached."""
        if self.median is None:
            return "Not reached: nothing has begun for half or more"
        return f"{words.number(self.median)} days"


@dataclass(frozen=True, slots=True)
class Clock:
    """All lags, the longest first, put together by source and by theme; `undated` have no day."""

    lags: tuple[Lag, ...]
    whole: Summary | None
    by_source: tuple[Summary, ...]
    by_theme: tuple[Summary, ...]
    undated: int


def shared_on(review: Review) -> date | None:
    """The day on which the authority was first told: the draft, else the final letter, else of
    publication, else the end of the visit."""
    return review.draft_shared or review.final_shared or review.published or review.visited_to


def clock(today: date) -> Clock:
    """The clock of every own confirmed finding that asks for something."""
    lags, undated = [], 0
    for finding in _with_first_start(to_answer(own_confirmed()), today):
        shared = shared_on(finding.review)
        if shared is None or shared > today:
            undated += 1
        else:
            lags.append(lag(finding, shared, getattr(finding, "began", None), today))
    lags.sort(key=lambda each: -each.days)
    return Clock(
        lags=tuple(lags),
        whole=summary("All findings", lags) if lags else None,
        by_source=_by(lags, lambda each: each.finding.review.title),
        by_theme=_by(lags, _theme_of),
        undated=undated,
    )


def lag(finding: Finding, shared: date, began: date | None, today: date) -> Lag:
    """The lag of one finding; nought where something had begun before it was shared."""
    return Lag(finding, shared, began, max(0, ((began or today) - shared).days))


def summary(name: str, lags: Sequence[Lag]) -> Summary:
    """The lags put together. Raises ValueError for none."""
    if not lags:
        raise ValueError("There is no lag to put together.")
    spells = Spells.of(
        [each.days for each in lags], [BEGUN if each.began else None for each in lags]
    )
    curve = still_waiting(spells)
    longest = max(lags, key=lambda each: (each.days, each.began is None))
    return Summary(name, len(lags), curve.ended, curve.median, longest)


def _with_first_start(findings: QuerySet[Finding], today: date) -> QuerySet[Finding]:
    """Adds `began`: when the first action began that answers it in whole or in part."""
    direct = Q(answers__strength__in=DIRECT, answers__action__started_on__lte=today)
    return (
        findings.annotate(began=Min(F("answers__action__started_on"), filter=direct))
        .select_related("review")
        .prefetch_related("themes")
    )


def _theme_of(lag: Lag) -> str:
    themes = lag.finding.theme_ids
    return theme_title(themes[0]) if themes else NO_THEME


def _by(lags: Iterable[Lag], name_of: Callable[[Lag], str]) -> tuple[Summary, ...]:
    groups: dict[str, list[Lag]] = {}
    for each in lags:
        groups.setdefault(name_of(each), []).append(each)
    found = [summary(name, group) for name, group in groups.items()]
    return tuple(sorted(found, key=lambda each: (-each.longest.days, each.name)))
