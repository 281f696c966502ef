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
from sightline.letters import Direction
from sightline.people.models import User
from sightline.people.permissions import Permission


class History(TypedDict):
    """What `with_history` adds to a finding."""

    said_first: date | None
    times_said: int


if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    Told = WithAnnotations[Finding, History]

STANDING = "standing"  # confirmed or still to decide: all but the rejected
EVERY = "every"


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


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the register is narrowed; empty values narrow nothing."""

    words: str = ""
    review: int | None = None
    theme: str = ""
    direction: str = ""
    kind: str = ""
    status: str = STANDING
    again: bool = False  # only what an earlier review had said too
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
    earlier = Sighting.objects.filter(
        later=OuterRef("pk"), earlier__in=seen.exclude(status=Status.REJECTED).values("pk")
    ).values("later")
    first = Subquery(earlier.annotate(day=Min("earlier__review__dated")).values("day"))
    times = Subquery(
        earlier.annotate(times=Count("earlier__review", distinct=True)).values("times"),
        output_field=IntegerField(),
    )
    return findings.annotate(
        said_first=Least(Coalesce(first, "review__dated"), "review__dated"),
        times_said=Coalesce(times, 0) + 1,
    )


def narrowed(findings: QuerySet[Told], wanted: Wanted) -> QuerySet[Told]:
    """The findings that fit; every word searched for must stand in the words or the heading.

    `findings` must carry `times_said` (see `with_history`).
    """
    for word in wanted.words.split():
        findings = findings.filter(
            Q(text__icontains=word) | Q(edited_text__icontains=word) | Q(section__icontains=word)
        )
    exact = {
        "review": wanted.review,
        "direction": wanted.direction,
        "kind": wanted.kind,
    }
    findings = findings.filter(**{name: value for name, value in exact.items() if value})
    if wanted.theme:
        has = FindingTheme.objects.filter(finding=OuterRef("pk"), theme=wanted.theme)
        findings = findings.filter(Exists(has))
    if wanted.again:
        findings = findings.filter(times_said__gte=2)
    if wanted.status == STANDING:
        return findings.exclude(status=Status.REJECTED)
    return findings if wanted.status == EVERY else findings.filter(status=wanted.status)


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
