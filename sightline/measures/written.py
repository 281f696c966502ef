"""What a set of measures asks of any records, as SQL: written once, and kept for other processes.

To write the queries takes longer than to answer them for one authority. But they only name tables,
so what is written is kept in the process and beside the records, under a digest of all that it was
written with: our source, the libraries, and which measures.
"""

from __future__ import annotations

import base64
import json
import os
import uuid
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import ibis
import ibis.expr.operations as ops
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.schema import Schema
from ibis.expr.types import Table

from sightline.measures.language import Measure
from sightline.measures.rows import ROWS, rows
from sightline.measures.view import View
from sightline.records import TABLES, Records
from sightline.records.making import Query, columns_of, made, query_of

WORKING = "working"
"""The database of tables that measures share; it lasts as long as they are worked out."""
FOLDER = "written"
_LIBRARIES = ("duckdb", "holidays", "ibis-framework", "pyarrow", "sqlglot")
_SOURCE = Path(__file__).parents[1]


class Step(NamedTuple):
    """A table of WORKING to make, or rows of one measure to add to ROWS."""

    name: str
    columns: str  # as a declaration lists them
    query: Query
    needs: tuple[str, ...]  # the tables of WORKING that earlier steps make


class Named(NamedTuple):
    """A table of WORKING that is made of the records themselves, not by a step."""

    name: str
    schema: Schema

    def table(self) -> Table:
        """What a query names it by."""
        return ibis.table(self.schema, name=self.name, catalog=WORKING, database="main")


@dataclass(frozen=True, slots=True)
class _Unasked(Records):
    """Records of which the tables are named and nothing is asked; `made` are what was kept."""

    made: list[tuple[str, Table]] = field(default_factory=list)

    def table(self, name: str) -> Table:
        """A canonical table of whichever records are asked."""
        return made(name, TABLES[name].schema)

    def kept(self, name: str, expression: Table) -> Table:
        """The table of that name, which a step makes."""
        self.made.append((name, expression))
        return Named(name, expression.schema()).table()


@cache
def steps(
    measures: tuple[Measure, ...], moment: Named, days: Named, folder: Path | None
) -> tuple[Step, ...]:
    """What must be worked out, in order: tables that measures share, and each measure's rows.

    `moment` and `days` are a view's moments and working days. What is written is kept in `folder`,
    where one is given and the measures are Sightline's own.
    """
    if folder is None or not all(_is_ours(measure) for measure in measures):
        return tuple(_write(measures, moment, days))
    kept = folder / FOLDER / f"{_digest(measures, (moment, days))}.json"
    with suppress(OSError, ValueError, KeyError, TypeError, pa.ArrowInvalid):
        return tuple(_read(kept))  # not there, or cut off: it is written again
    found = tuple(_write(measures, moment, days))
    with suppress(OSError):  # it only saves time: a folder that cannot be written to is no error
        _keep(kept, found)
    return found


def _write(measures: tuple[Measure, ...], moment: Named, days: Named) -> Iterable[Step]:
    records = _Unasked(Backend(), load_id=0)
    view = View(records, moment.table(), populations={"working_days": days.table()})
    for measure in measures:
        found = rows(measure, view)
        records.made.append((ROWS, found))
    for name, expression in records.made:
        named = (table for table in expression.op().find(ops.UnboundTable))
        needs = {table.name for table in named if table.namespace.catalog == WORKING}
        needs -= {moment.name, days.name}
        columns = columns_of(expression.schema())
        yield Step(name, columns, query_of(expression), tuple(sorted(needs)))


def _is_ours(measure: Measure) -> bool:
    """Whether the digest covers its source."""
    return str(measure.how.__module__).startswith("sightline.")


def _digest(measures: tuple[Measure, ...], given: tuple[Named, ...]) -> str:
    asked = [measure.id for measure in measures] + [repr(named) for named in given]
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    return sha256("\n".join([_source(), *libraries, *asked]).encode()).hexdigest()


@cache
def _source() -> str:
    """The digest of every module of Sightline, so that a changed one is never passed over."""
    found = sha256()
    for file in sorted(_SOURCE.rglob("*.py")):
        text = file.read_bytes()
        found.update(f"{file.relative_to(_SOURCE)} {len(text)}\n".encode())
        found.update(text)
    return found.hexdigest()


def _keep(path: Path, written: Iterable[Step]) -> None:
    """Beside what is there, then in its place: a reader sees the whole of it or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{uuid.uuid4().hex}.unfinished")
    fresh.write_text(json.dumps([_told(step) for step in written]), encoding="utf-8")
    os.replace(fresh, path)
    for left in path.parent.iterdir():
        if left != path:
            left.unlink(missing_ok=True)


def _told(step: Step) -> dict[str, object]:
    brings = {name: _packed(table) for name, table in step.query.brings.items()}
    return {
        "name": step.name,
        "columns": step.columns,
        "sql": step.query.sql,
        "brings": brings,
        "needs": step.needs,
    }


def _read(path: Path) -> Iterable[Step]:
    for told in json.loads(path.read_text(encoding="utf-8")):
        brings = {name: _unpacked(text) for name, text in told["brings"].items()}
        yield Step(told["name"], told["columns"], Query(told["sql"], brings), tuple(told["needs"]))


def _packed(table: pa.Table) -> str:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return base64.b64encode(sink.getvalue().to_pybytes()).decode("ascii")


def _unpacked(text: str) -> pa.Table:
    return pa.ipc.open_stream(base64.b64decode(text)).read_all()
