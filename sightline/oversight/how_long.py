"""How long children wait, as one person may see it: a sentence, tables, what is drawn.

Who does not see exact figures is given shares to the nearest five in a hundred, and those only of a
hundred waits or more: so nothing tells of fewer than five children.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isinf

from sightline import words
from sightline.insight.waiting import Flow
from sightline.jobs.waits import MONTH, MONTH_BANDS, WEEK, WEEK_BANDS, Bands, Cohort, Waits

FEWEST_WATCHED = 10  # children watched so long, for a share to be given at all
FEWEST_ROUNDED = 100
ROUNDED_TO = 0.05
YEAR = 12
WITHHELD = "This is withheld: it would tell of a few children."
TOO_FEW = "There are too few to say how long they wait."


@dataclass(frozen=True, slots=True)
class Wait:
    """A kind of wait: its name in addresses, its title, from what, of what, after how long.

    `after`: in months, or the `unit` that is given, of `unit_days`, as are `bands` and `compared`.
    Years in which waits began are set beside each other by who waits still after `compared`.
    """

    name: str
    title: str
    since: str
    thing: str
    things: str
    after: tuple[int, ...]
    compared: int
    note: str
    unit: str = "month"
    unit_days: float = MONTH
    bands: Bands = MONTH_BANDS

    def in_months(self, waited: float) -> float:
        """So many of its unit, in months."""
        return waited * self.unit_days / MONTH

    def in_unit(self, days: float) -> str:
        """So many days in its unit, without it."""
        return words.number(days / self.unit_days)


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
EHC_PLAN = Wait(
    "ehc-plan",
    "An education, health and care plan",
    "the request",
    "request",
    "requests",
    (6, 12, 20, 30, 52),
    20,
    "Only the plan ends the wait well. A refusal to assess ends it too, in a column of its own, so "
    "that it is seen where more are refused. To issue the new plans first and leave the old "
    "requests open makes no wait shorter here. A request that was withdrawn, or found after the "
    "assessment to need no plan, waits still: the template does not say so.",
    "week",
    WEEK,
    WEEK_BANDS,
)
KINDS = {kind.name: kind for kind in (PERMANENCE, FIRST_HELP, EHC_PLAN)}


@dataclass(frozen=True, slots=True)
class MonthRow:
    """So long on: the share ended by each route, in their order, and who waits still."""

    after: str
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
    flow: str = ""  # of a queue, for those who see exact figures


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
        _so_far(kind, found.so_far, exact=exact),
        exact,
        _flow_said(kind, found.flow) if exact and found.flow else "",
    )


def sentence(kind: Wait, found: Waits, *, exact: bool) -> str:
    """How it stands a year on, or at the last moment that enough children were watched for."""
    every = found.every
    if not _may_see(every, exact=exact):
        return WITHHELD
    known = [
        after
        for after in kind.after
        if kind.in_months(after) <= YEAR
        and every.watched_at(kind.in_months(after)) >= FEWEST_WATCHED
    ]
    if not known:
        return TOO_FEW
    after, months = known[-1], kind.in_months(known[-1])
    ended = ", ".join(
        f"{_share(every.share_by(route, months), exact=exact)} {route[0].lower()}{route[1:]}"
        for route in found.routes
    )
    counted = words.count_of(every.children, kind.thing, kind.things)
    return (
        f"Of {counted if exact else f'all {kind.things}'}, {words.count_of(after, kind.unit)} "
        f"after {kind.since}, {_share(every.still_by(months), exact=exact)} wait still. "
        f"The rest: {ended}.{_half(kind, every) if exact else ''}"
    )


def _half(kind: Wait, every: Cohort) -> str:
    median, between = every.still.median, every.still.median_interval
    if median is None:
        return " Fewer than half have stopped waiting so far."
    earliest = kind.in_unit(between.low)
    latest = "never" if isinf(between.high) else kind.in_unit(between.high)
    return (
        f" With those who wait still counted, half had stopped waiting within "
        f"{kind.in_unit(median)} {kind.unit}s (between {earliest} and {latest} by chance alone)."
    )


def _months(kind: Wait, found: Waits, *, exact: bool) -> Iterator[MonthRow]:
    for after in kind.after:
        months = kind.in_months(after)
        if found.every.watched_at(months) >= FEWEST_WATCHED:
            shares = (found.every.share_by(route, months) for route in found.routes)
            yield MonthRow(
                words.count_of(after, kind.unit),
                tuple(_share(share, exact=exact) for share in shares),
                _still(found.every, months, exact=exact),
            )


def _still(cohort: Cohort, months: float, *, exact: bool) -> str:
    said = _share(cohort.still_by(months), exact=exact)
    if not exact:
        return said
    between = cohort.still.curve.interval_at(months * MONTH)
    return f"{said} ({words.between(between.low, between.high, '%')})"


def _year(kind: Wait, cohort: Cohort, *, exact: bool) -> YearRow:
    year = cohort.year_ending or 0
    compared = kind.in_months(kind.compared)
    enough = cohort.watched_at(compared) >= FEWEST_WATCHED
    median = cohort.still.median
    half = "not reached yet" if median is None else f"{kind.in_unit(median)} {kind.unit}s"
    return YearRow(
        f"{year - 1}/{year % 100:02d}",
        words.number(cohort.children)
        if exact
        else f"about {words.number(round(cohort.children, -1))}",
        _still(cohort, compared, exact=exact) if enough else "too few to say",
        half if exact else "",
    )


def _so_far(kind: Wait, counts: Sequence[int], *, exact: bool) -> tuple[tuple[str, str], ...]:
    whole = sum(counts)
    bands = [_band(kind, low, high) for low, high in kind.bands]
    if exact:
        return tuple(zip(bands, (words.number(count) for count in counts), strict=True))
    if whole < FEWEST_ROUNDED:
        return ()
    shares = (_share(count / whole, exact=False) for count in counts)
    return tuple(zip(bands, shares, strict=True))


def _band(kind: Wait, low: int, high: int | None) -> str:
    if high is None:
        longest = f"{low // YEAR} years" if kind.unit == "month" else f"{low} {kind.unit}s"
        return f"{longest} or more"
    return f"Under {high} {kind.unit}s" if low == 0 else f"{low} to {high} {kind.unit}s"


def _flow_said(kind: Wait, flow: Flow) -> str:
    """Whether the queue grows or shrinks at the pace of late, in one sentence."""
    if not flow.open:
        return f"No {kind.thing} is open."
    waiting = words.count_of(flow.open, kind.thing, kind.things)
    came = words.count_of(flow.came, kind.thing, kind.things)
    in_months = words.count_of(max(round(flow.months), 1), "month")
    begun = (
        f"{waiting[0].upper()}{waiting[1:]} {'is' if flow.open == 1 else 'are'} open; in the last "
        f"{in_months} {came} came and {words.number(flow.ended)} ended"
    )
    low, high = flow.interval.low, flow.interval.high
    if flow.months_to_clear is not None and flow.to_clear is not None:
        clear = flow.to_clear
        return (
            f"{begun}: at that pace, as many would be worked off in about "
            f"{words.number(flow.months_to_clear)} months (between {words.number(clear.low)} and "
            f"{words.number(clear.high)} by chance alone)."
        )
    if flow.grows:
        return (
            f"{begun}: at that pace the queue grows by about {words.number(-flow.shrinks, 1)} a "
            f"month (between {words.number(-high, 1)} and {words.number(-low, 1)} by chance alone)."
        )
    return f"{begun}: whether the queue grows or shrinks cannot be told from chance."


def _may_see(cohort: Cohort, *, exact: bool) -> bool:
    return exact or cohort.children >= FEWEST_ROUNDED


def _share(share: float, *, exact: bool) -> str:
    if exact:
        return words.percentage(share)
    near = round(share / ROUNDED_TO) * ROUNDED_TO
    return words.percentage(near) if near else f"under {words.percentage(ROUNDED_TO)}"
