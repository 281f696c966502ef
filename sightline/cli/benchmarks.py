"""`sightline benchmarks`: what is published of other areas, kept and compared."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from sightline import words
from sightline.cli.printing import (
    INPUT_HAS_ERRORS,
    data_option,
    fail,
    json_option,
    print_json,
    print_table,
    say,
)
from sightline.jobs import peers as jobs
from sightline.jobs import peers_json
from sightline.jobs.authority import NothingLoadedError
from sightline.peers import AreaNotFoundError, Unit

NAMED = 20  # issues of a file that are printed


@click.group()
def benchmarks() -> None:
    """Other areas: published files kept, and our figures beside theirs."""


@benchmarks.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE...",
)
@data_option
@json_option
def load(files: tuple[Path, ...], data: Path, as_json: bool) -> None:
    """Keep files of the LAIT and of the DfE: figures, neighbours, areas."""
    loaded = jobs.load(files, data, loaded_at=datetime.now(UTC))
    if as_json:
        print_json(peers_json.loaded_json(loaded))
    else:
        print_table(
            "Benchmarks",
            ("File", "What it is", "Rows", "Kept"),
            ((each.file, each.kind, f"{each.rows:,}", _became(each)) for each in loaded),
        )
    _say_what_was_wrong(loaded)
    if jobs.benchmarks(data).area() is None and any(each.kind for each in loaded):
        say('Now say which authority this is: sightline benchmarks area "NAME"')
    if any(each.refused or each.issues for each in loaded):
        sys.exit(INPUT_HAS_ERRORS)


def _became(each: jobs.Loaded) -> str:
    if each.refused:
        return "No"
    return "Yes" if each.new else "Held already"


def _say_what_was_wrong(loaded: Sequence[jobs.Loaded]) -> None:
    for each in loaded:
        if each.refused:
            say(each.refused)
        for issue in each.issues[:NAMED]:
            say(issue.message)
        if len(each.issues) > NAMED:
            say(f"{each.file}: {len(each.issues) - NAMED} more; --json prints them.")


@benchmarks.command("list")
@data_option
@json_option
def list_files(data: Path, as_json: bool) -> None:
    """What is kept, and which authority we are."""
    kept = jobs.benchmarks(data)
    if as_json:
        print_json(peers_json.kept_json(kept))
        return
    print_table(
        "Benchmarks",
        ("File", "What it is", "Rows", "Years", "Loaded"),
        (
            (
                each.name,
                each.kind,
                f"{each.rows:,}",
                f"{each.first_year} to {each.last_year}" if each.first_year else "",
                words.moment(datetime.fromisoformat(each.loaded)),
            )
            for each in kept.files()
        ),
    )
    area = kept.area()
    say(f"This authority: {area.name} ({area.number})" if area else "This authority: not yet said.")


@benchmarks.command("area")
@click.argument("which", required=False, metavar="[NAME]")
@data_option
@json_option
def say_area(which: str | None, data: Path, as_json: bool) -> None:
    """Say which authority we are, by name or code; without, print it."""
    kept = jobs.benchmarks(data)
    try:
        area = kept.be(which) if which else kept.area()
    except AreaNotFoundError as problem:
        fail(str(problem))
    if as_json:
        print_json({"version": peers_json.VERSION, "area": peers_json.area_json(area)})
        return
    if area is None:
        fail('Nobody has said which authority this is: sightline benchmarks area "NAME"')
    click.echo(f"{area.name} ({area.number})")


@benchmarks.command()
@data_option
@json_option
def compare(data: Path, as_json: bool) -> None:
    """Every measure beside neighbours, region and England."""
    kept = jobs.benchmarks(data)
    if not jobs.has_figures(kept):
        fail("No figures of other areas are kept. Load some: sightline benchmarks load FILE")
    try:
        compared = jobs.all_beside(data)
    except NothingLoadedError as problem:
        fail(str(problem))
    if as_json:
        print_json(peers_json.compared_json(kept, compared))
        return
    print_table(
        "Beside other areas",
        ("Measure", "When", "Ours", "Neighbours", "Region", "England", "Rank", "Beside neighbours"),
        (_line(each) for each in compared),
    )


def _line(each: jobs.Beside) -> tuple[object, ...]:
    unit, comparison = each.published.unit, each.comparison
    rank = comparison.rank
    rate = f", {unit.value}" if unit is Unit.PER_10000 else ""
    return (
        f"{each.measure.title}{rate}",
        words.short_day(each.last_day),
        _said(comparison.own.value, unit) if each.own.trusted else "no score",
        _said(comparison.neighbours_median, unit),
        _said(each.region, unit),
        _said(each.england, unit),
        f"{rank.place} of {rank.of}" if rank and each.own.trusted else "",
        comparison.beside_median if each.own.trusted else "",
    )


def _said(value: float | None, unit: Unit) -> str:
    if value is None:
        return ""
    shown = peers_json.shown(value, unit)
    return words.percentage(shown) if unit is Unit.PERCENT else words.number(shown, 1)
