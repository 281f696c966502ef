"""`sightline serve` and `sightline demo`: the pages."""

from __future__ import annotations

from pathlib import Path

import click

from sightline.cli.printing import data_option, fail, say
from sightline.cli.site_of import use
from sightline.jobs import children as jobs
from sightline.jobs.authority import store
from sightline.jobs.loads import keep_current
from sightline.jobs.made_up import NotMadeUpError, make_up

port_option = click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
host_option = click.option("--host", default="127.0.0.1", show_default=True)


@click.command()
@data_option
@host_option
@port_option
def serve(data: Path, host: str, port: int) -> None:
    """Show the pages, by default to this machine alone."""
    use(data)
    from sightline.site import serving

    serving.prepare()
    keep_current(store(data))
    say(f"Sightline is on http://{host}:{port}/  (Ctrl+C ends it)")
    serving.run(host, port)


@click.command()
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo-data"),
    show_default=True,
    help="Where to put the made-up authority.",
)
@click.option("--children-in-care", default=600, show_default=True, type=click.IntRange(20, 5000))
@click.option("--years", default=6, show_default=True, type=click.IntRange(2, 6))
@click.option("--seed", default=1, show_default=True, type=int)
@host_option
@port_option
@click.option("--serve/--no-serve", "then_serve", default=True, help="End without the pages.")
def demo(
    data: Path,
    children_in_care: int,
    years: int,
    seed: int,
    host: str,
    port: int,
    then_serve: bool,
) -> None:
    """Make up an authority, load all of it, and show the pages."""
    try:
        letters = make_up(
            data, children_in_care=children_in_care, years=years, seed=seed, progress=say
        )
    except NotMadeUpError as problem:
        fail(str(problem))
    teams = jobs.teams(data)
    use(data)
    from sightline.site import demo as made_up
    from sightline.site import serving

    say("Taking in its inspection letters")
    users = made_up.people_and_letters(letters, tuple(teams))
    say(f"\nSightline is ready: http://{host}:{port}/\n\nSign in as one of:")
    for user in users:
        say(f"  {user.username:<12} {user.password:<18} {user.role}: {user.sees}")
    say("")
    if then_serve:
        serving.run(host, port)
