"""Elections: meetings that may lapse before them, and seats that change hands after them."""

from collections.abc import Iterable
from datetime import date, timedelta

from sightline.duties.period import add_months
from sightline.governance import trained
from sightline.governance.models import Election, Member


def explained(gap: tuple[date, date], elections: Iterable[Election], most: timedelta) -> str:
    """Which election explains that a body did not meet between two days; empty where none does.

    The days of the quiet period are taken off the gap: what remains must be within the round.
    """
    one, other = gap
    for each in elections:
        quiet = min(other, each.polling_on) - max(one, each.quiet_from)
        if quiet > timedelta(0) and other - one - quiet <= most:
            return each.title
    return ""


def seated_since(members: Iterable[Member], election: Election) -> list[Member]:
    """Members of boards of councillors who took their seat within three months of the poll."""
    last = add_months(election.polling_on, trained.WITHIN)
    return [
        each
        for each in members
        if trained.is_trained_for(each) and election.polling_on < each.since <= last
    ]


def trained_in_time(member: Member) -> bool:
    """Whether they were trained within three months of taking the seat.

    Give a member with `trainings` fetched.
    """
    by = add_months(member.since, trained.WITHIN)
    return any(each.on <= by for each in trained.trainings_of(member))
