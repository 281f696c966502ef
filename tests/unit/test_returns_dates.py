"""Dates as authorities write them, and the ones nobody should guess."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from sightline.returns.values import clean_text, read_dates, read_flags, read_integers


def _date(text: str) -> date | None:
    value: date | None = read_dates(clean_text(pl.Series([text]))).to_list()[0]
    return value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31/01/2024", date(2024, 1, 31)),
        ("1/2/2024", date(2024, 2, 1)),
        ("01/02/24", date(2024, 2, 1)),
        (" 01/02/2024 ", date(2024, 2, 1)),
        ("2024-02-01", date(2024, 2, 1)),
        ("2024-02-01T00:00:00", date(2024, 2, 1)),
        ("01/02/2024 00:00", date(2024, 2, 1)),
        ("01-02-2024", date(2024, 2, 1)),
        ("01.02.2024", date(2024, 2, 1)),
        ("01-Feb-2024", date(2024, 2, 1)),
        ("1 February 2024", date(2024, 2, 1)),
        ("20240201", date(2024, 2, 1)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_forms_of_a_date(text: str, expected: date) -> None:
    assert _date(text) == expected


@pytest.mark.parametrize(
    ("serial", "expected"),
    # Microsoft's own examples: 1 January 2008 is 39448; 1 January 1900 is day 1.
    [("39448", date(2008, 1, 1)), ("39448.75", date(2008, 1, 1)), ("36526", date(2000, 1, 1))],
)
def test_the_day_count_of_a_spreadsheet(serial: str, expected: date) -> None:
    assert _date(serial) == expected


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2024",
        "29/02/2023",
        "03/25/2024",
        "2024-13-01",
        "soon",
        "1/1/0001",
        "05/06",
        "0",
        "123456",
    ],
)
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    assert _date(text) is None


@pytest.mark.parametrize("text", ["", "  ", "NULL", "nan", "NaT", "#N/A"])
def test_what_exports_write_for_nothing_is_blank(text: str) -> None:
    assert clean_text(pl.Series([text])).to_list() == [None]


def test_flags_and_whole_numbers() -> None:
    flags = pl.Series(["1", "0", "1.0", "true", "No", "2", None])
    assert read_flags(clean_text(flags)).to_list() == [True, False, True, True, False, None, None]
    numbers = pl.Series(["12", "12.0", "1,200", "12.5", "1e400", "x", None])
    assert read_integers(clean_text(numbers)).to_list() == [12, 12, 1200, None, None, None, None]


def test_an_identifier_that_became_a_number_is_made_whole_again() -> None:
    assert clean_text(pl.Series(["9212044.0", "\u00a0A1 ", "0012"])).to_list() == [
        "9212044",
        "A1",
        "0012",
    ]
