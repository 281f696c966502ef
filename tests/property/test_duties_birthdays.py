"""A birthday is the same day in the duties, in the checks of returns and in the measures.

Expected: the first day on which age, counted as everyone counts it, is reached. Born on 29 February
and asked of another year, that day is 1 March: on 28 February no anniversary has come.
"""

from __future__ import annotations

from datetime import date, timedelta

import ibis
import polars as pl
import pyarrow as pa
import pytest

from sightline.duties.birthday import birthday
from sightline.measures.view import age_on, birthday_of
from sightline.returns.checks import birthday as birthday_in_checks
from sightline.synthetic.days import birthday as birthday_made_up

FIRST = date(2003, 12, 1)
BORN = [FIRST + timedelta(days=n) for n in range(5 * 366)]  # two leap days among them
AGES = (4, 5, 10, 16, 18, 21, 25)


def reached(born: date, age: int) -> date:
    """By counting: the first day from which month and day are no longer before those of birth."""
    day = date(born.year + age, 1, 1)
    while (day.month, day.day) < (born.month, born.day):
        day += timedelta(days=1)
    return day


def test_of_a_leap_day() -> None:
    assert birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert birthday(date(2008, 2, 29), 16) == date(2024, 2, 29)


@pytest.mark.parametrize("age", AGES)
def test_all_say_the_same_day(age: int) -> None:
    expected = [reached(born, age) for born in BORN]
    column = pl.DataFrame({"born": BORN})
    in_checks = column.select(birthday_in_checks(pl.col("born"), age)).to_series().to_list()
    born = ibis.memtable(pa.table({"born": pa.array(BORN, pa.date32())}))
    day = birthday_of(born.born, age)
    measured = ibis.duckdb.connect().to_pyarrow(
        born.mutate(day=day, age=age_on(born.born, day)).order_by("born")
    )

    assert [birthday(each, age) for each in BORN] == expected
    assert in_checks == expected
    assert measured["day"].to_pylist() == expected
    assert set(measured["age"].to_pylist()) == {age}
    made_up = [birthday_made_up(each.toordinal(), age) for each in BORN]
    assert [date.fromordinal(each) for each in made_up] == expected
