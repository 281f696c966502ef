"""How waits end, as SVG: an area for each way, and what is left over them are those who wait still.

From the bottom up the areas stand in the order of the table, and grow darker and lighter in turn.
"""

from typing import Any

import altair as alt
import vl_convert

from sightline.jobs.waits import Cohort, Waits
from sightline.oversight.charts import FONT, GRID, described
from sightline.oversight.how_long import FEWEST_WATCHED

FURTHEST_MONTHS = 60
AREAS = ("#12436d", "#a8c6e0", "#28785f", "#f4c9a3", "#801650")


def how_long_svg(found: Waits, title: str, sentence: str, *, narrow: bool = False) -> str:
    """The SVG document, to the last month for which enough children were watched."""
    width, height = (280, 260) if narrow else (820, 340)
    size = 14 if narrow else 15
    months = _months(found.every)
    rows = [
        {"months": month, "share": found.every.share_by(route, month), "route": place}
        for place, route in enumerate(found.routes)
        for month in months
    ]
    text: dict[str, Any] = {"labelFontSize": size, "titleFontSize": size, "labelColor": "#0b0c0c"}
    chart = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_area(interpolate="step-after", stroke="#ffffff", strokeWidth=1)
        .encode(
            x=alt.X(
                "months:Q",
                title="Months waited",
                axis=alt.Axis(grid=False, titleFontWeight="normal", tickCount=6, **text),
                scale=alt.Scale(domain=[0, months[-1]], nice=False),
            ),
            y=alt.Y(
                "share:Q",
                title=None,
                stack="zero",
                axis=alt.Axis(format=".0%", gridColor=GRID, domain=False, ticks=False, **text),
                scale=alt.Scale(domain=[0, 1]),
            ),
            color=alt.Color(
                "route:O",
                legend=None,
                scale=alt.Scale(
                    domain=list(range(len(found.routes))), range=list(AREAS[: len(found.routes)])
                ),
            ),
            order=alt.Order("route:O"),
        )
    )
    spec = chart.properties(width=width, height=height).configure(font=FONT)
    svg = vl_convert.vegalite_to_svg(vl_spec=spec.configure_view(stroke=None).to_dict())
    return described(svg, title, sentence)


def _months(every: Cohort) -> list[int]:
    watched = [m for m in range(FURTHEST_MONTHS + 1) if every.watched_at(m) >= FEWEST_WATCHED]
    return list(range((watched[-1] if watched else 0) + 1)) if len(watched) > 1 else [0, 1]
