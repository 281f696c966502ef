"""Working days in England, against the list of bank holidays published on GOV.UK."""

from datetime import date, timedelta

import pytest

from sightline.duties.working_days import (
    add_working_days,
    bank_holidays,
    calendar,
    is_working_day,
    working_days_between,
)

PUBLISHED = {
    2020: "1/1 10/4 13/4 8/5 25/5 31/8 25/12 28/12",
    2021: "1/1 2/4 5/4 3/5 31/5 30/8 27/12 28/12",
    2022: "3/1 15/4 18/4 2/5 2/6 3/6 29/8 19/9 26/12 27/12",
    2023: "2/1 7/4 10/4 1/5 8/5 29/5 28/8 25/12 26/12",
    2024: "1/1 29/3 1/4 6/5 27/5 26/8 25/12 26/12",
    2025: "1/1 18/4 21/4 5/5 26/5 25/8 25/12 26/12",
    2026: "1/1 3/4 6/4 4/5 25/5 31/8 25/12 28/12",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_the_weekdays_off_are_those_published(year: int) -> None:
    published = {
        date(year, int(month), int(day))
        for day, month in (word.split("/") for word in PUBLISHED[year].split())
    }
    assert {day for day in bank_holidays(year) if day.weekday() < 5} == published


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2020, 5, 4), True),  # the early May holiday moved to VE Day
        (date(2020, 5, 8), False),
        (date(2022, 5, 30), True),  # the spring holiday moved to the Jubilee
        (date(2022, 6, 3), False),
        (date(2022, 9, 19), False),  # state funeral
        (date(2023, 5, 8), False),  # coronation
        (date(2025, 6, 7), False),  # a Saturday
        (date(2025, 11, 30), False),  # St Andrew's is no holiday in England; a Sunday is
        (date(2025, 3, 17), True),  # nor is St Patrick's
    ],
)
def test_days_moved_and_added(day: date, working: bool) -> None:
    assert is_working_day(day) is working


@pytest.mark.parametrize("start", [date(2025, 4, 11), date(2025, 4, 12), date(2025, 4, 13)])
def test_a_start_at_the_weekend_counts_as_the_friday_before(start: date) -> None:
    assert add_working_days(start, 1) == date(2025, 4, 14)
    assert add_working_days(start, 5) == date(2025, 4, 22)  # Easter lies between
    assert working_days_between(start, date(2025, 4, 22)) == 5


def test_the_calendar_finds_the_nth_working_day_after_any_day() -> None:
    table = calendar(date(2025, 1, 1), date(2025, 12, 31)).to_pylist()
    number = {row["day"]: row["working_day_number"] for row in table}
    working = {row["working_day_number"]: row["day"] for row in table if row["is_working_day"]}
    for ahead in range(300):
        start = date(2025, 1, 1) + timedelta(days=ahead)
        assert working[number[start] + 20] == add_working_days(start, 20)


def test_wrong_calls_are_refused() -> None:
    with pytest.raises(ValueError, match="1 or more"):
        add_working_days(date(2025, 1, 1), 0)
    with pytest.raises(ValueError, match="before the start"):
        working_days_between(date(2025, 1, 2), date(2025, 1, 1))
    with pytest.raises(ValueError, match="before the first"):
        calendar(date(2025, 1, 2), date(2025, 1, 1))
