"""How long children wait, as one person may see it: a sentence, tables, what is drawn.

Who does not see exact figures is given shares to the nearest five in a hundred, and those only of a
hundred waits or more: so nothing tells of fewer than five children.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isinf

from sightline import words
from sightline.jobs.waits import BANDS, MONTH, Cohort, Waits

FEWEST_WATCHED = 10  # children watched so long, for a share to be given at all
FEWEST_ROUNDED = 100
ROUNDED_TO = 0.05
YEAR = 12
WITHHELD = "This is withheld: it would tell of a few children."
TOO_FEW = "There are too few to say how long they wait."


@dataclass(frozen=True, slots=True)
class Wait:
    """A kind of wait: its name in addresses, its title, from what, of what, at which months.

    Years in which waits began are set beside each other by who waits still after `compared` months.
    """

    name: str
    title: str
    since: str
    thing: str
    things: str
    months: tuple[int, ...]
    compared: int
    note: str


PERMANENCE = Wait(
    "permanence",
    "A permanent home",
    "coming into care",
    "time in care",
    "times in care",
    (6, 12, 18, 24, 36),
    12,
    "A wait ends with adoption, a special guardianship or child arrangements order, a planned "
    "return home, or a match for long-term fostering: its recorded date, or the first day in a "
    "placement coded so. Leaving care in any other way, and turning 18, end it too, without a "
    "permanent home. A child who comes back into care waits anew. Children in care already when "
    "the records begin are counted from then on, as having waited since they came.",
)
FIRST_HELP = Wait(
    "first-help",
    "First help with mental health",
    "the referral",
    "referral",
    "referrals",
    (1, 2, 3, 6, 12),
    3,
    "Only help ends the wait well: an offer or an assessment does not.",
)
KINDS = {kind.name: kind for kind in (PERMANENCE, FIRST_HELP)}


@dataclass(frozen=True, slots=True)
class MonthRow:
    """So many months on: the share ended by each route, in their order, and who waits still."""

    months: str
    ended: tuple[str, ...]
    still: str


@dataclass(frozen=True, slots=True)
class YearRow:
    """The waits that began in a year; `half` is empty for those who see no exact figures."""

    year: str
    began: str
    still: str
    half: str


@dataclass(frozen=True, slots=True)
class Section:
    """A kind of wait on the page; what would be withheld throughout is empty."""

    kind: Wait
    sentence: str
    routes: tuple[str, ...]
    months: tuple[MonthRow, ...]
    years: tuple[YearRow, ...]
    so_far: tuple[tuple[str, str], ...]  # of those who wait today: how long, how many
    drawn: bool


def section(kind: Wait, found: Waits | None, *, exact: bool) -> Section | None:
    """What is shown of a kind of wait; None where none is recorded."""
    if found is None:
        return None
    return Section(
        kind,
        sentence(kind, found, exact=exact),
        found.routes,
        tuple(_months(kind, found, exact=exact)) if _may_see(found.every, exact=exact) else (),
        tuple(
            _year(kind, each, exact=exact) for each in found.years if _may_see(each, exact=exact)
        ),
        _so_far(found.so_far, exact=exact),
        exact,
    )


def sentence(kind: Wait, found: Waits, *, exact: bool) -> str:
    """How it stands a year on, or at the last moment that enough children were watched for."""
    every = found.every
    if not _may_see(every, exact=exact):
        return WITHHELD
    known = [m for m in kind.months if m <= YEAR and every.watched_at(m) >= FEWEST_WATCHED]
    if not known:
        return TOO_FEW
    months = known[-1]
    ended = ", ".join(
        f"{_share(every.share_by(route, months), exact=exact)} {route[0].lower()}{route[1:]}"
        for route in found.routes
    )
    counted = words.count_of(every.children, kind.thing, kind.things)
    return (
        f"Of {counted if exact else f'all {kind.things}'}, {words.count_of(months, 'month')} after "
        f"{kind.since}, {_share(every.still_by(months), exact=exact)} wait still. "
        f"The rest: {ended}.{_half(every) if exact else ''}"
    )


def _half(every: Cohort) -> str:
    median, between = every.still.median, every.still.median_interval
    if median is None:
        return " Fewer than half have stopped waiting so far."
    latest = "never" if isinf(between.high) else _in_months(between.high)
    return (
        f" With those who wait still counted, half had stopped waiting within {_in_months(median)} "
        f"months (between {_in_months(between.low)} and {latest} by chance alone)."
    )


def _in_months(days: float) -> str:
    return words.number(days / MONTH)


def _months(kind: Wait, found: Waits, *, exact: bool) -> Iterator[MonthRow]:
    for months in kind.months:
        if found.every.watched_at(months) >= FEWEST_WATCHED:
            shares = (found.every.share_by(route, months) for route in found.routes)
            yield MonthRow(
                words.count_of(months, "month"),
                tuple(_share(share, exact=exact) for share in shares),
                _still(found.every, months, exact=exact),
            )


def _still(cohort: Cohort, months: int, *, exact: bool) -> str:
    said = _share(cohort.still_by(months), exact=exact)
    if not exact:
        return said
    between = cohort.still.curve.interval_at(months * MONTH)
    return f"{said} ({words.between(between.low, between.high, '%')})"


def _year(kind: Wait, cohort: Cohort, *, exact: bool) -> YearRow:
    year = cohort.year_ending or 0
    enough = cohort.watched_at(kind.compared) >= FEWEST_WATCHED
    median = cohort.still.median
    half = "not reached yet" if median is None else f"{_in_months(median)} months"
    return YearRow(
        f"{year - 1}/{year % 100:02d}",
        words.number(cohort.children)
        if exact
        else f"about {words.number(round(cohort.children, -1))}",
        _still(cohort, kind.compared, exact=exact) if enough else "too few to say",
        half if exact else "",
    )


def _so_far(counts: Sequence[int], *, exact: bool) -> tuple[tuple[str, str], ...]:
    whole = sum(counts)
    if exact:
        return tuple(zip(_BANDS, (words.number(count) for count in counts), strict=True))
    if whole < FEWEST_ROUNDED:
        return ()
    shares = (_share(count / whole, exact=False) for count in counts)
    return tuple(zip(_BANDS, shares, strict=True))


def _band(low: int, high: int | None) -> str:
    if high is None:
        return f"{low // YEAR} years or more"
    return f"Under {high} months" if low == 0 else f"{low} to {high} months"


_BANDS = tuple(_band(low, high) for low, high in BANDS)


def _may_see(cohort: Cohort, *, exact: bool) -> bool:
    return exact or cohort.children >= FEWEST_ROUNDED


def _share(share: float, *, exact: bool) -> str:
    if exact:
        return words.percentage(share)
    near = round(share / ROUNDED_TO) * ROUNDED_TO
    return words.percentage(near) if near else f"under {words.percentage(ROUNDED_TO)}"
