"""What a pack says of the plan, by a small plan of which everything is known."""

from datetime import date

import pytest

from sightline.governance import keeping
from sightline.improvement import acting
from sightline.improvement.acting import Change
from sightline.packs import Section
from sightline.people.models import User
from sightline.plan import versions
from sightline.plan.models import Direction, Obligation, Plan, PlanAction, Power
from sightline.plan.pack_section import sections
from tests.answers_data import NOW, TODAY, person
from tests.plan_data import a_plan, a_priority, an_action, an_outcome

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> User:
    return person("improvement_lead", "Imogen")


@pytest.fixture
def plan(lead: User) -> Plan:
    made = a_plan(lead)
    an_action(an_outcome(a_priority(made, lead), lead), lead)
    return made


def said(title: str, *, outside: bool = False) -> Section:
    return next(each for each in sections(TODAY, outside=outside) if each.title == title)


def test_without_a_plan_it_says_so() -> None:
    (only,) = sections(TODAY, outside=False)
    assert only.sentence == "No plan is written down yet."


def test_how_the_plan_stands(plan: Plan) -> None:
    told = said("The improvement plan")
    assert told.sentence == (
        "Of one action, 0 closed with evidence; the figures show a difference for 0."
    )
    assert told.points == (
        "Open past the day first stated: one action.", "No version of the plan has been kept.",
    )  # fmt: skip
    assert told.table is not None
    assert told.table.rows == (("1. Priority 1", "1", "0", "0", "0"),)


def test_a_day_that_moved_names_its_owner_inside_and_not_outside(plan: Plan, lead: User) -> None:
    """Due on 1 June, moved to 11 July: 40 days."""
    versions.take(plan, "For the board.", lead, NOW, in_progress=False)
    action = PlanAction.objects.get().action
    acting.change(action, Change(date(2026, 7, 11), "", "The post is empty."), lead, NOW)
    inside, outside = (said("Days that have moved", outside=each) for each in (False, True))
    assert inside.table is not None
    assert outside.table is not None
    days = ("1 June 2026", "11 July 2026", "1", "40")
    what = "1.1.1 Weekly list of visits due"
    assert inside.table.rows == ((what, "Tobias Renn, service manager", *days),)
    assert outside.table.rows == ((what, *days),)
    assert "Tobias Renn" not in str(sections(TODAY, outside=True))


def test_what_the_direction_asks_follows_the_actions(plan: Plan, lead: User) -> None:
    asked = Direction(
        kind=Power.DIRECTION, title="Direction", issued_on=date(2026, 1, 1), issued_by="DfE"
    )
    keeping.make(asked, lead, NOW)
    row = Obligation(direction=asked, clause="2", words="To see children.", who="The council")
    keeping.make(row, lead, NOW)
    told = said("Direction")
    assert (
        told.sentence == "Of one thing that it asks, 0 carried out by actions closed with evidence."
    )
    assert told.table is not None
    assert told.table.rows == (
        ("2 To see children.", "The council", "No day", "No action carries it."),
    )
