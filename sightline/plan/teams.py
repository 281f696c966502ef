"""The foot of the thread: which team's plan takes up which priority, and how many staff hold it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline.plan.models import ObjectivesHeld, PlanPriority, TeamPlanLine


@dataclass(frozen=True, slots=True)
class Cell:
    """A team beside a priority: its lines, and the newest count of objectives."""

    lines: tuple[TeamPlanLine, ...]
    held: ObjectivesHeld | None

    @property
    def words(self) -> str:
        """ "2 lines; 5 of 8 staff"; empty where there is neither."""
        said = []
        if self.lines:
            said.append("1 line" if len(self.lines) == 1 else f"{len(self.lines)} lines")
        if self.held:
            said.append(f"{self.held.holding} of {self.held.staff} staff")
        return "; ".join(said)


@dataclass(frozen=True, slots=True)
class Thread:
    """Teams beside priorities. `bulk` names counts that look like one stroke of a pen."""

    teams: tuple[str, ...]
    priorities: tuple[PlanPriority, ...]
    cells: dict[tuple[str, int], Cell]
    bulk: tuple[str, ...]

    @property
    def covered(self) -> int:
        """How many pairs of a team and a priority have a line."""
        return sum(bool(each.lines) for each in self.cells.values())

    def row(self, team: str) -> list[Cell]:
        """A team's cells, in the order of the priorities."""
        return [self.cells[team, each.pk] for each in self.priorities]


def thread(priorities: Sequence[PlanPriority]) -> Thread:
    """Every team that has a line or a count, beside every priority. Two queries."""
    lines: dict[tuple[str, int | None], list[TeamPlanLine]] = defaultdict(list)
    for line in TeamPlanLine.objects.all():
        lines[line.team, line.plan_priority_id].append(line)
    held = {
        (each.team, each.plan_priority_id): each for each in ObjectivesHeld.objects.order_by("on")
    }
    teams = tuple(sorted({team for team, _ in (*lines, *held)}))
    cells = {
        (team, each.pk): Cell(tuple(lines.get((team, each.pk), ())), held.get((team, each.pk)))
        for team in teams
        for each in priorities
    }
    return Thread(teams, tuple(priorities), cells, _bulk())


def _bulk() -> tuple[str, ...]:
    """Teams of which on one day all staff came to hold every priority that was counted then."""
    days: dict[tuple[str, date], list[ObjectivesHeld]] = defaultdict(list)
    for each in ObjectivesHeld.objects.all():
        days[each.team, each.on].append(each)
    return tuple(
        f"{team}: on one day all {rows[0].staff} staff held every priority "
        f"counted, {len(rows)} of them."
        for (team, _), rows in sorted(days.items())
        if len(rows) > 1 and all(each.staff and each.holding == each.staff for each in rows)
    )
