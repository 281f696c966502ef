"""Where every measure stands, as people of one kind of role see it, remembered for each build.

What a person may see is asked for by who they are (exact or not, whose teams), never taken from
what was worked out for somebody else.
"""

from datetime import date
from pathlib import Path

from sightline.jobs import figures
from sightline.jobs.remembered import remembered
from sightline.oversight.changes import Changed, changes_for
from sightline.oversight.measure_rows import MeasureRow, measure_row
from sightline.oversight.pace_rows import PaceRow, pace_rows


@remembered
def changes_now(data: Path, *, exact: bool) -> tuple[Changed, ...]:
    """What changed beyond chance over the whole authority."""
    return tuple(changes_for(figures.latest(data), exact=exact))


@remembered
def changes_in_teams_now(data: Path, team: str) -> tuple[Changed, ...]:
    """The same with each team beside it, or one team alone; for those who see exact figures."""
    every = figures.by_team(data)
    teams = {key: each for key, each in every.items() if not team or key[1] == team}
    return tuple(changes_for(figures.latest(data), teams, exact=True))


@remembered
def pace_now(data: Path, inspected: date | None, *, exact: bool) -> tuple[PaceRow, ...]:
    """Whether the pace since the inspection will reach good."""
    return tuple(pace_rows(figures.latest(data), inspected, exact=exact))


@remembered
def rows_now(data: Path, *, exact: bool) -> tuple[MeasureRow, ...]:
    """Every measure as a row, in the order of the catalogue."""
    changed = {change.id: change.short for change in changes_now(data, exact=exact)}
    return tuple(
        measure_row(each, exact=exact, change=changed.get(each.measure.id, ""))
        for each in figures.latest(data)
    )
