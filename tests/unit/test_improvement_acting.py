"""Actions and what they answer: a second person agrees, and nothing of it is lost."""

from datetime import date

import pytest

from sightline.improvement import acting
from sightline.improvement.acting import ActingError, Change, Draft, Link
from sightline.improvement.models import (
    Action,
    ActionEvent,
    Answer,
    Finding,
    KeptRowsStandError,
    Nature,
    Status,
    Strength,
)
from sightline.improvement.unanswered import orphan_findings, pack_blockers, unanswered
from sightline.people.models import User
from tests.answers_data import NOW, action, finding, person, review

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> User:
    return person("improvement_lead", "Imogen")


@pytest.fixture
def second() -> User:
    return person("director", "Dilys")


@pytest.fixture
def found(lead: User) -> Finding:
    return finding(review(lead, date(2025, 3, 1)), "Plans drift.", kind="priority_action")


def test_a_finding_stays_unanswered_until_a_second_person_agrees(
    found: Finding, lead: User, second: User
) -> None:
    made = action(found, lead)
    assert list(orphan_findings()) == [found]
    acting.agree(made.answers.get(), second, NOW)
    assert not orphan_findings()


def test_nobody_agrees_to_their_own_link(found: Finding, lead: User) -> None:
    made = action(found, lead)
    with pytest.raises(ActingError, match="another person"):
        acting.agree(made.answers.get(), lead, NOW)


def test_a_link_that_is_only_indirect_answers_nothing(
    found: Finding, lead: User, second: User
) -> None:
    action(found, lead, second, strength=Strength.INDIRECT)
    assert list(orphan_findings()) == [found]


def test_the_same_words_for_two_findings_are_refused(found: Finding, lead: User) -> None:
    made = action(found, lead)
    other = finding(found.review, "Visits are late.", "visits")
    with pytest.raises(ActingError, match="same words"):
        acting.answer(made, Link(other, Strength.ALL, "drift is seen and  ENDED."), lead, NOW)


def test_what_nobody_confirmed_cannot_be_answered(found: Finding, lead: User) -> None:
    waiting = finding(found.review, "Visits are late.", status=Status.CANDIDATE)
    with pytest.raises(ActingError, match="not confirmed"):
        action(waiting, lead)
    assert not Action.objects.exists(), "nothing half stored"


def test_strengths_and_what_others_were_told_ask_for_nothing(found: Finding, lead: User) -> None:
    finding(found.review, "Carers are warm.", direction="strength")
    assert [each.pk for each in unanswered(Finding.objects.all())] == [found.pk]


def test_a_reason_stands_in_place_of_an_action_until_taken_back(found: Finding, lead: User) -> None:
    assert list(pack_blockers()) == [found]
    acting.say_no_action(found, "The service closed in May.", lead, NOW)
    assert not pack_blockers()
    acting.take_back_no_action(found, "It has opened again.", lead, NOW)
    assert list(pack_blockers()) == [found]
    assert [each.sentence for each in found.no_action.all()] == [
        "Imogen said why nothing is done: The service closed in May.",
        "Imogen took the reason back: It has opened again.",
    ]


def test_only_priority_actions_hold_a_board_pack_back(found: Finding, lead: User) -> None:
    finding(found.review, "Visits are late.", kind="recommendation")
    assert list(pack_blockers()) == [found]


def test_an_action_keeps_its_whole_history(found: Finding, lead: User, second: User) -> None:
    made = action(found, lead, second)
    acting.change(made, Change(date(2027, 1, 31), "Tobias Renn", "Petra has left."), lead, NOW)
    acting.start(made, date(2026, 11, 2), second, NOW)
    acting.withdraw(made.answers.get(), "It does not reach these children.", lead, NOW)
    assert [each.sentence for each in made.events.all()] == [
        "Imogen wrote down this action (owner Petra Hollowell, head of permanence, no day due)",
        "Imogen said that it answers a finding (Priority action, all of it): "
        "Drift is seen and ended.",
        "Dilys agreed that it answers a finding (Priority action, all of it)",
        "Imogen changed it (due: no day to 31 January 2027; owner: Petra Hollowell, head of "
        "permanence to Tobias Renn): Petra has left.",
        "Dilys said that it began (on 2 November 2026)",
        "Imogen took back that it answers a finding (Priority action): "
        "It does not reach these children.",
    ]
    assert list(orphan_findings()) == [found]


def test_no_event_is_changed_or_taken_away(found: Finding, lead: User) -> None:
    action(found, lead)
    event = ActionEvent.objects.all()[0]
    with pytest.raises(KeptRowsStandError):
        event.save()
    with pytest.raises(KeptRowsStandError):
        event.delete()
    with pytest.raises(KeptRowsStandError):
        ActionEvent.objects.all().delete()
    with pytest.raises(KeptRowsStandError):
        ActionEvent.objects.update(why="")


def test_an_action_does_not_begin_tomorrow_or_twice(found: Finding, lead: User) -> None:
    made = action(found, lead)
    with pytest.raises(ActingError, match="still to come"):
        acting.start(made, date(2026, 12, 1), lead, NOW)
    acting.start(made, date(2026, 11, 1), lead, NOW)
    with pytest.raises(ActingError, match="1 November 2026 already"):
        acting.start(made, date(2026, 11, 2), lead, NOW)


def test_one_action_for_each_part_or_none_at_all(found: Finding, lead: User) -> None:
    good = Draft("Write the vision", Nature.PROCESS, "Ada")
    with pytest.raises(ActingError, match="one person who owns it"):
        acting.write_down_parts(found, [good, Draft("Share it", Nature.PROCESS, " ")], lead, NOW)
    assert not Action.objects.exists()
    acting.write_down_parts(found, [good, Draft("Share it", Nature.PROCESS, "Ben")], lead, NOW)
    parts = Answer.objects.order_by("part").values_list("part", "action__title", "strength")
    assert list(parts) == [(1, "Write the vision", "part"), (2, "Share it", "part")]
