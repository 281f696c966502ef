"""A comparison with other areas as English."""

from collections.abc import Iterable
from dataclasses import dataclass

from sightline import words
from sightline.insight.comparison import Rank, Side
from sightline.insight.wording import Polarity
from sightline.jobs.peers import Beside
from sightline.peers import PER_CHILDREN, Unit

FINE = 0.10  # shares below this are given to a tenth of a percent, where whole ones hide much


@dataclass(frozen=True, slots=True)
class Other:
    """What we stand beside: what it is called, its value, and on which side of it we lie."""

    name: str
    value: float
    side: Side


def said(found: Beside, value: float | None) -> str:
    """A value of the comparison: "22%"; "67.1" per 10,000 children; "14.9"; "c" withheld."""
    unit = found.published.unit
    if value is None:
        return words.SUPPRESSED
    if unit is Unit.PERCENT:
        # not our own: how the others are written must not tell of a figure that is withheld
        theirs = (found.england, found.comparison.neighbours_median)
        fine = any(each is not None and each < FINE for each in theirs)
        return words.percentage(value, 1 if fine else 0)
    return words.number(value * PER_CHILDREN if unit is Unit.PER_10000 else value, 1)


def others(found: Beside) -> list[Other]:
    """The neighbours' median, the region and England, as far as each is known."""
    comparison = found.comparison
    each = [
        (_median_words(found), comparison.neighbours_median, comparison.beside_median),
        (f"its region {found.region_name}", found.region, comparison.beside_region),
        ("England", found.england, comparison.beside_england),
    ]
    return [Other(name, value, side) for name, value, side in each if value is not None]


def sentence(found: Beside) -> str:
    """Higher or lower than what, with both figures, and whether chance explains it."""
    beside = others(found)
    if not beside:
        return "No figure of other areas stands beside this one."
    unsure = all(each.side is Side.UNKNOWN for each in beside)
    clauses = _by_value(found, beside) if unsure else _by_side(beside)
    said_all = "; ".join(
        clause.format(
            _and(_with_figures(found, each, first=each is clauses[0][1][0]) for each in of)
        )
        for clause, of in clauses
    )
    ending = " Whether chance explains it cannot be told." if unsure else ""
    return f"{said_all[0].upper()}{said_all[1:]}.{ending}"


def rank_words(found: Beside) -> str:
    """The place among the neighbours, and how far chance alone could move it; or nothing."""
    rank = found.comparison.rank
    if rank is None:
        return ""
    first = "lowest" if found.measure.polarity is Polarity.LOW else "highest"
    placed = (
        f"Of {rank.of} areas, {found.name} and its neighbours, it comes {_ordinal(rank.place)}, "
        f"the 1st being the {first}"
    )
    return f"{placed}{_by_chance(rank)}."


def funnel_words(found: Beside) -> str:
    """Whether the figure lies within a funnel of all authorities; nothing where none is drawn."""
    if found.among is None:
        return ""
    explained = (
        "what chance, for so many children, and the ordinary differences between authorities "
        "explain"
    )
    if not found.among.outside:
        return f"Among {found.authorities} authorities it lies within {explained}."
    way = "above" if found.among.high else "below"
    return f"Among {found.authorities} authorities it lies {way} {explained}."


def when_words(found: Beside) -> str:
    """The time that both figures are of."""
    window = found.published.window
    return f"{window.value} {found.year}"


def _median_words(found: Beside) -> str:
    given, named = len(found.neighbours), found.neighbours_named
    if given == named:
        return f"the median of its {words.count_of(named, 'statistical neighbour')}"
    return (
        f"the median of the {words.count_of(given, 'statistical neighbour')}, of {named}, "
        "whose figure is published"
    )


Clauses = list[tuple[str, list[Other]]]


def _by_side(beside: list[Other]) -> Clauses:
    clauses = [
        ("higher than {}, by more than chance explains", Side.HIGHER),
        ("lower than {}, by more than chance explains", Side.LOWER),
        ("no further from {} than chance explains", Side.SIMILAR),
    ]
    return _filled((text, [each for each in beside if each.side is side]) for text, side in clauses)


def _by_value(found: Beside, beside: list[Other]) -> Clauses:
    own = found.comparison.own.value
    return _filled(
        (
            ("higher than {}", [each for each in beside if own > each.value]),
            ("lower than {}", [each for each in beside if own < each.value]),
            ("the same as {}", [each for each in beside if own == each.value]),
        )
    )


def _filled(clauses: Iterable[tuple[str, list[Other]]]) -> Clauses:
    return [(text, of) for text, of in clauses if of]


def _with_figures(found: Beside, other: Other, *, first: bool) -> str:
    """What we stand beside and its figure; ours too, and the unit, where it is the first named."""
    theirs = said(found, other.value)
    if not first:
        return f"{other.name} ({theirs})"
    ours = said(found, found.comparison.own.value)
    unit = f" {Unit.PER_10000.value}" if found.published.unit is Unit.PER_10000 else ""
    return f"{other.name} ({ours} against {theirs}{unit})"


def _by_chance(rank: Rank) -> str:
    if rank.interval is None:
        return ". How far chance moves that place cannot be told: the numbers are not published"
    low, high = _ordinal(round(rank.interval.low)), _ordinal(round(rank.interval.high))
    if low == high:
        return ", chance allowed for"
    return f"; by chance alone the place could be anything from {low} to {high}"


def _ordinal(place: int) -> str:
    ending = "th" if place in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


def _and(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
