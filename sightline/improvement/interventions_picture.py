"""The share still inadequate by months since the judgement, in pixels, with what chance allows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sightline import words
from sightline.insight.waiting import StillWaiting

LEFT, TOP, WIDTH, HEIGHT = 64, 26, 560, 240
FLOOR = TOP + HEIGHT
DAYS_IN_MONTH = 365.25 / 12
_DASHES = ("", "10 5", "3 4", "12 4 3 4", "1 3")
_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Own:
    """A time of the authority's own: months, and whether it has ended."""

    months: float
    ended: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A curve: what it is of, its path, and how it is dashed."""

    title: str
    path: str
    dashes: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a time of the authority's own stands on the curve of all, and in words."""

    x: float
    y: float
    ended: bool
    anchor: str
    told: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The curve of all with the band of its interval, others over it, and the authority's own."""

    band: str
    lines: tuple[Line, ...]
    months: tuple[tuple[int, float], ...]
    shares: tuple[tuple[str, float], ...]
    marks: tuple[Mark, ...]
    described: str


def picture_of(
    whole: StillWaiting | None,
    others: Sequence[tuple[str, StillWaiting]],
    own: Sequence[Own],
    longest: float,
) -> Picture | None:
    """The picture; None where there is no curve. `longest`: the longest time watched, in months."""
    if whole is None:
        return None
    end = 12 * (int(longest) // 12 + 1)
    scale = WIDTH / end
    high, low = (list(_steps(whole, side, longest, scale)) for side in ("high", "low"))
    named = [("All of them", whole), *others]
    return Picture(
        band=_path([*high, *reversed(low)]) + " Z",
        lines=tuple(
            Line(title, _path(_steps(each, "share", longest, scale)), dashes)
            for (title, each), dashes in zip(named, _DASHES, strict=False)
        ),
        months=tuple(
            (month, _x(month, scale)) for month in range(0, end + 1, 12 if end <= 120 else 24)
        ),
        shares=tuple((words.percentage(share), _y(share)) for share in _SHARES),
        marks=tuple(_mark(whole, each, scale) for each in own),
        described=_described(whole, own),
    )


def share_after(curve: StillWaiting, months: float) -> float:
    """The share still inadequate after so many months."""
    return curve.curve.at(months * DAYS_IN_MONTH)


def _steps(curve: StillWaiting, which: str, longest: float, scale: float) -> Iterator[Point]:
    """The corners of a step curve, from nought to the longest time watched."""
    level = 1.0
    yield _x(0, scale), _y(level)
    for day, after in zip(curve.curve.days, getattr(curve.curve, which), strict=True):
        months = float(day) / DAYS_IN_MONTH
        yield _x(months, scale), _y(level)
        level = float(after)
        yield _x(months, scale), _y(level)
    yield _x(longest, scale), _y(level)


def _path(points: Sequence[Point] | Iterator[Point]) -> str:
    return "M" + " L".join(f"{x} {y}" for x, y in points)


def _mark(whole: StillWaiting, own: Own, scale: float) -> Mark:
    x, y = _x(own.months, scale), _y(share_after(whole, own.months))
    anchor = "end" if x > LEFT + WIDTH * 0.7 else "start"
    return Mark(x, y, own.ended, anchor, _told(own))


def _told(own: Own) -> str:
    months = f"{round(own.months)} month{'' if round(own.months) == 1 else 's'}"
    return f"{months}, then judged better" if own.ended else f"{months} so far"


def _described(whole: StillWaiting, own: Sequence[Own]) -> str:
    """What the picture shows, for whoever does not see it."""
    years = [1, 2, 3, 5, 8]
    said = ", ".join(
        f"{words.percentage(share_after(whole, 12 * year))} after {words.count_of(year, 'year')}"
        for year in years
    )
    told = f"Share still inadequate: {said}."
    return told + "".join(f" This authority: {_told(each)}." for each in own)


def _x(months: float, scale: float) -> float:
    return round(LEFT + months * scale, 1)


def _y(share: float) -> float:
    return round(FLOOR - share * HEIGHT, 1)
