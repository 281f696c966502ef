"""The demo's plan: as people in the middle of it would have left it, untrue closures and all."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from sightline.closure import acts
from sightline.closure.accuracy import Found, check, draw
from sightline.closure.acts import Difference, Shown
from sightline.closure.every import every_standing
from sightline.closure.models import EvidenceKind
from sightline.governance import keeping
from sightline.improvement import acting, prioritising
from sightline.improvement.acting import Draft, Link
from sightline.improvement.models import Action, Finding, Priority, Strength
from sightline.improvement.unanswered import own_confirmed, pack_blockers, to_answer
from sightline.people.models import User
from sightline.plan import demo_rows as rows
from sightline.plan import versions
from sightline.plan.demo_rows import ActionRow, OutcomeRow, PriorityRow
from sightline.plan.models import (
    Direction,
    Milestone,
    ObjectivesHeld,
    Obligation,
    Outcome,
    Plan,
    PlanAction,
    PlanPriority,
    Power,
    ServiceMove,
    SpecialistPosts,
    TeamPlanLine,
)
from sightline.plan.versions import Published

_BEGINS = 380  # days before the last day
_WRITTEN = 370
_SHOWS = 60  # days after its day due by which an action should make a difference
_DRAWN, _NOT_DONE, _SEED = 8, 3, 2026


@dataclass
class _Making:
    """What is made, as it grows."""

    today: date
    people: dict[str, User]
    plan: Plan
    placed: list[PlanAction] = field(default_factory=list)
    outcomes: dict[int, Outcome] = field(default_factory=dict)

    def at(self, days: int) -> datetime:
        """Ten in the morning, so many days from the last day."""
        day = datetime.combine(self.today + timedelta(days=days), time(10))
        return timezone.make_aware(day)

    def day(self, days: int | None) -> date | None:
        return None if days is None else self.today + timedelta(days=days)

    @property
    def lead(self) -> User:
        return self.people["improvement"]

    def owner(self, key: str) -> tuple[str, User | None]:
        named = rows.OWNERS[key]
        if not named.startswith("@"):
            return named, None
        user = self.people[named[1:]]
        return f"{user.shown_name}, {user.role_title_lower}", user


def add_demo_plan(today: date, teams: tuple[str, ...]) -> Plan | None:
    """The plan, its versions, direction, team lines and closures; made once.

    None where one is there already, or no finding has been confirmed that asks for anything.
    """
    found = to_answer(own_confirmed()).prefetch_related("themes")
    if Plan.objects.exists() or not found.exists():
        return None
    wanted = ("improvement", "director", "head", "manager", "quality", "chair")
    people = {user.username: user for user in User.objects.filter(username__in=wanted)}
    with transaction.atomic():
        plan = Plan(
            title=rows.TITLE, vision="Children are safe and well.",
            begins=today - timedelta(days=_BEGINS), ends=today + timedelta(days=716),
        )  # fmt: skip
        making = _Making(today, people, plan)
        keeping.make(plan, making.lead, making.at(-_WRITTEN))
        for number, row in enumerate(rows.PRIORITIES, start=1):
            _priority(making, row, number, list(found))
        _gravest(making)
        _waits(making)
        _versions(making)
        _direction(making)
        _teams(making, teams)
        _capacity(making)
        for place in making.placed:
            _close(making, place)
        _lots(making)
    return plan


def _priority(making: _Making, row: PriorityRow, number: int, found: list[Finding]) -> None:
    priority = Priority.objects.filter(name=row.name).first() or _gathered(making, row, found)
    place = PlanPriority(
        plan=making.plan, priority=priority, number=number, owner_name=row.owner,
        decision=row.decision, budget_line=row.budget, funded_to=making.day(row.funded),
    )  # fmt: skip
    keeping.make(place, making.lead, making.at(-_WRITTEN))
    for at, outcome in enumerate(row.outcomes, start=1):
        _outcome(making, place, outcome, at)


def _gathered(making: _Making, row: PriorityRow, found: list[Finding]) -> Priority:
    """A priority of the theme's findings; of the first there is, where the theme has none."""
    own = [each for each in found if row.theme in each.theme_ids][:6] or found[:1]
    return prioritising.gather(row.name, own, "", making.lead, making.at(-_WRITTEN))


def _outcome(making: _Making, place: PlanPriority, row: OutcomeRow, number: int) -> None:
    outcome = Outcome(
        plan_priority=place, number=number, words=row.words, measures=list(row.measures),
        audit_question=row.audit,
    )  # fmt: skip
    keeping.make(outcome, making.lead, making.at(-_WRITTEN))
    making.outcomes[outcome.pk] = outcome
    for at, each in enumerate(row.actions, start=1):
        _action(making, outcome, each, at)


