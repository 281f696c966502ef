"""How waits end, as SVG: an area for each way, and what is left over them are those who wait still.

From the bottom up the areas stand in the order of the table, and grow darker and lighter in turn.
"""

from sightline.jobs.waits import Cohort, Waits
from sightline.oversight.how_long import FEWEST_WATCHED, Wait
from sightline.oversight.vega import GRID, INK, layer, svg

FURTHEST_MONTHS = 60
AREAS = ("#12436d", "#a8c6e0", "#28785f", "#f4c9a3", "#801650")


def how_long_svg(found: Waits, kind: Wait, sentence: str, *, narrow: bool = False) -> str:
    """The SVG document, to the last month or week for which enough children were watched."""
    size = 14 if narrow else 15
    waited = _waited(found.every, kind)
    rows = [
        {
            "waited": after,
            "share": found.every.share_by(route, kind.in_months(after)),
            "route": place,
        }
        for place, route in enumerate(found.routes)
        for after in waited
    ]
    places = list(range(len(found.routes)))
    text = {"labelFontSize": size, "titleFontSize": size, "labelColor": INK}
    plain = {"gridColor": GRID, "domain": False, "ticks": False, **text}
    areas = layer(
        rows,
        {"type": "area", "interpolate": "step-after", "stroke": "#ffffff", "strokeWidth": 1},
        x={
            "field": "waited",
            "type": "quantitative",
            "title": f"{kind.unit.capitalize()}s waited",
            "axis": {"grid": False, "titleFontWeight": "normal", "tickCount": 6, **text},
            "scale": {"domain": [0, waited[-1]], "nice": False},
        },
        y={
            "field": "share",
            "type": "quantitative",
            "title": None,
            "stack": "zero",
            "axis": {"format": ".0%", **plain},
            "scale": {"domain": [0, 1]},
        },
        color={
            "field": "route",
            "type": "ordinal",
            "legend": None,
            "scale": {"domain": places, "range": list(AREAS[: len(places)])},
        },
        order={"field": "route", "type": "ordinal"},
    )
    return svg([areas], (280, 260) if narrow else (820, 340), kind.title, sentence)


def _waited(every: Cohort, kind: Wait) -> list[int]:
    furthest = int(FURTHEST_MONTHS / kind.in_months(1))
    watched = [
        after
        for after in range(furthest + 1)
        if every.watched_at(kind.in_months(after)) >= FEWEST_WATCHED
    ]
    return list(range((watched[-1] if watched else 0) + 1)) if len(watched) > 1 else [0, 1]
