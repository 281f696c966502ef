"""Which tables can hold a row at all: what nobody sent costs no query."""

from __future__ import annotations

from functools import cache

import ibis
from ibis.expr import operations as ops
from ibis.expr.schema import Schema
from ibis.expr.types import Table

_NEEDS_BOTH = ("inner", "semi", "cross")
_NEEDS_FIRST = ("left", "anti", "asof")


@cache  # so that two expressions are the same where all they hold is
def nothing(schema: Schema) -> Table:
    """The table that stands in for what nobody sent: its columns, and no row."""
    return ibis.memtable(schema.to_pyarrow().empty_table())


def union(*tables: Table, distinct: bool = False) -> Table:
    """The rows of all of them, as `ibis.union`, without those that can have none."""
    first, *others = [table for table in tables if is_fed(table)] or tables[:1]
    columns = list(tables[0].columns)
    united = ibis.union(first, *others, distinct=distinct) if others else first
    return united.select(columns)


def is_fed(table: Table) -> bool:
    """Whether a table can hold a row, going by what lies under it; nothing is worked out.

    False is certain. True is not: only a query tells what a filter leaves of an extract.
    """

    @cache  # of this question alone: a step may be met by many ways
    def fed(node: ops.Relation) -> bool:
        match node:
            case ops.InMemoryTable():
                return bool(node.data.to_pyarrow(node.schema).num_rows)
            case ops.JoinChain():
                return _joined(fed(node.first), [(link.how, fed(link.table)) for link in node.rest])
            case ops.Union():
                return fed(node.left) or fed(node.right)
            case ops.Aggregate() if not node.groups:
                return True  # a total of nothing is a row
            case _:
                return fed(node.parent) if hasattr(node, "parent") else True

    return fed(table.op())


def _joined(first: bool, rest: list[tuple[str, bool]]) -> bool:
    for how, other in rest:
        if how in _NEEDS_BOTH:
            first = first and other
        elif how not in _NEEDS_FIRST:
            first = first or other
    return first
