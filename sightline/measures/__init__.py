"""The measure language, and in `catalogue/` the measures themselves, one file an area.

In come the canonical tables of `records` and the rules of `duties`; out go figures with their
intervals, series and breakdowns, and the children behind each.
"""

from sightline.measures.catalogue import catalogue
from sightline.measures.figure import Figure
from sightline.measures.figures import Group, MeasureFigures
from sightline.measures.language import Measure, Target
from sightline.measures.rows import ChildRow

__all__ = [
    "ChildRow",
    "Figure",
    "Group",
    "Measure",
    "MeasureFigures",
    "Target",
    "catalogue",
]
