"""Storing a workbook in the plan, all of it or nothing, by the acts with which it is typed in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from sightline.governance import keeping
from sightline.improvement import acting, natures, prioritising
from sightline.improvement.acting import Draft
from sightline.improvement.models import Priority
from sightline.people.models import User
from sightline.plan.models import (
    Milestone,
    Outcome,
    Plan,
    PlanAction,
    PlanPriority,
    SheetTaken,
)
from sightline.plan.sheets import layouts
from sightline.plan.sheets.differing import Changed, difference
from sightline.plan.sheets.drawing import as_json
from sightline.plan.sheets.wording import (
    OWNER,
    STEP,
    cost_of,
    first_owner,
    outcome_words,
    priority_name,
    short,
    title_of,
)
from sightline.plan_sheets import PlanBook, PlanRow


class TakingError(Exception):
    """The workbook cannot be stored as things stand; the message says why, for the person."""


@dataclass
class Into:
    """The plan that is added to, by whom and when; its priorities and outcomes as they grow."""

    plan: Plan
    user: User
    at: datetime
    why: str
    priorities: dict[str, PlanPriority] = field(default_factory=dict)
    outcomes: dict[tuple[int, str], Outcome] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place in self.plan.priorities.select_related("priority"):
            self.priorities[place.priority.name.casefold()] = place
        for outcome in Outcome.objects.filter(plan_priority__plan=self.plan).select_related(
            "plan_priority__priority"
        ):
            self.outcomes[outcome.plan_priority_id, outcome.words.casefold()] = outcome

    def priority(self, name: str) -> PlanPriority:
        """The plan's priority of this name, opened where there is none."""
        place = self.priorities.get(name.casefold())
        if place is None:
            row = Priority.objects.filter(name__iexact=name).select_related("in_plan").first()
            if row is not None and hasattr(row, "in_plan"):
                raise TakingError(f"The priority {row.name} belongs to another plan already.")
            row = row or prioritising.open_without_findings(name, self.why, self.user, self.at)
            place = self.hold(row)
        return place

    def hold(self, priority: Priority) -> PlanPriority:
        """Puts a priority into the plan, in the next place."""
        newest = self.plan.priorities.aggregate(newest=Max("number"))["newest"] or 0
        place = PlanPriority(plan=self.plan, priority=priority, number=newest + 1)
        keeping.make(place, self.user, self.at)
        self.priorities[priority.name.casefold()] = place
        return place

    def outcome(self, above: PlanPriority, words: str) -> Outcome:
        """The priority's outcome of these words, added where there is none."""
        found = self.outcomes.get((above.pk, words.casefold()))
        if found is None:
            newest = above.outcomes.aggregate(newest=Max("number"))["newest"] or 0
            found = Outcome(plan_priority=above, number=newest + 1, words=words)
            keeping.make(found, self.user, self.at)
            self.outcomes[above.pk, words.casefold()] = found
        return found


def next_number(outcome: Outcome) -> int:
    """The next free number of an action in an outcome."""
    newest: int = outcome.actions.aggregate(newest=Max("number"))["newest"] or 0
    return newest + 1


@dataclass(frozen=True, slots=True)
class Sent:
    """A workbook that was read, with the checksum of its file."""

    book: PlanBook
    sha256: str


def take(plan: Plan, sent: Sent, user: User, at: datetime) -> SheetTaken:
    """Stores the book in the plan, and that it was taken. Gone actions stay as they are.

    Raises TakingError, ActingError or PriorityError; then nothing of it is stored.
    """
    book = sent.book
    with transaction.atomic():
        Plan.objects.select_for_update().get(pk=plan.pk)
        found = difference(plan, book)
        if found.few:
            rows = ", ".join(f"{each.sheet} row {each.row}" for each in found.few)
            raise TakingError(
                "Members read the plan, and these rows give a number of one to five children: "
                f"{rows}. Say it otherwise in the workbook, and send it again."
            )
        into = Into(plan, user, at, f"From the workbook {book.file}.")
        for row in found.new:
            _add(into, row)
        for changed in found.changed:
            _change(into, changed)
        counts = {
            "new": len(found.new), "changed": len(found.changed), "same": found.same,
            "gone": len(found.gone), "read": book.read, "rejected": book.rejected,
        }  # fmt: skip
        taken = SheetTaken(
            plan=plan, file=short(book.file, 300), sha256=sent.sha256, counts=counts, by=user,
            layouts=[layouts.as_json(each) for each in book.layouts], at=at,
        )  # fmt: skip
        taken.save()
    return taken


def _add(into: Into, row: PlanRow) -> None:
    title = title_of(row.action)
    draft = Draft(title, natures.suggested(title), first_owner(row), None, row.due)
    action = acting.write_down(draft, [], into.user, into.at)
    outcome = into.outcome(into.priority(priority_name(row)), outcome_words(row))
    resources, once, yearly = cost_of(row.cost)
    place = PlanAction(
        action=action, outcome=outcome, number=next_number(outcome), resources=resources,
        partner=short(row.partner, OWNER), cost_one_off=once, cost_yearly=yearly,
        planned_start=row.start, sheet=as_json(row),
    )  # fmt: skip
    keeping.make(place, into.user, into.at)
    _steps(into, place, row)


def _change(into: Into, changed: Changed) -> None:
    """Only what the sheet says otherwise; what was changed here meanwhile otherwise stands."""
    place, before, after = changed.place, changed.before, changed.after
    action = place.action
    due = after.due if after.due != before.due else action.due
    owner = first_owner(after) if after.owner != before.owner else str(action.owner_name)
    title = title_of(after.action) if after.action != before.action else str(action.title)
    if (due, owner, title) != (action.due, action.owner_name, action.title):
        made = acting.Change(due, owner, into.why, title=title)
        acting.change(action, made, into.user, into.at)
    if (after.priority, after.outcome) != (before.priority, before.outcome):
        outcome = into.outcome(into.priority(priority_name(after)), outcome_words(after))
        if outcome.pk != place.outcome_id:
            place.outcome, place.number = outcome, next_number(outcome)
    if after.cost != before.cost:
        place.resources, place.cost_one_off, place.cost_yearly = cost_of(after.cost)
    if after.partner != before.partner:
        place.partner = short(after.partner, OWNER)
    if after.start != before.start:
        place.planned_start = after.start
    place.sheet = as_json(after)
    keeping.change(place, place.version, into.user, into.at)
    if after.steps != before.steps:
        _steps(into, place, after)


def _steps(into: Into, place: PlanAction, row: PlanRow) -> None:
    """A milestone for each step with a day; one that is there by its words gets the sheet's day."""
    there = {each.words: each for each in place.milestones.all()}
    for step in row.steps:
        if step.due is None:
            continue
        words = short(step.words, STEP)
        found = there.get(words)
        if found is None:
            found = Milestone(plan_action=place, words=words, due=step.due)
            keeping.make(found, into.user, into.at)
            there[words] = found
        elif found.due != step.due:
            found.due = step.due
            keeping.change(found, found.version, into.user, into.at)
