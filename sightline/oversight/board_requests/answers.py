"""The figures that an answer quotes: fetched, protected as its readers need, kept as given."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from sightline.jobs import figures
from sightline.measures import Measure
from sightline.oversight.models import RequestStep
from sightline.oversight.publication import WHOLE, ToPublish, protect
from sightline.oversight.publishing import GivenAwayError, published_before, written
from sightline.oversight.sentences import headline
from sightline.oversight.withheld import SeenFigure, figure_for


def quoted(measure_ids: Sequence[str], disclosure: str) -> list[dict[str, Any]]:
    """The newest figures of the measures as an answer may give them, in the order asked for.

    For members they are protected as a publication is, beside all that was ever published or
    answered. A measure that nothing loaded can answer is left out. Raises NothingLoadedError;
    GivenAwayError where a small number would follow from what was shown before.
    """
    every = {each.measure.id: each for each in figures.latest(settings.DATA)}
    wanted = [every[name] for name in dict.fromkeys(measure_ids) if name in every]
    if disclosure == RequestStep.Disclosure.STAFF:
        return [
            _quoted(each.measure, figure_for(each.latest, each.measure.kind, exact=True))
            for each in wanted
        ]
    given = protect([ToPublish(each.measure, each.latest) for each in wanted], published_before())
    if given.given_away:
        raise GivenAwayError(
            " ".join(f"{measure.title}: {why}" for measure, why in given.given_away)
        )
    return [_quoted(each.measure, each.figure) for each in given.figures]


def _quoted(measure: Measure, figure: SeenFigure) -> dict[str, Any]:
    return {**written(measure, WHOLE, figure), "sentence": headline(measure, figure)}
