"""How many children a measure is not met for: those whom a finding on the same matter is about."""

from sightline.insight.wording import Polarity
from sightline.measures import Measure
from sightline.measures.language import Kind

CHILDREN = "children"  # and not their reviews, audits or days
ONE_WAY_OF_SEVERAL = frozenset(
    {"ceased_adoption", "ceased_special_guardianship", "fostered_by_family"}
)
"""Right for some children and not for others: whoever took another way is not failed by that."""


def affected(measure: Measure, numerator: float | None, denominator: int | None) -> int | None:
    """The children a figure is not met for; None where it counts none such.

    Of a share that should be high those outside the numerator; of a share or count that should be
    low those in it.
    """
    if measure.counted != CHILDREN or numerator is None or measure.id in ONE_WAY_OF_SEVERAL:
        return None
    if measure.kind is Kind.SHARE and measure.polarity is Polarity.HIGH and denominator:
        return denominator - round(numerator)
    if measure.kind in {Kind.SHARE, Kind.COUNT} and measure.polarity is Polarity.LOW:
        return round(numerator)
    return None
