"""What hangs loose at either end of the thread: each kind by a plan that has it and one without."""

from datetime import date, timedelta

import pytest

from sightline.closure import acts
from sightline.closure.acts import Difference
from sightline.governance import keeping
from sightline.improvement import acting
from sightline.improvement.acting import Link
from sightline.improvement.models import Finding, Nature, Strength
from sightline.people.models import User
from sightline.plan.loose import Loose, loose_ends
from sightline.plan.models import (
    Direction,
    Milestone,
    Obligation,
    Outcome,
    Plan,
    PlanAction,
    PlanPriority,
    Power,
    TeamPlanLine,
)
from sightline.plan.obliged import changed_from, obliged
from sightline.plan.standing import plan_stands
from sightline.plan.teams import thread
from tests.answers_data import NOW, TODAY, finding, person, review
from tests.plan_data import a_plan, a_priority, an_action, an_outcome

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> User:
    return person("improvement_lead", "Imogen")


@pytest.fixture
def second() -> User:
    return person("director", "Dilys")


@pytest.fixture
def found(lead: User) -> Finding:
    return finding(review(lead, date(2025, 3, 1)), "Visits are late.", "visits")


@pytest.fixture
def plan(lead: User) -> Plan:
    return a_plan(lead)


@pytest.fixture
def outcome(plan: Plan, lead: User, found: Finding) -> Outcome:
    return an_outcome(a_priority(plan, lead, found=found), lead)


def rules(plan: Plan) -> list[str]:
    return [each.rule for each in loose_ends(plan_stands(plan, TODAY))]


def of(plan: Plan, rule: str) -> list[Loose]:
    return [each for each in loose_ends(plan_stands(plan, TODAY)) if each.rule == rule]


def answering(outcome: Outcome, found: Finding, lead: User, second: User) -> PlanAction:
    place = an_action(outcome, lead)
    link = acting.answer(place.action, Link(found, Strength.ALL, "Visits come in time."), lead, NOW)
    acting.agree(link, second, NOW)
    return place


def test_a_plan_whose_thread_holds_has_no_loose_end(
    plan: Plan, outcome: Outcome, found: Finding, lead: User, second: User
) -> None:
    outcome.audit_question = "Was the child seen alone?"
    keeping.change(outcome, outcome.version, lead, NOW)
    answering(outcome, found, lead, second)
    assert rules(plan) == []


def test_a_finding_without_an_action_and_an_action_without_a_finding(
    plan: Plan, outcome: Outcome, lead: User
) -> None:
    an_action(outcome, lead)
    assert rules(plan) == ["finding", "action-finding", "aligned"]


def test_an_action_whose_effect_nothing_would_show(
    plan: Plan, outcome: Outcome, found: Finding, lead: User, second: User
) -> None:
    outcome.measures = []
    keeping.change(outcome, outcome.version, lead, NOW)
    place = answering(outcome, found, lead, second)
    assert rules(plan) == ["action-measure", "aligned"]
    question = Difference("children in care", TODAY, audit_question="Was the child seen alone?")
    acts.expect(place.action, question, lead, NOW)
    assert rules(plan) == ["aligned"]
    assert [each.sentence for each in of(plan, "aligned")] == ["Without a measure."]


def test_a_measure_that_leaves_the_catalogue_leaves_its_priority_unaligned(
    plan: Plan, outcome: Outcome, found: Finding, lead: User, second: User
) -> None:
    outcome.audit_question = "Was the child seen alone?"
    outcome.measures = ["taken_out_of_the_framework"]
    keeping.change(outcome, outcome.version, lead, NOW)
    answering(outcome, found, lead, second)
    (told,) = of(plan, "aligned")
    assert (told.about, told.sentence) == ("1. Priority 1", "Without a measure.")


def test_changing_forms_alone_is_no_work_on_practice(
    plan: Plan, outcome: Outcome, lead: User
) -> None:
    action = an_action(outcome, lead).action
    action.nature = Nature.PROCESS
    action.save()
    (told,) = of(plan, "aligned")
    assert told.sentence == "Without an audit question and work on practice."


@pytest.mark.parametrize(
    "owner",
    [
        "All managers",
        "All team managers",
        "Heads of service",
        "TBC",
        "Petra Hollowell and Tobias Renn",
        "P. Hollowell / T. Renn",
    ],
)
def test_nobody_and_several_are_no_owner(
    plan: Plan, outcome: Outcome, lead: User, owner: str
) -> None:
    an_action(outcome, lead, owner=owner)
    assert [each.about for each in of(plan, "owner")] == ["1.1.1 Weekly list of visits due"]


@pytest.mark.parametrize(
    "owner", ["Petra Hollowell", "Petra Hollowell, head of permanence and adoption"]
)
def test_one_person_whatever_her_post_is_an_owner(
    plan: Plan, outcome: Outcome, lead: User, owner: str
) -> None:
    an_action(outcome, lead, owner=owner)
    assert of(plan, "owner") == []


