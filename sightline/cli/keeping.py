"""`sightline backup` and `sightline restore`."""

from __future__ import annotations

from pathlib import Path

import click

from sightline.cli.printing import data_option, fail, json_option, print_json
from sightline.jobs import backups


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@data_option
@json_option
def backup(file: Path, data: Path, as_json: bool) -> None:
    """Put everything of the authority into one file, while the pages run."""
    try:
        written = backups.backup(data, file)
    except backups.BackupError as problem:
        fail(str(problem))
    if as_json:
        print_json({"version": 1, "backup": file, "files": written})
        return
    click.echo(f"{written} files in {file}. It holds children's records: keep it as you keep them.")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@data_option
@json_option
def restore(file: Path, data: Path, as_json: bool) -> None:
    """Bring a backup back into a data folder that is empty or not there."""
    try:
        restored = backups.restore(file, data)
    except backups.BackupError as problem:
        fail(str(problem))
    if as_json:
        print_json({"version": 1, "data": data, "files": restored})
        return
    click.echo(f"{restored} files restored to {data}.")
