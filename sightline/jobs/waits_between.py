"""How long children in care waited between visits, reviews and checks, team by team."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.jobs.authority import opened
from sightline.jobs.remembered import remembered
from sightline.measures.event_intervals import TITLES, Event, intervals
from sightline.records import Records

NOT_KNOWN = "Not known"


@dataclass(frozen=True, slots=True)
class TeamIntervals:
    """The intervals that ended while a team had the child. Days are medians.

    `in_time` of `judged`: ended on or before the day that the duty allowed; the others have no
    due day. `at_least`, `at_most`: the true median lies between them.
    """

    team: str
    intervals: int
    at_least: float
    at_most: float
    judged: int
    in_time: int

    @property
    def share(self) -> float | None:
        """The share in time; None where none could be judged."""
        return self.in_time / self.judged if self.judged else None


@dataclass(frozen=True, slots=True)
class Intervals:
    """All intervals of one kind of event."""

    event: Event
    total: TeamIntervals
    teams: tuple[TeamIntervals, ...]

    @property
    def title(self) -> str:
        """ "Social worker's visits"."""
        return TITLES[self.event]

    def as_json(self) -> dict[str, object]:
        """The contract of `history intervals --json`, version 1."""
        return {
            "version": 1,
            "kind": self.event.value,
            "total": _as_json(self.total),
            "teams": [_as_json(each) for each in self.teams],
        }


@remembered
def intervals_of(data: Path, event: Event, *, team: str | None = None) -> Intervals:
    """The intervals between events of a kind, team by team. Raises NothingLoadedError."""
    with opened(data) as records:
        found = intervals(records, event)
        wanted = found.filter(_.team == team) if team is not None else found
        kept = records.connection.create_table("step_intervals", wanted, temp=True, overwrite=True)
        teams = _summed(records, kept.mutate(of=kept.team.fill_null(NOT_KNOWN)))
        total = _summed(records, kept.mutate(of=ibis.literal("All")))
        return Intervals(event, total[0] if total else _NONE, tuple(teams))


_NONE = TeamIntervals("All", 0, 0.0, 0.0, 0, 0)


def _summed(records: Records, found: Table) -> list[TeamIntervals]:
    summed = found.group_by(team="of").agg(
        intervals=_.count(),
        at_least=_.at_least.cast("float64").median(),
        at_most=_.at_most.cast("float64").median(),
        judged=_.due.count(),
        in_time=(_.days_late <= 0).fill_null(False).cast("int64").sum(),
    )
    ordered = summed.order_by([ibis.desc("intervals"), "team"])
    return [TeamIntervals(**row) for row in records.connection.to_pyarrow(ordered).to_pylist()]


def _as_json(found: TeamIntervals) -> dict[str, object]:
    return {
        "team": found.team,
        "intervals": found.intervals,
        "median_days_at_least": found.at_least,
        "median_days_at_most": found.at_most,
        "judged": found.judged,
        "in_time": found.in_time,
        "share": found.share,
    }