def test_an_outcome_that_says_the_action_again(plan: Plan, outcome: Outcome, lead: User) -> None:
    outcome.words = "A weekly list of visits due."
    keeping.change(outcome, outcome.version, lead, NOW)
    an_action(outcome, lead)
    assert len(of(plan, "restates")) == 1


def test_a_priority_needs_politics_money_and_a_manager(plan: Plan, lead: User) -> None:
    row = a_priority(plan, lead)
    row.decision, row.funded_to = "", TODAY - timedelta(days=1)
    keeping.change(row, row.version, lead, NOW)
    (told,) = of(plan, "behind")
    assert told.sentence == (
        "Nothing is said of the political decision and money after 29 November 2026."
    )
    assert [each.rule for each in of(plan, "priority")] == ["priority"]


def test_a_line_without_a_priority_and_a_priority_without_a_line(
    plan: Plan, outcome: Outcome, lead: User
) -> None:
    keeping.make(TeamPlanLine(team="Harbour team", words="Tidy the shared drive."), lead, NOW)
    assert [each.about for each in of(plan, "line")] == ["Harbour team"]
    assert [each.about for each in of(plan, "team")] == ["1. Priority 1"]
    line = TeamPlanLine(
        team="Harbour team", words="See every child.", plan_priority=outcome.plan_priority
    )
    keeping.make(line, lead, NOW)
    assert of(plan, "team") == []


def test_a_milestone_past_and_actions_that_wait_for_each_other(
    plan: Plan, outcome: Outcome, lead: User
) -> None:
    one = an_action(outcome, lead, "One")
    two = an_action(outcome, lead, "Two", due=date(2026, 9, 1), waits_for=[one.pk])
    keeping.make(Milestone(plan_action=one, words="Begun", due=date(2026, 3, 1)), lead, NOW)
    assert [each.sentence for each in of(plan, "milestone")] == ["“Begun” was due on 1 March 2026."]
    assert of(plan, "waits") == []
    one.waits_for = [two.pk]
    keeping.change(one, one.version, lead, NOW)
    assert [(each.about, each.sentence) for each in of(plan, "waits")] == [
        ("1.1.1 One", "It waits, by way of others, for itself."),
        ("1.1.1 One", "Due on 1 June 2026, and it waits for 1.1.2, which is due on "
                      "1 September 2026."),
        ("1.1.2 Two", "It waits, by way of others, for itself."),
    ]  # fmt: skip


def direction(lead: User, issued: date, replaces: Direction | None = None) -> Direction:
    row = Direction(
        kind=Power.DIRECTION, title=f"Direction of {issued.year}", issued_on=issued,
        issued_by="The Secretary of State", replaces=replaces,
    )  # fmt: skip
    keeping.make(row, lead, NOW)
    return row


def asks(
    of_direction: Direction, clause: str, lead: User, *carried: PlanAction, due: date | None = None
) -> Obligation:
    row = Obligation(
        direction=of_direction, clause=clause, words=f"To do {clause}.", who="The council",
        due=due, actions=[each.pk for each in carried],
    )  # fmt: skip
    keeping.make(row, lead, NOW)
    return row


def test_what_a_direction_asks_hangs_loose_until_an_action_carries_it(
    plan: Plan, outcome: Outcome, lead: User
) -> None:
    first = direction(lead, date(2025, 1, 1))
    asks(first, "2a", lead)
    revised = direction(lead, date(2026, 1, 1), first)
    asks(revised, "2a", lead, an_action(outcome, lead))
    asks(revised, "3", lead)
    assert [each.about for each in of(plan, "obligation")] == ["Clause 3 of Direction of 2026"]
    assert changed_from(first, revised) == ["Clause 3 is new: To do 3."]


def test_a_direction_is_carried_out_by_closure_and_not_by_a_word(
    outcome: Outcome, lead: User
) -> None:
    asked = direction(lead, date(2026, 1, 1))
    asks(asked, "1", lead, an_action(outcome, lead), due=date(2026, 5, 1))
    (told,) = obliged(asked, TODAY)
    assert told.sentence == "0 of one action closed with evidence. It is past its day."


def test_all_staff_at_one_stroke_is_marked(plan: Plan, lead: User) -> None:
    from sightline.plan.models import ObjectivesHeld

    rows = [a_priority(plan, lead, number) for number in (1, 2)]
    for row in rows:
        held = ObjectivesHeld(
            team="Harbour team", plan_priority=row, on=date(2026, 9, 1), staff=9, holding=9
        )
        keeping.make(held, lead, NOW)
    found = thread(list(PlanPriority.objects.all()))
    assert found.bulk == ("Harbour team: on one day all 9 staff held all 2 priorities counted.",)
    assert found.row("Harbour team")[0].words == "9 of 9 staff"
