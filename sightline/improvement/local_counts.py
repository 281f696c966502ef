"""What the authority's own records count of what a finding puts in words, at the time."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sightline import words
from sightline.improvement.measures import measures_on
from sightline.improvement.measures_now import at_risk, figures_loaded
from sightline.improvement.models import Finding
from sightline.jobs.counted import is_withheld
from sightline.measures import Figure, MeasureFigures

MOST = 4
_AS_OLD_AS = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class LocalCount:
    """What a measure counted on a day; `said` is withheld where it could tell of a few children."""

    id: str
    title: str
    definition: str
    as_at: date
    said: str


def month_end(day: date) -> date:
    """The last day of the month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def counts_at_the_time(finding: Finding, *, exact: bool) -> tuple[LocalCount, ...]:
    """The counts of the measures on the finding's leading theme, MOST at the most, at the end of
    the month of the fieldwork, or the newest before it within a year. None without that day."""
    day = finding.review.visited_to or finding.review.published
    if day is None or not finding.theme_ids:
        return ()
    known = {each.measure.id: each for each in figures_loaded()}
    bearing = (known[each.id] for each in measures_on(finding.theme_ids[:1]) if each.id in known)
    return tuple(_counts(bearing, month_end(day), exact=exact))[:MOST]


def _counts(found: Iterable[MeasureFigures], day: date, *, exact: bool) -> Iterable[LocalCount]:
    for each in found:
        then = each.until(day)
        if then is None or day - then.latest.as_at > _AS_OLD_AS:
            continue
        said = _said(each, then.latest, exact=exact)
        if said:
            measure = each.measure
            yield LocalCount(measure.id, measure.title, measure.definition, then.latest.as_at, said)


def _said(found: MeasureFigures, figure: Figure, *, exact: bool) -> str:
    """ "41 of 60 children; 19 not well served"; empty for what counts no child."""
    few = at_risk(figure, found.measure)
    if few is None or figure.numerator is None:
        return ""
    if not exact and is_withheld(found.measure.kind, figure.numerator, figure.denominator):
        return "Withheld: so few children that they might be known"
    if figure.denominator is None:
        return words.count_of(few, "child", "children")
    met = round(figure.numerator)
    others = "" if few == met else f"; {few:,} not"
    return f"{met:,} of {figure.denominator:,} children{others}"
