"""How the record changed between extracts: by team, by kind of event, and child by child."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.insight.intervals import Interval, wilson
from sightline.jobs.authority import opened
from sightline.jobs.remembered import remembered
from sightline.jobs.whose import whose
from sightline.measures.made_timely import MADE_TIMELY
from sightline.records import Records
from sightline.records.rewritten import FIRST_SHOWN, LATE, REWRITTEN
from sightline.records.rewritten.titles import title_of

NOT_KNOWN = "Not known"


@dataclass(frozen=True, slots=True)
class Tally:
    """What changed of the record of one team, or of one kind of event.

    `shown`: events that an extract showed first, an earlier extract being there to compare with;
    `late`: those of them that the earlier one should have shown. `least` and `most`: the median
    days from event to record lie between them; None where nothing was late.
    """

    name: str
    shown: int
    late: int
    least: float | None
    most: float | None
    changed: int
    vanished: int
    made_timely: int

    @property
    def share(self) -> float | None:
        """The share recorded late; None of nothing."""
        return self.late / self.shown if self.shown else None

    @property
    def interval(self) -> Interval | None:
        """Wilson's 95% interval of the share."""
        return wilson(self.late, self.shown)


@dataclass(frozen=True, slots=True)
class Month:
    """What the extract of one day first showed, and how much of it late."""

    as_at: date
    shown: int
    late: int


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed between the extracts, counted."""

    total: Tally
    teams: tuple[Tally, ...]
    kinds: tuple[Tally, ...]
    months: tuple[Month, ...]

    def as_json(self) -> dict[str, object]:
        """The contract of `history changes --json`, version 1."""
        return {
            "version": 1,
            "total": _tally_as_json(self.total),
            "teams": [_tally_as_json(each) for each in self.teams],
            "kinds": [_tally_as_json(each) for each in self.kinds],
            "months": [
                {"as_at": each.as_at.isoformat(), "shown": each.shown, "late": each.late}
                for each in self.months
            ],
        }


@dataclass(frozen=True, slots=True)
class ChildChange:
    """One thing that was recorded late, changed or vanished. `team`: at that time.

    `team_now`, `worker_now`: who has the child today, which decides who may look.
    """

    child_id: str
    team: str | None
    what: str  # late, changed, vanished
    title: str
    was: str | None
    now: str | None
    days: int | None  # late: at the most, from event to record; changed: by how much it moved
    at_least: int | None
    seen_before: date
    seen_now: date
    load_id: int
    due: date | None  # where the change made something timely: when that had been due
    done: date | None  # and when it was done
    team_now: str | None
    worker_now: str | None


@remembered
def changes(data: Path, *, team: str | None = None) -> Changes:
    """What changed, counted; with `team`, of that team's record alone. Raises NothingLoadedError.

    The team is the one that had the child at the time.
    """
    with opened(data) as records:
        kept = [_of_team(records.connection.table(name), team) for name in _TABLES]
        kinds = _tallies(records, kept, ["return_name", "table", "column"])
        teams = _tallies(records, kept, ["team"])
        [total] = _tallies(
            records, [each.mutate(all=ibis.literal("All")) for each in kept], ["all"]
        ) or [Tally("All", 0, 0, None, None, 0, 0, 0)]
        return Changes(total, tuple(teams), tuple(kinds), _months(records, kept[0]))


_TABLES = (FIRST_SHOWN, LATE, REWRITTEN, MADE_TIMELY)


def _of_team(kept: Table, team: str | None) -> Table:
    return kept.filter(_.team == team) if team is not None else kept


def _tallies(records: Records, kept: list[Table], by: list[str]) -> list[Tally]:
    """One a group, the most events first; counted in one query."""
    shown, late, changed, timely = kept
    zero = ibis.literal(0)
    parts = (
        shown.group_by(by).agg(
            shown=_.events.sum(), late=_.late.sum(), changed=zero, vanished=zero, timely=zero
        ),
        changed.group_by(by).agg(
            shown=zero,
            late=zero,
            changed=(_.what == "changed").cast("int64").sum(),
            vanished=(_.what == "vanished").cast("int64").sum(),
            timely=zero,
        ),
        timely.group_by(by).agg(
            shown=zero, late=zero, changed=zero, vanished=zero, timely=_.count()
        ),
    )
    names = ("shown", "late", "changed", "vanished", "timely")
    stacked = ibis.union(
        *(part.select(*by, **{name: part[name].cast("int64") for name in names}) for part in parts)
    )
    summed = stacked.group_by(by).agg(**{name: stacked[name].sum() for name in names})
    medians = late.group_by(by).agg(
        least=_.days_at_least.cast("float64").median(), most=_.days_at_most.cast("float64").median()
    )
    same = [summed[name].identical_to(medians[name]) for name in by]
    both = summed.left_join(medians, same).select(*summed.columns, "least", "most")
    ordered = both.order_by([ibis.desc("shown"), *by])
    return [_tally(row, by) for row in records.connection.to_pyarrow(ordered).to_pylist()]


def _tally(row: dict[str, Any], by: list[str]) -> Tally:
    name = title_of(*(row[part] for part in by)) if len(by) > 1 else row[by[0]] or NOT_KNOWN
    return Tally(
        name, row["shown"], row["late"], row["least"], row["most"], row["changed"],
        row["vanished"], row["timely"],
    )  # fmt: skip


def _months(records: Records, shown: Table) -> tuple[Month, ...]:
    """Month by month of the extracts; a return of a whole year is no month."""
    monthly = shown.filter(_.return_name == "annex_a").group_by("seen_now")
    summed = monthly.agg(shown=_.events.sum(), late=_.late.sum()).order_by("seen_now")
    rows = records.connection.to_pyarrow(summed).to_pylist()
    return tuple(Month(row["seen_now"], row["shown"], row["late"]) for row in rows)


def child_changes(
    data: Path, *, team: str | None = None, child_id: str | None = None
) -> tuple[ChildChange, ...]:
    """Every change, child by child, the newest first; of a team at that time, or of one child."""
    found = _every_change(data) if child_id is None else _by_child(data).get(child_id, ())
    return found if team is None else tuple(each for each in found if each.team == team)


@remembered
def _by_child(data: Path) -> dict[str, tuple[ChildChange, ...]]:
    found: dict[str, list[ChildChange]] = {}
    for change in _every_change(data):
        found.setdefault(change.child_id, []).append(change)
    return {child_id: tuple(changes) for child_id, changes in found.items()}


@remembered
def _every_change(data: Path) -> tuple[ChildChange, ...]:
    with opened(data) as records:
        stacked = ibis.union(_late_rows(records), _rewritten_rows(records))
        placed = stacked.left_join(whose(records), "child_id").drop("child_id_right")
        ordered = placed.order_by(
            [ibis.desc("seen_now"), "child_id", "return_name", "table", "column", "what", "was"]
        )
        rows = records.connection.to_pyarrow(ordered).to_pylist()
    return tuple(_child_change(row) for row in rows)


def _child_change(row: dict[str, Any]) -> ChildChange:
    title = title_of(row.pop("return_name"), row.pop("table"), row.pop("column"))
    return ChildChange(title=title, **row)


_SHARED = (
    "child_id", "team", "return_name", "table", "column", "seen_before", "seen_now", "load_id",
)  # fmt: skip


def _late_rows(records: Records) -> Table:
    return records.connection.table(LATE).select(
        *_SHARED,
        what=ibis.literal("late"),
        was=ibis.null().cast("string"),
        now=_.day.cast("string"),
        days=_.days_at_most,
        at_least=_.days_at_least,
        due=ibis.null().cast("date"),
        done=ibis.null().cast("date"),
    )


def _rewritten_rows(records: Records) -> Table:
    rows = records.connection.table(REWRITTEN)
    timely = records.connection.table(MADE_TIMELY)
    judged = rows.left_join(
        timely,
        (rows.child_id == timely.child_id)
        & (rows.return_name == timely.return_name)
        & (rows.table == timely.table)
        & (rows.column == timely.column)
        & (rows.was_day == timely.was_day)
        & (rows.seen_now == timely.seen_now)
        & (rows.load_id == timely.load_id),
    )
    return judged.select(
        *_SHARED,
        what=rows.what,
        was=rows.was,
        now=rows.now,
        days=rows.days,
        at_least=ibis.null().cast("int64"),
        due=timely.due,
        done=timely.done,
    )


def _tally_as_json(tally: Tally) -> dict[str, object]:
    interval = tally.interval
    return {
        "name": tally.name,
        "shown": tally.shown,
        "late": tally.late,
        "share": tally.share,
        "interval": [interval.low, interval.high] if interval else [None, None],
        "median_days_at_least": tally.least,
        "median_days_at_most": tally.most,
        "changed": tally.changed,
        "vanished": tally.vanished,
        "made_timely": tally.made_timely,
    }
