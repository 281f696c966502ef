"""Closed only with evidence and by a second person; opened again as old as it was."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sightline.closure import acts
from sightline.closure.acts import ClosureError, Difference, Shown
from sightline.closure.models import Evidence, EvidenceKind, Step, StepKind
from sightline.closure.standing import State, standing_of
from sightline.improvement import acting
from sightline.improvement.acting import Change, ChangedMeanwhileError
from sightline.improvement.models import Action, KeptRowsStandError
from sightline.people.models import User
from tests.answers_data import NOW, TODAY, person
from tests.closure_data import BEGAN, DUE, READ_AGAIN, owned, said_done

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> User:
    return person("team_manager", "Marek")


@pytest.fixture
def lead() -> User:
    return person("improvement_lead", "Imogen")


@pytest.fixture
def second() -> User:
    return person("qa_manager", "Ottilie")


@pytest.fixture
def action(owner: User, lead: User) -> Action:
    return owned(owner, lead)


def test_the_owner_s_word_needs_evidence(action: Action, owner: User) -> None:
    with pytest.raises(ClosureError, match="Nothing shows that it is done"):
        acts.say_done(action, "All done.", owner, NOW)
    assert standing_of(action, TODAY).state is State.UNDER_WAY


def test_the_owner_s_word_closes_nothing(action: Action, owner: User) -> None:
    said_done(action, owner)
    standing = standing_of(action, TODAY)
    assert standing.state is State.SAID_DONE
    assert standing.open
    assert not standing.evidenced


def test_the_owner_cannot_close_it(action: Action, owner: User) -> None:
    said_done(action, owner)
    with pytest.raises(ClosureError, match="You own this action"):
        acts.close(action, "It is all there.", owner, NOW)


def test_an_owner_known_by_name_alone_cannot_close_it(lead: User, second: User) -> None:
    action = owned(second, lead)
    Action.objects.filter(pk=action.pk).update(owner=None)
    action.refresh_from_db()
    said_done(action, lead)
    with pytest.raises(ClosureError, match="You own this action"):
        acts.close(action, "It is all there.", second, NOW)


def test_whoever_gave_the_evidence_cannot_close_it(
    action: Action, owner: User, second: User
) -> None:
    said_done(action, owner)
    acts.give(action, replace(READ_AGAIN, reread=5, bearing_out=5), second, NOW)
    with pytest.raises(ClosureError, match="You gave evidence"):
        acts.close(action, "It is all there.", second, NOW)


def test_whoever_said_it_for_the_owner_cannot_close_it(
    action: Action, owner: User, lead: User
) -> None:
    acts.give(action, READ_AGAIN, owner, NOW)
    acts.say_done(action, "", lead, NOW)
    with pytest.raises(ClosureError, match="You said that it is done"):
        acts.close(action, "It is all there.", lead, NOW)


def test_a_second_person_closes_it_and_says_what_she_saw(
    action: Action, owner: User, second: User
) -> None:
    said_done(action, owner)
    with pytest.raises(ClosureError, match="Say what you saw"):
        acts.close(action, "  ", second, NOW)
    acts.close(action, "Read five of the twenty.", second, NOW)
    standing = standing_of(action, TODAY)
    assert standing.state is State.CLOSED
    assert standing.closed_on == TODAY
    assert standing.sentence == (
        "Closed on 30 November 2026. Nobody said what difference it should make."
    )


def test_nothing_is_closed_that_nobody_said_is_done(action: Action, second: User) -> None:
    with pytest.raises(ClosureError, match="Nobody has said yet"):
        acts.close(action, "It is all there.", second, NOW)


def test_what_came_back_needs_newer_evidence(action: Action, owner: User, second: User) -> None:
    said_done(action, owner)
    later = NOW + timedelta(days=1)
    acts.send_back(action, "The records are of March.", second, later)
    with pytest.raises(ClosureError, match="newer than that"):
        acts.say_done(action, "", owner, later)
    said_done(action, owner, NOW + timedelta(days=2))
    acts.close(action, "These are of May.", second, NOW + timedelta(days=3))


def test_opened_again_it_is_as_old_as_it_was(action: Action, owner: User, second: User) -> None:
    said_done(action, owner)
    acts.close(action, "Read five.", second, NOW)
    acts.reopen(action, "Two of them were copied.", second, NOW + timedelta(days=10))
    standing = standing_of(action, TODAY + timedelta(days=10))
    assert standing.state is State.REOPENED
    assert standing.age_days == 110, "a hundred days before, and ten since"
    assert standing.first_due == DUE
    assert standing.late(TODAY)


@pytest.mark.parametrize("said", ["See minutes", "see the minutes.", "As per email", "Done", "ok"])
def test_evidence_that_only_points_elsewhere_is_refused(
    action: Action, owner: User, said: str
) -> None:
    with pytest.raises(ClosureError, match="in a sentence"):
        acts.give(action, replace(READ_AGAIN, words=said), owner, NOW)
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    ("shown", "why"),
    [
        (replace(READ_AGAIN, dated=date(2027, 1, 1)), "still to come"),
        (replace(READ_AGAIN, reread=None), "how many records"),
        (replace(READ_AGAIN, bearing_out=21), "No more records"),
        (Shown(EvidenceKind.DOCUMENT, "The list that managers read.", BEGAN), "Send the document"),
        (Shown(EvidenceKind.FIGURE, "The share seen in time.", BEGAN), "Choose a measure"),
    ],
)
def test_what_is_not_whole_is_refused(action: Action, owner: User, shown: Shown, why: str) -> None:
    with pytest.raises(ClosureError, match=why):
        acts.give(action, shown, owner, NOW)


def test_a_difference_needs_something_that_would_show_it(action: Action, lead: User) -> None:
    with pytest.raises(ClosureError, match="Name a measure"):
        acts.expect(action, Difference("children in care", DUE), lead, NOW)


def test_what_was_said_stands(action: Action, owner: User) -> None:
    step = said_done(action, owner)
    step.why = "Otherwise."
    with pytest.raises(KeptRowsStandError):
        step.save()
    with pytest.raises(KeptRowsStandError):
        Step.objects.all().delete()


def test_two_who_change_one_action_are_told_of_each_other(
    action: Action, lead: User, second: User
) -> None:
    seen = action.version
    acting.change(action, Change(date(2026, 7, 1), "", "The post was empty.", seen), lead, NOW)
    with pytest.raises(ChangedMeanwhileError, match=r"Imogen.*1 June 2026 to 1 July 2026") as error:
        acting.change(action, Change(date(2026, 8, 1), "", "School holidays.", seen), second, NOW)
    action.refresh_from_db()
    assert action.due == date(2026, 7, 1), "the first is kept"
    newest = error.value.now.version
    acting.change(action, Change(date(2026, 8, 1), "", "School holidays.", newest), second, NOW)
    standing = standing_of(Action.objects.get(), TODAY)
    assert (standing.first_due, standing.times_moved) == (DUE, 2)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["give", "say_done", "close", "send_back", "reopen", "let_stand"]),
        st.sampled_from(["owner", "lead", "second"]),
    ),
    max_size=14,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(done=ACTS)
def test_whatever_people_do_nothing_is_closed_without_evidence_and_a_second_person(
    done: list[tuple[str, str]], owner: User, lead: User, second: User
) -> None:
    people = {"owner": owner, "lead": lead, "second": second}
    action = owned(owner, lead, f"Action {Action.objects.count()}")
    ages = [standing_of(action, TODAY).age_days]
    for day, (what, who) in enumerate(done):
        at = NOW + timedelta(days=day)
        try:
            _do(what, action, people[who], at)
        except ClosureError:
            continue
        standing = standing_of(action, at.date())
        ages.append(standing.age_days if standing.open else ages[-1])
        if standing.evidenced:
            closed = [s for s in standing.steps if s.kind == StepKind.CLOSED][-1]
            said = [s for s in standing.steps if s.kind == StepKind.SAID_DONE][-1]
            givers = {e.by_id for e in Evidence.objects.filter(action=action, at__lte=closed.at)}
            assert givers, "with evidence"
            assert closed.by_id not in {owner.pk, said.by_id}, "by a second person"
    assert ages == sorted(ages), "its age never begins again"


def _do(what: str, action: Action, user: User, at: object) -> None:
    if what == "give":
        acts.give(action, READ_AGAIN, user, at)  # type: ignore[arg-type]
    else:
        getattr(acts, what)(action, "What was seen.", user, at)
