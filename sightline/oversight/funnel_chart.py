"""The funnel of teams as SVG: limits that narrow as more children stand behind a figure."""

import numpy as np
from numpy.typing import NDArray

from sightline.insight.comparison import Measured, lines
from sightline.insight.comparison.funnel import ALARM, WARNING
from sightline.oversight.charts import LINE, MARKED
from sightline.oversight.teams import Teams
from sightline.oversight.vega import GRID, INK, Spec, layer, svg

STEPS = 80
_BEYOND = "#801650"
_SHAPES = {0: ("circle", LINE, 60), 1: ("triangle-up", _BEYOND, 110), 2: ("diamond", _BEYOND, 160)}


def funnel_svg(found: Teams, title: str, described_as: str, *, narrow: bool = False) -> str:
    """The SVG document with its title and description; `narrow` is for a phone."""
    size = 14 if narrow else 15
    layers = [*_limits(found, size), *_teams(found, size, narrow=narrow)]
    return svg(layers, (270, 260) if narrow else (820, 320), title, described_as)


def _axes(found: Teams, size: int) -> tuple[Spec, Spec]:
    share = found.measured is Measured.SHARE
    text = {"labelFontSize": size, "labelColor": INK, "titleFontSize": size, "tickCount": 5}
    x = {
        "field": "out_of",
        "type": "quantitative",
        "title": "Children" if share else "Thousands of days",
        "axis": {"grid": False, "titleFontWeight": "normal", **text},
        "scale": {"domain": [0, _most(found)], "nice": False},
    }
    plain = {"gridColor": GRID, "domain": False, "ticks": False, **text}
    y = {
        "field": "value",
        "type": "quantitative",
        "title": None,
        "axis": {"format": ".0%" if share else ",.1f", **plain},
        "scale": {"zero": False, "nice": True},
    }
    return x, y


def _most(found: Teams) -> float:
    return max(team.out_of for team in found.teams) * 1.1


def _limits(found: Teams, size: int) -> list[Spec]:
    """The middle, the inner limits dashed and the outer dotted, from the smallest team on."""
    x, y = _axes(found, size)
    look = {"color": MARKED, "strokeWidth": 1.5}
    drawn = [layer([{"value": found.middle}], {"type": "rule", **look}, y=y)]
    sizes = _sizes(found)
    for confidence, dash in ((WARNING, [6, 4]), (ALARM, [1, 3])):
        limits = lines(found.measured, found.middle, sizes, confidence, found.overdispersion)
        for limit in limits:
            rows = [
                {"out_of": float(n), "value": float(v)} for n, v in zip(sizes, limit, strict=True)
            ]
            drawn.append(layer(rows, {"type": "line", "strokeDash": dash, **look}, x=x, y=y))
    return drawn


def _sizes(found: Teams) -> NDArray[np.float64]:
    """How many children, or thousands of days, the limits are worked out for."""
    smallest = min(team.out_of for team in found.teams) * 0.8
    if found.measured is Measured.RATE:
        return np.linspace(smallest, _most(found), STEPS)
    return np.unique(np.floor(np.linspace(max(smallest, 1), _most(found), STEPS)))


def _teams(found: Teams, size: int, *, narrow: bool) -> list[Spec]:
    """A mark for each team; those beyond a limit have another shape, and their name beside it."""
    x, y = _axes(found, size)
    layers = []
    for beyond, (shape, color, area) in _SHAPES.items():
        rows = [
            {"out_of": team.out_of, "value": team.value, "name": team.name}
            for team in found.teams
            if team.beyond == beyond
        ]
        mark = {"type": "point", "shape": shape, "filled": True, "size": area, "opacity": 1}
        layers.append(layer(rows, {**mark, "color": color}, x=x, y=y))
        if beyond and not narrow:
            words = {"type": "text", "align": "right", "dx": -10, "fontSize": size, "color": color}
            layers.append(layer(rows, words, x=x, y=y, text={"field": "name"}))
    return layers
