"""A measure's figure of one published year: as at its last day, or its twelve months together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sightline.insight.intervals import wilson
from sightline.measures.figure import Figure
from sightline.measures.figures import MeasureFigures
from sightline.measures.language import Kind, Measure

MONTHS = 12


def parts(found: MeasureFigures, last: date, *, whole_year: bool) -> tuple[Figure, ...]:
    """The figures that make up a year that ends on `last`; none where the record lacks a part.

    `whole_year`: those of the twelve month-ends, of which one with nothing to count is no lack;
    else the figure at `last` alone.
    """
    if not whole_year:
        return tuple(figure for figure in found.series if figure.as_at == last)
    since = [_months_between(figure.as_at, last) for figure in found.series]
    if since[0] < MONTHS - 1 or since[-1] > 0:
        return ()
    return tuple(
        figure for figure, months in zip(found.series, since, strict=True) if 0 <= months < MONTHS
    )


def together(measure: Measure, figures: Sequence[Figure], as_at: date) -> Figure:
    """Figures of different months as one: events are added up, and so are those they are out of.

    One figure is itself. What the load's checks say of one month, they say of all together.
    Raises ValueError for several of a measure that is neither share nor count, or for none.
    """
    if not figures:
        raise ValueError("There are no figures to put together.")
    if len(figures) == 1:
        return replace(figures[0], as_at=as_at)
    if measure.kind not in {Kind.SHARE, Kind.COUNT}:
        raise ValueError(f"{measure.id} is a {measure.kind.value}: its months do not add up.")
    up = sum(figure.numerator or 0 for figure in figures)
    weights = [figure.denominator or figure.numerator or 0 for figure in figures]
    behind = sum(weights)
    known = (
        sum(each.known_share * weight for each, weight in zip(figures, weights, strict=True))
        / behind
        if behind
        else 1.0
    )
    trust = next((figure.trust for figure in figures if figure.trust is not None), None)
    if measure.kind is Kind.COUNT:
        return Figure(as_at, up, None, up, None, None, known, measure.enough_known, trust)
    down = sum(figure.denominator or 0 for figure in figures)
    limits = wilson(int(up), down)
    low, high = (limits.low, limits.high) if limits else (None, None)
    value = up / down if down else None
    return Figure(as_at, up, down, value, low, high, known, measure.enough_known, trust)


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * MONTHS + last.month - first.month
