"""What boards see of the figures: how a measure stands today, and which packs were issued."""

from collections.abc import Collection, Mapping

from django.conf import settings
from django.urls import reverse

from sightline.governance.elsewhere import FigureToday, Issue
from sightline.jobs import figures
from sightline.measures import MeasureFigures, catalogue
from sightline.oversight.models import IssuedPack
from sightline.oversight.sentences import said
from sightline.oversight.withheld import figure_for
from sightline.people.models import User
from sightline.records import NothingLoadedError

_SHARES = ("%", "% change")  # kept from 0 to 1, written from 0 to 100


def figures_today(measures: Collection[str], user: User) -> Mapping[str, FigureToday]:
    """The newest figure of each measure as this person may see it; without those nothing answers.

    An id that is no measure of the catalogue any more is left out.
    """
    known = [each for each in measures if each in catalogue()]
    try:
        found = [figures.one(settings.DATA, each) for each in known]
    except NothingLoadedError:
        return {}
    return {each.measure.id: _today(each, user) for each in found if each}


def packs_issued() -> tuple[Issue, ...]:
    """Every issue of every pack, the newest first."""
    return tuple(
        Issue(
            each.pk,
            f"{each.title} at {each.as_at:%-d %B %Y}, version {each.version}",
            each.load_id,
            each.run,
            reverse("issued-pack", args=[each.pk]),
        )
        for each in IssuedPack.objects.defer("facts", "figures")
    )


def _today(found: MeasureFigures, user: User) -> FigureToday:
    measure = found.measure
    seen = figure_for(found.latest, measure.kind, exact=user.sees_exact_figures)
    times = 100 if measure.unit in _SHARES else 1
    usable = seen.trusted and not seen.withheld and seen.value is not None
    return FigureToday(
        measure.title,
        said(seen, measure.unit),
        seen.value * times if usable and seen.value is not None else None,
        seen.as_at,
        seen.withheld,
        reverse("measure", args=[measure.id]),
    )
