"""Days as whole numbers (proleptic ordinals): fast to compare, exact to write."""

from __future__ import annotations

from datetime import date
from functools import cache

import holidays

YEAR = 365.25
MONTH = YEAR / 12


def day_of(year: int, month: int, day: int) -> int:
    """The ordinal of a calendar date."""
    return date(year, month, day).toordinal()


def date_in(day: int) -> date:
    """A day as a date."""
    return date.fromordinal(day)


@cache
def _slashed(day: int) -> str:
    return date.fromordinal(day).strftime("%d/%m/%Y")


def slashed(day: int | None) -> str:
    """dd/mm/yyyy as the SSDA903 writes it; an absent day is blank."""
    return "" if day is None else _slashed(day)


@cache
def iso(day: int) -> str:
    """yyyy-mm-dd as XML and our own CSVs write it."""
    return date.fromordinal(day).isoformat()


def dashed(day: int | None) -> str:
    """yyyy-mm-dd; an absent day is blank."""
    return "" if day is None else iso(day)


def birthday(born: int, age: int) -> int:
    """The day a child turns `age`; 29 February's children have theirs on 1 March."""
    birth = date.fromordinal(born)
    year = birth.year + age
    if (birth.month, birth.day) == (2, 29) and (year % 4 or (year % 100 == 0 and year % 400)):
        return date(year, 3, 1).toordinal()
    return birth.replace(year=year).toordinal()


def age_on(born: int, day: int) -> int:
    """Completed years of age on a day; -1 before birth."""
    birth, then = date.fromordinal(born), date.fromordinal(day)
    return then.year - birth.year - ((then.month, then.day) < (birth.month, birth.day))


def add_months(day: int, months: int) -> int:
    """The same day of the month, `months` later, or that month's last day."""
    start = date.fromordinal(day)
    index = start.year * 12 + start.month - 1 + months
    following = date((index + 1) // 12, (index + 1) % 12 + 1, 1).toordinal()
    first = date(index // 12, index % 12 + 1, 1).toordinal()
    return min(first + start.day - 1, following - 1)


def month_ends(until: date, count: int) -> list[int]:
    """The last `count` month-ends up to and including `until`, earliest first."""
    following = date.fromordinal(until.toordinal() + 1)
    last = following.replace(day=1).toordinal() - 1
    first_of_last = date.fromordinal(last).replace(day=1).toordinal()
    return [add_months(first_of_last, 1 - back) - 1 for back in range(count - 1, -1, -1)]


@cache
def _bank_holidays(year: int) -> frozenset[int]:
    """England's bank holidays of a year, as ordinals."""
    return frozenset(
        d.toordinal() for d in holidays.country_holidays("GB", subdiv="ENG", years=year)
    )


@cache
def is_working_day(day: int) -> bool:
    """Monday to Friday and no bank holiday in England."""
    if (day - 1) % 7 > 4:
        return False
    return day not in _bank_holidays(date.fromordinal(day).year)


def working_day_before(day: int) -> int:
    """The day itself if a working day, else the last one before it."""
    while not is_working_day(day):
        day -= 1
    return day


def working_day_after(day: int) -> int:
    """The day itself if a working day, else the next one after it."""
    while not is_working_day(day):
        day += 1
    return day


def add_working_days(day: int, count: int) -> int:
    """The day `count` working days after a day."""
    while count:
        day += 1
        count -= is_working_day(day)
    return day


def working_days_between(first: int, last: int) -> int:
    """Working days after `first` up to and including `last`."""
    return sum(is_working_day(day) for day in range(first + 1, last + 1))
