"""Which version of this software is at work: part of what a figure rests on."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version


@cache
def software() -> str:
    """The version of Sightline that is installed, such as 0.1.0."""
    return version("sightline")
