"""What one person may see of a figure: the one door between the figures and the pages.

For those who see exact figures nothing changes. For the rest every figure passes through
`sightline.insight.suppression`; what is withheld is None from here on, on pages, charts and CSV.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sightline.insight import suppression
from sightline.insight.trust import Level
from sightline.measures import Figure, Group
from sightline.measures.language import Kind

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
    return _hide(seen) if _is_withheld(figure, kind) else seen


def groups_for(groups: Sequence[Group], kind: Kind, *, exact: bool) -> tuple[SeenGroup, ...]:
    """A breakdown; not `exact`, with small groups withheld, and as many more as keep those safe.

    The total stands on the page of the measure, so where no choice of groups keeps a small one
    from being worked out, the whole breakdown is withheld.
    """
    hidden = set() if exact else _hidden_groups([group.figure for group in groups], kind)
    seen = [(group.name, figure_for(group.figure, kind, exact=exact)) for group in groups]
    return tuple(
        SeenGroup(name, _hide(figure) if place in hidden else figure)
        for place, (name, figure) in enumerate(seen)
    )


def count_for(count: int, *, exact: bool) -> int | None:
    """A count of children, or None where it must be withheld."""
    return count if exact else suppression.suppress_count(count)


def _hide(seen: SeenFigure) -> SeenFigure:
    return replace(
        seen, numerator=None, denominator=None, value=None, low=None, high=None, withheld=True
    )


def _is_withheld(figure: Figure, kind: Kind) -> bool:
    met, of = _whole(figure.numerator), _whole(figure.denominator)
    if kind is Kind.SHARE:
        return suppression.share_is_suppressed(met, of)
    parts = {Kind.COUNT: (met,), Kind.MEAN: (of,), Kind.RATE: (met,), Kind.CHANGE: (abs(met), of)}[
        kind
    ]
    return any(suppression.is_small(part) for part in parts)


def _hidden_groups(figures: Sequence[Figure], kind: Kind) -> set[int]:
    """The places of the groups to withhold, over every count that a reader could take apart."""
    everything = set(range(len(figures)))
    if kind is Kind.CHANGE:  # net changes cancel out, so no choice of groups is sure
        return everything if any(_is_withheld(figure, kind) for figure in figures) else set()
    hidden: set[int] = set()
    for counts in _countable(figures, kind):
        shown = suppression.suppress_breakdown(counts)
        if shown.total is None:
            return everything
        hidden |= {place for place, cell in enumerate(shown.cells) if cell is None}
    return hidden


def _countable(figures: Sequence[Figure], kind: Kind) -> list[list[int]]:
    """The counts that stand beside each other in a breakdown: those met, those not, and all."""
    met = [_whole(figure.numerator) for figure in figures]
    of = [_whole(figure.denominator) for figure in figures]
    if kind is Kind.SHARE:
        return [met, of, [whole - part for part, whole in zip(met, of, strict=True)]]
    return [met] if kind in (Kind.COUNT, Kind.RATE) else [of]


def _whole(count: float | None) -> int:
    return 0 if count is None else round(count)
