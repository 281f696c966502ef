"""What was decided on areas for scrutiny, with the figure then and now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.measures import MeasureFigures
from sightline.oversight.models import ScrutinyDecision
from sightline.oversight.sentences import said
from sightline.oversight.withheld import figure_for


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One open decision: what it was about, who owes what by when, then and now."""

    pk: int
    what: str
    decision: str
    owner: str
    due: date
    late: bool
    expected: str
    then: str
    now: str
    measure_id: str


def open_decisions(
    figures: Mapping[str, MeasureFigures], today: date, *, exact: bool
) -> list[DecisionRow]:
    """Those not closed, the one due first at the top. Values are withheld as the figure is."""
    return [
        _row(each, figures.get(each.measure_id), today, exact=exact)
        for each in ScrutinyDecision.objects.filter(closed_on=None)
    ]


def _row(
    decided: ScrutinyDecision, measured: MeasureFigures | None, today: date, *, exact: bool
) -> DecisionRow:
    then = now = "–"
    if measured is not None:
        measure = measured.measure
        now = said(figure_for(measured.latest, measure.kind, exact=exact), measure.unit)
        if exact and decided.value_then is not None:
            then = words.figure(decided.value_then, measure.unit)
    return DecisionRow(
        pk=decided.pk,
        what=decided.what,
        decision=decided.decision,
        owner=decided.owner,
        due=decided.due,
        late=decided.due < today,
        expected=decided.expected,
        then=then,
        now=now,
        measure_id=decided.measure_id,
    )
