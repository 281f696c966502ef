"""Charts as SVG, drawn on the server: they work without scripts, in print and for a screen reader.

Colours are apart in lightness as well as hue, so that they hold for the colour-blind and on paper.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

import altair as alt
import vl_convert

from sightline.insight.wording import Verdict

LINE = "#12436d"  # the dark blue of the Analysis Function palette
BAND = "#86a9cf"
TARGET = "#a8480b"
MARKED = "#3d3d3d"
GRID = "#d8dcdd"
FEWEST_KNOWN = 4  # fewer points than this are no shape
FONT = "Helvetica Neue, Arial, Helvetica, sans-serif"


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
    inspected: date | None = None
    anew: Sequence[date] = ()  # days from which limits begin anew

    @property
    def has_limits(self) -> bool:
        """Whether limits are drawn; they take the place of the interval."""
        return any(point.lines for point in self.points)


def series_svg(chart: Chart, *, narrow: bool = False) -> str:
    """The chart as an SVG document with title and description; `narrow` is for a phone."""
    width, height = (290, 240) if narrow else (860, 320)
    size = 14 if narrow else 15
    layers = alt.layer(*_layers(chart, size)).properties(width=width, height=height)
    spec = layers.configure(font=FONT).configure_view(stroke=None).to_dict()
    return described(vl_convert.vegalite_to_svg(vl_spec=spec), chart.title, chart.description)


def _layers(chart: Chart, size: int) -> list[alt.Chart]:
    rows = [_row(point) for point in chart.points]
    base = alt.Chart(alt.InlineData(values=rows))
    x = alt.X("as_at:T", title=None, axis=_time_axis(size))
    y = alt.Y("value:Q", title=None, axis=_value_axis(chart, size), scale=_scale(chart))
    line = base.mark_line(color=LINE, strokeWidth=2.5).encode(x=x, y=y)
    shown = [row for row in rows if row["value"] is not None]
    if chart.has_limits:
        layers = [*_limits(rows, x), line, *_signs(shown, x, y)]
    else:
        band = base.mark_area(color=BAND, opacity=0.55)
        layers = [band.encode(x=x, y=alt.Y("low:Q", title=None), y2="high:Q"), line]
    if shown:
        last = alt.Chart(alt.InlineData(values=shown[-1:]))
        if shown[-1]["sign"] is None:
            layers.append(last.mark_point(color=LINE, filled=True, size=80).encode(x=x, y=y))
    if chart.target is not None:
        layers += _target(chart.target, rows, size)
    if chart.inspected is not None:
        layers += _marked(chart.inspected, "Inspection", size, inside=False)
    for day in chart.anew:
        layers += _marked(day, "Limits anew", size, inside=True)
    return layers


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


def _limits(rows: list[dict[str, Any]], x: alt.X) -> list[alt.Chart]:
    """The centre line dashed, the limits dotted; apart where they begin anew."""
    base = alt.Chart(alt.InlineData(values=[row for row in rows if row["centre"] is not None]))
    return [
        base.mark_line(color=MARKED, strokeDash=dash, strokeWidth=1.5).encode(
            x=x, y=alt.Y(f"{name}:Q", title=None), detail="stretch:N"
        )
        for name, dash in (("centre", [6, 4]), ("lower", [1, 3]), ("upper", [1, 3]))
    ]


def _signs(shown: list[dict[str, Any]], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Every month a dot, every sign a shape of its own."""
    ordinary = alt.Chart(alt.InlineData(values=[row for row in shown if row["sign"] is None]))
    dots = ordinary.mark_point(color=LINE, filled=True, size=22, opacity=1)
    return [dots.encode(x=x, y=y)] + [
        alt.Chart(alt.InlineData(values=[row for row in shown if row["sign"] == verdict.value]))
        .mark_point(color=color, shape=shape, filled=True, size=110, opacity=1)
        .encode(x=x, y=y)
        for verdict, (shape, color) in SIGNS.items()
    ]


def _time_axis(size: int) -> alt.Axis:
    return alt.Axis(
        format="%Y",
        tickCount={"interval": "year", "step": 1},
        labelFontSize=size,
        labelColor="#0b0c0c",
        grid=False,
        orient="bottom",
        domainColor="#505a5f",
        tickColor="#505a5f",
    )


def _value_axis(chart: Chart, size: int) -> alt.Axis:
    return alt.Axis(
        format=".0%" if chart.percent else ",.0f" if chart.whole else ",.1f",
        tickCount=5,
        labelFontSize=size,
        labelColor="#0b0c0c",
        gridColor=GRID,
        tickMinStep=1 if chart.whole else 0,
        domain=False,
        ticks=False,
    )


def _scale(chart: Chart) -> alt.Scale:
    """Room for every value, its interval and the target; a share never leaves 0 to 100%."""
    drawn = [
        value
        for point in chart.points
        for value in (point.value, *_around(point, limits=chart.has_limits))
        if value is not None
    ]
    drawn += [chart.target] if chart.target is not None else []
    if not drawn:
        return alt.Scale(domain=[0, 1])
    low, high = min(drawn), max(drawn)
    room = max((high - low) * 0.08, 0.01 if chart.percent else 0.5)
    low = low - room if low < 0 else max(0.0, low - room)
    high = min(1.0, high + room) if chart.percent and high <= 1 else high + room
    return alt.Scale(domain=[low, high], nice=False, zero=False)


def _around(point: Point, *, limits: bool) -> tuple[float | None, float | None]:
    """The limits at a point, or its interval where the chart has none."""
    if not limits:
        return point.low, point.high
    return (point.lines.lower, point.lines.upper) if point.lines else (None, None)


def _target(target: float, rows: list[dict[str, Any]], size: int) -> list[alt.Chart]:
    data = alt.InlineData(values=[{"value": target, "as_at": rows[-1]["as_at"] if rows else None}])
    base = alt.Chart(data)
    y = alt.Y("value:Q")
    words = base.mark_text(
        text="Target", align="right", baseline="bottom", dy=-4, color=TARGET, fontSize=size
    )
    return [
        base.mark_rule(color=TARGET, strokeDash=[7, 4], strokeWidth=2).encode(y=y),
        words.encode(x="as_at:T", y=y),
    ]


def _marked(day: date, said: str, size: int, *, inside: bool) -> list[alt.Chart]:
    """A line upright at a day, and what it marks: above the chart, or `inside` and left of it."""
    base = alt.Chart(alt.InlineData(values=[{"as_at": day.isoformat()}]))
    look: dict[str, Any] = {"align": "center", "dy": -4}
    if inside:
        look = {"align": "right", "dx": -5, "dy": size + 2}
    words = base.mark_text(text=said, baseline="bottom", color=MARKED, fontSize=size, **look)
    return [
        base.mark_rule(color=MARKED, strokeDash=[2, 3], strokeWidth=1.5).encode(x="as_at:T"),
        words.encode(x="as_at:T", y=alt.value(0)),
    ]


def described(svg: str, title: str, description: str) -> str:
    """Puts the title and the description where assistive technology looks for them."""
    head, rest = svg.split(">", 1)
    words = f'<title id="title">{escape(title)}</title><desc id="desc">{escape(description)}</desc>'
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
