"""The group that every command hangs on: what is true of all of them."""

from __future__ import annotations

import errno
import sys
from io import TextIOWrapper

import click
import duckdb

from sightline.cli.printing import fail


class Commands(click.Group):
    """Prints UTF-8 wherever it is sent, and says in a line what the machine refused."""

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
        except duckdb.IOException as problem:
            fail(str(problem))


def _said(problem: OSError) -> str:
    reason = problem.strerror or str(problem)
    return f"{problem.filename}: {reason}." if problem.filename else f"{reason}."
