"""Where a column of an Ibis table comes from: read off the query, which is not run.

What a column's value is made of is followed through selections, joins, unions and totals, down to
the columns of unbound tables. `choosing` follows too what its rows are chosen by, or joined into
one by. What only orders rows is not followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ibis.expr import operations as ops
from ibis.expr.types import Table

KINDS = ("kind", "step")
"""Columns that say of what kind a dated row is."""

CHOOSING = ("inner", "semi", "anti")
"""Joins after which only some of the rows are left."""


class Origin(NamedTuple):
    """A column of an unbound table; `kind` of the rows for which it is read, None for any."""

    table: str
    column: str
    kind: str | None = None


def origins(table: Table, column: str, *, choosing: bool = False) -> frozenset[Origin]:
    """What a column's values are made of; `choosing`: and what its rows are chosen by."""
    return _origins(table.op(), column, choosing)


@cache
def _origins(table: ops.Relation, column: str, choosing: bool) -> frozenset[Origin]:
    match table:
        case ops.UnboundTable():
            return frozenset({Origin(table.name, column)})
        case ops.InMemoryTable() | ops.DummyTable():
            return frozenset()
        case ops.Union():
            sides = (table.left, table.right)
            return frozenset().union(*(_of_kind(side, column, choosing) for side in sides))
        case ops.Aggregate():
            found = _of_value({**table.groups, **table.metrics}[column], choosing)
        case _ if column in (made := getattr(table, "values", {})):
            found = _of_value(made[column], choosing)
        case _:
            found = _origins(table.parent, column, choosing)
    return found.union(*(_of_value(each, False) for each in _choosers(table) if choosing))


def _choosers(table: ops.Relation) -> tuple[ops.Value, ...]:
    """What a step of the query chooses rows by, or joins several into one by."""
    match table:
        case ops.Filter():
            return tuple(table.predicates)
        case ops.Aggregate():
            return tuple(table.groups.values())
        case ops.JoinChain():
            links = (link for link in table.rest if link.how in CHOOSING)
            return tuple(each for link in links for each in link.predicates)
    return ()


def _of_kind(table: ops.Relation, column: str, choosing: bool) -> frozenset[Origin]:
    """The origins in one side of a union, each with the kinds that the side gives its rows."""
    named = next((name for name in KINDS if name in table.schema), None)
    kinds = _constants(table, named) if named else frozenset()
    found = _origins(table, column, choosing)
    if not kinds:
        return found
    return frozenset(
        each if each.kind else each._replace(kind=kind) for each in found for kind in kinds
    )


def _of_value(value: ops.Value, choosing: bool) -> frozenset[Origin]:
    found = (_origins(field.rel, field.name, choosing) for field in _fields(value))
    return frozenset().union(*found)


def _fields(value: ops.Value) -> Iterator[ops.Field]:
    """The columns that a value reads; of a window, what is worked out and not over which rows."""
    if isinstance(value, ops.Field):
        yield value
        return
    inner = (value.func,) if isinstance(value, ops.WindowFunction) else value.__args__
    for each in inner:
        for node in each if isinstance(each, tuple) else (each,):
            if isinstance(node, ops.Value) and not isinstance(node, ops.Subquery):
                yield from _fields(node)


def _constants(table: ops.Relation, column: str) -> frozenset[str]:
    """The words that a column can hold, where the query itself says them; empty where it reads."""
    made = getattr(table, "values", {})
    value = made.get(column)
    while isinstance(value, ops.Alias | ops.Cast):
        value = value.arg
    match value:
        case None if hasattr(table, "parent"):
            return _constants(table.parent, column)
        case ops.Field():
            return _constants(value.rel, value.name)
        case ops.Literal():
            return frozenset({str(value.value)})
        case ops.SearchedCase() if all(isinstance(each, ops.Literal) for each in value.results):
            return frozenset(str(each.value) for each in value.results)
    return frozenset()
