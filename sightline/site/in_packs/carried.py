"""What was recommended before the newest review and is still open, aged from the first day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.improvement.assuring import assured
from sightline.improvement.models import Finding, FindingKind, Review
from sightline.improvement.own import of_own
from sightline.improvement.said_before import chains_of
from sightline.improvement.unanswered import own_confirmed
from sightline.packs import Section, Table

TITLE = "Recommended before, and still open"
MOST = 8


@dataclass(frozen=True, slots=True)
class StillOpen:
    """A recommendation that nobody's evidence has settled. `days`: since it was first said."""

    finding: Finding
    first_said: date
    days: int
    times_said: int
    actions: int


def still_open(today: date) -> tuple[StillOpen, ...]:
    """Every recommendation older than the newest review, the longest standing first.

    It is settled by evidence that a second person agreed to; worded anew, it keeps its age.
    """
    newest = of_own(Review.objects.filter(dated__lte=today)).order_by("-dated").first()
    if newest is None or newest.dated is None:
        return ()
    own = own_confirmed()
    chains = chains_of(own)
    asked = own.filter(review__dated__lt=newest.dated).exclude(kind=FindingKind.FINDING)
    open_now = asked.exclude(pk__in=assured(asked).values("pk"))
    rows = []
    for each in open_now.select_related("review").prefetch_related("answers"):
        chain = chains[each.pk]
        days = chain.days(today)
        if chain.first_said is not None and days is not None:
            said = len(chain.independent)
            rows.append(StillOpen(each, chain.first_said, days, said, len(each.answers.all())))
    return tuple(sorted(rows, key=lambda row: (-row.days, row.finding.pk)))


def carried_section(today: date) -> Section:
    """For page 1: how many, how old the oldest, and those that have stood longest."""
    found = still_open(today)
    if not found:
        return Section(TITLE, "No recommendation of an earlier review is open.")
    many = words.count_of(len(found), "recommendation of earlier reviews is", _ARE)
    return Section(
        TITLE,
        f"{many.capitalize()} still open; the oldest has stood for {found[0].days:,} days.",
        table=_table(found[:MOST]),
        more=_table(found) if len(found) > MOST else None,
        notes=(f"The {MOST} that have stood longest.",) if len(found) > MOST else (),
    )


_ARE = "recommendations of earlier reviews are"


def _table(found: tuple[StillOpen, ...]) -> Table:
    return Table(
        "Open recommendations, the oldest first",
        ("In the reviewer’s words", "Said first", "Days open", "Times said", "Actions"),
        tuple(
            (
                each.finding.text,
                words.day(each.first_said),
                f"{each.days:,}",
                str(each.times_said),
                str(each.actions) if each.actions else "None",
            )
            for each in found
        ),
    )
