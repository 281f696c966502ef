"""Joins the register of findings to the charts and the pace: when did inspectors come?"""

from sightline.improvement.models import Review
from sightline.improvement.own import of_own
from sightline.letters import LetterKind
from sightline.oversight.inspection import Visit

_VISITS = (LetterKind.FOCUSED_VISIT.value, LetterKind.MONITORING_VISIT.value)


def inspectors_came() -> tuple[Visit, ...]:
    """The authority's own inspections, focused and monitoring visits.

    By the day of the report where no other is known.
    """
    inspection = LetterKind.INSPECTION.value
    found = of_own(Review.objects.all()).filter(kind__in=(inspection, *_VISITS))
    dated = ((review.visited_to or review.dated, review.kind == inspection) for review in found)
    visits = {Visit(day, full=full) for day, full in dated if day is not None}
    return tuple(sorted(visits, key=lambda visit: (visit.day, visit.full)))
