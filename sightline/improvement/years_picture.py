"""Shares of reports by year with their intervals, in pixels, for a picture drawn on the server."""

from collections.abc import Sequence
from dataclasses import dataclass

from sightline import words
from sightline.improvement.across import Year

LEFT, TOP, HEIGHT, GAP = 54, 16, 200, 58
FLOOR = TOP + HEIGHT


@dataclass(frozen=True, slots=True)
class Dot:
    """One year: its share, and the line of its interval."""

    x: float
    y: float
    low: float
    high: float
    year: int
    told: str


@dataclass(frozen=True, slots=True)
class YearsPicture:
    """The dots, the lines of the scale, and in words what it shows."""

    width: int
    dots: tuple[Dot, ...]
    scale: tuple[tuple[str, float], ...]
    described: str


def years_picture(years: Sequence[Year]) -> YearsPicture | None:
    """The picture; None where no report has a day."""
    if not years:
        return None
    dots = tuple(
        Dot(
            x=LEFT + GAP * (place + 0.5),
            y=_y(each.share),
            low=_y(each.interval.low),
            high=_y(each.interval.high),
            year=each.year,
            told=said(each),
        )
        for place, each in enumerate(years)
    )
    marks = (0.0, 0.25, 0.5, 0.75, 1.0)
    return YearsPicture(
        width=LEFT + GAP * len(years) + 10,
        dots=dots,
        scale=tuple((words.percentage(mark), _y(mark)) for mark in marks),
        described="Share of each year’s reports, with the range that chance allows: "
        + "; ".join(map(said, years)),
    )


def said(year: Year) -> str:
    """ "2023: 3 of 7 reports, 43% (16% to 75%)"."""
    low, high = words.percentage(year.interval.low), words.percentage(year.interval.high)
    share = words.percentage(year.share)
    reports = "report" if year.reports == 1 else "reports"
    return f"{year.year}: {year.weak} of {year.reports} {reports}, {share} ({low} to {high})"


def _y(share: float) -> float:
    return round(FLOOR - share * HEIGHT, 1)
