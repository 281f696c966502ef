"""How measures stand now, for the findings they bear on: from the app of figures to the register's.

The two apps know nothing of one another, so the site, which knows both, carries it.
"""

from collections.abc import Mapping, Sequence

from django.conf import settings

from sightline.improvement.measures import Now
from sightline.jobs import figures
from sightline.jobs.affected import affected
from sightline.measures import MeasureFigures
from sightline.oversight.control_seen import control_for
from sightline.oversight.inspection import inspected_on, visits
from sightline.oversight.sentences import said
from sightline.oversight.verdict import verdict
from sightline.oversight.withheld import SeenFigure, figure_for
from sightline.people.models import User
from sightline.people.scope import scope_of
from sightline.records import NothingLoadedError


def measures_seen(ids: Sequence[str], user: User) -> Mapping[str, Now]:
    """How each measure stands, as this person may see it; without those nothing answers."""
    try:
        found = [figures.one(settings.DATA, each) for each in ids]
    except NothingLoadedError:
        return {}
    inspected, exact = inspected_on(visits()), user.sees_exact_figures
    may_list = not scope_of(user).nobody
    return {
        each.measure.id: Now(
            as_at=each.latest.as_at,
            value=said(seen, each.measure.unit),
            verdict=_begun(verdict(each, control_for(each, exact=exact), inspected, exact=exact)),
            affected=affected(each.measure, seen.numerator, seen.denominator)
            if seen.trusted
            else None,
            withheld=seen.withheld,
            may_list=may_list and each.measure.of_children,
        )
        for each, seen in ((one, _seen(one, exact)) for one in found if one)
    }


def _seen(found: MeasureFigures, exact: bool) -> SeenFigure:
    return figure_for(found.latest, found.measure.kind, exact=exact)


def _begun(sentence: str) -> str:
    """The verdict without the value and day before its colon, which stand in columns of their own.

    Nothing of it is lost: what follows the colon is the sentence.
    """
    _, _, rest = sentence.partition(": ")
    return rest[:1].upper() + rest[1:]
