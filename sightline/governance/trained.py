"""Who on the boards of councillors has been trained, and whose time for it has passed."""

from collections.abc import Iterable
from datetime import date

from sightline.duties.period import add_months
from sightline.governance.models import BodyKind, Member, Seniority, Training, TrainingKind

WITHIN = 3  # months from taking the seat
TRAINED = (BodyKind.SCRUTINY, BodyKind.CORPORATE_PARENTING)


def is_trained_for(member: Member) -> bool:
    """Whether the seat asks for training: not of those who speak from their own experience."""
    return member.body.kind in TRAINED and member.seniority != Seniority.LIVED


def trainings_of(member: Member) -> list[Training]:
    """What a member learned: a check of their record is none. Give one with `trainings` fetched."""
    return [each for each in member.trainings.all() if each.kind != TrainingKind.CHECK]


def unchecked(members: Iterable[Member], today: date) -> list[Member]:
    """Those who sit on such a board without a disclosure and barring check written down."""
    return [
        each
        for each in members
        if each.body.kind in TRAINED
        and each.party
        and each.sits(today)
        and not any(one.kind == TrainingKind.CHECK for one in each.trainings.all())
    ]


def untrained(members: Iterable[Member], today: date) -> list[Member]:
    """Members of scrutiny and corporate parenting without training within three months of coming.

    Give members with `trainings` and `body` fetched. One whose three months are not up is not told.
    """
    return [
        each
        for each in members
        if is_trained_for(each)
        and each.sits(today)
        and not trainings_of(each)
        and add_months(each.since, WITHIN) < today
    ]
