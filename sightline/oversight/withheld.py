"""What one person may see of a figure: the one door between the figures and the pages.

For those who see exact figures nothing changes. For the rest every figure passes through
`sightline.insight.suppression`; what is withheld is None from here on, on pages, charts and CSV.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from sightline.insight import suppression
from sightline.insight.trust import Level
from sightline.jobs.counted import counts_of, is_withheld, sums_of, sums_of_groups
from sightline.measures import Figure, Group, Measure
from sightline.measures.language import Kind
from sightline.measures.year_figures import together

Counted = tuple[tuple[float | None, int | None], ...]  # numerator and denominator of each group

_TRUST_WORDS = {
    Level.SOUND: "Sound: no check speaks against it.",
    Level.WITH_CARE: "With care: some of what it rests on is missing or in doubt.",
    Level.NOT_TO_BE_USED: "Not to be used: too much of what it rests on is missing or wrong.",
}
"""The reasons count children, so those who may not see small numbers are told the level alone."""


@dataclass(frozen=True, slots=True)
class SeenFigure:
    """A figure as one person may see it; None where withheld, or where there is nothing to say."""

    as_at: date
    numerator: float | None
    denominator: int | None
    value: float | None
    low: float | None
    high: float | None
    level: Level
    trust_reason: str
    withheld: bool = False

    @property
    def trusted(self) -> bool:
        """Whether it may be used at all: a figure that may not has no value here."""
        return self.level is not Level.NOT_TO_BE_USED


@dataclass(frozen=True, slots=True)
class SeenGroup:
    """A group of a breakdown as one person may see it."""

    name: str
    figure: SeenFigure


def figure_for(figure: Figure, kind: Kind, *, exact: bool) -> SeenFigure:
    """The figure; or, not `exact`, withheld where it could tell of one to five children.

    One that is not to be used has no score: value and interval are None, what was counted stays.
    """
    seen = SeenFigure(
        figure.as_at,
        figure.numerator,
        figure.denominator,
        figure.value,
        figure.low,
        figure.high,
        figure.level,
        figure.trust_reason,
    )
    if not seen.trusted:
        seen = replace(seen, value=None, low=None, high=None)
    if exact:
        return seen
    seen = replace(seen, trust_reason=_TRUST_WORDS[seen.level])
    if kind is Kind.MEAN:
        seen = replace(seen, numerator=None)  # a sum of scores; nothing that a page shows
    return hidden(seen) if _is_withheld(figure, kind) else seen


def groups_for(groups: Sequence[Group], kind: Kind, *, exact: bool) -> tuple[SeenGroup, ...]:
    """A breakdown; not `exact`, with small groups withheld, and as many more as keep those safe.

    The total stands on the page of the measure, so where no choice of groups keeps a small one
    from being worked out, the whole breakdown is withheld. Which others are withheld goes by the
    order of the groups, never by their size, so that a publication of the same figures, which
    gives them in the same order, withholds these and more.
    """
    counted = tuple((group.figure.numerator, group.figure.denominator) for group in groups)
    withheld = frozenset() if exact else _hidden_groups(counted, kind)
    seen = [(group.name, figure_for(group.figure, kind, exact=exact)) for group in groups]
    return tuple(
        SeenGroup(name, hidden(figure) if place in withheld else figure)
        for place, (name, figure) in enumerate(seen)
    )


def year_for(own: Figure, parts: Sequence[Figure], measure: Measure, *, exact: bool) -> SeenFigure:
    """A year's figure, made of months; not `exact`, withheld where it would give away a month.

    It would where one month alone is withheld, or where those withheld come together to a figure
    that is itself too small: what the other months show, taken from the year, leaves it.
    """
    seen = figure_for(own, measure.kind, exact=exact)
    if exact or len(parts) == 1:
        return seen
    unseen = [figure for figure in parts if _is_withheld(figure, measure.kind)]
    if not unseen:
        return seen
    left = together(measure, unseen, own.as_at)
    if len(unseen) == 1 or _is_withheld(left, measure.kind):
        return hidden(seen)
    return seen


def count_for(count: int, *, exact: bool) -> int | None:
    """A count of children, or None where it must be withheld."""
    return count if exact else suppression.suppress_count(count)


def hidden(seen: SeenFigure) -> SeenFigure:
    """The figure withheld."""
    return replace(
        seen, numerator=None, denominator=None, value=None, low=None, high=None, withheld=True
    )


def _is_withheld(figure: Figure, kind: Kind) -> bool:
    return is_withheld(kind, figure.numerator, figure.denominator)


@lru_cache(maxsize=2048)
def _hidden_groups(counted: Counted, kind: Kind) -> frozenset[int]:
    """The places of the groups to withhold, over every count that a reader could take apart.

    It follows from the counts alone, and takes longer than all else of a page: so it is remembered.
    """
    everything = frozenset(range(len(counted)))
    if kind is Kind.CHANGE:  # net changes cancel out, so no choice of groups is sure
        small = any(is_withheld(kind, *each) for each in counted)
        return everything if small else frozenset()
    groups = [counts_of(kind, *each) for each in counted]
    total = {part: sum(group[part] for group in groups) for part in (groups[0] if groups else ())}
    if any(suppression.is_small(count) for count in total.values()):
        return everything
    names = [{part: f"{place} {part}" for part in group} for place, group in enumerate(groups)]
    totals = {part: f"total {part}" for part in total}
    counts = {totals[part]: count for part, count in total.items()}
    for name, group in zip(names, groups, strict=True):
        counts |= {name[part]: count for part, count in group.items()}
    sums = [each for name in (totals, *names) for each in sums_of(name)]
    adding_up = [*sums, *sums_of_groups(totals, names)]
    known = {totals[part]: count for part, count in total.items()}
    shown = suppression.protect(counts, adding_up, published=known)
    if shown.given_away:
        return everything
    return frozenset(
        place
        for place, name in enumerate(names)
        if any(shown.shown[each] is None for each in name.values())
    )
