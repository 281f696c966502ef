"""The clocks of every child in care today: what is owed, when it was last done, when it is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.citation import Citation
from sightline.measures.due_dates import health_assessments_due, reviews_due, visits_due
from sightline.measures.sources import HEALTH, REVIEWS, VISITS
from sightline.measures.view import View
from sightline.records import Records, ask_again

CLOCKS = "clock"


class Duty(StrEnum):
    """What is owed to a child in care."""

    VISIT = "visit"
    REVIEW = "review"
    HEALTH_ASSESSMENT = "health_assessment"


@dataclass(frozen=True, slots=True)
class Words:
    """How a duty is spoken of, and where it comes from."""

    title: str
    last: str
    citation: Citation


WORDS = {
    Duty.VISIT: Words("Social worker's visit", "last visited", VISITS),
    Duty.REVIEW: Words("Review", "last reviewed", REVIEWS),
    Duty.HEALTH_ASSESSMENT: Words("Health assessment", "last assessed", HEALTH),
}


@dataclass(frozen=True, slots=True)
class Clock:
    """One duty to one child on a day. `last` is None where it has not been done in this placement
    (visits) or this time in care (the others)."""

    duty: Duty
    last: date | None
    due: date
    as_at: date

    @property
    def days_late(self) -> int:
        """Days past the due date; below 0, days left."""
        return (self.as_at - self.due).days

    @property
    def title(self) -> str:
        """What is owed."""
        return WORDS[self.duty].title

    @property
    def citation(self) -> Citation:
        """Where the duty comes from."""
        return WORDS[self.duty].citation


def keep_clocks(records: Records, view: View) -> None:
    """Work out every clock at the newest extract and keep them as table `clock`."""
    found = ibis.union(
        _rows(Duty.VISIT, visits_due(view), "last_visit"),
        _rows(Duty.REVIEW, _next_reviews(view), "last_review"),
        _rows(Duty.HEALTH_ASSESSMENT, health_assessments_due(view), "last_assessment"),
        distinct=False,
    )
    records.connection.create_table(CLOCKS, found, overwrite=True)


def _rows(duty: Duty, due: Table, last: str) -> Table:
    return due.filter(_.due.notnull()).select(
        "as_at", "child_id", duty=ibis.literal(duty.value), last=due[last], due="due"
    )


def _next_reviews(view: View) -> Table:
    """The review owed to each child in care, and the last one held in this time in care."""
    every = reviews_due(view)
    held = every.group_by(["child_id", "care_started"]).agg(last_review=_.held.max())
    owed = every.filter(_.held.isnull()).select("child_id", "care_started", "due")
    children = view.in_care.select("as_at", "child_id", "care_started")
    keys = ["child_id", "care_started"]
    return (
        children.join(owed, keys).left_join(held, keys).drop("child_id_right", "care_started_right")
    )


def clocks(records: Records, child_id: str) -> tuple[Clock, ...]:
    """One child's clocks, the most overdue first."""

    def hers(child: str) -> Table:
        kept = records.connection.table(CLOCKS).filter(_.child_id == child)
        return kept.order_by("due").drop("child_id")

    rows = ask_again(records, "clocks", hers, child=child_id)
    return tuple(Clock(**{**row, "duty": Duty(row["duty"])}) for row in rows)
