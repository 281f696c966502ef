"""The funnel of teams as SVG: limits that narrow as more children stand behind a figure."""

from typing import Any

import altair as alt
import numpy as np
import vl_convert
from numpy.typing import NDArray

from sightline.insight.comparison import Measured, rate_limits, share_limits
from sightline.insight.comparison.funnel import ALARM, WARNING
from sightline.oversight.charts import FONT, GRID, LINE, MARKED, described
from sightline.oversight.teams import Teams, above

STEPS = 80
_LIMITS = {Measured.SHARE: share_limits, Measured.RATE: rate_limits}
_BEYOND = "#801650"
_SHAPES = {0: ("circle", LINE, 60), 1: ("triangle-up", _BEYOND, 110), 2: ("diamond", _BEYOND, 160)}


def funnel_svg(found: Teams, title: str, described_as: str, *, narrow: bool = False) -> str:
    """The SVG document with its title and description; `narrow` is for a phone."""
    width, height = (270, 260) if narrow else (820, 320)
    size = 14 if narrow else 15
    layers = alt.layer(*_limits(found, size), *_teams(found, size, narrow=narrow))
    spec = layers.properties(width=width, height=height).configure(font=FONT)
    svg = vl_convert.vegalite_to_svg(vl_spec=spec.configure_view(stroke=None).to_dict())
    return described(svg, title, described_as)


def _axes(found: Teams, size: int) -> tuple[alt.X, alt.Y]:
    share = found.measured is Measured.SHARE
    text: dict[str, Any] = {"labelFontSize": size, "labelColor": "#0b0c0c", "titleFontSize": size}
    x = alt.X(
        "out_of:Q",
        title="Children" if share else "Thousands of days",
        axis=alt.Axis(grid=False, titleFontWeight="normal", tickCount=5, **text),
        scale=alt.Scale(domain=[0, _most(found)], nice=False),
    )
    y = alt.Y(
        "value:Q",
        title=None,
        axis=alt.Axis(
            format=".0%" if share else ",.1f",
            gridColor=GRID,
            domain=False,
            ticks=False,
            tickCount=5,
            **text,
        ),
        scale=alt.Scale(zero=False, nice=True),
    )
    return x, y


def _most(found: Teams) -> float:
    return max(team.out_of for team in found.teams) * 1.1


def _limits(found: Teams, size: int) -> list[alt.Chart]:
    """The middle, the inner limits dashed and the outer dotted, from the smallest team on."""
    x, y = _axes(found, size)
    middle = alt.Chart(alt.InlineData(values=[{"value": found.middle}]))
    lines = [middle.mark_rule(color=MARKED, strokeWidth=1.5).encode(y=y)]
    sizes = _sizes(found)
    for confidence, dash in ((WARNING, [6, 4]), (ALARM, [1, 3])):
        low, high = _LIMITS[found.measured](found.middle, sizes, confidence)
        upper = [
            above(float(v), float(n), found.measured) for n, v in zip(sizes, high, strict=True)
        ]
        for limit in (low, upper):
            rows = [
                {"out_of": float(n), "value": float(v)} for n, v in zip(sizes, limit, strict=True)
            ]
            drawn = alt.Chart(alt.InlineData(values=rows))
            drawn = drawn.mark_line(color=MARKED, strokeDash=dash, strokeWidth=1.5)
            lines.append(drawn.encode(x=x, y=y))
    return lines


def _sizes(found: Teams) -> NDArray[np.float64]:
    """How many children, or thousands of days, the limits are worked out for."""
    smallest = min(team.out_of for team in found.teams) * 0.8
    if found.measured is Measured.RATE:
        return np.linspace(smallest, _most(found), STEPS)
    return np.unique(np.floor(np.linspace(max(smallest, 1), _most(found), STEPS)))


def _teams(found: Teams, size: int, *, narrow: bool) -> list[alt.Chart]:
    """A mark for each team; those beyond a limit have another shape, and their name beside it."""
    x, y = _axes(found, size)
    layers = []
    for beyond, (shape, color, area) in _SHAPES.items():
        rows = [
            {"out_of": team.out_of, "value": team.value, "name": team.name}
            for team in found.teams
            if team.beyond == beyond
        ]
        base = alt.Chart(alt.InlineData(values=rows))
        layers.append(
            base.mark_point(shape=shape, color=color, filled=True, size=area, opacity=1).encode(
                x=x, y=y
            )
        )
        if beyond and not narrow:
            layers.append(
                base.mark_text(align="right", dx=-10, fontSize=size, color=color).encode(
                    x=x, y=y, text="name:N"
                )
            )
    return layers
