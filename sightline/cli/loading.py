"""`sightline load`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from sightline.cli.checking import end, print_report, year_option
from sightline.cli.printing import data_option, fail, json_option, paths_argument, say
from sightline.jobs import loads
from sightline.returns import UndatedExtractError


@click.command()
@paths_argument
@data_option
@year_option
@click.option(
    "--as-at",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day the Annex A extracts speak of; else the dates in each tell.",
)
@json_option
def load(
    paths: tuple[Path, ...],
    data: Path,
    year: int | None,
    as_at: datetime | None,
    as_json: bool,
) -> None:
    """Check files, then keep all that could be read as one load."""
    try:
        receipt = loads.load(
            paths,
            data,
            loaded_at=datetime.now(UTC),
            as_at=as_at.date() if as_at else None,
            year=year,
            progress=say,
        )
    except UndatedExtractError as problem:
        fail(str(problem))
    print_report(receipt.report, as_json, load=receipt.load_id)
    if receipt.load_id:
        speaks_of = receipt.as_at or "no day yet: nothing in it says who is in care"
        say(f"Load {receipt.load_id} is kept. The data now speaks of {speaks_of}.")
    elif receipt.report.is_empty:
        say("Nothing was kept: there is not a row in what was given.")
    elif any(table.table for table in receipt.report.tables):
        say("Nothing new: all of this is held already.")
    end(paths, receipt.report)
