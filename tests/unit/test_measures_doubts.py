"""Which measures an issue reaches, and how many children of a share are sure."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from sightline.insight.bounds import Bounds
from sightline.measures import catalogue
from sightline.measures.doubts import (
    HARMLESS,
    count_by_input,
    count_sure,
    doubted,
    reached,
    reaches,
)
from sightline.records.feeds import FILLED, LACKING
from sightline.returns import RULES
from sightline.returns.registry import RETURNS
from sightline.returns.schemas import TABLES

AS_AT = date(2026, 10, 31)


def test_a_heading_as_the_file_writes_it_reaches_the_measures_worked_out_from_it() -> None:
    place = ("annex_a", "list_8", "Date of Last Dental Check", "date_unreadable")
    found = reached(place, catalogue())
    assert found == ("dental_checks",)


def test_a_birth_date_reaches_what_depends_on_age() -> None:
    assert set(reached(("ssda903", "header", "DOB", "date_unreadable"), catalogue())) == {
        "health_assessments_in_timescale",
        "long_term_stability",
        "sdq_received",
        "sdq_mean",
        "sdq_of_concern",
        "convicted",
        "young_in_childrens_homes",
        "early_permanence",
        "took_part_in_review",
    }


@pytest.mark.parametrize(
    "place",
    [
        ("ssda903", "header", "UPN", "required_blank"),
        ("ssda903", None, "DOB", "date_unreadable"),
        ("ssda903", "header", "DOB", "duplicate_row"),  # nothing is lost
        ("other", "x", "DOB", "date_unreadable"),
    ],
)
def test_what_feeds_nothing_reaches_nothing(place: tuple[str, str | None, str, str]) -> None:
    assert reached(place, catalogue()) == ()


def test_a_home_without_its_number_puts_the_number_in_doubt_and_not_the_home() -> None:
    found = reached(("annex_a", "list_8", "Placement Type", "urn_blank"), catalogue())
    assert found == ("unregistered_homes",)


def test_a_check_that_misses_a_column_puts_that_column_in_doubt() -> None:
    checks = {(known.name, check.id): check for known in RETURNS for check in known.checks}
    for key, column in LACKING.items():
        assert column in checks[key].columns[1:], key


ITSELF = {
    *(("ssda903", "placement_change_of_open_episode"), ("ssda903", "sdq_neither")),
    *(("ssda903", "health_partly_answered"), ("ssda903", "care_leaver_partly_answered")),
    *(("ssda903", "adopters_partly_answered"), ("annex_a", "in_touch_never_contacted")),
    *(("cin_census", "upn_neither"), ("cin_census", "birth_neither_or_both")),
}
"""Checks of a column and a blank one that put in doubt the column which they name."""


def test_every_check_of_a_blank_says_which_column_it_puts_in_doubt() -> None:
    blank = {
        (known.name, check.id)
        for known in RETURNS
        for check in known.checks
        for column in check.columns[1:]
        if f'col("{column}").is_null()' in str(check.when)
    }
    assert blank - LACKING.keys() == ITSELF


def test_columns_that_every_row_should_fill_are_columns() -> None:
    for (return_name, table), names in FILLED.items():
        assert set(names) <= {field.name for field in TABLES[return_name][table].fields}


def test_the_rules_that_put_nobody_in_doubt_are_rules() -> None:
    assert set(HARMLESS) <= set(RULES)


def issues(*rows: tuple[str, str, str, str | None, bool]) -> pl.DataFrame:
    """Issues of list 8: column, rule, child, and whether in the newest file."""
    return pl.DataFrame(
        [("annex_a", "list_8", *row) for row in rows],
        schema=["return_name", "table", "column", "rule", "severity", "child_id", "newest"],
        orient="row",
    )


def test_a_child_is_doubted_by_an_issue_of_the_newest_file_that_lost_something() -> None:
    teeth = "Date of Last Dental Check"
    found = issues(
        (teeth, "date_unreadable", "warning", "A", True),
        (teeth, "date_unreadable", "warning", "B", False),  # an older month's
        (teeth, "header_repeated", "warning", "C", True),  # nothing was lost
        ("Placement Location", "code_unknown", "warning", "D", True),  # reaches no measure
        (teeth, "column_missing", "warning", None, True),  # of no child
    )
    reach = reaches(found, catalogue())
    assert doubted(found, reach).rows() == [("dental_checks", "A", "list_8", teeth, False)]


def test_what_puts_a_measure_in_doubt_is_counted_column_by_column() -> None:
    """A has an error in one column, a warning in another; B lacks inputs: told elsewhere."""
    rows = pl.DataFrame(
        {
            "measure_id": "m",
            "as_at": AS_AT,
            "child_id": ["A", "B", "C"],
            "up": [1.0, None, 0.0],
            "down": [1.0, 0.0, 1.0],
            "known": [True, False, True],
        }
    )
    doubts = pl.DataFrame(
        [
            ("m", "A", "list_8", "Visit", True),
            ("m", "A", "list_8", "Worker", False),
            ("m", "B", "list_8", "Visit", True),
            ("m", "C", "list_8", "Visit", False),
        ],
        schema=["measure_id", "child_id", "table", "column", "wrong"],
        orient="row",
    )
    assert count_by_input(rows, doubts).rows() == [
        ("m", "list_8", "Visit", 1, 1),
        ("m", "list_8", "Worker", 0, 1),
    ]


def test_the_sure_the_unknown_and_the_doubted_are_counted_apart() -> None:
    """The board's example: 71 of 100, of whom 11 are not sure: five unknown, six doubted.

    Of the doubted five are met, so 66 are surely met: bounds 66% to 77%.
    """
    rows = pl.DataFrame(
        {
            "measure_id": "m",
            "as_at": AS_AT,
            "child_id": [f"C{number}" for number in range(100)],
            "up": [1.0] * 71 + [0.0] * 29,
            "down": [1.0] * 100,
            "known": [True] * 95 + [False] * 5,
        }
    )
    doubts = pl.DataFrame({"measure_id": "m", "child_id": ["C0", "C1", "C2", "C3", "C4", "C80"]})
    [found] = count_sure(rows, doubts).to_dicts()
    assert found["children"] == 100
    assert (found["met"], found["counted"]) == (71, 100)
    assert (found["unknown"], found["doubted"]) == (5, 6)
    bounds = Bounds(found["sure_met"], found["sure"], found["children"])
    assert (bounds.low, bounds.high) == (0.66, 0.77)


def test_a_child_whom_the_figure_leaves_out_because_nothing_is_known_is_in_the_bounds() -> None:
    rows = pl.DataFrame(
        {
            "measure_id": "m",
            "as_at": AS_AT,
            "child_id": ["A", "B", "C"],
            "up": [1.0, 0.0, None],
            "down": [1.0, 1.0, 0.0],
            "known": [True, True, False],
        }
    )
    nobody = pl.DataFrame(schema={"measure_id": pl.String, "child_id": pl.String})
    [found] = count_sure(rows, nobody).to_dicts()
    assert (found["met"], found["counted"], found["children"]) == (1, 2, 3)
    assert (found["sure_met"], found["sure"]) == (1, 2)
