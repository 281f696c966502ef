"""The command line: one command for each job; the same functions that the pages call.

Exit 0 when done, 1 when the input has errors, 2 on wrong usage. Bad input gives a message, never a
traceback.
"""

from __future__ import annotations

import click

from sightline.cli.children import child, children, tracker
from sightline.cli.group import Commands
from sightline.cli.history import history
from sightline.cli.keeping import backup, restore
from sightline.cli.letters import letters
from sightline.cli.loading import check, load
from sightline.cli.measures import measures
from sightline.cli.quality import quality
from sightline.cli.serving import demo, serve
from sightline.cli.synthetic import synthetic
from sightline.cli.templates import templates


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sightline")
def main() -> None:
    """One true line of sight for children's services.

    Reads what the authority already has: statutory returns and inspection letters.
    """


for command in (
    demo,
    check,
    load,
    measures,
    quality,
    children,
    child,
    tracker,
    history,
    letters,
    templates,
    synthetic,
    serve,
    backup,
    restore,
):
    main.add_command(command)
