"""The measure that an address asks for."""

from django.conf import settings
from django.http import Http404

from sightline.jobs import figures
from sightline.measures import MeasureFigures


def measure_asked(measure_id: str) -> MeasureFigures:
    """The measure's figures over time. Raises Http404 where there are none."""
    try:
        found = figures.one(settings.DATA, measure_id)
    except KeyError as error:
        raise Http404(f"There is no measure {measure_id}.") from error
    if found is None:
        raise Http404("What has been loaded cannot answer this measure.")
    return found
