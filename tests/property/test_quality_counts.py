"""Counts of issues: by any cut they add up, and they are those of a plain count over the rows."""

from __future__ import annotations

from collections import Counter

import ibis
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from sightline.jobs.quality import CUTS, UNREAD, Wanted, counted
from sightline.jobs.quality_kept import GONE, ISSUE, REACH
from sightline.records import Records
from tests.costly_examples import costly

RETURNS = ["ssda903", "annex_a", None]
TEAMS = ["North", "South", "No team recorded"]
ROW = st.fixed_dictionaries(
    {
        "return_name": st.sampled_from(RETURNS),
        "table": st.sampled_from(["header", "list_8", None]),
        "column": st.sampled_from(["DOB", "SEX", None]),
        "rule": st.sampled_from(["date_unreadable", "key_blank"]),
        "severity": st.sampled_from(["error", "warning"]),
        "child_id": st.sampled_from(["A", "B", "C", None]),
        "owner": st.sampled_from(TEAMS),
        "team": st.sampled_from(["North", "South", None]),
        "worker": st.sampled_from(["Ada", None]),
    }
)
STANDING = st.tuples(ROW, st.booleans(), st.sampled_from([True, False, None])).map(
    lambda each: {**each[0], "open": each[1], "new": each[2]}
)
WANTED = st.builds(
    Wanted,
    rule=st.sampled_from(["", "date_unreadable"]),
    severity=st.sampled_from(["", "error"]),
    owner=st.sampled_from(["", "North"]),
    team=st.sampled_from(["", "South"]),
    measure=st.sampled_from(["", "m"]),
    new=st.booleans(),
)


REACHES = [
    ("ssda903", "header", "DOB", "date_unreadable", "m"),
    ("ssda903", "header", "DOB", "date_unreadable", "n"),
    ("ssda903", "header", "DOB", "key_blank", "n"),
]
TEXTS = dict.fromkeys(
    (
        *("return_name", "table", "column", "rule", "severity", "child_id", "owner", "team"),
        "worker",
    ),
    pl.String,
)

Rows = list[dict[str, object]]


def kept(issues: Rows, gone: Rows) -> Records:
    """Records that hold nothing but these issues."""
    connection = ibis.duckdb.connect()
    flags = {"open": pl.Boolean, "new": pl.Boolean}
    reach = ["return_name", "table", "column", "rule", "measure_id"]
    for name, frame in (
        (ISSUE, pl.DataFrame(issues, schema={**TEXTS, **flags})),
        (GONE, pl.DataFrame(gone, schema=TEXTS)),
        (REACH, pl.DataFrame(REACHES, schema=reach, orient="row")),
    ):
        connection.create_table(name, frame.to_arrow())
    return Records(connection, 1)


def fits(row: dict[str, object], wanted: Wanted) -> bool:
    """In plain words, what `Wanted` asks of an issue."""
    named = all(
        not getattr(wanted, name) or row[name] == getattr(wanted, name)
        for name in ("rule", "severity", "owner", "team")
    )
    place = (row["return_name"], row["table"], row["column"], row["rule"])
    reached = not wanted.measure or (*place, wanted.measure) in REACHES
    return named and reached and (not wanted.new or row.get("new") in (True, None))


@costly
@given(st.lists(STANDING, max_size=12), st.lists(ROW, max_size=6), WANTED)
def test_every_cut_adds_up_to_what_a_plain_count_gives(
    issues: Rows, gone: Rows, wanted: Wanted
) -> None:
    records = kept(issues, gone)
    fitting = [
        row
        for row in issues
        if row["open"] and fits(row, wanted) and (not wanted.new or row["new"])
    ]
    left = [row for row in gone if fits(row, wanted)]
    try:
        for by, column in CUTS.items():
            found = counted(records, by, wanted)
            assert sum(each.issues for each in found) == len(fitting)
            assert sum(each.gone or 0 for each in found) == len(left)
            names = Counter(row[column] or UNREAD for row in fitting)
            assert {each.name: each.issues for each in found if each.issues} == names
            errors = Counter(r[column] or UNREAD for r in fitting if r["severity"] == "error")
            assert {each.name: each.errors for each in found if each.errors} == errors
            for each in found:
                of_it = [row for row in fitting if (row[column] or UNREAD) == each.name]
                assert each.children == len({row["child_id"] for row in of_it} - {None})
                assert (each.new or 0) == sum(row["new"] is True for row in of_it)
    finally:
        records.connection.disconnect()
