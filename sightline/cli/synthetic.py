"""`sightline synthetic`: a made-up authority's files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sightline.cli.printing import json_option, print_json, print_table, say


@click.command()
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False))
@click.option("--children-in-care", default=600, show_default=True, type=click.IntRange(20, 5000))
@click.option("--years", default=6, show_default=True, type=click.IntRange(1, 6))
@click.option("--seed", default=1, show_default=True, type=int)
@click.option("--until", default="2026-10-31", show_default=True, type=click.DateTime(["%Y-%m-%d"]))
@click.option("--nation", is_flag=True, help="153 authorities, the newest return year of each.")
@json_option
def synthetic(
    out: Path, children_in_care: int, years: int, seed: int, until: datetime, **how: bool
) -> None:
    """Make up an authority: every return, templates, letters, other areas; or a whole nation.

    Of two years or more it then prints how near the files come to what is published of England.
    """
    from sightline.synthetic import generate

    if how["nation"]:
        _nation(out, seed, until, as_json=how["as_json"])
        return
    made = generate(
        out,
        children_in_care=children_in_care,
        years=years,
        seed=seed,
        until=until.date(),
        progress=lambda step, done, of: say(f"{step}: {done} of {of}"),
    )
    if how["as_json"]:
        files = [
            *made.returns, *made.workbooks, *made.letters, *made.censuses, *made.workforce,
            *made.dataset, *made.templates, *made.benchmarks, *made.letters_elsewhere,
        ]  # fmt: skip
        print_json({"version": 1, "authority": made.authority, "rows": made.rows, "files": files})
        return
    click.echo(f"{made.authority}: {made.rows:,} rows in {out}")
    if years > 1:
        _beside_england(out)


def _beside_england(out: Path) -> None:
    """How near it comes: each published figure, and the one that its files give."""
    from sightline.synthetic import shape

    found = shape.figures(out)
    print_table(
        "How near it comes to England",
        ("Figure", "England", "Made up", "Held to", "Source of England's"),
        [(each.name, each.published, each.reached, each.tolerance, each.source) for each in found],
    )
    held = [each for each in found if each.low is not None]
    near = sum(each.holds for each in held)
    click.echo(f"{near} of the {len(held)} that are held to a range lie within it.")


def _nation(out: Path, seed: int, until: datetime, *, as_json: bool) -> None:
    from sightline.synthetic import generate_nation

    made = generate_nation(
        out,
        seed=seed,
        until=until.date(),
        progress=lambda step, done, of: say(f"{step}: {done} of {of}"),
    )
    counted = {"in_care": made.in_care, "in_need": made.in_need, "rows": made.rows}
    if as_json:
        folders = [one.folder for one in made.authorities]
        print_json({"version": 1, **counted, "authorities": folders})
        return
    click.echo(
        f"{len(made.authorities)} authorities: {made.in_care:,} children in care, "
        f"{made.in_need:,} in need, {made.rows:,} rows in {out}"
    )
