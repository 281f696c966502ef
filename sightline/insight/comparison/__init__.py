"""How a figure compares: with other areas, and between groups of children. Numbers in, results out.

`funnel` says which of many lie further from the middle than chance explains; `areas` sets one
authority beside its statistical neighbours, region and England; `groups` sets each group of
children beside the rest.
"""

from sightline.insight.comparison.areas import Area, Comparison, Rank, Side, compare
from sightline.insight.comparison.funnel import (
    Funnel,
    Measured,
    Placed,
    funnel,
    lines,
    rate_limits,
    share_limits,
)
from sightline.insight.comparison.groups import Gap, Group, gaps, newcombe
from sightline.insight.comparison.neighbours import among_neighbours

__all__ = [
    "Area",
    "Comparison",
    "Funnel",
    "Gap",
    "Group",
    "Measured",
    "Placed",
    "Rank",
    "Side",
    "among_neighbours",
    "compare",
    "funnel",
    "gaps",
    "lines",
    "newcombe",
    "rate_limits",
    "share_limits",
]
