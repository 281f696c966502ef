"""What became of a plan between two versions, in sentences; and how far its days have moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from sightline import words
from sightline.measures import catalogue
from sightline.plan.freezing import Content

_SAID = {
    "title": "Its words", "owner": "Its owner", "partner": "Its partner",
    "cost_one_off": "What it costs once", "cost_yearly": "What it costs each year",
    "resources": "What it needs", "evidence_required": "The evidence asked for",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed. `kind` is what a reader filters by; `about` what it befell."""

    kind: str  # "moved", "new", "dropped", "measures", "changed"
    about: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Slip:
    """How often and how far an action's day due has moved, and by how much in all.

    `days` adds every move to a later day; a move to an earlier one does not take from it. `net` is
    from the day first stated to the newest.
    """

    reference: str
    title: str
    owner: str
    first: date
    now: date
    moves: int
    days: int

    @property
    def net(self) -> int:
        """Days from the first day stated to the newest."""
        return (self.now - self.first).days


def differences(before: Content, after: Content) -> tuple[Difference, ...]:
    """What changed from one version to another, in the order of the newer plan."""
    return (*_of_plan(before, after), *_of_outcomes(before, after), *_of_actions(before, after))


def slips(
    contents: Sequence[Content], between: Mapping[int, Sequence[date]] | None = None
) -> tuple[Slip, ...]:
    """The actions of the newest version whose day due has moved, the furthest in all first.

    `contents` are the versions from the oldest to the newest (the plan as it stands may be last).
    An action that was left out and came back keeps the days of its first life. `between` has every
    day that was stated of an action, by its number; it is believed where it tells more moves.
    """
    if not contents:
        return ()
    stated = _stated(contents)
    for number, days in (between or {}).items():
        if len(days) > len(stated.get(number, ())):
            stated[number] = list(days)
    newest = actions_of(contents[-1])
    found = [_slip(newest[number], days) for number, days in stated.items() if number in newest]
    moved = [each for each in found if each is not None and each.moves]
    return tuple(sorted(moved, key=lambda each: (-each.days, each.reference)))


def actions_of(content: Content) -> dict[int, Content]:
    """Every action of a version by its number in the register."""
    return {
        action["action"]: action for outcome in _outcomes(content) for action in outcome["actions"]
    }


def _stated(contents: Sequence[Content]) -> dict[int, list[date]]:
    """The days due that versions state of each action, without those that only repeat."""
    stated: dict[int, list[date]] = {}
    for content in contents:
        for number, action in actions_of(content).items():
            days = stated.setdefault(number, [])
            if action["due"] and (not days or days[-1].isoformat() != action["due"]):
                days.append(date.fromisoformat(action["due"]))
    return stated


def _slip(action: Content, days: Sequence[date]) -> Slip | None:
    if not days:
        return None
    later = [max(0, (after - before).days) for before, after in pairwise(days)]
    return Slip(
        action["reference"], action["title"], action["owner"],
        days[0], days[-1], len(days) - 1, sum(later),
    )  # fmt: skip


def _outcomes(content: Content) -> Iterator[Content]:
    return (each for priority in content["priorities"] for each in priority["outcomes"])


def _of_plan(before: Content, after: Content) -> Iterator[Difference]:
    if before["vision"] != after["vision"]:
        yield Difference("changed", "The vision", "The vision was written anew.")
    if before["ends"] != after["ends"]:
        said = f"The plan ends {_day(after['ends'])}, where it had been {_day(before['ends'])}."
        yield Difference("moved", "The plan", said)
    old = {each["row"]: each for each in before["priorities"]}
    new = {each["row"]: each for each in after["priorities"]}
    for row, priority in new.items():
        if row not in old:
            yield Difference("new", priority["name"], f"A new priority: {priority['name']}.")
        elif old[row]["owner"] != priority["owner"]:
            yield Difference("changed", priority["name"], _became(
                "The manager who answers for it", old[row]["owner"], priority["owner"]
            ))  # fmt: skip
    for row, priority in old.items():
        if row not in new:
            yield Difference("dropped", priority["name"], "The priority is no longer in the plan.")


def _of_outcomes(before: Content, after: Content) -> Iterator[Difference]:
    old = {each["row"]: each for each in _outcomes(before)}
    for outcome in _outcomes(after):
        was = old.get(outcome["row"])
        about = f"Outcome {outcome['reference']}"
        if was is None:
            yield Difference("new", about, f"A new outcome: {outcome['words']}")
            continue
        if was["words"] != outcome["words"]:
            yield Difference("changed", about, f"It was “{was['words']}”; it is now "
                             f"“{outcome['words']}”.")  # fmt: skip
        yield from _of_measures(about, was["measures"], outcome["measures"])


def _of_measures(about: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    gone, come = set(old) - set(new), set(new) - set(old)
    if gone:
        yield Difference("measures", about, f"No longer watched by: {_titles(gone)}.")
    if come:
        yield Difference("measures", about, f"Now watched by: {_titles(come)}.")


def _of_actions(before: Content, after: Content) -> Iterator[Difference]:
    old, new = actions_of(before), actions_of(after)
    for number, action in new.items():
        about = f"{action['reference']} {action['title']}"
        if number not in old:
            yield Difference("new", about, f"A new action of {action['owner']}.")
            continue
        yield from _of_action(about, old[number], action)
    for number, action in old.items():
        if number not in new:
            about = f"{action['reference']} {action['title']}"
            yield Difference("dropped", about, "It is no longer in the plan.")


def _of_action(about: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    if old["due"] != new["due"]:
        yield Difference("moved", about, _moved(old["due"], new["due"]))
    for key, title in _SAID.items():
        if old[key] != new[key]:
            yield Difference("changed", about, _became(title, old[key], new[key]))
    steps = {each["row"]: each for each in old["milestones"]}
    for step in new["milestones"]:
        was = steps.get(step["row"])
        if was is not None and was["due"] != step["due"]:
            said = f"Milestone “{step['words']}”: {_moved(was['due'], step['due'])}"
            yield Difference("moved", about, said)


def _moved(old: str | None, new: str | None) -> str:
    if old and new:
        days = (date.fromisoformat(new) - date.fromisoformat(old)).days
        way = "later" if days > 0 else "earlier"
        return f"Due {_day(new)}, {words.count_of(abs(days), 'day')} {way} than {_day(old)}."
    return f"Due {_day(new)}, where it had been {_day(old)}."


def _became(title: str, old: object, new: object) -> str:
    return f"{title} was “{_said(old)}”; it is now “{_said(new)}”."


def _said(value: object) -> str:
    return "nothing" if value in (None, "") else str(value)


def _day(day: str | None) -> str:
    return words.day(date.fromisoformat(day)) if day else "without a day"


def _titles(ids: set[str]) -> str:
    known = catalogue()
    return ", ".join(sorted(known[each].title if each in known else each for each in ids))
