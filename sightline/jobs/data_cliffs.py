"""Whether what a measure rests on is missing more often than a year before.

Of every measure, those not to be used among them: that may be why they are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ibis import _
from ibis.expr.types import Table

from sightline.insight.comparison import Group
from sightline.insight.scrutiny import Candidate, data_cliff
from sightline.measures import Measure
from sightline.measures.rows import ROWS
from sightline.records import Records


def data_cliffs(
    records: Records, measures: Mapping[str, Measure]
) -> Iterator[tuple[str, Candidate]]:
    """Each measure's id and its rows without what they need, now beside the same month a year ago.

    A measure that had no row then is left out.
    """
    counted: dict[str, dict[date, Group]] = {}
    for row in records.ask(_counts(records)):
        group = Group("missing", row["missing"], row["rows"])
        counted.setdefault(row["measure_id"], {})[row["as_at"]] = group
    for name, measure in measures.items():
        if not (months := counted.get(name)):
            continue
        newest = max(months)
        before = {(day.year, day.month): group for day, group in months.items()}
        then = before.get((newest.year - 1, newest.month))
        if then is not None:
            what = f"What “{measure.title}” rests on"
            yield name, data_cliff(f"{name}/missing", what, months[newest], then)


def _counts(records: Records) -> Table:
    """Rows a measure and moment, and how many of them lack what the figure needs."""
    rows = records.connection.table(ROWS)
    known = rows.known.fill_null(False)
    asked = rows.filter((rows.down.fill_null(0) > 0) | ~known)
    lacking = ~asked.known.fill_null(False) | asked.up.isnull()
    return asked.group_by(["measure_id", "as_at"]).agg(
        rows=_.count().cast("int64"), missing=lacking.ifelse(1, 0).sum().cast("int64")
    )
