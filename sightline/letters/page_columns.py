"""A line of print, and whether a page of lines is set in two columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_FEWEST = 8  # lines of prose on either side of the gutter
_PROSE = 20  # characters: shorter lines are cells of a table, or ends of paragraphs
_MOST_SHORT = 0.5  # of the lines of a column; a column of grades or numbers has more
_MOST_ACROSS = 0.35  # of the lines of the page: titles and what stands beneath both columns
_STEP = 3.0  # points


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print. Points from the left and bottom of the page; `size` is the letter height.

    `cell_text`, `cell_left` and `cell_baseline` describe the last cell of a table row, where the
    line ends in one that holds words of a grade; its baseline may differ from the line's by half
    a line, where cells are set to the middle of their row.
    """

    text: str
    page: int
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    cell_text: str = ""
    cell_left: float = 0.0
    cell_baseline: float = 0.0


def gutter_of(lines: Sequence[Line]) -> float | None:
    """Where the space between two columns of prose lies, in points from the left; None where the
    page has one column."""
    if not lines:
        return None
    left, right = min(each.left for each in lines), max(each.right for each in lines)
    third = (right - left) / 3
    steps = int(third / _STEP)
    places = [left + third + _STEP * step for step in range(steps + 1)]
    free = min(places, key=lambda place: len(_across(lines, place)), default=None)
    if free is None:
        return None
    across = _across(lines, free)
    sides = (
        [each for each in lines if each.right <= free],
        [each for each in lines if each.left >= free],
    )
    two = all(_is_prose(side) for side in sides) and _overlap(*sides)
    return free if two and len(across) <= _MOST_ACROSS * len(lines) else None


def by_column(ordered: Sequence[Line], gutter: float) -> Iterator[Line]:
    """The lines, which are ordered by height: the left column before the right one, between each
    two lines that run across both."""
    held: list[Line] = []
    for line in ordered:
        if line.left < gutter < line.right:
            yield from _one_after_the_other(held, gutter)
            held = []
            yield line
        else:
            held.append(line)
    yield from _one_after_the_other(held, gutter)


def _one_after_the_other(lines: Sequence[Line], gutter: float) -> Iterator[Line]:
    yield from (each for each in lines if each.left < gutter)
    yield from (each for each in lines if each.left >= gutter)


def _across(lines: Sequence[Line], place: float) -> list[Line]:
    return [each for each in lines if each.left < place < each.right]


def _is_prose(side: Sequence[Line]) -> bool:
    long_lines = [each for each in side if len(each.text) >= _PROSE]
    return len(long_lines) >= _FEWEST and len(long_lines) >= _MOST_SHORT * len(side)


def _overlap(one: Sequence[Line], other: Sequence[Line]) -> bool:
    """Whether the two stand beside one another, and not one beneath the other."""
    low = max(min(each.baseline for each in side) for side in (one, other))
    high = min(max(each.baseline for each in side) for side in (one, other))
    return high > low
