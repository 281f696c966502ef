"""Who says a thing, and since when: weaknesses by theme, group of children and year.

Reviews that looked for themselves are the witnesses, each once however often it says it. What the
authority says of itself, and what repeats another document, is counted beside them and never among
them. A theme and a group are no more than a place to look: whether two reviews mean the same is for
whoever reads their words, which stand on the page of the row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from sightline.improvement.models import (
    Assurance,
    Finding,
    FindingKind,
    PriorityFinding,
    Retold,
    Review,
    Trajectory,
    TrajectoryStep,
)
from sightline.improvement.own import own_names
from sightline.improvement.register import NOT_COUNTED
from sightline.improvement.retelling import keep_retold
from sightline.improvement.sources import Voiced, witnesses
from sightline.letters import Direction, LetterKind, Voice
from sightline.letters.groups import groups_of

_DAYS_IN_MONTH = 365.25 / 12
_RESOLVED = {Trajectory.CONSISTENT.value, Trajectory.EMBEDDED.value}

Place = tuple[str, str]  # theme, group of children


@dataclass(frozen=True, slots=True)
class Telling:
    """One weakness that a review words, with what people have since recorded of it.

    `resolved` are the days on which it was recorded as put right; `regressed` those on which a
    person said that it had gone back.
    """

    finding: Finding
    groups: tuple[str, ...]
    resolved: tuple[date, ...] = ()
    regressed: tuple[date, ...] = ()

    @property
    def review(self) -> Review:
        """Whose words they are."""
        return self.finding.review

    @property
    def voiced(self) -> Voiced:
        """The same, as the rule of independence asks for it."""
        asks = self.finding.kind != FindingKind.FINDING
        of = self.review
        return Voiced(of.pk, LetterKind(of.kind), asks, of.rests_on_id)


@dataclass(frozen=True, slots=True)
class Year:
    """How many independent reviews of a year say it, and how many others do."""

    year: int
    independent: int
    others: int


@dataclass(frozen=True, slots=True)
class Row:
    """A theme and a group of children, and everything that says them together to be weak.

    `independent` are the witnesses and `own` the other reviews, the oldest first; `retold` the
    documents that only repeat. `resolved_on` and `regressed_on`: first recorded as put right, and
    the first day after that on which it was weak again; None where that is not so.
    """

    theme: str
    group: str
    independent: tuple[Review, ...]
    own: tuple[Review, ...]
    retold: tuple[Retold, ...]
    tellings: tuple[Telling, ...] = field(repr=False, default=())
    resolved_on: date | None = None
    regressed_on: date | None = None

    @property
    def first_said(self) -> date | None:
        """The day of the oldest witness."""
        return min((each.dated for each in self.independent if each.dated), default=None)

    @property
    def last_said(self) -> date | None:
        """The day of the newest witness."""
        return max((each.dated for each in self.independent if each.dated), default=None)

    @property
    def months_apart(self) -> int | None:
        """Between the first day of the first fieldwork and the last day of the last, to the nearest
        month; of a review whose fieldwork is not dated, its publication. None for one witness."""
        if len(self.independent) < 2:
            return None
        began = [each.visited_from or each.dated for each in self.independent]
        ended = [each.visited_to or each.dated for each in self.independent]
        first = min((day for day in began if day), default=None)
        last = max((day for day in ended if day), default=None)
        return round((last - first).days / _DAYS_IN_MONTH) if first and last else None

    @property
    def bodies(self) -> tuple[str, ...]:
        """Who made the independent reviews, each once; a kind where no body is written down."""
        return tuple(sorted({each.body or each.kind_title for each in self.independent}))

    @property
    def years(self) -> tuple[Year, ...]:
        """The years in which anybody says it; a review without a day is in none."""
        counts: dict[int, list[int]] = defaultdict(lambda: [0, 0])
        for place, reviews in enumerate((self.independent, self.own)):
            for each in reviews:
                if each.dated:
                    counts[each.dated.year][place] += 1
        return tuple(Year(year, *counts[year]) for year in sorted(counts))

    @property
    def said_in(self) -> tuple[Year, ...]:
        """The years in which an independent review says it."""
        return tuple(each for each in self.years if each.independent)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the table is narrowed; empty values narrow nothing. `least`: independent reviews."""

    theme: str = ""
    group: str = ""
    least: int = 1
    since: int | None = None  # a year: only what is said in it or later counts
    regressed: bool = False


def rows_of(seen: QuerySet[Finding], wanted: Wanted) -> tuple[Row, ...]:
    """The authority's own weaknesses among `seen`, those with the most witnesses first.

    What is not rejected counts; of equals, what was said last, and then by name.
    """
    told = _tellings(seen, wanted)
    again = _retold(wanted)
    places: dict[Place, list[Telling]] = defaultdict(list)
    for telling in told:
        for theme in telling.finding.theme_ids:
            for group in telling.groups:
                places[theme, group].append(telling)
    rows = (_row(place, rows, again.get(place, ())) for place, rows in places.items())
    kept = (row for row in rows if _fits(row, wanted))
    return tuple(sorted(kept, key=_order))


