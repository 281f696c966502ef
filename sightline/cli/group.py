"""The group that every command hangs on: what is true of all of them."""

from __future__ import annotations

import errno
import sys
from collections.abc import Mapping
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from sightline.cli.printing import fail


class Commands(click.Group):
    """Prints UTF-8 wherever it is sent, and says in a line what the machine refused.

    `where` names the module of each command; it is imported when the command is asked for, so that
    none waits for what only others need.
    """

    def __init__(self, *args: Any, where: Mapping[str, str], **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.where = where

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the alphabet."""
        return sorted(self.where)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None where there is none."""
        if cmd_name not in self.where:
            return None
        module = import_module(f"sightline.cli.{self.where[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for; a disk or folder that refuses is exit 1."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8")
        try:
            return super().invoke(ctx)
        except OSError as problem:
            if problem.errno == errno.EPIPE:  # whoever read our words has heard enough
                raise
            fail(_said(problem))
        except Exception as problem:
            if not _refused_by_duckdb(problem):
                raise
            fail(str(problem))


def _said(problem: OSError) -> str:
    reason = problem.strerror or str(problem)
    return f"{problem.filename}: {reason}." if problem.filename else f"{reason}."


def _refused_by_duckdb(problem: Exception) -> bool:
    """Asked only of what is loaded: most commands have no database open."""
    duckdb = sys.modules.get("duckdb")
    return duckdb is not None and isinstance(problem, duckdb.IOException)
