"""The days that people write into plans: "Sept 2025", "End of Q2 2025/26", "31/09/2025"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_SPELT = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH},?[ -](\d{{4}}|\d{{2}})")
_MONTH_ONLY = re.compile(rf"{_MONTH},?[ '’-]*(\d{{4}}|\d{{2}})")
_QUARTER = re.compile(
    r"(?:q(?:uarter)? ?([1-4])),? ?(?:of )?(?:fy ?)?(\d{4}) ?[/–-] ?(?:\d{4}|\d{2})"
)
_SERIAL = re.compile(r"[34]\d{4}")
_LEAD = re.compile(r"^(?:due|by|from|the|end|before|no later than|of|in|until|to|start|:|-)\s+")
_EPOCH = date(1899, 12, 30)  # day 0 of Excel, as it counts from March 1900 on
_ONGOING = re.compile(r"on[- ]?going|continuous|continuing|business as usual|bau|rolling")


class DayKind(StrEnum):
    """How sure the writing is of the day."""

    NONE = "none"
    EXACT = "exact"
    MONTH = "month"
    QUARTER = "quarter"
    ONGOING = "ongoing"
    IMPOSSIBLE = "impossible"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it was written, and which it is; a month or a quarter stands for its last day."""

    words: str = ""
    day: date | None = None
    kind: DayKind = DayKind.NONE


def read_day(words: str) -> Day:
    """The day that the words name; `day` is None where they name none that there is."""
    said = " ".join(words.split())
    if not said or said.lower() in ("n/a", "tbc", "-", "–"):
        return Day(said, None, DayKind.UNCLEAR if said.lower() == "tbc" else DayKind.NONE)
    if _ONGOING.fullmatch(said.lower()):
        return Day(said, None, DayKind.ONGOING)
    bare = _bare(said)
    try:
        return _exact(said, bare) or _month(said, bare) or Day(said, None, DayKind.UNCLEAR)
    except ValueError:
        return Day(said, None, DayKind.IMPOSSIBLE)


def _bare(said: str) -> str:
    bare = said.lower().strip(" .()")
    while (shorter := _LEAD.sub("", bare)) != bare:
        bare = shorter
    return bare


def _exact(said: str, bare: str) -> Day | None:
    """Raises ValueError for a day that no calendar has."""
    if found := _ISO.fullmatch(bare):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := _SLASHED.fullmatch(bare):
        year, month, day = _year(found[3]), int(found[2]), int(found[1])
    elif found := _SPELT.fullmatch(bare):
        year, month, day = _year(found[3]), _MONTHS.index(found[2]) + 1, int(found[1])
    elif _SERIAL.fullmatch(bare):
        return Day(said, _EPOCH + timedelta(days=int(bare)), DayKind.EXACT)
    else:
        return None
    return Day(said, date(year, month, day), DayKind.EXACT)


def _month(said: str, bare: str) -> Day | None:
    if found := _QUARTER.fullmatch(bare):
        return Day(said, _quarter_end(int(found[1]), int(found[2])), DayKind.QUARTER)
    if found := _MONTH_ONLY.fullmatch(bare):
        month, year = _MONTHS.index(found[1]) + 1, _year(found[2])
        return Day(said, date(year, month, monthrange(year, month)[1]), DayKind.MONTH)
    return None


def _quarter_end(quarter: int, year: int) -> date:
    """The last day of a quarter of the financial year that begins on 1 April of `year`."""
    month = quarter * 3 + 3
    year, month = (year + 1, month - 12) if month > 12 else (year, month)
    return date(year, month, monthrange(year, month)[1])


def _year(written: str) -> int:
    return int(written) + (2000 if len(written) == 2 else 0)
