"""Periods and the corresponding-date rule."""

from datetime import date

import duckdb
import pytest

from sightline.duties.period import Period, add_months


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2025, 1, 15), 3, date(2025, 4, 15)),
        (date(2024, 11, 30), 3, date(2025, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2025, 2, 28), 6, date(2025, 8, 28)),
        (date(2025, 12, 31), 12, date(2026, 12, 31)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_months_end_on_the_corresponding_date_or_the_last_day(
    start: date, months: int, expected: date
) -> None:
    assert add_months(start, months) == expected


@pytest.mark.parametrize("months", [1, 3, 6, 12, 60])
def test_the_engine_keeps_the_same_convention(months: int) -> None:
    days = duckdb.execute(
        f"select d::date, (d + interval {months} month)::date "
        "from range(date '2019-12-01', date '2021-03-31', interval 1 day) t(d)"
    ).fetchall()
    assert all(add_months(start, months) == later for start, later in days)


def test_a_period_reads_as_english_and_has_one_unit() -> None:
    assert str(Period(weeks=1)) == "1 week"
    assert str(Period(working_days=20)) == "20 working days"
    assert str(Period(days=3)) == "3 days"
    assert Period(days=3).after(date(2025, 6, 6)) == date(2025, 6, 9)
    assert Period(weeks=6).after(date(2025, 3, 10)) == date(2025, 4, 21)
    for wrong in ({}, {"weeks": 1, "months": 1}, {"weeks": -1}):
        with pytest.raises(ValueError, match="exactly one unit"):
            Period(**wrong)
