"""The way of one measure as a picture: inspection, now, standard, arrival with its fan, promise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sightline import words
from sightline.progress.pacing import Paced

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 260, 64, 16, 30, 34
AHEAD = timedelta(days=1096)


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything in pixels; None for what lies beyond the picture or is not there."""

    width: int
    height: int
    dots: str  # points of a line through the figures
    fan: str  # a polygon; empty without a slope
    way: str  # the line ahead at today's rate; empty without one
    target_y: float
    now_x: float
    now_y: float
    inspected_x: float | None
    promised_x: float | None
    arrival_x: float | None
    scale: tuple[tuple[str, float], ...]
    days: tuple[tuple[str, float], ...]
    title: str
    described: str


class _Frame:
    """From days and values to pixels."""

    def __init__(self, days: Iterable[date], values: Iterable[float]) -> None:
        held_days, held = list(days), list(values)
        self.first, self.last = min(held_days), max(held_days)
        room = (max(held) - min(held)) * 0.08 or 0.05
        self.low, self.high = min(held) - room, max(held) + room

    def x(self, day: date) -> float:
        """How far right."""
        span = max((self.last - self.first).days, 1)
        return round(LEFT + (day - self.first).days / span * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        """How far down; held within the picture."""
        share = min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)

    def x_within(self, day: date | None) -> float | None:
        """How far right, where the picture reaches so far."""
        return self.x(day) if day is not None and self.first <= day <= self.last else None


def picture(row: Paced, inspected: date | None) -> Picture:
    """The picture of a measure from the inspection on, three years ahead."""
    known, now = row.pace, row.pace.now
    points = [each for each in row.moving.points if inspected is None or each.day >= inspected]
    points = points if len(points) > 1 else list(row.moving.points)
    end = now.day + AHEAD
    values = [each.value for each in points]
    frame = _Frame([*(each.day for each in points), end], [*values, known.target])
    unit = row.moving.measure.unit
    marks = (frame.low, (frame.low + frame.high) / 2, frame.high)
    return Picture(
        width=WIDTH,
        height=HEIGHT,
        dots=" ".join(f"{frame.x(each.day)},{frame.y(each.value)}" for each in points),
        fan=_fan(row, frame, end),
        way=_way(row, frame, end),
        target_y=frame.y(known.target),
        now_x=frame.x(now.day),
        now_y=frame.y(now.value),
        inspected_x=frame.x_within(inspected),
        promised_x=frame.x_within(row.promised),
        arrival_x=frame.x_within(known.arrival) if row.way_ahead else None,
        scale=tuple((words.figure(mark, unit), frame.y(mark)) for mark in marks),
        days=tuple((words.month(each), frame.x(each)) for each in (frame.first, now.day, end)),
        title=f"{row.moving.measure.title}: the way to its standard",
        described=f"{row.sentence} At the inspection {row.then}, now {row.now}.",
    )


def _ahead(row: Paced, slope: float, end: date) -> float:
    return row.pace.now.value + slope * (end - row.pace.now.day).days / (365.25 / 12)


def _way(row: Paced, frame: _Frame, end: date) -> str:
    if row.pace.slope is None:
        return ""
    start = f"{frame.x(row.pace.now.day)},{frame.y(row.pace.now.value)}"
    return f"{start} {frame.x(end)},{frame.y(_ahead(row, row.pace.slope, end))}"


def _fan(row: Paced, frame: _Frame, end: date) -> str:
    held = row.pace.slope_interval
    if held is None:
        return ""
    start = f"{frame.x(row.pace.now.day)},{frame.y(row.pace.now.value)}"
    low, high = (frame.y(_ahead(row, slope, end)) for slope in (held.low, held.high))
    return f"{start} {frame.x(end)},{low} {frame.x(end)},{high}"
