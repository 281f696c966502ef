"""A figure as a sentence."""

from sightline import words
from sightline.insight.wording import Polarity
from sightline.measures import Measure
from sightline.measures.language import Kind
from sightline.oversight.withheld import SeenFigure

NOTHING_TO_SAY = "–"
NO_SCORE = "No score"


def said(figure: SeenFigure, unit: str) -> str:
    """The value alone: "86%"; "c" where withheld; a dash where there is nothing to work out.

    "No score" where it is not to be used.
    """
    if not figure.trusted and not figure.withheld:
        return NO_SCORE
    if figure.value is None and not figure.withheld:
        return NOTHING_TO_SAY
    return words.figure(figure.value, unit)


def chance(figure: SeenFigure, unit: str) -> str:
    """ "between 83% and 89%", or nothing."""
    return words.between(figure.low, figure.high, unit)


def headline(measure: Measure, figure: SeenFigure) -> str:
    """The figure, its date and what it is out of, in one sentence."""
    day = words.day(figure.as_at)
    if figure.withheld:
        return f"At {day} the figure is withheld, because it rests on so few children."
    if not figure.trusted:
        return f"At {day} there is no score: what it rests on does not allow one."
    if figure.value is None:
        return f"At {day} there is nobody to work it out for."
    value = words.figure(figure.value, measure.unit)
    between = chance(figure, measure.unit)
    by_chance = f" ({between} by chance alone)" if between else ""
    return f"{value} at {day}{by_chance}{_out_of(measure, figure)}."


def better(polarity: Polarity) -> str:
    """Which way is better, for the definition."""
    return {
        Polarity.HIGH: "Higher",
        Polarity.LOW: "Lower",
        Polarity.NONE: "Neither: it describes, it does not judge",
    }[polarity]


def _out_of(measure: Measure, figure: SeenFigure) -> str:
    if measure.kind is Kind.COUNT:
        return f": {measure.numerator_words}"
    of = figure.denominator or 0
    if measure.kind is Kind.MEAN:
        return f", the mean of {of:,} {measure.denominator_words}"
    counted = round(figure.numerator or 0)
    if measure.kind is Kind.RATE:
        return f" in a thousand days: {counted:,} in {of:,} {measure.denominator_words}"
    if measure.kind is Kind.CHANGE:
        return f": from {of:,} to {of + counted:,} in twelve months"
    return f": {counted:,} of {of:,} {measure.denominator_words}"
