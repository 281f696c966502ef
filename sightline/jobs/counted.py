"""The counts that a figure lets its reader know, and how they add up: what suppression works on.

A share of 40 in 52 tells three counts: the 40, the 52 and the 12 that are left. A breakdown tells
them of each group, and the groups add up to the whole.
"""

from collections.abc import Mapping, Sequence

from sightline.insight import suppression
from sightline.insight.suppression import Sum
from sightline.measures.language import Kind

MET, OF, NOT_MET = "met", "of", "not met"


def counts_of(kind: Kind, numerator: float | None, denominator: float | None) -> dict[str, int]:
    """The counts of children (or events) in one figure, by name; the most wanted first.

    The days of a rate and the sum of a mean's scores count nobody. A change is left out: its two
    counts are of two days, and those who came and went cancel out.
    """
    met, of = whole(numerator), whole(denominator)
    match kind:
        case Kind.SHARE:
            return {OF: of, MET: met, NOT_MET: of - met}
        case Kind.COUNT | Kind.RATE:
            return {MET: met}
        case Kind.MEAN:
            return {OF: of}
        case Kind.CHANGE:
            return {}


def is_withheld(kind: Kind, numerator: float | None, denominator: float | None) -> bool:
    """Whether a figure by itself could tell of one to five children."""
    counts = list(counts_of(kind, numerator, denominator).values())
    if kind is Kind.CHANGE:
        counts = [abs(whole(numerator)), whole(denominator)]
    return any(suppression.is_small(count) for count in counts)


def sums_of(names: Mapping[str, str]) -> list[Sum]:
    """How the counts of one figure add up; `names` are those under which they are known."""
    return [Sum(names[OF], (names[MET], names[NOT_MET]))] if NOT_MET in names else []


def sums_of_groups(
    whole_names: Mapping[str, str], group_names: Sequence[Mapping[str, str]]
) -> list[Sum]:
    """How the groups add up to the whole, count by count."""
    return [
        Sum(name, tuple(group[part] for group in group_names))
        for part, name in whole_names.items()
        if group_names
    ]


def whole(count: float | None) -> int:
    """A count as a whole number; nothing is 0."""
    return 0 if count is None else round(count)
