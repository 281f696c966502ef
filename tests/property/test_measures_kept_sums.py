"""The sums kept at a load are those of the rows, added up by hand, whole and group by group."""

from __future__ import annotations

import math
from collections import defaultdict
from datetime import date
from typing import Any

import ibis
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.measures import catalogue
from sightline.measures.figures import breakdown, series, series_by
from sightline.measures.kept_sums import NOT_KNOWN, SUMS, WHOLE, keep_sums, sums
from sightline.measures.rows import ROWS, SCHEMA
from sightline.measures.view import GROUPS
from sightline.records import Records

DAYS = (date(2026, 1, 31), date(2026, 2, 28))
MEASURES = ("reviews_in_timescale", "children_in_care")

measure_rows = st.lists(
    st.fixed_dictionaries(
        {
            "measure_id": st.sampled_from(MEASURES),
            "as_at": st.sampled_from(DAYS),
            "child_id": st.sampled_from(["A", "B", "C"]),
            "up": st.sampled_from([None, 0.0, 1.0, 2.5]),
            "down": st.sampled_from([0.0, 1.0, 30.0]),
            "known": st.booleans(),
            **{by: st.sampled_from([None, "North", "South"]) for by in GROUPS},
        }
    ),
    min_size=1,
    max_size=12,
)


def held(listed: list[dict[str, Any]]) -> Records:
    connection = ibis.duckdb.connect()
    schema = SCHEMA.to_pyarrow()
    rows = [{name: row.get(name) for name in schema.names} for row in listed]
    connection.create_table(ROWS, pa.Table.from_pylist(rows, schema=schema))
    return Records(connection, 1)


def by_hand(listed: list[dict[str, Any]], cut: str) -> dict[tuple[str, str, date], list[float]]:
    """{(measure, group, day): [numerator, squares, denominator, share known]}"""
    groups = defaultdict(list)
    for row in listed:
        name = WHOLE if cut == WHOLE else row[cut] or NOT_KNOWN
        groups[row["measure_id"], name, row["as_at"]].append(row)
    return {
        key: [
            math.fsum(row["up"] or 0 for row in rows),
            math.fsum((row["up"] or 0) ** 2 for row in rows),
            math.fsum(row["down"] for row in rows),
            sum(row["known"] for row in rows) / len(rows),
        ]
        for key, rows in groups.items()
    }


@given(listed=measure_rows)
@settings(max_examples=15)
def test_kept_sums_are_those_of_the_rows(listed: list[dict[str, Any]]) -> None:
    records = held(listed)
    keep_sums(records)
    assert SUMS in records.connection.list_tables()
    for cut in (WHOLE, *GROUPS):
        found = {
            (row["measure_id"], row["name"], row["as_at"]): [
                row["numerator"] or 0,
                row["squares"] or 0,
                row["denominator"],
                row["known_share"],
            ]
            for row in records.ask(sums(records, cut))
        }
        expected = by_hand(listed, cut)
        assert found.keys() == expected.keys()
        for key, parts in found.items():
            assert all(map(math.isclose, parts, expected[key])), (cut, key)


def _of_a_share(row: dict[str, Any]) -> dict[str, Any]:
    """The row of a child who is in the numerator, is not, or of whom it is not known."""
    up = row["up"]
    return {**row, "up": up and min(up, 1.0), "down": 0.0 if up is None else 1.0}


@given(listed=measure_rows)
@settings(max_examples=8)
def test_figures_from_what_is_kept_are_those_from_the_rows(listed: list[dict[str, Any]]) -> None:
    records, known = held([_of_a_share(row) for row in listed]), catalogue()
    reviews = known["reviews_in_timescale"]

    def figures() -> object:
        return (
            series(records, known),
            series_by(records, known, "team"),
            breakdown(records, reviews, "sex", DAYS[0]),
        )

    summed = figures()
    keep_sums(records)
    assert figures() == summed
