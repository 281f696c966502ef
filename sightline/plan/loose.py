"""What hangs loose at either end of the golden thread, and what does not go together.

Each kind is a rule with its words; `sightline plan validate` and the page print the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from sightline import words
from sightline.governance.wording import listed
from sightline.improvement.models import Answer
from sightline.improvement.unanswered import orphan_findings
from sightline.plan.aligned import aligned
from sightline.plan.models import Obligation, PlanPriority, TeamPlanLine
from sightline.plan.standing import ActionStands, OutcomeStands, PlanStands, PriorityStands

_NOBODY = re.compile(
    r"^\s*(all|every|each|any)\b|\b(managers|teams|leads|heads of service|everyone|everybody|staff|"
    r"tbc|tbd|to be (confirmed|decided))\s*$|^\s*$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[;/&]|\band\b", re.IGNORECASE)
_SAME = 0.8


@dataclass(frozen=True, slots=True)
class Loose:
    """One thing. `rule` is its kind, `about` what it befalls, `href` where it is put right."""

    rule: str
    about: str
    sentence: str
    href: str


TITLES = {
    "finding": "Findings that nothing answers",
    "action-finding": "Actions that answer no finding",
    "action-measure": "Actions whose difference nothing would show",
    "owner": "Actions without one accountable owner",
    "due": "Actions without a day",
    "restates": "Outcomes that only say the action again",
    "outcome": "Outcomes without an action",
    "priority": "Priorities without an outcome",
    "behind": "Priorities without politics, money or a manager behind them",
    "aligned": "Priorities that are not in plan, framework and practice alike",
    "team": "Priorities that no team’s plan takes up",
    "line": "Lines of team plans that belong to no priority",
    "obligation": "What the direction asks and no action carries",
    "milestone": "Milestones past and not reached",
    "waits": "Actions that wait for each other, or for what comes later",
}


def loose_ends(stands: PlanStands) -> tuple[Loose, ...]:
    """Every loose end, in the order of `TITLES`."""
    found = [
        *_findings(), *_actions(stands), *_outcomes(stands), *_priorities(stands),
        *_alignment(stands), *_teams(stands), *_obligations(stands), *_milestones(stands),
        *_waiting(stands),
    ]  # fmt: skip
    order = list(TITLES)
    return tuple(sorted(found, key=lambda each: order.index(each.rule)))


def by_rule(found: Sequence[Loose]) -> dict[str, list[Loose]]:
    """The loose ends under the title of their kind."""
    grouped: dict[str, list[Loose]] = defaultdict(list)
    for each in found:
        grouped[TITLES[each.rule]].append(each)
    return dict(grouped)


def _findings() -> Iterator[Loose]:
    for each in orphan_findings().select_related("review"):
        about = f"{each.name}, {each.review.title}"
        yield Loose("finding", about, each.wording, each.get_absolute_url())


def _actions(stands: PlanStands) -> Iterator[Loose]:
    numbers = [each.row.action_id for each in stands.actions]
    answering = set(Answer.objects.filter(action__in=numbers).values_list("action", flat=True))
    for priority in stands.priorities:
        for outcome in priority.outcomes:
            for each in outcome.actions:
                yield from _action(each, outcome, answers=each.row.action_id in answering)


def _action(each: ActionStands, outcome: OutcomeStands, *, answers: bool) -> Iterator[Loose]:
    about, href = f"{each.reference} {each.title}", each.row.get_absolute_url()
    action = each.row.action
    if not answers:
        yield Loose("action-finding", about, "It answers no finding or recommendation.", href)
    shown = each.standing.expected or outcome.row.measures or outcome.row.audit_question
    if not shown:
        yield Loose(
            "action-measure", about, "No measure and no audit question would show it.", href
        )
    owner = action.owner_name
    if _NOBODY.search(owner):
        yield Loose("owner", about, f"“{owner}” is nobody whom one can ask.", href)
    elif action.owner is None and _SEVERAL.search(owner.partition(",")[0]):
        yield Loose("owner", about, f"“{owner}” is more than one person.", href)
    if action.due is None:
        yield Loose("due", about, "It has no day by which it is done.", href)


def _outcomes(stands: PlanStands) -> Iterator[Loose]:
    for priority in stands.priorities:
        for outcome in priority.outcomes:
            about, href = f"Outcome {outcome.reference}", outcome.row.get_absolute_url()
            if not outcome.actions:
                yield Loose("outcome", about, f"Nothing is done for: {outcome.row.words}", href)
            for each in outcome.actions:
                if _alike(outcome.row.words, each.title):
                    yield Loose(
                        "restates", about,
                        f"It says what is done, not what becomes different: {outcome.row.words}",
                        href,
                    )  # fmt: skip
                    break


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio() >= _SAME


def _priorities(stands: PlanStands) -> Iterator[Loose]:
    for each in stands.priorities:
        row, href = each.row, each.row.get_absolute_url()
        if not each.outcomes:
            yield Loose("priority", str(row), "It says nothing of what becomes different.", href)
        missing = _missing(row, stands.today)
        if missing:
            yield Loose("behind", str(row), f"Nothing is said of {missing}.", href)


def _alignment(stands: PlanStands) -> Iterator[Loose]:
    for each in aligned(stands):
        if each.actions and each.missing:
            row = each.priority.row
            yield Loose("aligned", str(row), each.sentence, row.get_absolute_url())


def _missing(row: PlanPriority, today: date) -> str:
    """What does not stand behind a priority: "the political decision and the money"."""
    lacking = []
    if not row.decision:
        lacking.append("the political decision")
    if not row.budget_line:
        lacking.append("the money")
    elif row.funded_to and row.funded_to < today:
        lacking.append(f"money after {words.day(row.funded_to)}")
    if not row.owner_name:
        lacking.append("the manager who answers for it")
    return listed(lacking) if lacking else ""


def _teams(stands: PlanStands) -> Iterator[Loose]:
    lines = list(TeamPlanLine.objects.all())
    teams = sorted({each.team for each in lines})
    taken = {(each.team, each.plan_priority_id) for each in lines}
    for priority in stands.priorities:
        without = [team for team in teams if (team, priority.row.pk) not in taken]
        if teams and len(without) == len(teams):
            yield _no_team(priority, "No team’s plan has a line for it.")
    for each in lines:
        if each.plan_priority_id is None:
            yield Loose("line", each.team, each.words, each.get_absolute_url())


def _no_team(priority: PriorityStands, sentence: str) -> Loose:
    return Loose("team", str(priority.row), sentence, priority.row.get_absolute_url())


def _obligations(stands: PlanStands) -> Iterator[Loose]:
    inside = {each.row.pk for each in stands.actions}
    rows = Obligation.objects.filter(
        direction__replaced_by=None, direction__lifted_on=None
    ).select_related("direction")
    for each in rows:
        if not inside & set(each.actions):
            about = f"Clause {each.clause} of {each.direction}"
            yield Loose("obligation", about, each.words, each.get_absolute_url())


def _milestones(stands: PlanStands) -> Iterator[Loose]:
    for each in stands.actions:
        for step in each.milestones:
            if step.reached_on is None and step.due < stands.today and each.standing.open:
                said = f"“{step.words}” was due on {words.day(step.due)}."
                about = f"{each.reference} {each.title}"
                yield Loose("milestone", about, said, each.row.get_absolute_url())


def _waiting(stands: PlanStands) -> Iterator[Loose]:
    rows = {each.row.pk: each for each in stands.actions}
    circle = _in_circles({pk: [n for n in e.row.waits_for if n in rows] for pk, e in rows.items()})
    for pk, each in rows.items():
        about, href = f"{each.reference} {each.title}", each.row.get_absolute_url()
        if pk in circle:
            yield Loose("waits", about, "It waits, by way of others, for itself.", href)
        due = each.row.action.due
        for number in each.row.waits_for:
            other = rows.get(number)
            later = other.row.action.due if other else None
            if other and due and later and later > due:
                said = (
                    f"Due on {words.day(due)}, and it waits for {other.reference}, which is due on "
                    f"{words.day(later)}."
                )
                yield Loose("waits", about, said, href)


def _in_circles(waits: dict[int, list[int]]) -> set[int]:
    """The rows from which one comes back to them by what they wait for."""
    return {start for start in waits if start in _reached(start, waits)}


def _reached(start: int, waits: dict[int, list[int]]) -> set[int]:
    found: set[int] = set()
    ahead = list(waits[start])
    while ahead:
        at = ahead.pop()
        if at not in found:
            found.add(at)
            ahead.extend(waits.get(at, ()))
    return found
