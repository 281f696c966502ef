"""Working days in England: not Saturdays, Sundays or bank holidays in England and Wales.

How days are counted: the day of the event is day 0, whether or not it is a working day, and the
first working day after it is day 1. So a child who comes into care on Saturday or on Sunday has the
same 20th working day as one who came on the Friday before.
Source: CP regs 2010 reg 2(1), "working day" [the definition as commonly given; unverified].
Bank holidays come from the `holidays` library (England), tested against the published list.
"""

from datetime import date, timedelta
from functools import cache
from itertools import accumulate

import pyarrow as pa
from holidays import country_holidays

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)

CALENDAR_SCHEMA = pa.schema(
    [
        pa.field("day", pa.date32(), nullable=False),
        pa.field("is_working_day", pa.bool_(), nullable=False),
        pa.field("working_day_number", pa.int32(), nullable=False),
    ]
)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of England in `year`, substitute days and one-off days included."""
    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    """Tell whether `day` is neither at a weekend nor a bank holiday in England."""
    return day.weekday() < _SATURDAY and day not in bank_holidays(day.year)


def add_working_days(start: date, n: int) -> date:
    """Return the n-th working day after `start`; `start` itself is never counted.

    Raises ValueError where n is below 1.
    """
    if n < 1:
        raise ValueError("The number of working days to add must be 1 or more.")
    day = start
    while n:
        day += _ONE_DAY
        n -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """Count the working days after `start` up to and including `end`.

    Raises ValueError where `end` is before `start`.
    """
    if end < start:
        raise ValueError(f"The end ({end}) is before the start ({start}).")
    days = ((start + timedelta(days=n)) for n in range(1, (end - start).days + 1))
    return sum(is_working_day(day) for day in days)


def calendar(first: date, last: date) -> pa.Table:
    """Return one row a day from `first` to `last`: day, is_working_day, working_day_number.

    The number counts working days from `first` up to and including the day, so a non-working day
    carries the number of the working day before it. The n-th working day after any day d is the
    working day whose number is d's number + n: a join, for the set-based engine.
    Raises ValueError where `last` is before `first`.
    """
    if last < first:
        raise ValueError(f"The last day ({last}) is before the first ({first}).")
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    working = [is_working_day(day) for day in days]
    numbers = list(accumulate(int(is_working) for is_working in working))
    return pa.table([days, working, numbers], schema=CALENDAR_SCHEMA)
