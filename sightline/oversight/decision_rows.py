"""What was decided on areas for scrutiny, with the figure then and now and whether it worked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.measures import MeasureFigures
from sightline.oversight.decision_effect import effect_said, long_running
from sightline.oversight.models import ScrutinyDecision
from sightline.oversight.sentences import said
from sightline.oversight.withheld import figure_for

OVER_TIME = "/over-time"  # how the id of an area ends that is about no group


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision: what it was about, who owes what by when, then and now, and its effect.

    `of_the_whole`: it was about a group, and the figures are of the whole authority.
    """

    pk: int
    what: str
    decision: str
    decided_on: date
    owner: str
    due: date
    late: bool
    expected: str
    then: str
    now: str
    effect: str
    of_the_whole: bool
    long_running: str
    outcome: str
    closed_on: date | None
    measure_id: str


def open_decisions(
    figures: Mapping[str, MeasureFigures], today: date, *, exact: bool
) -> list[DecisionRow]:
    """Those not closed, the one due first at the top. Values are withheld as the figure is."""
    running = long_running(today)
    return [
        _row(each, figures.get(each.measure_id), today, running, exact=exact)
        for each in ScrutinyDecision.objects.filter(closed_on=None)
    ]


def decisions_on(found: MeasureFigures, today: date, *, exact: bool) -> list[DecisionRow]:
    """All that was ever decided on one measure, the newest first, closed or not."""
    rows = ScrutinyDecision.objects.filter(measure_id=found.measure.id)
    running = long_running(today)
    return [
        _row(each, found, today, running, exact=exact)
        for each in rows.order_by("-decided_on", "-pk")
    ]


def _row(
    decided: ScrutinyDecision,
    measured: MeasureFigures | None,
    today: date,
    running: Mapping[str, str],
    *,
    exact: bool,
) -> DecisionRow:
    then = now = "–"
    effect, what = "", decided.what if exact else "An area that stood out"
    if measured is not None:
        measure = measured.measure
        now = said(figure_for(measured.latest, measure.kind, exact=exact), measure.unit)
        effect = effect_said(measured, decided.decided_on, exact=exact)
        if exact and decided.value_then is not None:
            then = words.figure(decided.value_then, measure.unit)
        if not exact:  # what stood out may be the figure of a group
            what = measure.title
    return DecisionRow(
        pk=decided.pk,
        what=what,
        decision=decided.decision,
        decided_on=decided.decided_on,
        owner=decided.owner,
        due=decided.due,
        late=decided.closed_on is None and decided.due < today,
        expected=decided.expected,
        then=then,
        now=now,
        effect=effect,
        of_the_whole=not decided.area.endswith(OVER_TIME),
        long_running=running.get(decided.measure_id or decided.area, ""),
        outcome=decided.outcome,
        closed_on=decided.closed_on,
        measure_id=decided.measure_id,
    )
