"""`sightline synthetic`: a made-up authority's files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sightline.cli.printing import json_option, print_json, say


@click.command()
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False))
@click.option("--children-in-care", default=600, show_default=True, type=click.IntRange(20, 5000))
@click.option("--years", default=6, show_default=True, type=click.IntRange(1, 6))
@click.option("--seed", default=1, show_default=True, type=int)
@click.option("--until", default="2026-10-31", show_default=True, type=click.DateTime(["%Y-%m-%d"]))
@json_option
def synthetic(
    out: Path, children_in_care: int, years: int, seed: int, until: datetime, as_json: bool
) -> None:
    """Make up an authority: 903 files, monthly Annex A workbooks, letters."""
    from sightline.synthetic import generate

    made = generate(
        out,
        children_in_care=children_in_care,
        years=years,
        seed=seed,
        until=until.date(),
        progress=lambda step, done, of: say(f"{step}: {done} of {of}"),
    )
    if as_json:
        files = [*made.returns, *made.workbooks, *made.letters]
        print_json({"version": 1, "authority": made.authority, "rows": made.rows, "files": files})
        return
    click.echo(f"{made.authority}: {made.rows:,} rows in {out}")