def _action(making: _Making, outcome: Outcome, row: ActionRow, number: int) -> None:
    at = making.at(-_WRITTEN)
    action = Action.objects.filter(title=row.title).first() if row.old else None
    if action is None:
        action = _written(making, outcome, row, at)
    place = PlanAction(
        action=action, outcome=outcome, number=number, partner=row.partner,
        cost_one_off=row.once, cost_yearly=row.yearly, planned_start=making.day(row.began),
    )  # fmt: skip
    keeping.make(place, making.lead, at)
    making.placed.append(place)
    if row.step and row.began is not None:
        reached = making.today + timedelta(days=row.began)
        step = Milestone(plan_action=place, words=row.step, due=reached, reached_on=reached)
        keeping.make(step, making.lead, at)
    if row.state == "u" and number == 1:
        due = making.today - timedelta(days=25)
        half = Milestone(plan_action=place, words="Half of the teams do it", due=due)
        keeping.make(half, making.lead, at)


def _written(making: _Making, outcome: Outcome, row: ActionRow, at: datetime) -> Action:
    name, account = making.owner(row.owner)
    due = making.day(row.due)
    moved = row.title == rows.MOVED and due is not None
    first = due - timedelta(days=sum(days for days, _ in rows.MOVES)) if moved and due else due
    draft = Draft(row.title, row.nature, name, account, first, making.day(row.began))
    action = acting.write_down(draft, _links(outcome, row), making.lead, at)
    for link in action.answers.all():
        acting.agree(link, making.people["director"], at + timedelta(days=2))
    if row.effect:
        shows = (due or making.today) + timedelta(days=_SHOWS)
        expected = Difference("every child whom it is for", min(shows, making.today), row.effect)
        acts.expect(action, expected, making.lead, at)
    return action


def _links(outcome: Outcome, row: ActionRow) -> list[Link]:
    """What it answers: the priority's findings in turn; three rows in ten answer none."""
    found = list(outcome.plan_priority.priority.findings.order_by("pk"))
    turn = sum(map(ord, row.title))
    if not found or turn % 10 < 3:
        return []
    how = f"Once this is done: {row.title[0].lower()}{row.title[1:]}, what was found is put right."
    return [Link(found[turn % len(found)], Strength.PART, how)]


def _gravest(making: _Making) -> None:
    """No priority action is left without an answer: no pack could be issued over it."""
    for place, finding in zip(making.placed, pack_blockers(), strict=False):
        how = f"Once this is done, what inspectors asked for first is: {finding.name.lower()}."
        link = Link(finding, Strength.PART, how)
        answered = acting.answer(place.action, link, making.lead, making.at(-_WRITTEN))
        acting.agree(answered, making.people["director"], making.at(-_WRITTEN + 2))


def _waits(making: _Making) -> None:
    """The actions that wait for others; two of them for each other."""
    by_title = {place.action.title: place for place in making.placed}
    for row in _every():
        other = by_title.get(row.waits)
        if other is not None:
            _wait(making, by_title[row.title], other)
    one, two = making.placed[58], making.placed[59]
    _wait(making, one, two)
    _wait(making, two, one)


def _wait(making: _Making, place: PlanAction, other: PlanAction) -> None:
    place.waits_for = [*place.waits_for, other.pk]
    keeping.change(place, place.version, making.lead, making.at(-_WRITTEN + 1))


def _every() -> list[ActionRow]:
    return [a for p in rows.PRIORITIES for o in p.outcomes for a in o.actions]


def _versions(making: _Making) -> None:
    """Three versions, of which the second is signed while it is being worked on; days that move."""
    lead, chair = making.lead, making.people["chair"]
    versions.take(
        making.plan, "First draft, for the board.", lead, making.at(-360), in_progress=True
    )
    making.plan.vision = rows.VISION
    keeping.change(making.plan, making.plan.version, lead, making.at(-300))
    _move(making, 0, -290)
    second = versions.take(
        making.plan, "As agreed with inspectors.", lead, making.at(-280), in_progress=True
    )
    versions.sign(second, "Improvement board", "", chair, making.at(-270))
    told = Published(
        making.today - timedelta(days=265), "Staff and partners", "Intranet, front page"
    )
    versions.publish(second, told, lead, making.at(-264))
    _move(making, 1, -180)
    versions.take(
        making.plan, "After the half-year review.", lead, making.at(-90), in_progress=False
    )
    _move(making, 2, -40)


def _move(making: _Making, number: int, days: int) -> None:
    """The next of the moves of the action whose day is moved three times."""
    action = Action.objects.get(title=rows.MOVED)
    more, why = rows.MOVES[number]
    due = (action.due or making.today) + timedelta(days=more)
    acting.change(action, acting.Change(due, "", why), making.lead, making.at(days))


def _direction(making: _Making) -> None:
    """A direction, and the revised one that has taken its place."""
    lead, title = making.lead, "Direction to the council on its children’s services"
    first = Direction(
        kind=Power.DIRECTION, title=title, issued_on=making.today - timedelta(days=430),
        issued_by="the Secretary of State",
    )  # fmt: skip
    keeping.make(first, lead, making.at(-428))
    _obligations(making, first, rows.OBLIGATIONS_FIRST, -427)
    revised = Direction(
        kind=Power.DIRECTION, title=f"{title}, revised",
        issued_on=making.today - timedelta(days=150), issued_by="the Secretary of State",
        replaces=first,
    )  # fmt: skip
    keeping.make(revised, lead, making.at(-148))
    _obligations(making, revised, rows.OBLIGATIONS_NOW, -147)


