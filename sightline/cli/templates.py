"""`sightline templates`: Sightline's own lists, for what no standard return carries."""

from __future__ import annotations

from pathlib import Path

import click

from sightline.cli.printing import fail, json_option, print_json, print_table, say
from sightline.jobs import templates as jobs

_FORMS = {"xlsx": ("xlsx",), "csv": ("csv",), "both": jobs.FORMATS}


@click.group()
def templates() -> None:
    """Lists to keep by hand, for what no standard return carries."""


@templates.command("list")
@json_option
def list_templates(as_json: bool) -> None:
    """Every template: what it is for, and who keeps it."""
    if as_json:
        print_json(jobs.as_json())
        return
    print_table(
        "Templates",
        ("Name", "What it is for", "Who keeps it"),
        ((each.name, each.purpose, each.kept_by) for each in jobs.listing()),
    )


@templates.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FORMS)),
    default="xlsx",
    show_default=True,
    help="Workbooks with lists to pick from and notes, or CSV with the headings alone.",
)
@json_option
def write(folder: Path, form: str, as_json: bool) -> None:
    """Write every template, empty, into a folder."""
    try:
        written = jobs.write(folder, _FORMS[form])
    except jobs.AlreadyThereError as problem:
        fail(str(problem))
    if as_json:
        print_json({"version": 1, "files": [str(path) for path in written]})
        return
    say(f"{len(written)} files are in {folder}. Fill them in, then: sightline load {folder}")
