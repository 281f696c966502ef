"""Questions asked again and again with other values: compiled once for each build, as to compile
one takes longer than to answer it, and then asked with the values as parameters."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import pyarrow as pa
from ibis.expr.types import Table

from sightline.records.held_open import Build
from sightline.records.store import Records

MOST = 200  # questions; the one not asked for longest is compiled again

_compiled: OrderedDict[tuple[Build, str], tuple[str, pa.Schema]] = OrderedDict()


def ask_again(
    records: Records, name: str, question: Callable[..., Table], **values: str
) -> list[dict[str, Any]]:
    """The rows of `question(**values)`.

    `name` tells this question from every other; the question may use its values only as what a
    column is compared with (a day as `ibis.literal(value).cast("date")`).
    """
    if records.build is None:
        return records.ask(question(**values))
    key = (records.build, name)
    sql, schema = _compiled[key] = _compiled.get(key) or _compile(records, question, list(values))
    _compiled.move_to_end(key)
    while len(_compiled) > MOST:
        _compiled.popitem(last=False)
    answer = records.connection.con.execute(sql, values).to_arrow_table()
    found: list[dict[str, Any]] = answer.cast(schema).to_pylist()  # a sum comes as a decimal
    return found


def _compile(
    records: Records, question: Callable[..., Table], names: list[str]
) -> tuple[str, pa.Schema]:
    marks = {name: f"<<the {name} asked for>>" for name in names}
    asked = question(**marks)
    sql = str(records.connection.compile(asked))
    for name, mark in marks.items():
        sql = sql.replace(f"'{mark}'", f"${name}")
    return sql, asked.schema().to_pyarrow()
