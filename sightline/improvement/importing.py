"""Taking in many letters: one after another, each whole or not at all, none stopping the rest."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from sightline.improvement.conflicting import keep_facts
from sightline.improvement.models import Outcome, Review
from sightline.improvement.reading import AlreadyThereError, add_unlinked
from sightline.improvement.retelling import keep_retold
from sightline.improvement.sightings import link
from sightline.improvement.unpacking import Sent
from sightline.letters import LetterError
from sightline.people.models import User

LOG = logging.getLogger(__name__)
OURS = (
    "Sightline failed while reading this file. The fault is ours: it has been written to the "
    "server’s log."
)


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one file; `said` is why it was refused, `review` what it became or was."""

    name: str
    outcome: Outcome
    review: Review | None = None
    said: str = ""


def import_letters(
    files: Iterable[Sent],
    user: User,
    at: datetime,
    *,
    begun: Callable[[str], None],
    done: Callable[[Came], None],
) -> None:
    """Takes each file in, and when all are in works out what had been said before, once, and which
    facts they state.

    `begun` is told the name of each file, `done` what came of it.
    """
    authorities = set()
    for sent in files:
        begun(sent.name)
        came = _taken_in(sent, user, at)
        if came.outcome is Outcome.READ and came.review:
            authorities.add(came.review.authority)
        done(came)
    for authority in sorted(authorities):
        with transaction.atomic():
            link(authority)
    keep_facts()
    keep_retold()


def _taken_in(sent: Sent, user: User, at: datetime) -> Came:
    if sent.refused:
        return Came(sent.name, Outcome.REFUSED, said=sent.refused)
    try:
        return Came(sent.name, Outcome.READ, add_unlinked(sent.path, user, at))
    except AlreadyThereError as there:
        return Came(sent.name, Outcome.THERE, there.review)
    except LetterError as error:
        return Came(sent.name, Outcome.REFUSED, said=str(error))
    except Exception:
        LOG.exception("%s could not be taken in", sent.name)
        return Came(sent.name, Outcome.REFUSED, said=OURS)
