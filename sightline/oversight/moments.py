"""Which moment, and which grouping, an address asks for."""

from collections.abc import Mapping
from datetime import date

from django.http import Http404

from sightline.measures import Figure, MeasureFigures

NOT_KNOWN = "Not known"  # as measures name the group of children whose group is not known
BREAKDOWNS = {
    "team": "Team",
    "age_band": "Age",
    "sex": "Sex",
    "ethnic_group": "Ethnic group",
    "placement_group": "Where they live",
    "legal_status": "Legal status",
}


def moment_of(found: MeasureFigures, query: Mapping[str, str]) -> Figure:
    """The figure at ?as_at=, or the newest. Raises Http404 for a day without one."""
    wanted = query.get("as_at", "")
    if not wanted:
        return found.latest
    try:
        day = date.fromisoformat(wanted)
    except ValueError as error:
        raise Http404(f"{wanted} is not a date.") from error
    for figure in found.series:
        if figure.as_at == day:
            return figure
    raise Http404(f"There is no figure at {wanted}.")


def grouping_of(query: Mapping[str, str]) -> str:
    """The grouping at ?by=, or by team. Raises Http404 for one that we do not have."""
    by = query.get("by") or "team"
    if by not in BREAKDOWNS:
        raise Http404(f"A measure is not broken down by {by}.")
    return by
