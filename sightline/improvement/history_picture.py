"""The inspection history as one picture, in pixels: a column a review, along the years.

A grade is a letter on a shade, darker the worse it is, so that it reads without colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.improvement.history import OVERALL, Past, recurring
from sightline.improvement.wording import theme_title
from sightline.letters import Grade, JudgementArea

LEFT, RIGHT, TOP, ROW = 256, 40, 66, 32
GAP = 78  # the least between two columns, so that their words do not meet
MOST_THEMES = 8
LETTERS = {
    Grade.OUTSTANDING: "O",
    Grade.GOOD: "G",
    Grade.REQUIRES_IMPROVEMENT: "RI",
    Grade.ADEQUATE: "A",
    Grade.INADEQUATE: "I",
}
_AREAS = (OVERALL, *(area.plain for area in JudgementArea))


@dataclass(frozen=True, slots=True)
class Mark:
    """A grade in the picture: where, its letters, and its class of the stylesheet."""

    x: float
    y: int
    letters: str
    shade: str
    told: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number in the picture."""

    x: float
    y: int
    number: int


@dataclass(frozen=True, slots=True)
class Line:
    """A theme that came back: from the first to the last review that called it a weakness."""

    title: str
    y: int
    xs: tuple[float, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Column:
    """A review: where its column stands, and what is written at its head."""

    x: float
    year: int
    month: str
    kind: str
    told: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All of it, and in words what it shows."""

    width: int
    height: int
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, int], ...]
    marks: tuple[Mark, ...]
    counts: tuple[Count, ...]
    lines: tuple[Line, ...]
    described: str


def picture_of(past: Sequence[Past]) -> Picture | None:
    """The picture; None where there is no review with a day."""
    if not past:
        return None
    xs = _places([each.day for each in past])
    graded = [area for area in _AREAS if any(area in each.grades for each in past)]
    names = [*graded, "Priority actions", "Weaknesses", "Progress", "Strengths"]
    ys = {name: TOP + place * ROW for place, name in enumerate(names)}
    back = recurring(past)[:MOST_THEMES]
    floor = TOP + len(names) * ROW + (ROW if back else 0)
    return Picture(
        width=round(xs[-1] + RIGHT),
        height=floor + len(back) * ROW + 6,
        columns=tuple(_column(x, each) for x, each in zip(xs, past, strict=True)),
        rows=tuple(ys.items()),
        marks=tuple(
            Mark(x, ys[area], LETTERS[grade], f"im-grade-{LETTERS[grade].lower()}",
                 f"{area}, {words.month(each.day)}: {grade}")
            for x, each in zip(xs, past, strict=True)
            for area, grade in each.grades.items()
        ),
        counts=tuple(
            Count(x, ys[name], number)
            for x, each in zip(xs, past, strict=True)
            for name, number in _counted(each)
        ),
        lines=tuple(
            _line(theme, at, floor + place * ROW, xs, past)
            for place, (theme, at) in enumerate(back)
        ),
        described=_described(past, back),
    )  # fmt: skip


def _counted(past: Past) -> tuple[tuple[str, int], ...]:
    return (
        ("Priority actions", past.priority_actions),
        ("Weaknesses", past.weaknesses),
        ("Progress", past.progress),
        ("Strengths", past.strengths),
    )


def _places(days: Sequence[date]) -> list[float]:
    """Along the years, a year as wide as keeps most columns apart; close ones are moved on."""
    span = max((days[-1] - days[0]).days, 1)
    wide = max(len(days) * GAP * 1.2, 560)
    xs: list[float] = []
    for day in days:
        x = LEFT + GAP / 2 + (day - days[0]).days / span * wide
        xs.append(round(max(x, xs[-1] + GAP if xs else x), 1))
    return xs


def _column(x: float, past: Past) -> Column:
    kind = past.review.kind_title.split(" ")[0].removesuffix("’s").removesuffix("'s")
    return Column(x, past.day.year, f"{past.day:%b}", kind, past.review.title)


def _line(theme: str, at: Sequence[int], y: int, xs: Sequence[float], past: Sequence[Past]) -> Line:
    title = theme_title(theme)
    since = words.month(past[at[0]].day)
    return Line(
        title,
        y,
        tuple(xs[place] for place in at),
        f"{title}: a weakness in {len(at)} reviews, {since} to {words.month(past[at[-1]].day)}",
    )


def _described(past: Sequence[Past], back: Sequence[tuple[str, tuple[int, ...]]]) -> str:
    """What the picture shows, for whoever does not see it."""
    said = [
        f"{words.count_of(len(past), 'review').capitalize()} from {words.month(past[0].day)} "
        f"to {words.month(past[-1].day)}."
    ]
    said.extend(
        f"Overall {each.grades[OVERALL].lower()} in {words.month(each.day)}."
        for each in past
        if OVERALL in each.grades
    )
    if back:
        themes = ", ".join(theme_title(theme).lower() for theme, _ in back)
        said.append(f"Weaknesses that came back: {themes}.")
    return " ".join([*said, "The table beneath has every judgement and number."])
