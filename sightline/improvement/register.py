"""The register: which findings a person may see, narrowed and put in a useful order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Least

from sightline.improvement.models import (
    Finding,
    FindingKind,
    FindingTheme,
    Sighting,
    Status,
)
from sightline.improvement.own import own_names
from sightline.improvement.unanswered import unanswered
from sightline.letters import Direction, Voice
from sightline.people.models import User
from sightline.people.permissions import Permission


class History(TypedDict):
    """What `with_history` adds to a finding."""

    said_first: date | None
    times_said: int


if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    Told = WithAnnotations[Finding, History]

OWN, OTHERS = "own", "others"  # whose findings: the authority's own, or those of others
NO_AREA = "none"  # neither heading nor themes say which judgement it bears on
STANDING = "standing"  # confirmed or still to decide: all but the rejected
EVERY = "every"
NOT_COUNTED = Q(status=Status.REJECTED) | Q(status=Status.CANDIDATE, entered_by__isnull=False)
"""What was rejected, and what one person typed in while no other has confirmed it."""


class Order(StrEnum):
    """In which order the register is read."""

    URGENCY = "urgency"
    LONGEST = "longest"
    NEWEST = "newest"

    @property
    def plain(self) -> str:
        """The order in plain English."""
        return {
            Order.URGENCY: "Most urgent first",
            Order.LONGEST: "Longest standing first",
            Order.NEWEST: "Newest report first",
        }[self]


class Age(StrEnum):
    """How long a finding has stood, since it was first said."""

    UNDER_ONE = "0-1"
    ONE_TO_TWO = "1-2"
    TWO_TO_FIVE = "2-5"
    OVER_FIVE = "5-"

    @property
    def plain(self) -> str:
        """The age in plain English."""
        return {
            Age.UNDER_ONE: "Less than a year",
            Age.ONE_TO_TWO: "One to two years",
            Age.TWO_TO_FIVE: "Two to five years",
            Age.OVER_FIVE: "Five years or more",
        }[self]

    def within(self, today: date) -> Q:
        """Said first between those days."""
        least, _, most = self.value.partition("-")
        said = Q(said_first__lte=_years_before(today, int(least)))
        return said & Q(said_first__gt=_years_before(today, int(most))) if most else said


def _years_before(today: date, years: int) -> date:
    leap_day = (today.month, today.day) == (2, 29)
    return (today.replace(day=28) if leap_day else today).replace(year=today.year - years)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the register is narrowed; empty values narrow nothing."""

    words: str = ""
    whose: str = OWN
    review: int | None = None
    source: str = ""  # a value of LetterKind
    body: str = ""  # who made the review
    theme: str = ""
    area: str = ""
    since: date | None = None  # of the report
    until: date | None = None
    age: Age | None = None
    direction: str = ""
    kind: str = ""
    status: str = STANDING
    again: bool = False  # only what an earlier review had said too
    unanswered: bool = False  # only what no action answers, and for which no reason stands
    order: Order = Order.URGENCY


def sees_candidates(user: User) -> bool:
    """Those from outside the authority see only what a person has read against its page."""
    return user.may(Permission.SEE_FINDINGS) and user.may(Permission.SEE_FIGURES)


def visible_to(user: User) -> QuerySet[Finding]:
    """The findings this person may see: all, or the confirmed ones."""
    found = Finding.objects.select_related("review").prefetch_related("themes")
    return found if sees_candidates(user) else found.filter(status=Status.CONFIRMED)


def with_history(findings: QuerySet[Finding], seen: QuerySet[Finding]) -> QuerySet[Told]:
    """Adds `said_first` (the day, or None) and `times_said` (reviews that said it, itself among
    them), counting those earlier sightings that are in `seen` and not rejected."""
    one = seen.exclude(status=Status.REJECTED).filter(pk=OuterRef("earlier")).order_by()
    said_by = Sighting.objects.filter(Exists(one), later=OuterRef("pk")).order_by()
    earlier = said_by.values("later")
    first = Subquery(earlier.annotate(day=Min("earlier__review__dated")).values("day"))
    times = Subquery(
        earlier.annotate(times=Count("earlier__review", distinct=True)).values("times"),
        output_field=IntegerField(),
    )
    return findings.annotate(
        said_first=Least(Coalesce(first, "review__dated"), "review__dated"),
        times_said=Coalesce(times, 0) + 1,
    )


