"""Versions of the plan: what changed in sentences, how far days moved, and who signed."""

from datetime import date, timedelta

import pytest

from sightline.governance import keeping
from sightline.improvement import acting
from sightline.improvement.acting import Change
from sightline.people.models import User
from sightline.plan import versions
from sightline.plan.differing import differences, slips
from sightline.plan.freezing import frozen
from sightline.plan.models import Milestone, Plan, PlanAction
from sightline.plan.slipping import plan_slips
from sightline.plan.versions import Published, VersionError
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


def move(place: PlanAction, due: date, by: User) -> None:
    acting.change(place.action, Change(due, "", "The post is empty."), by, NOW)


def test_a_day_moved_three_times_tells_its_days_in_all(plan: Plan, lead: User) -> None:
    """Due on 1 June; moved by 40, 60 and 40 days: 140 in all, to 19 October 2026."""
    place = PlanAction.objects.get()
    contents = [frozen(plan)]
    for due in (date(2026, 7, 11), date(2026, 9, 9), date(2026, 10, 19)):
        move(place, due, lead)
        contents.append(frozen(plan))
    (slip,) = slips(contents)
    assert (slip.moves, slip.days, slip.net) == (3, 140, 140)
    assert (slip.first, slip.now) == (date(2026, 6, 1), date(2026, 10, 19))


def test_a_day_brought_forward_takes_nothing_from_what_it_slipped(plan: Plan, lead: User) -> None:
    place = PlanAction.objects.get()
    contents = [frozen(plan)]
    for due in (date(2026, 7, 1), date(2026, 6, 1)):
        move(place, due, lead)
        contents.append(frozen(plan))
    (slip,) = slips(contents)
    assert (slip.moves, slip.days, slip.net) == (2, 30, 0)


def test_days_moved_between_two_versions_are_all_told(plan: Plan, lead: User) -> None:
    """Due on 1 June: to 1 July (30 days), back to 21 June, on to 1 July again (10 more)."""
    place = PlanAction.objects.get()
    versions.take(plan, "For the board.", lead, NOW, in_progress=False)
    for due in (date(2026, 7, 1), date(2026, 6, 21), date(2026, 7, 1)):
        move(place, due, lead)
    (slip,) = plan_slips(plan)
    assert (slip.moves, slip.days, slip.net) == (3, 40, 30)


def test_the_difference_of_two_versions_is_told_in_sentences(plan: Plan, lead: User) -> None:
    place = PlanAction.objects.get()
    step = Milestone(plan_action=place, words="Half of the teams", due=date(2026, 4, 1))
    keeping.make(step, lead, NOW)
    before = frozen(plan)
    move(place, date(2026, 7, 11), lead)
    step.due = date(2026, 5, 1)
    keeping.change(step, step.version, lead, NOW)
    outcome = place.outcome
    outcome.measures = ["reviews_in_timescale"]
    keeping.change(outcome, outcome.version, lead, NOW)
    an_action(outcome, lead, "Managers read each plan")
    said = [each.sentence for each in differences(before, frozen(plan))]
    assert said == [
        "No longer watched by: Visits in time.",
        "Now watched by: Reviews held in time.",
        "Due 11 July 2026, 40 days later than 1 June 2026.",
        "Milestone “Half of the teams”: Due 1 May 2026, 30 days later than 1 April 2026.",
        "A new action of Tobias Renn, service manager.",
    ]


def test_an_action_left_out_is_dropped_and_not_lost(plan: Plan, lead: User) -> None:
    before = frozen(plan)
    place = PlanAction.objects.get()
    place.dropped_on = TODAY
    keeping.change(place, place.version, lead, NOW)
    (told,) = differences(before, frozen(plan))
    assert (told.kind, told.sentence) == ("dropped", "It is no longer in the plan.")
    assert PlanAction.objects.filter(pk=place.pk).exists()


def test_a_version_stands_whatever_the_plan_becomes(plan: Plan, lead: User) -> None:
    row = versions.take(plan, "For the board.", lead, NOW, in_progress=False)
    kept = row.content
    move(PlanAction.objects.get(), date(2027, 1, 1), lead)
    row.refresh_from_db()
    assert row.content == kept


def test_nothing_changed_makes_no_version(plan: Plan, lead: User) -> None:
    versions.take(plan, "For the board.", lead, NOW, in_progress=False)
    with pytest.raises(VersionError, match="Nothing has changed since version 1"):
        versions.take(plan, "Once more.", lead, NOW, in_progress=False)


def test_whoever_took_it_down_does_not_sign_it(plan: Plan, lead: User) -> None:
    row = versions.take(plan, "For the board.", lead, NOW, in_progress=False)
    with pytest.raises(VersionError, match="another person"):
        versions.sign(row, "Improvement board", "", lead, NOW)
    chair = person("board_chair", "Percival")
    versions.sign(row, "Improvement board", "", chair, NOW)
    with pytest.raises(VersionError, match="signed this version already"):
        versions.sign(row, "Improvement board", "", chair, NOW)


def test_signed_off_and_in_progress_at_once_is_a_contradiction(plan: Plan, lead: User) -> None:
    """As of one plan in 2022: "a work in progress", and signed off by Ofsted."""
    row = versions.take(plan, "For inspectors.", lead, NOW, in_progress=True)
    assert versions.contradiction(row) == ""
    versions.sign(row, "Ofsted", "", person("board_chair", "Percival"), NOW)
    assert versions.contradiction(row).startswith("Version 1 is signed off for Ofsted, and is said")


def test_what_is_not_published_yet_is_not_said_to_be(plan: Plan, lead: User) -> None:
    row = versions.take(plan, "For the board.", lead, NOW, in_progress=False)
    with pytest.raises(VersionError, match="still to come"):
        versions.publish(row, Published(TODAY + timedelta(days=1), "Staff", "Intranet"), lead, NOW)
