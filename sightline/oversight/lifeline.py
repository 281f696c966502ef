"""A child's life in care as one picture: three lanes of bars over the years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.jobs.life import Lane, Spell

WIDTH = 860
LEFT = 100  # the lanes' names
TOP = 6
LANE_HEIGHT = 44
BAR_HEIGHT = 34
LETTER = 7.4  # pixels a letter of a bar's words takes, about
SHADES = 6  # classes sl-life-0 … sl-life-5 of the stylesheet


@dataclass(frozen=True, slots=True)
class Bar:
    """One spell as drawn, in pixels; `label` only where it fits."""

    x: float
    y: int
    width: float
    height: int
    shade: int
    label: str
    label_x: float
    label_y: int
    told: str  # the whole of it, for whoever points at it


@dataclass(frozen=True, slots=True)
class Tick:
    """The first of January of a year."""

    x: float
    year: int


@dataclass(frozen=True, slots=True)
class Lifeline:
    """The picture, and in words what it shows."""

    width: int
    height: int
    floor: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    lanes: tuple[tuple[str, int], ...]
    described: str


def lifeline(spells: Sequence[Spell], as_at: date) -> Lifeline | None:
    """The picture from the first spell to `as_at`; None where there is no spell to draw."""
    if not spells:
        return None
    first = min(spell.started for spell in spells)
    last = max(as_at, *(spell.ended or as_at for spell in spells))
    scale = (WIDTH - LEFT - 4) / max((last - first).days, 1)
    lanes = [lane for lane in Lane if any(spell.lane is lane for spell in spells)]
    shades = _shades(spells)
    floor = TOP + len(lanes) * LANE_HEIGHT

    def x(day: date) -> float:
        return round(LEFT + (day - first).days * scale, 1)

    bars = tuple(
        _bar(spell, x(spell.started), x(spell.ended or as_at), lanes.index(spell.lane), shades)
        for spell in spells
    )
    return Lifeline(
        width=WIDTH,
        height=floor + 24,
        floor=floor,
        bars=bars,
        ticks=_ticks(first, last, x(first), scale),
        lanes=tuple((lane.value, TOP + n * LANE_HEIGHT + 22) for n, lane in enumerate(lanes)),
        described=_described(spells),
    )


def _bar(spell: Spell, start: float, end: float, lane: int, shades: dict[str, int]) -> Bar:
    y = TOP + lane * LANE_HEIGHT
    width = max(round(end - start - 1, 1), 2.0)
    said = spell.words[0].upper() + spell.words[1:]
    return Bar(
        x=start,
        y=y,
        width=width,
        height=BAR_HEIGHT,
        shade=shades[spell.words],
        label=said if len(said) * LETTER + 10 < width else "",
        label_x=start + 6,
        label_y=y + 22,
        told=f"{said}: {_span(spell)}",
    )


def _span(spell: Spell) -> str:
    since = words.day(spell.started)
    return f"{since} to {words.day(spell.ended)}" if spell.ended else f"since {since}"


def _shades(spells: Sequence[Spell]) -> dict[str, int]:
    """The same words in the same shade; neighbours in a lane apart as far as there are shades."""
    told = dict.fromkeys(spell.words for spell in spells)
    return {said: number % SHADES for number, said in enumerate(told)}


def _ticks(first: date, last: date, left: float, scale: float) -> tuple[Tick, ...]:
    years = range(first.year + 1, last.year + 1)
    every = max(1, len(years) // 10 + (len(years) % 10 > 0))
    return tuple(
        Tick(round(left + (date(year, 1, 1) - first).days * scale, 1), year)
        for year in years[::every]
    )


def _described(spells: Sequence[Spell]) -> str:
    counted = [
        words.count_of(sum(spell.lane is lane for spell in spells), name)
        for lane, name in ((Lane.HOME, "placement"), (Lane.ORDER, "legal status"))
        if any(spell.lane is lane for spell in spells)
    ]
    counts = " and ".join(counted) or "plans"
    return f"{counts.capitalize()} over time. What has happened, below, has every date."
