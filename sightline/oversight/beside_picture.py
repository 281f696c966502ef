"""From a comparison, as one person may see it, to its picture."""

from sightline import words
from sightline.jobs.peers import Beside
from sightline.oversight import beside_words
from sightline.oversight.beside_rows import shown
from sightline.oversight.strip_chart import MEDIAN, Dot, Strip
from sightline.oversight.withheld import SeenFigure
from sightline.peers import Unit


def strip_of(found: Beside, own: SeenFigure) -> Strip:
    """Ourselves with our interval, the neighbours and their median, region and England."""
    return Strip(
        title=f"{found.measure.title} beside other areas, {beside_words.when_words(found)}",
        description=described(found, own),
        dots=_dots(found, own),
        percent=found.published.unit is Unit.PERCENT,
    )


def described(found: Beside, own: SeenFigure) -> str:
    """What a person who does not see the picture is told."""
    ours = beside_words.said(found, found.comparison.own.value)
    if own.value is None:
        ours = "withheld" if own.withheld else "without a score"
    parts = [f"{found.name} {ours}"]
    values = [area.value for area in found.neighbours]
    if values:
        lowest, highest = (beside_words.said(found, each) for each in (min(values), max(values)))
        median = beside_words.said(found, found.comparison.neighbours_median)
        parts.append(f"its neighbours from {lowest} to {highest}, their median {median}")
    for name, value in ((found.region_name, found.region), ("England", found.england)):
        if value is not None:
            parts.append(f"{name} {beside_words.said(found, value)}")
    return f"Strip of dots: {'; '.join(parts)}. The table beneath has every figure."


def _dots(found: Beside, own: SeenFigure) -> tuple[Dot, ...]:
    comparison = found.comparison
    dots: list[Dot] = []
    if own.value is not None:
        limits = comparison.interval
        dots.append(
            Dot(
                found.name,
                shown(found, comparison.own.value),
                "ours",
                shown(found, limits.low) if limits else None,
                shown(found, limits.high) if limits else None,
            )
        )
    row = words.count_of(len(found.neighbours), "neighbour").capitalize()
    dots += [Dot(row, shown(found, area.value), "neighbour") for area in found.neighbours]
    if comparison.neighbours_median is not None:
        dots.append(Dot(row, shown(found, comparison.neighbours_median), MEDIAN))
    for name, value in ((found.region_name, found.region), ("England", found.england)):
        if value is not None:
            dots.append(Dot(name, shown(found, value), "one"))
    return tuple(dots)
