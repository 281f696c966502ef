"""How late what a measure rests on is recorded, from what the extracts of the last year showed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import ibis
from ibis import _

from sightline.insight.trust import Recorded
from sightline.measures.language import Measure
from sightline.records import Records
from sightline.records.feeds import feeds
from sightline.records.rewritten import FIRST_SHOWN


def recorded_late(records: Records, measures: Mapping[str, Measure]) -> dict[str, Recorded]:
    """Of each measure, the new entries of its inputs in the extracts of the last year, by id.

    A measure of whose inputs no extract showed anything new is left out; so is every one where the
    changes from extract to extract were not kept.
    """
    if FIRST_SHOWN not in records.connection.list_tables():
        return {}
    since = ibis.literal(records.as_at) - ibis.interval(years=1)
    shown = records.connection.table(FIRST_SHOWN).filter(_.seen_now > since)
    summed = shown.group_by(["return_name", "table", "column"]).agg(
        events=_.events.sum().cast("int64"), late=_.late.sum().cast("int64")
    )
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in records.ask(summed):
        columns = feeds().get((row["return_name"], row["table"]), {})
        fed = set(columns.get(row["column"], ()))
        for name, measure in measures.items():
            if fed & set(measure.inputs):
                found[name].append((row["events"], row["late"]))
    return {
        name: Recorded(sum(each[0] for each in rows), sum(each[1] for each in rows))
        for name, rows in found.items()
    }
