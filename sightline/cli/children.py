"""`sightline children`, `sightline child` and `sightline tracker`: child by child."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sightline.cli.measures import unknown
from sightline.cli.printing import data_option, fail, json_option, print_json, print_table
from sightline.jobs import children as jobs
from sightline.jobs import figures
from sightline.jobs.authority import NothingLoadedError
from sightline.measures import catalogue

team_option = click.option("--team", help="That team's children alone.")


@click.command()
@click.argument("measure_id")
@data_option
@click.option("--as-at", type=click.DateTime(["%Y-%m-%d"]), help="The children of that month-end.")
@team_option
@json_option
def children(
    measure_id: str, data: Path, as_at: datetime | None, team: str | None, as_json: bool
) -> None:
    """The children behind a figure, those in the numerator first."""
    if measure_id not in catalogue():
        raise click.BadParameter(unknown(measure_id), param_hint="MEASURE_ID")
    try:
        found = figures.one(data, measure_id)
    except NothingLoadedError as problem:
        fail(str(problem))
    if found is None:
        fail(f"What has been loaded cannot answer {measure_id}.")
    day = as_at.date() if as_at else found.latest.as_at
    if day not in {figure.as_at for figure in found.series}:
        fail(
            f"{found.measure.title} has no figure of {day}. Its figures are of month-ends from "
            f"{found.series[0].as_at} to {found.latest.as_at}."
        )
    rows = figures.children(data, measure_id, day, team=team)
    if as_json:
        print_json({"version": 1, "as_at": day, "children": [_fields(row) for row in rows]})
        return
    print_table(
        f"{found.measure.title}: the children behind the figure of {day}",
        ("Child", "Counts", "Team", "Worker", "Age", "Legal status", "Home"),
        (
            (
                row.child_id,
                row.value if row.met is None else ("yes" if row.met else "no"),
                row.team,
                row.worker,
                row.age,
                row.legal_status,
                row.placement_group,
            )
            for row in rows
        ),
    )


@click.command()
@click.argument("child_id")
@data_option
@json_option
def child(child_id: str, data: Path, as_json: bool) -> None:
    """One child: clocks and chronology, from every source."""
    try:
        found = jobs.view(data, child_id)
    except NothingLoadedError as problem:
        fail(str(problem))
    except jobs.ChildNotFoundError:
        fail(f"No extract names a child {child_id}.")
    if as_json:
        content = _fields(found)
        content["clocks"] = [_fields(c) | {"days_late": c.days_late} for c in found.clocks]
        content["events"] = [_fields(event) for event in found.events]
        print_json({"version": 1} | content)
        return
    print_table(
        f"Child {child_id}: what is owed as at {found.as_at}",
        ("Duty", "Last", "Due", "Days late"),
        ((c.title, c.last, c.due, max(c.days_late, 0)) for c in found.clocks),
    )
    print_table(
        "Chronology",
        ("Date", "Event", "", "Source"),
        ((e.date, e.title, e.text, e.source) for e in found.events),
    )


@click.command()
@click.argument("name", type=click.Choice(["waiting"]))
@data_option
@team_option
@json_option
def tracker(name: str, data: Path, team: str | None, as_json: bool) -> None:
    """A worklist of children in the order to act, each with the reasons.

    `waiting`: children who wait for a visit, a review, a plan, a match, a lawful home.
    """
    try:
        found = jobs.waiting(data, team=team)
    except NothingLoadedError as problem:
        fail(str(problem))
    if as_json:
        print_json(
            {
                "version": 1,
                "tracker": name,
                "children": [
                    _fields(row)
                    | {"reasons": [_fields(r) | {"sentence": r.sentence} for r in row.reasons]}
                    for row in found
                ],
            }
        )
        return
    print_table(
        "Children who wait, in the order to act",
        ("Child", "Team", "Worker", "Age", "Why"),
        (
            (
                row.child_id,
                row.team,
                row.worker,
                row.age,
                "\n".join(reason.sentence for reason in row.reasons),
            )
            for row in found
        ),
    )


def _fields(found: object) -> dict[str, object]:
    """The fields of one of our frozen records."""
    return {name: getattr(found, name) for name in found.__slots__}  # type: ignore[attr-defined]
