"""Actions of invented people, some way on: for the tests of closure."""

from datetime import date, datetime, timedelta

from sightline.closure import acts
from sightline.closure.acts import Shown
from sightline.closure.models import EvidenceKind, Step
from sightline.improvement import acting
from sightline.improvement.acting import Draft
from sightline.improvement.models import Action, Nature
from sightline.people.models import User
from tests.answers_data import NOW

DUE, BEGAN = date(2026, 6, 1), date(2026, 2, 1)
READ_AGAIN = Shown(
    EvidenceKind.REREAD,
    "Twenty records were read again by the service.",
    date(2026, 5, 1),
    reread=20,
    bearing_out=17,
)


def owned(owner: User, writer: User, title: str = "Plans are read each month") -> Action:
    """An action of `owner`, written down a hundred days ago, begun in February, due in June."""
    draft = Draft(title, Nature.PRACTICE, owner.shown_name, owner, DUE, BEGAN)
    return acting.write_down(draft, [], writer, NOW - timedelta(days=100))


def said_done(action: Action, owner: User, at: datetime = NOW) -> Step:
    """Evidence, and the owner's word."""
    acts.give(action, READ_AGAIN, owner, at)
    return acts.say_done(action, "", owner, at)
