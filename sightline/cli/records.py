"""`sightline records export`."""

from __future__ import annotations

from pathlib import Path

import click

from sightline.cli.printing import data_option, fail, json_option, print_json
from sightline.jobs import exports
from sightline.jobs.authority import NothingLoadedError
from sightline.jobs.in_place import InPlaceError


@click.group()
def records() -> None:
    """The child-level record that measures are worked out of."""


@records.command()
@click.argument("place")
@data_option
@click.option("--authority", required=True, help="A code or one word, such as 890.")
@json_option
def export(place: str, data: Path, authority: str, as_json: bool) -> None:
    """Write the canonical tables to a folder, as Parquet, or to postgresql://…?schema=name."""
    try:
        rows = exports.export(data, place, authority)
    except (NothingLoadedError, exports.ExportError, InPlaceError) as problem:
        fail(str(problem))
    if as_json:
        print_json({"version": 1, "place": place, "authority": authority, "rows": rows})
        return
    click.echo(f"{rows} rows of {authority} in {place}. They are children's: keep them as such.")
