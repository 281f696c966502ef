"""What a workbook would change in the plan: new, changed and gone, before anything is stored."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from sightline import words
from sightline.people.small_numbers import no_small_number
from sightline.plan.models import Plan, PlanAction
from sightline.plan.sheets.drawing import said_by_sheet
from sightline.plan.sheets.wording import priority_name, title_of
from sightline.plan_sheets import Field, Layout, PlanBook, PlanRow, Step
from sightline.plan_sheets.rows import HIDDEN, STRUCK

_COMPARED = {
    "reference": Field.REFERENCE, "priority": Field.PRIORITY, "outcome": Field.OUTCOME,
    "action": Field.ACTION, "owner": Field.OWNER, "partner": Field.PARTNER, "start": Field.START,
    "start_words": Field.START, "due": Field.DUE, "due_words": Field.DUE, "steps": Field.STEPS,
    "evidence": Field.EVIDENCE, "measure": Field.MEASURE, "progress": Field.PROGRESS,
    "status": Field.STATUS, "percent": Field.PERCENT, "cost": Field.COST, "finding": Field.FINDING,
}  # fmt: skip
_NOWHERE = "nothing"


@dataclass(frozen=True, slots=True)
class Differs:
    """One thing that the sheet says otherwise than when it was last taken."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """An action of the plan for which the sheet has something else; `after` is the whole row."""

    place: PlanAction
    before: PlanRow
    after: PlanRow
    differs: tuple[Differs, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Every row of the book is new, changed or the same; `gone` are actions it does not name.

    `few` are rows that give a number of one to five children, which members must not read.
    """

    new: tuple[PlanRow, ...]
    changed: tuple[Changed, ...]
    same: int
    gone: tuple[PlanAction, ...]
    few: tuple[PlanRow, ...]

    @property
    def something(self) -> bool:
        """Whether storing would do anything."""
        return bool(self.new or self.changed)


def places_of(plan: Plan) -> list[PlanAction]:
    """The plan's actions with all that a row of a workbook needs."""
    return list(
        PlanAction.objects.filter(outcome__plan_priority__plan=plan, dropped_on=None)
        .select_related("action", "outcome__plan_priority__priority")
        .prefetch_related("milestones")
    )


def difference(plan: Plan, book: PlanBook) -> Difference:
    """What the book has that the plan has not, has otherwise, or has and the book does not."""
    layouts = {each.sheet: each for each in book.layouts}
    places = places_of(plan)
    matched = _matched(book.rows, places)
    new, changed, same = [], [], 0
    for at, row in enumerate(book.rows):
        if at not in matched:
            new.append(row)
        elif found := _changed(matched[at], row, layouts[row.sheet]):
            changed.append(found)
        else:
            same += 1
    there = {each.pk for each in matched.values()}
    gone = tuple(each for each in places if each.pk not in there)
    few = tuple(row for row in book.rows if _few(row))
    return Difference(tuple(new), tuple(changed), same, gone, few)


def _matched(rows: Iterable[PlanRow], places: Iterable[PlanAction]) -> dict[int, PlanAction]:
    """For the place of a row in the book its action: by reference, else by title in the priority.

    A reference that two rows or two actions have says nothing of which is meant.
    """
    rows, said = list(rows), [(place, said_by_sheet(place)) for place in places]
    by_reference = _once((row.reference.casefold(), place) for place, row in said)
    by_title: dict[tuple[str, str], list[PlanAction]] = defaultdict(list)
    for place, row in said:
        by_title[_title(row)].append(place)
    named = Counter(row.reference.casefold() for row in rows)
    matched = {
        at: by_reference[row.reference.casefold()]
        for at, row in enumerate(rows)
        if row.reference.casefold() in by_reference and named[row.reference.casefold()] == 1
    }
    taken = {each.pk for each in matched.values()}
    for at, row in enumerate(rows):
        free = [each for each in by_title[_title(row)] if each.pk not in taken]
        if at not in matched and free:
            matched[at] = free[0]
            taken.add(free[0].pk)
    return matched


def _once(pairs: Iterable[tuple[str, PlanAction]]) -> Mapping[str, PlanAction]:
    every = [(name, place) for name, place in pairs if name]
    many = Counter(name for name, _ in every)
    return {name: place for name, place in every if many[name] == 1}


def _title(row: PlanRow) -> tuple[str, str]:
    return priority_name(row).casefold(), title_of(row.action).casefold()


def _changed(place: PlanAction, row: PlanRow, layout: Layout) -> Changed | None:
    """None where the row says what it said before. What its layout has no column for stands."""
    before = said_by_sheet(place)
    now: dict[str, Any] = {
        name: getattr(row, name)
        for name, meant in _COMPARED.items()
        if meant in layout.fields or getattr(row, name)
    }
    own = {*layout.headings, STRUCK, HIDDEN}
    stands = {name: said for name, said in before.further.items() if name not in own}
    now["further"] = {**stands, **row.further}
    after = replace(before, sheet=row.sheet, row=row.row, **now)
    differs = tuple(_differs(before, after))
    return Changed(place, before, after, differs) if differs else None


def _differs(before: PlanRow, after: PlanRow) -> Iterable[Differs]:
    for name, meant in _COMPARED.items():
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            yield Differs(str(meant.value), _read(was), _read(now))
    for heading in dict.fromkeys([*before.further, *after.further]):
        was, now = before.further.get(heading, ""), after.further.get(heading, "")
        if was != now:
            yield Differs(heading, _read(was), _read(now))


def _read(value: str | date | tuple[Step, ...] | None) -> str:
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, tuple):
        return "; ".join(f"{each.words} ({_read(each.due)})" for each in value) or _NOWHERE
    return value or _NOWHERE


def _few(row: PlanRow) -> bool:
    said = (row.priority, row.outcome, row.action, row.progress, row.evidence, row.measure,
            row.status, row.cost, row.finding, *(each.words for each in row.steps))  # fmt: skip
    try:
        for each in said:
            no_small_number(each)
    except ValidationError:
        return True
    return False
