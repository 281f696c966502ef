"""What most mappings are: a canonical table read column by column from one table of a return."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import ibis
from ibis.expr.types import StringColumn, StringValue, Table

from sightline.records.extracts import CHILD_COLUMN, Extracts
from sightline.records.newest import newest
from sightline.records.tables import TABLES


@dataclass(frozen=True, slots=True)
class Straight:
    """Of a canonical table: the table it is read from, its key, and ours → their columns.

    Rows that lack a day of the key are left out; of several rows of a key the newest extract's is
    believed. Words of the key are the same however they are spaced and whatever their capitals: a
    reason typed anew makes no second row.
    """

    read_from: str
    key: tuple[str, ...]
    columns: Mapping[str, str]

    def read(self, extracts: Extracts, return_name: str, name: str) -> Table:
        """The rows of canonical table `name`, with provenance."""
        ours = TABLES[name].columns
        theirs = {
            **({"child_id": CHILD_COLUMN[return_name]} if "child_id" in ours else {}),
            **self.columns,
        }
        listed = read(extracts, return_name, self.read_from, ours, theirs)
        days = [column for column in self.key if ours.get(column) == "date"]
        dated = listed.filter(*(listed[day].notnull() for day in days))
        words = [name for name in self.key if ours[name] == "string" and not name.endswith("_id")]
        typed = {f"{name} as typed": _as_one(dated[name]) for name in words}
        key = [name for name in self.key if name not in words]
        return newest(dated.mutate(**typed), [*key, *typed]).drop(*typed)


def _as_one(words: StringColumn) -> StringValue:
    """Words in one way of typing them."""
    return words.re_replace(r"\s+", " ").strip().lower()


def read(
    extracts: Extracts,
    return_name: str,
    table: str,
    kinds: Mapping[str, str],
    theirs: Mapping[str, str],
) -> Table:
    """A return's table under our names (ours → theirs), typed by `kinds`, with provenance."""
    found = extracts.table(
        return_name, table, {name: kinds[column] for column, name in theirs.items()}
    )
    return found.select(
        "period", **{column: found[name] for column, name in theirs.items()}
    ).mutate(source=ibis.literal(return_name))


Mapped = Straight | tuple[tuple[str, ...], Callable[[Extracts], Table]]
"""A straight mapping, or the tables read from and a function."""


def mapped(
    extracts: Extracts, return_name: str, mappings: Mapping[str, Mapped]
) -> dict[str, Table]:
    """Those of the mappings of a return for which an extract holds what they are read from."""
    found = {}
    for name, mapping in mappings.items():
        if isinstance(mapping, Straight):
            if extracts.has(return_name, mapping.read_from):
                found[name] = mapping.read(extracts, return_name, name)
        elif any(extracts.has(return_name, table) for table in mapping[0]):
            found[name] = mapping[1](extracts)
    return found
