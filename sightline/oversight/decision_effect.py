"""Whether a decision worked, by its measure's own figures; and what is decided on again and again.

It worked, as far as figures can say, where the control chart shows a sign that began after the
decision. What was so already when it was taken is no effect of it.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sightline import words
from sightline.insight.wording import Verdict
from sightline.jobs.control import Control
from sightline.measures import MeasureFigures
from sightline.oversight.control_seen import control_for
from sightline.oversight.models import ScrutinyDecision
from sightline.oversight.verdict import year_beside

LONG_RUNNING = 6  # months in a row in which the same measure was decided on
YEAR_DAYS = 365

_SINCE = {
    Verdict.BETTER: "Better since, beyond the usual ups and downs",
    Verdict.WORSE: "Worse since, beyond the usual ups and downs",
    Verdict.NEITHER: "Different since, beyond the usual ups and downs",
}


def effect_said(found: MeasureFigures, decided_on: date, *, exact: bool) -> str:
    """What the figures since a decision say, in one sentence, as a person may see them.

    A measure without limits is set beside the year before, once a year has passed since.
    """
    since = [figure for figure in found.series if figure.as_at > decided_on]
    if not since:
        return "No figure since: it is too soon to say."
    seen = control_for(found, exact=exact)
    return _by_limits(found, seen, decided_on) if seen.limits else _by_year(found, seen, decided_on)


def _by_year(found: MeasureFigures, seen: Control, decided_on: date) -> str:
    beside = year_beside(seen, found.measure.unit)
    if beside and (found.latest.as_at - decided_on).days >= YEAR_DAYS:
        return f"{beside[:1].upper()}{beside[1:]}."
    return f"The chart cannot tell. {seen.why_not}"


def _by_limits(found: MeasureFigures, seen: Control, decided_on: date) -> str:
    drawn = [day for day in seen.limits if day > decided_on]
    if not drawn:
        return "No figure that may be relied on since: it is too soon to say."
    signs = {sign for day in drawn for sign in seen.limits[day].signs}
    if not signs:
        how_many = words.count_of(len(drawn), "figure")
        return f"No clear effect yet: {how_many} since, within the usual ups and downs."
    newest = max(signs, key=lambda sign: (sign.end, sign.start, sign.rule))
    verdict = newest.verdict(found.measure.polarity)
    before = max((day for day in seen.limits if day <= decided_on), default=None)
    was_so = before is not None and seen.limits[before].verdict is verdict
    if was_so or seen.figures[newest.start].as_at <= decided_on:
        return f"{_SINCE[verdict]}; but it was so already when this was decided."
    return f"{_SINCE[verdict]}: {newest.rule.value}."


def long_running(today: date) -> dict[str, str]:
    """What was decided on in six months running or more, up to now: a sentence each.

    By the measure's id, or by the area's where it is about no measure, as a finding made again.
    """
    decided: dict[str, set[int]] = defaultdict(set)
    taken = ScrutinyDecision.objects.values_list("measure_id", "area", "decided_on")
    for measure_id, area, day in taken:
        decided[measure_id or area].add(_month(day))
    running = {name: _running(months, _month(today)) for name, months in decided.items()}
    return {
        name: f"Decided on {words.count_of(months, 'month')} running, and not settled."
        for name, months in running.items()
        if months >= LONG_RUNNING
    }


def _running(months: Iterable[int], now: int) -> int:
    """How many months in a row up to this one or the last."""
    known = set(months)
    last = now if now in known else now - 1
    length = 0
    while last - length in known:
        length += 1
    return length


def _month(day: date) -> int:
    return day.year * 12 + day.month
