"""Who on the boards of councillors has been trained, and whose time for it has passed."""

from collections.abc import Iterable
from datetime import date

from sightline.duties.period import add_months
from sightline.governance.models import BodyKind, Member

WITHIN = 3  # months from taking the seat
TRAINED = (BodyKind.SCRUTINY, BodyKind.CORPORATE_PARENTING)


def untrained(members: Iterable[Member], today: date) -> list[Member]:
    """Members of scrutiny and corporate parenting without training within three months of coming.

    Give members with `trainings` and `body` fetched. One whose three months are not up is not told.
    """
    return [
        each
        for each in members
        if each.body.kind in TRAINED
        and each.sits(today)
        and not each.trainings.all()
        and add_months(each.since, WITHIN) < today
    ]
