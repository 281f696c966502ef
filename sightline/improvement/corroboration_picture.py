"""Who said what in which year, in pixels: a line a theme and group, a disc a year of reviews.

The number of independent reviews stands in the disc; a ring without a number is a year in which
only the authority's own documents said it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sightline import words
from sightline.improvement.corroboration import Row
from sightline.improvement.wording import theme_title
from sightline.letters.groups import GROUP_TITLES

LEFT, TOP, LINE, STEP, MOST = 250, 40, 46, 64, 12


@dataclass(frozen=True, slots=True)
class Disc:
    """A year of a line: where, how many independent reviews (0: only others), and in words."""

    x: int
    independent: int
    told: str


@dataclass(frozen=True, slots=True)
class Line:
    """A theme and group: where it lies and its discs."""

    theme: str
    group: str
    y: int
    discs: tuple[Disc, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All of it, and in words what it shows."""

    width: int
    height: int
    years: tuple[tuple[int, int], ...]  # the year and where it stands
    lines: tuple[Line, ...]
    described: str


def picture_of(rows: Sequence[Row]) -> Picture | None:
    """The picture of the first `MOST` rows; None where none of them has a year."""
    shown = [row for row in rows[:MOST] if row.years]
    if not shown:
        return None
    said = {each.year for row in shown for each in row.years}
    years = range(min(said), max(said) + 1)
    ys = [TOP + LINE * place + LINE // 2 for place in range(len(shown))]
    x = {year: LEFT + STEP * place + STEP // 2 for place, year in enumerate(years)}
    return Picture(
        width=LEFT + STEP * len(years),
        height=TOP + LINE * len(shown) + 4,
        years=tuple(x.items()),
        lines=tuple(_line(row, y, x) for row, y in zip(shown, ys, strict=True)),
        described=" ".join(map(_told, shown)) + " The table beneath has every one.",
    )


def _line(row: Row, y: int, x: dict[int, int]) -> Line:
    discs = tuple(
        Disc(x[each.year], each.independent, f"{each.year}: {_said(each.independent, each.others)}")
        for each in row.years
    )
    return Line(theme_title(row.theme), GROUP_TITLES[row.group], y, discs)


def _said(independent: int, others: int) -> str:
    said = [words.count_of(independent, "independent review")] if independent else []
    said += [words.count_of(others, "document") + " of the authority’s own"] if others else []
    return " and ".join(said)


def _told(row: Row) -> str:
    years = ", ".join(str(each.year) for each in row.years if each.independent) or "no year"
    title, group = theme_title(row.theme), GROUP_TITLES[row.group].lower()
    return f"{title}, {group}: independent reviews in {years}."
