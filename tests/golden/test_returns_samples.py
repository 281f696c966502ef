"""The sample returns of the sector, read: every table known, every row counted.

The numbers of rows are those of the files themselves (lines less the heading, counted by `wc -l`).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sightline.returns import ReadFile, read_files
from tests.returns_files import column, rules

SHARED = Path(os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[2].parent / "shared"))
SAMPLES = SHARED / "samples"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample returns are not here")

ROWS_2025 = {
    "DoLo.csv": ("dolo", 1),
    "ad1.csv": ("ad1", 29),
    "episodes.csv": ("episodes", 5050),
    "header.csv": ("header", 2675),
    "missing.csv": ("missing", 43),
    "oc2.csv": ("oc2", 2675),
    "oc3.csv": ("oc3", 53),
    "placed_for_adoption.csv": ("placed_for_adoption", 29),
    "previous_permanence.csv": ("previous_permanence", 2675),
    "reviews.csv": ("reviews", 12582),
    "sw_episodes.csv": ("sw_episodes", 1),
    "uasc.csv": ("uasc", 132),
}
EPISODES_BY_YEAR = {2018: 1460, 2019: 974, 2020: 648, 2021: 402, 2022: 253}
LISTS = [5, 5, 6, 5, 5, 5, 7, 5, 6, 5, 5]


def _sound(read: tuple[ReadFile, ...]) -> None:
    for file in read:
        assert file.issues.num_rows == 0
        for table in file.tables:
            assert table.rows == table.kept + table.rejected


def test_twelve_tables_of_twelve() -> None:
    read = read_files(sorted((SAMPLES / "ssda903-2025").glob("*.csv")))
    _sound(read)
    found = {Path(file.path).name: (t.table, t.rows) for file in read for t in file.tables}
    assert found == ROWS_2025
    rejected = {
        t.table: rules(t).count("duplicate_row") for f in read for t in f.tables if t.rejected
    }
    assert rejected == {"reviews": 2}


def test_five_years_are_told_from_their_dates() -> None:
    read = read_files([SAMPLES / "ssda903-five-years"])
    _sound(read)
    tables = [table for file in read for table in file.tables]
    assert len(tables) == 40
    assert {t.year: t.rows for t in tables if t.table == "episodes"} == EPISODES_BY_YEAR
    for table in tables:
        assert table.year == int(Path(table.path).name[:4]) + 1


def test_the_xml_form_gives_the_tables_of_its_children() -> None:
    (read,) = read_files([SAMPLES / "ssda903-2025" / "fake_903.xml"])
    _sound((read,))
    # counted in the document: elements CHILD, EPISODE, AREVIEW, AMISSING, DUC, IN_TOUCH, DATE_INT
    assert {t.table: t.kept for t in read.tables} == {
        "header": 253,
        "episodes": 459,
        "reviews": 1206,
        "missing": 6,
        "uasc": 12,
        "oc2": 253,
        "oc3": 6,
        "ad1": 3,
        "placed_for_adoption": 3,
        "previous_permanence": 253,
    }


def test_eleven_lists_of_eleven() -> None:
    (read,) = read_files(list((SAMPLES / "annex-a").glob("*.xlsx")))
    _sound((read,))
    assert [(t.table, t.rows) for t in read.tables] == [
        (f"list_{at}", rows) for at, rows in enumerate(LISTS, 1)
    ]
    (care,) = (table for table in read.tables if table.table == "list_8")
    assert column(care, "placement_type")[:2] == ["U6", "U1"]
    assert column(care, "legal_status")[:2] == ["E1", "C2"]
    assert not [rule for t in read.tables for rule in rules(t) if rule.startswith("column")]
