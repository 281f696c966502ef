"""Charts as SVG, drawn on the server: they work without scripts, in print and for a screen reader.

Colours are apart in lightness as well as hue, so that they hold for the colour-blind and on paper.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

import vl_convert

LINE = "#12436d"  # the dark blue of the Analysis Function palette
BAND = "#86a9cf"
TARGET = "#a8480b"
INSPECTION = "#3d3d3d"
GRID = "#d8dcdd"
FEWEST_KNOWN = 4  # fewer points than this are no shape
FONT = "Helvetica Neue, Arial, Helvetica, sans-serif"


@dataclass(frozen=True, slots=True)
class Point:
    """One month of a series, in the unit that is drawn; None is a gap (withheld or no children)."""

    as_at: date
    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A series as it is to be drawn."""

    title: str
    description: str  # what a person who does not see it is told
    points: Sequence[Point]
    percent: bool
    whole: bool = False  # counts, which have no decimals
    target: float | None = None
    inspected: date | None = None


Spec = dict[str, Any]  # a part of a Vega-Lite specification


def series_svg(chart: Chart, *, narrow: bool = False) -> str:
    """The chart as an SVG document with title and description; `narrow` is for a phone.

    Drawing takes longer than all else of a page, so the last few charts drawn are remembered by
    all that is in them.
    """
    return _drawn(replace(chart, points=tuple(chart.points)), narrow)


@lru_cache(maxsize=512)
def _drawn(chart: Chart, narrow: bool) -> str:
    width, height = (290, 240) if narrow else (860, 320)
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": width,
        "height": height,
        "config": {"font": FONT, "view": {"stroke": None}},
        "layer": _layers(chart, 14 if narrow else 15),
    }
    return _described(vl_convert.vegalite_to_svg(vl_spec=spec), chart)


def _layers(chart: Chart, size: int) -> list[Spec]:
    rows = [_row(point) for point in chart.points]
    x = {"field": "as_at", "type": "temporal", "title": None, "axis": _time_axis(size)}
    y = {
        "field": "value",
        "type": "quantitative",
        "title": None,
        "axis": _value_axis(chart, size),
        "scale": _scale(chart),
    }
    low = {"field": "low", "type": "quantitative", "title": None}
    band = {"type": "area", "color": BAND, "opacity": 0.55}
    layers = [
        _layer(rows, band, x=x, y=low, y2={"field": "high"}),
        _layer(rows, {"type": "line", "color": LINE, "strokeWidth": 2.5}, x=x, y=y),
    ]
    shown = [row for row in rows if row["value"] is not None]
    if shown:
        dot = {"type": "point", "color": LINE, "filled": True, "size": 80}
        layers.append(_layer(shown[-1:], dot, x=x, y=y))
    if chart.target is not None:
        layers += _target(chart.target, rows, size)
    if chart.inspected is not None:
        layers += _inspection(chart.inspected, size)
    return layers


def _layer(rows: list[Spec], mark: Spec, **encoding: Spec) -> Spec:
    return {"data": {"values": rows}, "mark": mark, "encoding": encoding}


def _row(point: Point) -> dict[str, Any]:
    return {
        "as_at": point.as_at.isoformat(),
        "value": point.value,
        "low": point.low,
        "high": point.high,
    }


def _time_axis(size: int) -> Spec:
    return {
        "format": "%Y",
        "tickCount": {"interval": "year", "step": 1},
        "labelFontSize": size,
        "labelColor": "#0b0c0c",
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
        "labelColor": "#0b0c0c",
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
        for value in (point.value, point.low, point.high)
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


def _target(target: float, rows: list[Spec], size: int) -> list[Spec]:
    data = [{"value": target, "as_at": rows[-1]["as_at"] if rows else None}]
    y = {"field": "value", "type": "quantitative"}
    rule = {"type": "rule", "color": TARGET, "strokeDash": [7, 4], "strokeWidth": 2}
    words = {**_words("Target", TARGET, size), "align": "right"}
    x = {"field": "as_at", "type": "temporal"}
    return [_layer(data, rule, y=y), _layer(data, words, x=x, y=y)]


def _inspection(day: date, size: int) -> list[Spec]:
    data = [{"as_at": day.isoformat()}]
    x = {"field": "as_at", "type": "temporal"}
    rule = {"type": "rule", "color": INSPECTION, "strokeDash": [2, 3], "strokeWidth": 1.5}
    words = {**_words("Inspection", INSPECTION, size), "align": "center"}
    return [_layer(data, rule, x=x), _layer(data, words, x=x, y={"value": 0})]


def _words(text: str, colour: str, size: int) -> Spec:
    mark = {"type": "text", "text": text, "baseline": "bottom", "dy": -4}
    return {**mark, "color": colour, "fontSize": size}


def _described(svg: str, chart: Chart) -> str:
    """Puts the title and the description where assistive technology looks for them."""
    head, rest = svg.split(">", 1)
    words = (
        f'<title id="title">{escape(chart.title)}</title>'
        f'<desc id="desc">{escape(chart.description)}</desc>'
    )
    return f'{head} role="img" aria-labelledby="title desc">{words}{rest}'


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
