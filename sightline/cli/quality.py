"""`sightline quality` and `sightline quality rows`."""

from __future__ import annotations

from pathlib import Path

import click

from sightline.cli.printing import data_option, fail, json_option, print_json, print_table, say
from sightline.jobs import quality as jobs
from sightline.jobs import quality_effects, quality_json, quality_workbook
from sightline.jobs.quality import Wanted
from sightline.measures import catalogue
from sightline.records import NothingLoadedError
from sightline.returns import RULES

BY = ("return", "check", "team", "measure")
COUNTED = ("Errors", "Warnings", "Children", "New", "Gone")
SHOWN = 200


@click.group(invoke_without_command=True)
@click.option("--by", type=click.Choice(BY), default="check", show_default=True, help="Count by.")
@data_option
@json_option
@click.pass_context
def quality(ctx: click.Context, by: str, data: Path, as_json: bool) -> None:
    """What is wrong in what was loaded, and what it does to the figures."""
    if ctx.invoked_subcommand is not None:
        return
    try:
        total, counts = jobs.total(data), jobs.counts(data, by)
        effects = quality_effects.effects(data)
    except NothingLoadedError as problem:
        fail(str(problem))
    if as_json:
        print_json(quality_json.overview(total, by, counts, effects))
        return
    click.echo(f"{total.errors:,} errors and {total.warnings:,} warnings to put right.")
    print_table(f"By {by}", (by.capitalize(), *COUNTED), (_line(by, each) for each in counts))
    moved = [each for each in effects if each.bounds and each.bounds.unsure]
    heads = ("Figure", "Now", "By chance", "Given what is missing", "In doubt")
    print_table("What it does to the figures", heads, (_effect(each) for each in moved))


@quality.command()
@click.option("--rule", default="", help="Only the issues of this check.")
@click.option("--team", default="", help="Only those of this team's children.")
@click.option(
    "--xlsx",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write them, with the counts, to an Excel file.",
)
@data_option
@json_option
def rows(rule: str, team: str, xlsx: Path | None, data: Path, as_json: bool) -> None:
    """The issues to put right, down to the row: errors first."""
    if rule and rule not in RULES:
        fail(f"There is no check {rule}; `sightline quality` names those that found something.")
    wanted = Wanted(rule=rule, owner=team)
    try:
        if xlsx is not None:
            written = quality_workbook.write(data, xlsx, wanted)
            say(f"{written:,} rows in {xlsx}.")
            return
        found = jobs.rows(data, wanted, limit=None if as_json else SHOWN)
        how_many = jobs.total(data, wanted).issues
    except NothingLoadedError as problem:
        fail(str(problem))
    if as_json:
        print_json(quality_json.rows(found))
        return
    heads = ("Team", "Child", "Severity", "What is wrong")
    lines = ((each.owner, each.child_id, each.severity, each.message) for each in found)
    print_table(f"{how_many:,} to put right", heads, lines)
    if team and not how_many:
        say(f"Nothing waits for a team called {team}; `sightline quality --by team` names them.")
    if how_many > SHOWN:
        say(f"The first {SHOWN}. All of them: --json, or --xlsx FILE.")


def _line(by: str, count: jobs.Count) -> tuple[object, ...]:
    known = catalogue()
    title = known[count.name].title if by == "measure" and count.name in known else count.name
    return title, count.errors, count.warnings, count.children, count.new, count.gone


def _effect(effect: quality_effects.Effect) -> tuple[object, ...]:
    chance, bounds = effect.interval, effect.bounds
    assert bounds is not None
    return (
        effect.measure.title,
        None if effect.value is None else f"{effect.value:.0%}",
        f"{chance.low:.0%} to {chance.high:.0%}" if chance else None,
        f"{bounds.low:.0%} to {bounds.high:.0%}",
        "yes" if effect.in_doubt else None,
    )
