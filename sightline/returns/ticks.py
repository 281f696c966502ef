"""Lists of options that a cell holds as JSON: {"ADOPTION": "Y", …}, or ["1A", "2B"]."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import polars as pl

from sightline.returns.values import by_distinct

SEPARATOR = ","
"""Stands between the options ticked, which come in the order they are declared."""

_TICKED = ("Y", "YES", "TRUE", "T", "1")
_NOT_TICKED = ("", "N", "NO", "FALSE", "F", "0", "NONE", "NULL", "NA", "N/A")
_SHAPE = pl.Struct({"ticked": pl.String, "broken": pl.Boolean, "strange": pl.Boolean})


class _BrokenError(Exception):
    """The cell is no list of options."""


def read_ticks(cells: pl.Series, options: Sequence[str], beside: Sequence[str]) -> pl.DataFrame:
    """What is ticked in each cell, and what is wrong with it.

    Columns: `ticked`, the options joined by SEPARATOR, null where there are none; `broken`, where
    the cell is no such list; `strange`, where it ticks something that is neither an option nor
    named in `beside`.
    """

    def read(distinct: pl.Series) -> pl.Series:
        return pl.Series([_read(text, options, beside) for text in distinct], dtype=_SHAPE)

    both = by_distinct(cells, read).struct.unnest()
    return both.with_columns(pl.col("broken", "strange").fill_null(False))


def _read(text: str, options: Sequence[str], beside: Sequence[str]) -> dict[str, object]:
    try:
        named = {name.strip().upper() for name in _ticked(text, options)} - {""}
    except (_BrokenError, ValueError, RecursionError):
        return {"ticked": None, "broken": True, "strange": False}
    found = [option for option in options if option in named]
    strange = named - set(options) - set(beside)
    return {
        "ticked": SEPARATOR.join(found) or None,
        "broken": False,
        "strange": bool(strange),
    }


def _ticked(text: str, options: Sequence[str]) -> Iterable[str]:
    """The names ticked. A bare list, such as 1A, 2B, is believed where it names options alone."""
    bare = [name.strip() for name in text.replace(";", ",").split(",")]
    if all(name.upper() in options for name in bare):
        return bare
    return _names(json.loads(text), options)


def _names(said: object, options: Sequence[str]) -> list[str]:
    if said is None:
        return []
    if isinstance(said, list):
        return [name for each in said for name in _of_list(each, options)]
    if isinstance(said, dict):
        return [str(name) for name, answer in said.items() if _is_ticked(name, answer, options)]
    raise _BrokenError


def _of_list(each: object, options: Sequence[str]) -> list[str]:
    return [each] if isinstance(each, str) else _names(each, options)


def _is_ticked(name: str, answer: object, options: Sequence[str]) -> bool:
    """Whether an answer is yes; an answer neither yes nor no breaks the list if it is an option's.

    What stands beside the options, such as comments, may say anything.
    """
    said = str(answer).strip().upper()
    if said in _TICKED:
        return True
    if said in _NOT_TICKED or name.strip().upper() not in options:
        return False
    raise _BrokenError
