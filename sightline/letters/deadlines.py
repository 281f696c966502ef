"""By when something is asked for, as a text states it: "by the end of October 2022"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sightline.letters.dates import MONTH, full_date, month_number

_BY = re.compile(
    r"(?i)\b(?:by|before|no later than|not later than|until)\s+"
    r"(?:(?:the\s+)?(?P<edge>end|start|beginning|close) of\s+)?(?:the\s+)?"
    rf"(?:(?P<full>\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+\d{{4}})"
    rf"|(?P<month>{MONTH})\s+(?P<year>\d{{4}})|(?P<year_alone>20\d{{2}}))\b"
)
_WITHIN = re.compile(
    r"(?i)\bwithin\s+(?:the\s+next\s+)?(?:\d+|one|two|three|four|six|nine|ten|twelve|eighteen|a)"
    r"(?:\s+working)?[\s-]+(?:days?|weeks?|months?|years?)\b"
    r"(?:\s+of\s+(?:this|the)\s+\w+)?"
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The exact words of a time limit, where they start in the text, and the day they fix.

    `day` is None where the words fix none ("within three months").
    """

    words: str
    start: int
    day: date | None


def deadlines(text: str) -> list[Deadline]:
    """The time limits of a text in the order of print.

    A month means its last day, except "before" or "the start of" it, which mean its first day (for
    "before", the day before that); a year alone its last day.
    """
    found = [Deadline(each.group(0), each.start(), _day(each)) for each in _BY.finditer(text)]
    found += [Deadline(each.group(0), each.start(), None) for each in _WITHIN.finditer(text)]
    return sorted(found, key=lambda each: each.start)


def _day(found: re.Match[str]) -> date | None:
    before = found.group(0).lower().startswith("before")
    if found["full"]:
        day = full_date(found["full"])
        return day - timedelta(days=1) if day and before else day
    first, last = _ends(found)
    if found["edge"] and found["edge"].lower() in {"start", "beginning"}:
        return first
    return first - timedelta(days=1) if before and not found["edge"] else last


def _ends(found: re.Match[str]) -> tuple[date, date]:
    """First and last day of the month or year that the words name."""
    if found["year_alone"]:
        year = int(found["year_alone"])
        return date(year, 1, 1), date(year, 12, 31)
    year, month = int(found["year"]), month_number(found["month"])
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def within(text: str, start: int, end: int) -> Iterator[Deadline]:
    """The time limits that stand wholly between two places of the text."""
    for each in deadlines(text):
        if start <= each.start and each.start + len(each.words) <= end:
            yield each
