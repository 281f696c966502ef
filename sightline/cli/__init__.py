"""The command line: one command for each job; the same functions that the pages call.

Exit 0 when done, 1 when the input has errors, 2 on wrong usage. Bad input gives a message, never a
traceback.
"""

from __future__ import annotations

import click

from sightline.cli.group import Commands

_WHERE = {
    "demo": "serving",
    "check": "checking",
    "load": "loading",
    "measures": "measures",
    "pack": "packs",
    "plan": "plan",
    "records": "records",
    "quality": "quality",
    "children": "children",
    "child": "children",
    "tracker": "children",
    "history": "history",
    "assurance": "assurance",
    "letters": "letters",
    "templates": "templates",
    "synthetic": "synthetic",
    "serve": "serving",
    "benchmarks": "benchmarks",
    "backup": "keeping",
    "restore": "keeping",
}
"""Each command and the module it stands in, under its own name."""


@click.group(cls=Commands, where=_WHERE, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sightline")
def main() -> None:
    """One true line of sight for children's services.

    Reads what the authority already has: statutory returns and inspection letters.
    """
