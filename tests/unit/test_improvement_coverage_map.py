"""Whether what is done covers what was found, and hangs together."""

from datetime import date

import pytest

from sightline.improvement import acting, prioritising
from sightline.improvement.acting import Link
from sightline.improvement.coverage_map import coverage_map
from sightline.improvement.models import Finding, Nature, Review, Strength
from sightline.people.models import User
from tests.answers_data import NOW, action, finding, person, review, said_before

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> User:
    return person("improvement_lead", "Imogen")


@pytest.fixture
def second() -> User:
    return person("director", "Dilys")


@pytest.fixture
def inspection(lead: User) -> Review:
    return review(lead, date(2025, 3, 1))


def flags() -> list[str]:
    found = coverage_map()
    return [*(flag for row in found.rows for flag in row.flags), *found.flags]


def test_a_theme_with_findings_and_no_priority_is_pointed_out(inspection: Review) -> None:
    finding(inspection, "Missing children are not asked why.", "missing")
    assert "Children who go missing: one finding, and no priority." in flags()


def test_cells_count_findings_and_the_actions_that_answer_them(
    inspection: Review, lead: User, second: User
) -> None:
    plans = [finding(inspection, f"Plans lack detail, {n}.", "care_planning") for n in range(3)]
    visit = finding(inspection, "Visits lack purpose.", "visits")
    prioritising.gather("Better plans", plans[:2], "", lead, NOW)
    prioritising.gather("Visits", [visit], "", lead, NOW)
    made = action(plans[0], lead, second)
    acting.answer(made, Link(plans[1], Strength.PART, "Plans are read."), lead, NOW)
    found = coverage_map()
    rows = {row.theme: row for row in found.rows}
    assert [each.name for each in found.priorities] == ["Better plans", "Visits"]
    assert [cell.said for cell in rows["care_planning"].cells] == ["2 findings, 1 action", "–"]
    assert [cell.said for cell in rows["visits"].cells] == ["–", "1 finding, 0 actions"]
    plan = rows["care_planning"]
    assert (plan.findings, plan.unanswered, plan.actions) == (3, 2, 1)
    assert [row.theme for row in found.rows] == ["care_planning", "visits"], "most unanswered first"


def test_a_priority_left_without_a_finding_is_pointed_out(inspection: Review, lead: User) -> None:
    praised = finding(inspection, "Carers are warm.", direction="strength")
    prioritising.gather("Warm carers", [praised], "", lead, NOW)
    assert "Warm carers: a priority with no finding that asks for something." in flags()


def test_one_finding_answered_while_the_one_that_recurs_is_left_be(
    inspection: Review, lead: User
) -> None:
    earlier = finding(review(lead, date(2020, 1, 1)), "Plans drift.")
    recurring = finding(inspection, "Plans still drift.")
    said_before(recurring, earlier)
    alone = finding(inspection, "One form lacks a box.")
    made = action(alone, lead, title="Add the box")
    expected = (
        "Add the box: it answers one finding, while a finding on permanence that keeps being made "
        "is left be."
    )
    assert expected in flags()
    acting.answer(
        made, Link(recurring, Strength.PART, "The box asks for the next step."), lead, NOW
    )
    assert expected not in flags()


def test_an_action_said_to_put_everything_right_is_asked_about(
    inspection: Review, lead: User
) -> None:
    rows: list[Finding] = [finding(inspection, f"Weak, {n}.") for n in range(6)]
    made = action(rows[0], lead, title="Better everything")
    for n, each in enumerate(rows[1:5]):
        acting.answer(made, Link(each, Strength.ALL, f"In its way, {n}."), lead, NOW)
    assert not [flag for flag in flags() if "Better everything: said" in flag]
    acting.answer(made, Link(rows[5], Strength.ALL, "And this."), lead, NOW)
    assert "Better everything: said to put right all of 6 findings. Look at each link again." in (
        flags()
    )


def test_weak_plans_answered_by_dates_alone_raise_a_warning(inspection: Review, lead: User) -> None:
    weak = finding(inspection, "The quality of care plans is weak.", "care_planning")
    action(weak, lead, nature=Nature.PROCESS, title="Complete plans on time")
    said = next(flag for flag in flags() if flag.startswith("Care planning: practice"))
    assert "every action that answers it is about process" in said
    action(weak, lead, nature=Nature.PRACTICE, title="Write plans with the child")
    assert not [flag for flag in flags() if "every action that answers it" in flag]
