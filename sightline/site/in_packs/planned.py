"""The plan in a pack: the pace of its priorities, what is late, how true closure is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sightline import words
from sightline.insight.pace import PaceVerdict
from sightline.oversight.inspection import inspected_on, visits
from sightline.oversight.pace_rows import STANDING, pace_of
from sightline.oversight.packs.shown import Shown
from sightline.packs import Section, Table
from sightline.plan.standing import PlanStands, PriorityStands, newest_plan, plan_stands
from sightline.site.in_packs.guarded import guarded

MOST = 8
_WORST_FIRST = (
    PaceVerdict.WRONG_WAY,
    PaceVerdict.TOO_SLOW,
    PaceVerdict.CANNOT_TELL,
    PaceVerdict.ON_PACE,
    PaceVerdict.ARRIVED,
)
NO_PACE = "No measure of this pack bears on it"


def the_plan(today: date) -> PlanStands | None:
    """The plan that runs, with how everything in it stands; None where there is none."""
    plan = newest_plan()
    return plan_stands(plan, today) if plan is not None else None


def plan_sections(stands: PlanStands | None, measures: Sequence[Shown]) -> tuple[Section, ...]:
    """The pace of its priorities, what is late, and whether what is called done is done.

    Nobody beyond the authority is told who owns an action. Without a plan there is nothing to say.
    """
    if stands is None:
        return ()
    return (_paces(stands, measures), _late(stands))


def next_steps(stands: PlanStands | None) -> tuple[str, ...]:
    """The open actions that are due next, each with its day; at most three."""
    if stands is None:
        return ()
    ahead = [
        (due, each)
        for each in stands.actions
        if each.standing.open and (due := each.row.action.due) and due >= stands.today
    ]
    return tuple(
        f"{each.reference} {guarded(each.title)}: by {words.day(due)}."
        for due, each in sorted(ahead, key=lambda pair: (pair[0], pair[1].row.pk))[:3]
    )


def _paces(stands: PlanStands, measures: Sequence[Shown]) -> Section:
    inspected = inspected_on(visits())
    rows = tuple(
        (str(each.row), pace_said(each, measures, inspected)) for each in stands.priorities
    )
    told = sum(said != NO_PACE for _, said in rows)
    return Section(
        "How fast each priority moves",
        f"Of {words.count_of(len(rows), 'priority', 'priorities')}, {told} can be judged by a "
        "measure of this pack; each by the slowest of them.",
        table=Table("The slowest measure of each priority", ("Priority", "Pace"), rows),
    )


def pace_said(priority: PriorityStands, measures: Iterable[Shown], inspected: date | None) -> str:
    """The slowest of the measures that bear on a priority, as this pack shows them."""
    outcomes = (name for outcome in priority.outcomes for name in outcome.row.measures)
    wanted = {*priority.row.priority.measures, *outcomes}
    known = [
        (pace.verdict, each.measure.title)
        for each in measures
        if each.measure.id in wanted
        and each.whole
        and (pace := pace_of(each.drawn, inspected, exact=False))
    ]
    if not known:
        return NO_PACE
    verdict, title = min(known, key=lambda pair: _WORST_FIRST.index(pair[0]))
    return f"{STANDING[verdict]}: {title}"


def _late(stands: PlanStands) -> Section:
    title = "Past the day first promised"
    found = stands.late
    if not found:
        return Section(title, "No open action is past the day that was first promised for it.")
    are = "open action is" if len(found) == 1 else "open actions are"
    many = words.count_of(len(found), are, are).capitalize()
    rows = tuple(
        (
            f"{each.reference} {guarded(each.title)}",
            words.day(each.standing.first_due),
            str(each.standing.times_moved),
            each.standing.state.plain,
        )
        for each in found
    )
    heads = ("Action", "First due", "Times moved", "How it stands")
    return Section(
        title,
        f"{many} past the day first promised.",
        table=Table("The longest past first", heads, rows[:MOST]),
        more=Table("The longest past first", heads, rows) if len(rows) > MOST else None,
        notes=(f"The {MOST} longest past.",) if len(rows) > MOST else (),
    )
