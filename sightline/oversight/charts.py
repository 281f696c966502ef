"""Charts as SVG, drawn on the server: they work without scripts, in print and for a screen reader.

Colours are apart in lightness as well as hue, so that they hold for the colour-blind and on paper.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from sightline.insight.wording import Verdict
from sightline.oversight.inspection import Visit
from sightline.oversight.vega import GRID, INK, Spec, layer, svg

LINE = "#12436d"  # the dark blue of the Analysis Function palette
BAND = "#86a9cf"
TARGET = "#a8480b"
MARKED = "#3d3d3d"
FEWEST_KNOWN = 4  # fewer points than this are no shape


# A sign is told from the ordinary months by its shape; its colour says the same again.
SIGNS = {
    Verdict.BETTER: ("square", "#28785f"),
    Verdict.WORSE: ("diamond", "#801650"),
    Verdict.NEITHER: ("triangle-up", "#3d3d3d"),
}


@dataclass(frozen=True, slots=True)
class Lines:
    """The limits at a point, and of what it is a sign; `stretch`: how often they had begun anew."""

    lower: float
    centre: float
    upper: float
    stretch: int
    sign: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One month of a series, in the unit that is drawn; None is a gap (withheld or no children)."""

    as_at: date
    value: float | None
    low: float | None = None
    high: float | None = None
    lines: Lines | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A series as it is to be drawn."""

    title: str
    description: str  # what a person who does not see it is told
    points: Sequence[Point]
    percent: bool
    whole: bool = False  # counts, which have no decimals
    target: float | None = None
    visits: Sequence[Visit] = ()  # when inspectors came
    anew: Sequence[date] = ()  # days from which limits begin anew

    @property
    def has_limits(self) -> bool:
        """Whether limits are drawn; they take the place of the interval."""
        return any(point.lines for point in self.points)


def series_svg(chart: Chart, *, narrow: bool = False) -> str:
    """The chart as an SVG document with title and description; `narrow` is for a phone.

    Drawing takes longer than all else of a page, so the last few charts drawn are remembered by
    all that is in them.
    """
    lasting = replace(
        chart, points=tuple(chart.points), visits=tuple(chart.visits), anew=tuple(chart.anew)
    )
    return _drawn(lasting, narrow)


@lru_cache(maxsize=512)
def _drawn(chart: Chart, narrow: bool) -> str:
    size = (290, 240) if narrow else (860, 320)
    return svg(
        _layers(chart, 14 if narrow else 15, narrow=narrow), size, chart.title, chart.description
    )


def _layers(chart: Chart, size: int, *, narrow: bool) -> list[Spec]:
    rows = [_row(point) for point in chart.points]
    x = {"field": "as_at", "type": "temporal", "title": None, "axis": _time_axis(size)}
    y = {
        "field": "value",
        "type": "quantitative",
        "title": None,
        "axis": _value_axis(chart, size),
        "scale": _scale(chart),
    }
    line = layer(rows, {"type": "line", "color": LINE, "strokeWidth": 2.5}, x=x, y=y)
    shown = [row for row in rows if row["value"] is not None]
    if chart.has_limits:
        layers = [*_limits(rows, x), line, *_signs(shown, x, y)]
    else:
        layers = [_band(rows, x), line]
    if shown and shown[-1]["sign"] is None:
        dot = {"type": "point", "color": LINE, "filled": True, "size": 80}
        layers.append(layer(shown[-1:], dot, x=x, y=y))
    if chart.target is not None:
        layers += _target(chart.target, rows, size)
    for visit in chart.visits:
        named = visit.full or not narrow
        words = {**_words(visit.said, MARKED, size), "align": "center"} if named else None
        layers += _marked(visit.day, words)
    for day in chart.anew:
        inside = {"align": "right", "dx": -5, "dy": size + 2}
        layers += _marked(day, {**_words("Limits anew", MARKED, size), **inside})
    return layers


def _band(rows: list[Spec], x: Spec) -> Spec:
    """How far each figure could be from the truth by chance alone."""
    low = {"field": "low", "type": "quantitative", "title": None}
    return layer(
        rows, {"type": "area", "color": BAND, "opacity": 0.55}, x=x, y=low, y2={"field": "high"}
    )


def _limits(rows: list[Spec], x: Spec) -> list[Spec]:
    """The centre line dashed, the limits dotted; apart where they begin anew."""
    known = [row for row in rows if row["centre"] is not None]
    stretch = {"field": "stretch", "type": "nominal"}
    return [
        layer(
            known,
            {"type": "line", "color": MARKED, "strokeDash": dash, "strokeWidth": 1.5},
            x=x,
            y={"field": name, "type": "quantitative", "title": None},
            detail=stretch,
        )
        for name, dash in (("centre", [6, 4]), ("lower", [1, 3]), ("upper", [1, 3]))
    ]


def _signs(shown: list[Spec], x: Spec, y: Spec) -> list[Spec]:
    """Every month a dot, every sign a shape of its own."""
    point = {"type": "point", "filled": True, "opacity": 1}
    ordinary = [row for row in shown if row["sign"] is None]
    return [layer(ordinary, {**point, "color": LINE, "size": 22}, x=x, y=y)] + [
        layer(
            [row for row in shown if row["sign"] == verdict.value],
            {**point, "color": color, "shape": shape, "size": 110},
            x=x,
            y=y,
        )
        for verdict, (shape, color) in SIGNS.items()
    ]


def _row(point: Point) -> dict[str, Any]:
    lines = point.lines
    return {
        "as_at": point.as_at.isoformat(),
        "value": point.value,
        "low": point.low,
        "high": point.high,
        "lower": lines.lower if lines else None,
        "centre": lines.centre if lines else None,
        "upper": lines.upper if lines else None,
        "stretch": lines.stretch if lines else None,
        "sign": lines.sign.value if lines and lines.sign else None,
    }


def _time_axis(size: int) -> Spec:
    return {
        "format": "%Y",
        "tickCount": {"interval": "year", "step": 1},
        "labelFontSize": size,
        "labelColor": INK,
        "grid": False,
        "orient": "bottom",
        "domainColor": "#505a5f",
        "tickColor": "#505a5f",
    }


def _value_axis(chart: Chart, size: int) -> Spec:
    return {
        "format": ".0%" if chart.percent else ",.0f" if chart.whole else ",.1f",
        "tickCount": 5,
        "labelFontSize": size,
        "labelColor": INK,
        "gridColor": GRID,
        "tickMinStep": 1 if chart.whole else 0,
        "domain": False,
        "ticks": False,
    }


def _scale(chart: Chart) -> Spec:
    """Room for every value, its interval and the target; a share never leaves 0 to 100%."""
    drawn = [
        value
        for point in chart.points
        for value in (point.value, *_around(point, limits=chart.has_limits))
        if value is not None
    ]
    drawn += [chart.target] if chart.target is not None else []
    if not drawn:
        return {"domain": [0, 1]}
    low, high = min(drawn), max(drawn)
    room = max((high - low) * 0.08, 0.01 if chart.percent else 0.5)
    low = low - room if low < 0 else max(0.0, low - room)
    high = min(1.0, high + room) if chart.percent and high <= 1 else high + room
    return {"domain": [low, high], "nice": False, "zero": False}


def _around(point: Point, *, limits: bool) -> tuple[float | None, float | None]:
    """The limits at a point, or its interval where the chart has none."""
    if not limits:
        return point.low, point.high
    return (point.lines.lower, point.lines.upper) if point.lines else (None, None)


def _target(target: float, rows: list[Spec], size: int) -> list[Spec]:
    data = [{"value": target, "as_at": rows[-1]["as_at"] if rows else None}]
    y = {"field": "value", "type": "quantitative"}
    rule = {"type": "rule", "color": TARGET, "strokeDash": [7, 4], "strokeWidth": 2}
    words = {**_words("Target", TARGET, size), "align": "right"}
    x = {"field": "as_at", "type": "temporal"}
    return [layer(data, rule, y=y), layer(data, words, x=x, y=y)]


def _marked(day: date, words: Spec | None) -> list[Spec]:
    """A line upright at a day, and what it marks where there is room to say it."""
    data = [{"as_at": day.isoformat()}]
    x = {"field": "as_at", "type": "temporal"}
    rule = {"type": "rule", "color": MARKED, "strokeDash": [2, 3], "strokeWidth": 1.5}
    named = [layer(data, words, x=x, y={"value": 0})] if words else []
    return [layer(data, rule, x=x), *named]


def _words(text: str, colour: str, size: int) -> Spec:
    mark = {"type": "text", "text": text, "baseline": "bottom", "dy": -4}
    return {**mark, "color": colour, "fontSize": size}


def sparkline_points(values: Sequence[float | None], width: int, height: int) -> list[str]:
    """The `points` of polylines that draw values in a box; a None breaks the line in two."""
    known = [value for value in values if value is not None]
    if len(known) < FEWEST_KNOWN:
        return []
    low, high = min(known), max(known)
    spread = (high - low) or 1.0
    step = (width - 4) / max(len(values) - 1, 1)
    lines: list[list[str]] = [[]]
    for place, value in enumerate(values):
        if value is None or math.isnan(value):
            lines.append([])
        else:
            up = (value - low) / spread * (height - 6)
            lines[-1].append(f"{2 + place * step:.1f},{height - 3 - up:.1f}")
    return [" ".join(line) for line in lines if len(line) > 1]
