"""From figures to candidates: each kind of signal with its evidence, its chance and its question.

Shares are set beside shares by Fisher's exact test, which is right however few the children.
"""

from __future__ import annotations

from collections.abc import Callable

from sightline.insight.change import RECENT, Change
from sightline.insight.comparison.funnel import Placed
from sightline.insight.comparison.groups import Gap, Group, fisher
from sightline.insight.scrutiny.candidate import Candidate, Kind
from sightline.insight.scrutiny.deterioration import Monthly, Stayers, worsening
from sightline.insight.wording import Polarity, Unit, Verdict, say

MOST_BY_CHANCE = 1.0


def deterioration(
    id: str, title: str, series: Monthly, polarity: Polarity, stayers: Stayers | None = None
) -> Candidate | None:
    """A share that has become worse than its past; None where there is too little to tell."""
    found = worsening(series, polarity, stayers)
    if found is None:
        return None
    way = "rose" if found.now > found.before else "fell"
    return Candidate(
        id,
        Kind.DETERIORATION,
        f"{title} {way} to {_say(found.now)}",
        f"{_say(found.now)} in the last {found.months} months, {_say(found.before)} before",
        f"What changed, and for which children, in the last {found.months} months?",
        found.affected,
        found.p_value,
    )


def moved(change: Change, children: int) -> Candidate:
    """A count, a mean or a rate beside its own past. Moved for the better, it shows nothing."""
    series, unit = change.series, change.series.unit
    now = change.baseline + change.difference
    worse = change.verdict is Verdict.WORSE
    return Candidate(
        series.id,
        Kind.DETERIORATION,
        f"{series.title} {'rose' if change.rose else 'fell'} to {say(now, unit)}",
        f"{say(now, unit)} on average in the last {RECENT} months, "
        f"{say(change.baseline, unit)} before",
        f"What changed, and for which children, in the last {RECENT} months?",
        children,
        change.p_value if worse else MOST_BY_CHANCE,
    )


def subgroup_gap(id: str, title: str, gap: Gap, polarity: Polarity) -> Candidate:
    """A group of children set beside the rest. Better off than the rest, it shows nothing."""
    better = polarity.verdict(gap.difference) is Verdict.BETTER
    return Candidate(
        id,
        Kind.SUBGROUP_GAP,
        f"{title}: {_say(gap.share)} for {gap.group.name}",
        f"{gap.group.met} of {gap.group.of}, beside {gap.rest.met} of {gap.rest.of} of the rest; "
        f"the difference is from {_points(gap.interval.low)} to {_points(gap.interval.high)} "
        "percentage points",
        f"Why do children in the group {gap.group.name} fare otherwise than the rest?",
        gap.affected,
        MOST_BY_CHANCE if better else gap.p_value,
    )


def contradiction(id: str, title: str, audited: Group, recorded: Group) -> Candidate:
    """What audits found beside what the figure says of the same practice."""
    return Candidate(
        id,
        Kind.CONTRADICTION,
        f"{title}: audits find {_share(audited)}, the figure says {_share(recorded)}",
        f"{audited.met} of {audited.of} audited, {recorded.met} of {recorded.of} recorded",
        "Which of the two is right, and what does the other one measure?",
        round(abs(_value(audited) - _value(recorded)) * recorded.of),
        fisher(audited, recorded),
    )


def data_cliff(id: str, column: str, missing_now: Group, missing_before: Group) -> Candidate:
    """An input missing more often now. `missing_before`: one earlier month's children, not a year's
    added up, since they are the same children.
    """
    return _more(
        (id, Kind.DATA_CLIFF, f"{column} is missing for {_share(missing_now)}"),
        missing_now,
        missing_before,
        "missing",
        "Has a form, a system or a team changed, and can it be filled in afterwards?",
    )


def waiting_tail(id: str, title: str, over_now: Group, over_before: Group) -> Candidate:
    """Of those waiting, more who wait longer than they should than at an earlier time."""
    return _more(
        (id, Kind.WAITING_TAIL, f"{title}: {over_now.met} of {over_now.of} wait too long"),
        over_now,
        over_before,
        "too long",
        "Who has waited longest, and what does each of them wait for?",
    )


def benchmark_outlier(
    id: str,
    title: str,
    placed: Placed,
    children: int,
    polarity: Polarity,
    said: Callable[[float], str] | None = None,
) -> Candidate:
    """The authority among similar areas. On the better side it shows nothing.

    `children`: how many one unit of the value stands for. `said` writes a value; by default a
    share.
    """
    write = said or _say
    better = polarity.verdict(1.0 if placed.high else -1.0) is Verdict.BETTER
    side = "above" if placed.high else "below"
    return Candidate(
        id,
        Kind.BENCHMARK_OUTLIER,
        f"{title}: {write(placed.value)}, {side} similar areas",
        f"similar areas of this size lie between {write(placed.alarm.low)} and "
        f"{write(placed.alarm.high)}, but for 1 in 500",
        "What do similar areas do, or count, otherwise?",
        round(abs(placed.value - placed.middle) * children),
        MOST_BY_CHANCE if better else placed.p_value,
    )


def repeat_finding(
    id: str, finding: str, times_before: int, children: int, stood: str = ""
) -> Candidate:
    """A finding that earlier reviews made too: known, not inferred. Raises ValueError for none.

    `stood`: for how long it has, in words, where that is known.
    """
    if times_before < 1:
        raise ValueError("A repeat finding was made before.")
    times = {1: "once", 2: "twice"}.get(times_before, f"{times_before} times")
    return Candidate(
        id,
        Kind.REPEAT_FINDING,
        finding,
        f"found {times} before" + (f"; it has stood {stood}" if stood else ""),
        "What was done after the last time, and why did it not last?",
        children,
        None,
    )


def _more(
    named: tuple[str, Kind, str], now: Group, before: Group, word: str, question: str
) -> Candidate:
    id, kind, what = named
    rose = _value(now) > _value(before)
    return Candidate(
        id,
        kind,
        what,
        f"{now.met} of {now.of} {word} now, {before.met} of {before.of} before",
        question,
        round(max(_value(now) - _value(before), 0.0) * now.of),
        fisher(now, before) if rose else MOST_BY_CHANCE,
    )


def _value(group: Group) -> float:
    return group.met / group.of if group.of else 0.0


def _share(group: Group) -> str:
    return _say(_value(group))


def _say(share: float) -> str:
    return say(share, Unit.SHARE)


def _points(share: float) -> str:
    return f"{100 * share:.0f}"
