"""Dates and spans of dates as they are printed in letters."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        start=1,
    )
}
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_DAY = rf"{_WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?(?!\d)"
_POINT = rf"{_DAY}(?:\s+(?:of\s+)?{MONTH})?(?:,?\s*\d{{4}})?"
_BETWEEN = r"(?:\s*(?:,\s*and|,|and|to|until|–|—|-|&)\s*)"
SPAN = re.compile(rf"(?i)\b{_POINT}(?:{_BETWEEN}{_POINT})*")
FULL_DATE = re.compile(rf"(?i)\b{_DAY}\s+(?:of\s+)?{MONTH},?\s+\d{{4}}\b")
ISO_DATE = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_PART = re.compile(
    rf"(?i){_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:\s+(?:of\s+)?({MONTH}))?(?:,?\s*(\d{{4}}))?"
)


def month_number(name: str) -> int:
    """The number of a month by its name or the first three letters of it; KeyError for no month."""
    return _MONTHS[name[:3].lower()]


def full_date(text: str) -> date | None:
    """The first full date in the text, or None."""
    found = FULL_DATE.search(text)
    dates = _dates(found.group(0)) if found else []
    return dates[0] if dates else None


def iso_date(text: str) -> date | None:
    """The first date written like 2022-05-09, or None."""
    found = ISO_DATE.search(text)
    return _date(int(found[1]), int(found[2]), int(found[3])) if found else None


def span(text: str) -> tuple[date, date] | None:
    """First and last day of the first span of dates with a year, such as "17 to 28 July 2023"."""
    for found in SPAN.finditer(text):
        days = _dates(found.group(0))
        if days:
            return min(days), max(days)
    return None


def _dates(text: str) -> list[date]:
    """The days of a span; month and year are taken from the next day that has them."""
    month: int | None = None
    year: int | None = None
    days: list[date] = []
    for day_text, month_text, year_text in reversed(_PART.findall(text)):
        year = int(year_text) if year_text else year
        before = month
        month = _MONTHS.get(month_text[:3].lower(), month) if month_text else month
        if month is None or year is None:
            continue
        if before and month > before and not year_text:
            year -= 1  # "19 December to 9 January 2015"
        day = _date(year, month, int(day_text))
        if day:
            days.append(day)
    return days


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
