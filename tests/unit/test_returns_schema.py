"""The SSDA903 year by year."""

from __future__ import annotations

import polars as pl
import pytest

from sightline.returns import RULES
from sightline.returns.annex_a import TABLES as LISTS
from sightline.returns.checks import Check, verified
from sightline.returns.ssda903 import YEARS, schema_for, year_label
from sightline.returns.tables import Severity


def _codes(year: int, table: str, column: str) -> set[str]:
    return set(schema_for(year)[table][column].codes)


def test_ten_tables_at_first_twelve_at_last() -> None:
    assert len(schema_for(2017)) == 10
    assert set(schema_for(2024)) - set(schema_for(2023)) == {"sw_episodes"}
    assert set(schema_for(2027)) - set(schema_for(2026)) == {"dolo"}
    assert len(schema_for(2027)) == 12


@pytest.mark.parametrize(
    ("table", "column", "year", "gone", "come"),
    [
        ("episodes", "REC", 2019, {"E43", "E44"}, {"E45", "E46", "E47", "E48"}),
        ("oc3", "ACTIV", 2022, {"F3", "P3"}, {"F4", "P4", "F5", "P5"}),
        ("episodes", "PLACE", 2025, {"H5", "P2"}, {"K3"}),
        ("header", "SEX", 2025, {"1", "2"}, {"M", "F", "U"}),
        ("episodes", "PLACE", 2026, set(), {"Z11", "Z12", "Z13", "Z14"}),
    ],
)
def test_codes_that_changed(
    table: str, column: str, year: int, gone: set[str], come: set[str]
) -> None:
    before, after = _codes(year - 1, table, column), _codes(year, table, column)
    assert (before - after, after - before) == (gone, come)


def test_a_year_outside_is_refused() -> None:
    for year in (YEARS[0] - 1, YEARS[-1] + 1):
        with pytest.raises(ValueError, match=str(year)):
            schema_for(year)


def test_years_are_said_as_the_sector_says_them() -> None:
    assert [year_label(year) for year in (2000, 2017, 2025)] == ["1999/00", "2016/17", "2024/25"]


def test_every_rule_is_described() -> None:
    assert RULES["date_unreadable"].severity is Severity.WARNING
    assert RULES["duplicate_row"].severity is Severity.ERROR
    assert all(rule.words.endswith(".") and rule.code == code for code, rule in RULES.items())
    assert "episode_ends_before_start" in RULES


def test_a_check_of_a_column_that_is_not_there_is_refused() -> None:
    check = Check("odd", "list_1", ("no_such",), "is odd", pl.lit(True))
    with pytest.raises(ValueError, match="list_1 has no no_such"):
        verified([check], LISTS)
