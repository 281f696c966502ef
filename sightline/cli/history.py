"""`sightline history changes|intervals|then`: how the record itself changed."""

from __future__ import annotations

from pathlib import Path

import click

from sightline.cli.measures import unknown
from sightline.cli.printing import data_option, fail, json_option, print_json, print_table
from sightline.jobs import history as jobs
from sightline.jobs.authority import NothingLoadedError
from sightline.jobs.said_then import as_known_then
from sightline.jobs.waits_between import intervals_of
from sightline.measures import catalogue
from sightline.measures.event_intervals import Event

team_option = click.option("--team", help="Of that team's record alone.")


@click.group()
def history() -> None:
    """How the record changed between extracts, and how long children waited between visits."""


@history.command()
@data_option
@team_option
@json_option
def changes(data: Path, team: str | None, as_json: bool) -> None:
    """What was recorded late, changed after the fact or vanished, by team and kind of event."""
    try:
        found = jobs.changes(data, team=team)
    except NothingLoadedError as problem:
        fail(str(problem))
    if as_json:
        print_json(found.as_json())
        return
    for title, tallies in (("By team", found.teams), ("By kind of event", found.kinds)):
        print_table(
            f"How the record changed between extracts: {title.lower()}",
            (
                title[3:].capitalize(),
                "First shown",
                "Late",
                "Share late",
                "Median days",
                "Changed",
                "Vanished",
                "Became timely",
            ),
            (_row(each) for each in tallies),
        )


def _row(tally: jobs.Tally) -> tuple[object, ...]:
    return (
        tally.name,
        f"{tally.shown:,}",
        f"{tally.late:,}",
        None if tally.share is None else f"{tally.share:.1%}",
        None if tally.most is None else f"{tally.least:.0f} to {tally.most:.0f}",
        tally.changed,
        tally.vanished,
        tally.made_timely,
    )


@history.command()
@click.argument("kind", type=click.Choice([each.value for each in Event]))
@data_option
@team_option
@json_option
def intervals(kind: str, data: Path, team: str | None, as_json: bool) -> None:
    """How long children in care waited between events of a kind, and how often that was in time.

    An extract shows the latest day alone, so another event may lie hidden between two that are
    shown: the median lies between the two numbers printed.
    """
    try:
        found = intervals_of(data, Event(kind), team=team)
    except NothingLoadedError as problem:
        fail(str(problem))
    if as_json:
        print_json(found.as_json())
        return
    print_table(
        f"{found.title}: days between them",
        ("Team", "Intervals", "Median days", "In time", "Of"),
        (
            (
                each.team,
                f"{each.intervals:,}",
                f"{each.at_least:.0f} to {each.at_most:.0f}",
                None if each.share is None else f"{each.share:.0%}",
                f"{each.judged:,}",
            )
            for each in (*found.teams, found.total)
        ),
    )


@history.command()
@click.argument("measure_id")
@data_option
@click.option(
    "--work-out",
    default=0,
    show_default=True,
    type=click.IntRange(0, 100),
    help="Of loads whose figures were not kept, work out so many (seconds each).",
)
@json_option
def then(measure_id: str, data: Path, work_out: int, as_json: bool) -> None:
    """A figure as each load said it, beside what is said of the same day now."""
    if measure_id not in catalogue():
        raise click.BadParameter(unknown(measure_id), param_hint="MEASURE_ID")
    try:
        found = as_known_then(data, measure_id, work_out=work_out)
    except NothingLoadedError as problem:
        fail(str(problem))
    if as_json:
        listed = [
            {"load": each.load_id, "as_at": each.as_at, "then": each.then, "now": each.now}
            for each in found
        ]
        print_json({"version": 1, "measure": measure_id, "loads": listed})
        return
    print_table(
        f"{catalogue()[measure_id].title}: said then, and said now",
        ("Load", "As at", "Then", "Now", "Differs"),
        (
            (each.load_id, each.as_at, each.then, each.now, "yes" if each.differs else "no")
            for each in found
        ),
    )
