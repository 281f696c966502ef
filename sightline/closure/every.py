"""Every action with how it stands: one place where the lists and the packs ask."""

from collections.abc import Iterable
from datetime import date

from sightline.closure.standing import Standing, standings
from sightline.improvement.models import Action


def every_standing(today: date) -> list[Standing]:
    """Each action, in the order of the days due."""
    rows = list(Action.objects.select_related("owner"))
    found = standings(rows, today)
    return [found[row.pk] for row in rows]


def contradicted(among: Iterable[Standing]) -> list[Standing]:
    """Closed, but the data says otherwise; the longest closed first."""
    rows = [each for each in among if each.contradicted]
    return sorted(rows, key=lambda each: (each.closed_on or date.max, each.action.pk))


def waiting(among: Iterable[Standing]) -> list[Standing]:
    """Said to be done, and nobody else has looked; the longest first."""
    rows = [each for each in among if each.open and each.steps and each.state == "said_done"]
    return sorted(rows, key=lambda each: each.steps[-1].at)