def narrowed(findings: QuerySet[Told], wanted: Wanted, today: date) -> QuerySet[Told]:
    """The findings that fit; every word searched for must stand in the words or the heading.

    `findings` must carry `times_said` and `said_first` (see `with_history`).
    """
    findings = _of(wanted.whose, findings)
    for word in wanted.words.split():
        findings = findings.filter(
            Q(text__icontains=word) | Q(edited_text__icontains=word) | Q(section__icontains=word)
        )
    exact = {
        "review": wanted.review,
        "review__kind": wanted.source,
        "review__body__iexact": wanted.body,
        "review__dated__gte": wanted.since,
        "review__dated__lte": wanted.until,
        "area": wanted.area if wanted.area != NO_AREA else "",
        "direction": wanted.direction,
        "kind": wanted.kind,
    }
    findings = findings.filter(**{name: value for name, value in exact.items() if value})
    if wanted.area == NO_AREA:
        findings = findings.filter(area="")
    if wanted.theme:
        has = FindingTheme.objects.filter(finding=OuterRef("pk"), theme=wanted.theme)
        findings = findings.filter(Exists(has))
    if wanted.age:
        findings = findings.filter(wanted.age.within(today))
    if wanted.again:
        findings = findings.filter(times_said__gte=2)
    if wanted.unanswered:
        findings = findings.filter(pk__in=unanswered(Finding.objects.order_by()).values("pk"))
    if wanted.status == STANDING:
        return findings.exclude(status=Status.REJECTED)
    return findings if wanted.status == EVERY else findings.filter(status=wanted.status)


def _of(whose: str, findings: QuerySet[Told]) -> QuerySet[Told]:
    """Those of the authority itself, of others, or of every one."""
    if whose == OWN:
        return findings.filter(review__authority__in=own_names())
    return findings.exclude(review__authority__in=own_names()) if whose == OTHERS else findings


def ordered(findings: QuerySet[Told], order: Order) -> QuerySet[Told]:
    """In the order asked for; `findings` must carry `said_first` (see `with_history`)."""
    oldest = F("said_first").asc(nulls_last=True)
    newest = F("review__dated").desc(nulls_last=True)
    keys = {
        Order.URGENCY: (_urgency(), oldest, newest, "review", "order"),
        Order.LONGEST: (oldest, _urgency(), newest, "review", "order"),
        Order.NEWEST: (newest, "review", "order"),
    }
    return findings.order_by(*keys[order])


@dataclass(frozen=True, slots=True)
class Stands:
    """What of a list stands: how much, how much of it was said before, since when the oldest."""

    findings: int
    said_before: int
    since: date | None


def what_stands(findings: QuerySet[Told]) -> Stands:
    """The weaknesses among the findings that are not rejected, each as the newest review says it.

    What the authority says of itself, in a cover report, is left out.

    `findings` must carry `said_first` and `times_said` (see `with_history`).
    """
    again = Sighting.objects.filter(earlier=OuterRef("pk")).exclude(later__status=Status.REJECTED)
    weak = findings.filter(direction=Direction.WEAKNESS.value, voice=Voice.REVIEWER.value)
    standing = weak.exclude(NOT_COUNTED)
    counted = standing.exclude(Exists(again)).aggregate(
        findings=Count("pk"),
        said_before=Count("pk", filter=Q(times_said__gte=2)),
        since=Min("said_first"),
    )
    return Stands(**counted)


def _urgency() -> Case:
    """What an authority must answer first: priority actions … strengths last."""
    ranks = [
        *(Q(kind=kind) for kind in FindingKind if kind != FindingKind.FINDING),
        *(
            Q(direction=direction.value)
            for direction in (
                Direction.WEAKNESS,
                Direction.PROGRESS,
                Direction.NEUTRAL,
                Direction.STRENGTH,
            )
        ),
    ]
    return Case(
        *(When(rank, then=Value(place)) for place, rank in enumerate(ranks)),
        default=Value(len(ranks)),
        output_field=IntegerField(),
    )
