"""What the command line prints: tables for people, JSON for machines, progress aside."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click
from rich import box
from rich.console import Console
from rich.table import Table

Wrapped = TypeVar("Wrapped", bound=Callable[..., Any])
INPUT_HAS_ERRORS = 1
WIDTH_OF_A_FILE = 160  # characters, where there is no screen whose width could be asked


def data_option(command: Wrapped) -> Wrapped:
    """Adds --data, the authority's data folder."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="SIGHTLINE_DATA",
        default=Path("sightline-data"),
        show_default=True,
        help="The authority's data folder (or SIGHTLINE_DATA).",
    )(command)


def json_option(command: Wrapped) -> Wrapped:
    """Adds --json."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")(command)


def paths_argument(command: Wrapped) -> Wrapped:
    """Adds PATH…: files or folders that exist."""
    return click.argument(
        "paths",
        nargs=-1,
        required=True,
        type=click.Path(exists=True, path_type=Path),
        metavar="PATH...",
    )(command)


def print_json(content: object) -> None:
    """One JSON document on standard output."""
    json.dump(content, sys.stdout, indent=1, default=str, ensure_ascii=False)
    sys.stdout.write("\n")


def print_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table for people on standard output; an empty cell for None."""
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*("" if cell is None else str(cell) for cell in row))
    Console(width=None if sys.stdout.isatty() else WIDTH_OF_A_FILE).print(table)


def say(words: str) -> None:
    """Progress, on standard error."""
    click.echo(words, err=True)


def fail(words: str) -> NoReturn:
    """Say what was wrong with the input and end with exit code 1."""
    click.echo(words, err=True)
    sys.exit(INPUT_HAS_ERRORS)
