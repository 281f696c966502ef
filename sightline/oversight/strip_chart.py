"""One figure beside other areas' as a strip of dots, drawn on the server.

Areas are told apart by row and by shape, not by colour, so the picture holds in grey.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sightline.oversight.charts import BAND, LINE
from sightline.oversight.vega import GRID, Spec, layer, svg

TEXT, OTHER = "#0b0c0c", "#505a5f"
SHAPES = {"ours": "diamond", "neighbour": "circle", "one": "square"}
MEDIAN = "median"


@dataclass(frozen=True, slots=True)
class Dot:
    """One mark: the row it stands in, its value, what it is (a key of SHAPES, or MEDIAN)."""

    row: str
    value: float
    what: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """The picture: rows from the top, and their dots. Shares as fractions of 1."""

    title: str
    description: str
    dots: tuple[Dot, ...]
    percent: bool


@lru_cache(maxsize=512)
def strip_svg(strip: Strip, *, narrow: bool = False) -> str:
    """The strip as an SVG document with title and description; `narrow` is for a phone.

    The last few drawn are remembered by all that is in them.
    """
    width, size, room = (170, 13, 130) if narrow else (600, 15, 240)
    rows = list(dict.fromkeys(dot.row for dot in strip.dots))
    x = {
        "field": "value",
        "type": "quantitative",
        "title": None,
        "axis": _axis(strip, size),
        "scale": _scale(strip),
    }
    y = {
        "field": "row",
        "type": "nominal",
        "title": None,
        "sort": rows,
        "axis": _row_axis(size, room),
    }
    dots = [_plain(dot) for dot in strip.dots]
    layers = [
        layer(
            [dot for dot in dots if dot["low"] is not None],
            {"type": "rule", "color": BAND, "strokeWidth": 8},
            x={**x, "field": "low"},
            x2={"field": "high"},
            y=y,
        ),
        layer(
            [dot for dot in dots if dot["what"] == MEDIAN],
            {"type": "tick", "color": TEXT, "thickness": 3, "size": 26},
            x=x,
            y=y,
        ),
        *(
            layer([dot for dot in dots if dot["what"] == what], _point(what), x=x, y=y)
            for what in SHAPES
        ),
    ]
    return svg(layers, (width, 44 * len(rows)), strip.title, strip.description)


def _point(what: str) -> Spec:
    """Ours is filled and dark; every other one is an outline, so that dots on each other show."""
    ours = what == "ours"
    return {
        "type": "point",
        "shape": SHAPES[what],
        "filled": ours,
        "color": LINE if ours else OTHER,
        "size": 190 if ours else 110,
        "strokeWidth": 2,
        "opacity": 1,
    }


def _plain(dot: Dot) -> dict[str, Any]:
    return {
        "row": dot.row,
        "value": dot.value,
        "what": dot.what,
        "low": dot.low,
        "high": dot.high,
    }


def _axis(strip: Strip, size: int) -> Spec:
    return {
        "format": _format(strip),
        "tickCount": 5,
        "labelFontSize": size,
        "labelColor": TEXT,
        "gridColor": GRID,
        "domainColor": OTHER,
        "tickColor": OTHER,
    }


def _format(strip: Strip) -> str:
    """Whole percents where the values spread over some; else a decimal."""
    values = _values(strip)
    if not strip.percent:
        return ",.0f" if max(values) - min(values) > 10 else ",.1f"
    return ".0%" if max(values) - min(values) > 0.05 else ".1%"


def _row_axis(size: int, room: int) -> Spec:
    return {
        "labelFontSize": size,
        "labelColor": TEXT,
        "labelLimit": room,
        "domain": False,
        "ticks": False,
        "labelPadding": 8,
    }


def _values(strip: Strip) -> list[float]:
    return [
        each for dot in strip.dots for each in (dot.value, dot.low, dot.high) if each is not None
    ]


def _scale(strip: Strip) -> Spec:
    """Room for every dot and the interval; a share never leaves 0 to 100%."""
    values = _values(strip)
    low, high = min(values), max(values)
    room = max((high - low) * 0.08, 0.005 if strip.percent else 0.5)
    most = min(1.0, high + room) if strip.percent else high + room
    return {"domain": [max(0.0, low - room), most], "nice": False, "zero": False}