def _fits(row: Row, wanted: Wanted) -> bool:
    return (
        wanted.theme in {"", row.theme}
        and wanted.group in {"", row.group}
        and len(row.independent) >= wanted.least
        and (row.regressed_on is not None or not wanted.regressed)
    )


def _order(row: Row) -> tuple[int, int, str, str]:
    newest = row.last_said.toordinal() if row.last_said else 0
    return (-len(row.independent), -newest, row.theme, row.group)


def _row(place: Place, told: Sequence[Telling], retold: Sequence[Retold]) -> Row:
    reviews = {each.review.pk: each.review for each in told}
    heard = witnesses(each.voiced for each in told)
    resolved_on, regressed_on = _regress(told, heard)
    return Row(
        theme=place[0],
        group=place[1],
        independent=_in_time(each for key, each in reviews.items() if key in heard),
        own=_in_time(each for key, each in reviews.items() if key not in heard),
        retold=tuple(retold),
        tellings=tuple(sorted(told, key=_when)),
        resolved_on=resolved_on,
        regressed_on=regressed_on,
    )


def _regress(told: Sequence[Telling], heard: frozenset[int]) -> tuple[date | None, date | None]:
    """When it was first recorded as put right, and when it was first weak after that."""
    resolved = min((day for each in told for day in each.resolved), default=None)
    if resolved is None:
        return None, None
    said = [each.review.dated for each in told if each.review.pk in heard]
    weak = [day for day in said if day] + [day for each in told for day in each.regressed]
    return resolved, min((day for day in weak if day > resolved), default=None)


def _in_time(reviews: Iterable[Review]) -> tuple[Review, ...]:
    return tuple(sorted(reviews, key=lambda each: (each.dated or date.max, each.pk)))


def _when(telling: Telling) -> tuple[date, int]:
    return (telling.review.dated or date.max, telling.finding.order)


def _tellings(seen: QuerySet[Finding], wanted: Wanted) -> list[Telling]:
    asked = seen.filter(
        review__authority__in=own_names(),
        direction=Direction.WEAKNESS.value,
        voice=Voice.REVIEWER.value,
    ).exclude(NOT_COUNTED)
    if wanted.theme:
        asked = asked.filter(themes__theme=wanted.theme)
    if wanted.since:
        asked = asked.filter(review__dated__year__gte=wanted.since)
    found = list(asked.order_by("review", "order"))
    resolved, regressed = _recorded([each.pk for each in found])
    return [
        Telling(
            each,
            groups_of(each.text, each.section),
            tuple(resolved.get(each.pk, ())),
            tuple(regressed.get(each.pk, ())),
        )
        for each in found
    ]


_Days = Mapping[int, Sequence[date]]


def _recorded(keys: Sequence[int]) -> tuple[_Days, _Days]:
    """The days on which each finding was recorded as put right, and as gone back: by a step of its
    own, by one of a priority that holds it, or by evidence to which a second person agreed."""
    good: dict[int, list[date]] = defaultdict(list)
    bad: dict[int, list[date]] = defaultdict(list)
    held: dict[int, list[int]] = defaultdict(list)
    members = PriorityFinding.objects.filter(finding__in=keys).order_by()
    for priority, finding in members.values_list("priority_id", "finding_id"):
        held[priority].append(finding)
    steps = TrajectoryStep.objects.order_by().values_list(
        "finding_id", "priority_id", "state", "on"
    )
    for finding, priority, state, on in steps:
        into = good if state in _RESOLVED else bad if state == Trajectory.REGRESSED.value else None
        if into is not None:
            for key in [finding] if finding else held.get(priority or 0, []):
                into[key].append(on)
    agreed = Assurance.objects.filter(finding__in=keys, agreed_at__isnull=False).order_by()
    for finding, at in agreed.values_list("finding_id", "agreed_at"):
        good[finding].append(timezone.localdate(at))
    return good, bad


def _retold(wanted: Wanted) -> dict[Place, tuple[Retold, ...]]:
    keep_retold()
    own = own_names() - {""}
    found: dict[Place, dict[int, Retold]] = defaultdict(dict)
    for each in Retold.objects.filter(authority__in=own).select_related("review"):
        dated = each.review.dated
        if wanted.since and (dated is None or dated.year < wanted.since):
            continue
        for said in each.told:
            found[said["theme"], said["group"]][each.pk] = each
    return {place: tuple(rows.values()) for place, rows in found.items()}
