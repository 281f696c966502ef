"""The targets and criteria of every board, with today's figure as this person may see it."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from sightline.governance import targets
from sightline.governance.elsewhere import figures_today
from sightline.governance.listings.listing import Cell, Link, List, Listing, Table
from sightline.governance.models import Body, Target
from sightline.governance.targets import TargetStanding
from sightline.governance.wording import counted
from sightline.people.models import User
from sightline.people.permissions import Permission

COLUMNS = {
    "Target": 50, "Board": 28, "How it stands": 40, "Today": 10, "Wanted": 14, "By when": 12,
    "Measure": 40, "At": 12, "Who judges it": 30,
}  # fmt: skip


def standings_for(rows: Iterable[Target], user: User, today: date) -> list[TargetStanding]:
    """Each with today's figure as this person may see it."""
    every = list(rows)
    wanted = {each.measure for each in every if each.measure}
    return targets.standing(every, figures_today(wanted, user), today)


def row_of(each: TargetStanding, user: User) -> list[Cell]:
    """The line of one target."""
    target, now = each.target, each.today
    edit = reverse("kept-edit", args=["target", target.pk])
    return [
        Link(target.words, edit) if user.may(Permission.KEEP_BOARDS) else target.words,
        Link(target.body.name, target.body.get_absolute_url()),
        each.state,
        now.said if now else "",
        targets.wanted(target),
        target.by_when,
        Link(now.title, now.address) if now else "",
        now.as_at if now else None,
        target.judged_by,
    ]


def _made(user: User, today: date) -> Listing:
    every = standings_for(Target.objects.select_related("body"), user, today)
    stand = [each for each in every if each.target.dropped_on is None]
    have = {each.target.body_id for each in stand}
    without = [b for b in Body.objects.all() if b.stands(today) and b.pk not in have]
    missed = sum(each.passed and not each.reached and not each.target.met_on for each in stand)
    return Listing(
        f"{counted(len(stand), 'target')} of boards; the day of {missed} has passed without its "
        "being seen to be reached."
        if stand
        else "No board has written down what it wants reached by when.",
        Table("Targets by board", COLUMNS, [row_of(each, user) for each in every]),
        intro="Today’s figure is shown as you may see it: c stands for one that rests on so few "
        "children that it is withheld.",
        marks=[f"{each.name} has no target or criterion." for each in without],
    )


TARGETS = List("targets", "Targets and criteria", _made)
