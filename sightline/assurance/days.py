"""Days, months and spans as a sentence gives them, and whether two of them can both be true."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sightline.letters import dates

_MONTHS = {name: number for number, name in enumerate(month_name) if number}
_MONTH = "|".join(_MONTHS)
_MONTH_SPAN = re.compile(
    rf"\b(?P<first>{_MONTH})(?: (?P<year>\d{{4}}))?"
    rf"(?:,? (?:and|to|until|–|-) (?P<last>{_MONTH})(?: (?P<last_year>\d{{4}}))?)?\b"
)
_BEFORE_A_MONTH = re.compile(r"(?:\b(?:in|since|from|of|during|until|by|late|early|mid-?)|\()\s*$")


class How(StrEnum):
    """How two statements of one fact differ."""

    CONTRADICTS = "contradicts"
    PARTLY = "partly"
    ROUNDED = "rounded"

    @property
    def plain(self) -> str:
        """The difference in plain English."""
        return {
            How.CONTRADICTS: "They cannot both be right",
            How.PARTLY: "They agree only in part",
            How.ROUNDED: "One may be the other, rounded",
        }[self]


@dataclass(frozen=True, slots=True)
class When:
    """A time as printed (`words`, from `start` to `end` in the sentence), and the days it covers.

    `to_the_day`: whether days are named, not only months.
    """

    words: str
    start: int
    end: int
    first: date
    last: date
    to_the_day: bool

    @property
    def months(self) -> frozenset[tuple[int, int]]:
        """The months it touches, (year, month)."""
        count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        start = self.first.year * 12 + self.first.month - 1
        return frozenset(((start + n) // 12, (start + n) % 12 + 1) for n in range(count + 1))


def whens(sentence: str, published: date | None) -> Iterator[When]:
    """Every time in a sentence that names a month.

    One without a year is the last such month before the document was published; where that is not
    known it is passed over.
    """
    taken: list[tuple[int, int]] = []
    for found in dates.SPAN.finditer(sentence):
        words = found[0] if re.search(r"\d{4}", found[0]) else _with_year(found[0], published)
        span = dates.span(words) if words else None
        if span and re.search(_MONTH, found[0]):
            taken.append(found.span())
            yield When(found[0], *found.span(), *span, True)
    for found in _MONTH_SPAN.finditer(sentence):
        if any(start < found.end() and found.start() < end for start, end in taken):
            continue
        when = _months(found, sentence, published)
        if when:
            yield when


def _with_year(words: str, published: date | None) -> str | None:
    if published is None:
        return None
    for year in (published.year, published.year - 1):
        span = dates.span(f"{words} {year}")
        if span and span[1] <= published:
            return f"{words} {year}"
    return None


def _months(found: re.Match[str], sentence: str, published: date | None) -> When | None:
    month, last = _MONTHS[found["first"]], _MONTHS[found["last"] or found["first"]]
    printed = found["last_year"] or found["year"]
    if printed is None and (
        published is None or not _BEFORE_A_MONTH.search(sentence[: found.start()])
    ):
        return None
    year = int(printed) if printed else _year_before(last, published or date.max)
    from_year = int(found["year"]) if found["year"] else year - (month > last)
    begins, ends = date(from_year, month, 1), date(year, last, monthrange(year, last)[1])
    if ends < begins:
        return None
    return When(found[0], *found.span(), begins, ends, False)


def _year_before(month: int, published: date) -> int:
    return published.year if month <= published.month else published.year - 1


def difference(one: When, other: When) -> How | None:
    """How two times of one event differ, or None where both can be right."""
    if one.to_the_day and other.to_the_day:
        apart = one.last < other.first or other.last < one.first
        inside = (one.first >= other.first and one.last <= other.last) or (
            other.first >= one.first and other.last <= one.last
        )
        return How.CONTRADICTS if apart else None if inside else How.PARTLY
    if one.months == other.months:
        return None
    return How.PARTLY if one.months & other.months else How.CONTRADICTS


def gap(one: When, other: When) -> int:
    """Days between the two; 0 where they overlap."""
    return max(0, (one.first - other.last).days, (other.first - one.last).days)
