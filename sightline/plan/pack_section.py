"""What packs say of the plan: how far it is, what hangs loose, days that moved, the direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sightline import words
from sightline.packs import Section, Table
from sightline.plan.differing import Slip
from sightline.plan.loose import by_rule, loose_ends
from sightline.plan.models import Direction, Plan
from sightline.plan.obliged import obliged
from sightline.plan.slipping import plan_slips
from sightline.plan.standing import PlanStands, newest_plan, plan_stands
from sightline.plan.versions import contradiction

_MOST = 8


def sections(today: date, *, outside: bool) -> tuple[Section, ...]:
    """The plan on a day. It counts actions and never children, so no small number is withheld.

    `outside`: for readers beyond the authority, who are told of actions without their owners.
    """
    plan = newest_plan()
    if plan is None:
        return (Section("The improvement plan", "No plan is written down yet."),)
    stands = plan_stands(plan, today)
    asked = (_direction(each, today) for each in _in_force())
    return (_plan(stands), _loose(stands), _moved(plan, named=not outside), *asked)


def _in_force() -> Iterator[Direction]:
    yield from Direction.objects.filter(replaced_by=None, lifted_on=None)


def _plan(stands: PlanStands) -> Section:
    whole = stands.tally
    newest = stands.plan.versions.prefetch_related("signed").last()
    said = contradiction(newest) if newest else "No version of the plan has been kept."
    late = len(stands.late)
    points = []
    if whole.contradicted:
        points.append(f"Closed, though the data says otherwise: {whole.contradicted}.")
    if late:
        points.append(f"Open past the day first stated: {words.count_of(late, 'action')}.")
    if said:
        points.append(said)
    rows = tuple(
        (str(each.row), *(str(n) for n in (
            each.tally.actions, each.tally.said_done, each.tally.evidenced, each.tally.shown,
        )))
        for each in stands.priorities
    )  # fmt: skip
    heads = (
        "Priority", "Actions", "Said to be done", "Closed with evidence", "Difference shown",
    )  # fmt: skip
    return Section(
        "The improvement plan",
        f"Of {words.count_of(whole.actions, 'action')}, {whole.evidenced} closed with evidence; "
        f"the figures show a difference for {whole.shown}.",
        points=tuple(points),
        table=Table("How the actions of each priority stand", heads, rows) if rows else None,
    )


def _loose(stands: PlanStands) -> Section:
    found = loose_ends(stands)
    title = "What hangs loose in the plan"
    if not found:
        return Section(title, "Every finding has an action, and every action a finding.")
    counts = tuple((kind, str(len(rows))) for kind, rows in by_rule(found).items())
    many = words.count_of(len(found), "loose end").capitalize()
    return Section(
        title,
        f"{many}: the thread from what was found to what changes for children breaks there.",
        table=Table("Loose ends by kind", ("What hangs loose", "How many"), counts),
    )


def _moved(plan: Plan, *, named: bool) -> Section:
    title = "Days that have moved"
    found = plan_slips(plan)
    if not found:
        return Section(title, "No day of the plan has moved since it was first stated.")
    moved, most = words.count_of(len(found), "action").capitalize(), found[0]
    days = words.count_of(most.days, "day")
    return Section(
        title,
        f"{moved} had another day since it was first stated; the furthest by {days} in all.",
        table=_slips(found[:_MOST], named=named),
        more=_slips(found, named=named),
        notes=(f"The {_MOST} that moved furthest.",) if len(found) > _MOST else (),
    )


def _slips(found: Sequence[Slip], *, named: bool) -> Table:
    owner = ("Owner",) if named else ()
    heads = ("Action", *owner, "First due", "Due now", "Times moved", "Days in all")
    return Table("Days that have moved", heads, tuple(_slip(each, named=named) for each in found))


def _slip(each: Slip, *, named: bool) -> tuple[str, ...]:
    owner = (each.owner,) if named else ()
    days = (words.day(each.first), words.day(each.now), str(each.moves), str(each.days))
    return (f"{each.reference} {each.title}", *owner, *days)


def _direction(direction: Direction, today: date) -> Section:
    found = obliged(direction, today)
    done = sum(bool(each.actions) and each.closed == len(each.actions) for each in found)
    many = words.count_of(len(found), "thing")
    rows = tuple(
        (
            f"{each.row.clause} {each.row.words}", each.row.who,
            words.day(each.row.due) if each.row.due else "No day", each.sentence,
        )
        for each in found
    )  # fmt: skip
    return Section(
        direction.title,
        f"Of {many} that it asks, {done} carried out by actions closed with evidence.",
        table=Table("What it asks", ("What", "Of whom", "By when", "How far it is"), rows),
    )