def _obligations(
    making: _Making,
    direction: Direction,
    asked: tuple[tuple[str, str, str, int | None, tuple[int, ...]], ...],
    days: int,
) -> None:
    for clause, said, who, due, carried in asked:
        row = Obligation(
            direction=direction, clause=clause, words=said, who=who, due=making.day(due),
            actions=[making.placed[place].pk for place in carried],
        )  # fmt: skip
        keeping.make(row, making.lead, making.at(days))


def _teams(making: _Making, teams: tuple[str, ...]) -> None:
    """Lines of teams' plans; two belong to nothing, and one team's counts are one pen stroke."""
    places = list(making.plan.priorities.order_by("number"))
    for team, said, at in rows.TEAM_LINES:
        if team < len(teams):
            line = TeamPlanLine(
                team=teams[team], words=said, plan_priority=None if at is None else places[at]
            )
            keeping.make(line, making.lead, making.at(-200))
    for team, at, staff, holding in rows.OBJECTIVES:
        if team < len(teams):
            held = ObjectivesHeld(
                team=teams[team], plan_priority=places[at], staff=staff, holding=holding,
                on=making.today - timedelta(days=60),
            )  # fmt: skip
            keeping.make(held, making.lead, making.at(-59))


def _capacity(making: _Making) -> None:
    """Services that move, one of them in name alone; posts that nobody fills for good."""
    for service, before, after, owner, due, days, watched in rows.SERVICE_MOVES:
        staff, budget, systems, premises, sharing = map(making.day, days)
        move = ServiceMove(
            service=service, from_where=before, to_where=after, owner_name=owner,
            due=making.day(due), staff_on=staff, budget_on=budget, systems_on=systems,
            premises_on=premises, sharing_on=sharing, measures=list(watched),
        )  # fmt: skip
        keeping.make(move, making.lead, making.at(-100))
    for function, since, needed, funded, filled, interim, until, note in rows.POSTS:
        count = SpecialistPosts(
            function=function, since=making.today + timedelta(days=since),
            required=Decimal(needed), funded=Decimal(funded), filled=Decimal(filled),
            interim=Decimal(interim), interim_until=making.day(until), note=note,
        )  # fmt: skip
        keeping.make(count, making.lead, making.at(-90))


def _close(making: _Making, place: PlanAction) -> None:
    """As far as its row says it has come: evidence, the owner's word, the second person's."""
    row = next(each for each in _every() if each.title == place.action.title)
    if row.state not in {"s", "b", "c", "r"} or row.due is None:
        return
    said = making.at(row.due - 4)
    action = Action.objects.select_related("owner").get(pk=place.action_id)
    _, account = making.owner(row.owner)
    giver = account or making.lead
    acts.give(action, _evidence(row, said.date()), giver, said)
    acts.say_done(action, "", giver, said)
    if row.state == "s":
        return
    second = making.people["director" if giver.username == "quality" else "quality"]
    if row.state == "b":
        why = "The list shows who was asked, and not who came. Show what children were given."
        acts.send_back(action, why, second, said + timedelta(days=3))
        return
    acts.close(
        action, "I read the papers and rang two of the teams.", second, said + timedelta(days=4)
    )
    if row.state == "r":
        why = "Of six audits read last month, four had actions that nobody had read again."
        acts.reopen(action, why, second, said + timedelta(days=50))


def _evidence(row: ActionRow, day: date) -> Shown:
    """What a person would have given: records read again, or what people said."""
    if row.nature == "process":
        said = "Team meetings in three teams say that it is done everywhere now."
        return Shown(EvidenceKind.FEEDBACK, said, day)
    many = 10 + len(row.title) % 11
    said = "Records of children it is for were read again by the service itself."
    return Shown(EvidenceKind.REREAD, said, day, reread=many, bearing_out=many - 2)


def _lots(making: _Making) -> None:
    """Closed actions drawn by lot; the director finds some not done, and has one still to read."""
    at, director = making.at(-20), making.people["director"]
    every = every_standing(making.today)
    drawing = draw(_DRAWN, every, director, at, seed=_SEED)
    drawn = Action.objects.filter(pk__in=drawing.drawn).select_related("owner").order_by("pk")
    free = [each for each in drawn if not acts.owns(each, director)]
    found = 0
    for each in free[:-1]:
        done = found >= _NOT_DONE
        words = (
            "The records show it, and two workers told me what it changed."
            if done
            else "It was begun in one team. Nobody in the others knew of it."
        )
        try:
            check(drawing, each, Found(done, words, "Director’s office"), director, at)
        except acts.ClosureError:
            continue  # she had a part in it
        found += 1
