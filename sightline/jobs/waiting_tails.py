"""Whether more of those who wait have waited too long than a year before.

How long is too long is the house's own rule for a permanent home; no guidance sets a time for all
routes. For help with mental health it is eighteen weeks, the NHS Constitution's longest wait from
referral to treatment [unverified: that it binds services for children's mental health].
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.insight.comparison import Group
from sightline.insight.comparison.groups import FEWEST_CHILDREN
from sightline.insight.scrutiny import Candidate, waiting_tail
from sightline.measures import waits
from sightline.records import Records

PERMANENCE, FIRST_HELP = "permanence", "first-help"


@dataclass(frozen=True, slots=True)
class _Tail:
    title: str
    ask: Callable[[Records], Table]
    too_long: int  # days
    said: str


_TAILS = {
    PERMANENCE: _Tail("A permanent home", waits.for_permanence, 730, "two years"),
    FIRST_HELP: _Tail("First help with mental health", waits.for_first_help, 126, "18 weeks"),
}


def waiting_tails(records: Records) -> Iterator[Candidate]:
    """Those waiting now who have waited too long, beside those who waited a year before.

    Left out where either are too few, or the records do not reach back a year.
    """
    now = records.as_at
    then = _year_before(now)
    if not _reaches(records, then):
        return
    for name, tail in _TAILS.items():
        after, before = (_over(records, tail, day) for day in (now, then))
        if min(after.of, before.of) >= FEWEST_CHILDREN:
            title = f"{tail.title}, within {tail.said}"
            yield waiting_tail(f"waits/{name}", title, after, before)


def _year_before(day: date) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)


def _reaches(records: Records, day: date) -> bool:
    since = records.ask(records.table("extract").agg(since=_.covers_from.min()))
    return any(row["since"] is not None and row["since"] <= day for row in since)


def _over(records: Records, tail: _Tail, day: date) -> Group:
    """Of those waiting at the end of a day, how many had waited longer than they should."""
    on = ibis.literal(day)
    spells = tail.ask(records)
    so_far = on.delta(spells.began, unit="day")
    waiting = spells.filter((so_far >= 0) & (spells.waits | (spells.days > so_far)))
    waited = on.delta(waiting.began, unit="day")
    [row] = records.ask(
        waiting.agg(
            of=_.count().cast("int64"),
            over=(waited > tail.too_long).ifelse(1, 0).sum().fill_null(0).cast("int64"),
        )
    )
    return Group(tail.title, row["over"], row["of"])
