"""A change made behind the product's back is seen: by SQL, as one who wished to hide it would."""

from datetime import date

import pytest
from django.db import connection

from sightline.improvement import acting
from sightline.improvement.acting import Change
from sightline.improvement.models import Action, ActionEvent
from sightline.people.models import Seal
from sightline.people.sealing import seal_what_is_there, soundness
from tests.answers_data import NOW, person
from tests.closure_data import owned, said_done

pytestmark = pytest.mark.django_db


@pytest.fixture
def action() -> Action:
    owner, lead = person("team_manager", "Marek"), person("improvement_lead", "Imogen")
    made = owned(owner, lead)
    acting.change(made, Change(date(2026, 7, 1), "", "The post was empty."), lead, NOW)
    said_done(made, owner)
    return made


def by_hand(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_what_the_product_wrote_is_sound(action: Action) -> None:
    found = soundness()
    assert found.sound
    assert found.rows == 5, "the action, its making, its change, the evidence, the owner’s word"
    assert found.sentence == "5 rows are each as Sightline wrote them."


def test_a_day_changed_in_place_is_seen(action: Action) -> None:
    by_hand(f"UPDATE improvement_action SET due = '2027-01-01' WHERE id = {action.pk}")
    (told,) = soundness().found
    assert told.sentence == (
        f"Action {action.pk} was changed outside Sightline: Plans are read each month."
    )


def test_a_history_rewritten_is_seen(action: Action) -> None:
    by_hand("UPDATE improvement_actionevent SET why = 'As agreed.' WHERE act = 'changed'")
    assert [each.table for each in soundness().found] == ["improvement.ActionEvent"]


def test_a_row_taken_away_and_a_row_put_in_are_seen(action: Action) -> None:
    newest = ActionEvent.objects.order_by("-pk").first()
    assert newest is not None
    by_hand(f"DELETE FROM improvement_actionevent WHERE id = {newest.pk}")
    by_hand(
        "INSERT INTO closure_step (action_id, kind, why, by_id, at) "
        "SELECT action_id, 'closed', 'Seen.', by_id, at FROM closure_step WHERE id = "
        "(SELECT MAX(id) FROM closure_step)"
    )
    said = sorted(each.sentence.split(":")[0] for each in soundness().found)
    assert said[0].startswith("Action event")
    assert said[0].endswith("taken away outside Sightline.")
    assert said[1].endswith("was written outside Sightline")


def test_a_seal_changed_to_fit_breaks_the_chain(action: Action) -> None:
    by_hand(f"UPDATE improvement_action SET due = '2027-01-01' WHERE id = {action.pk}")
    from sightline.people import sealing

    row = Action.objects.filter(pk=action.pk).values().get()
    forged = sealing._digest(dict(row))
    newest = Seal.objects.filter(table="improvement.Action").order_by("-pk").first()
    assert newest is not None
    by_hand(f"UPDATE people_seal SET content = '{forged}' WHERE id = {newest.pk}")
    assert [each.sentence.split(" was ")[1] for each in soundness().found] == [
        "changed, or one before it taken away."
    ]


def test_a_column_that_a_later_release_adds_makes_nothing_look_changed(action: Action) -> None:
    """As if `version` had come after the seal: what was sealed then is still as it was."""
    from sightline.people import sealing

    row = dict(Action.objects.filter(pk=action.pk).values().get())
    del row["version"]
    sealing._add("improvement.Action", action.pk, row)
    assert soundness().sound
    by_hand(f"UPDATE improvement_action SET due = '2027-01-01' WHERE id = {action.pk}")
    assert not soundness().sound


def test_what_was_there_before_is_sealed_once(action: Action) -> None:
    Seal.objects.all().delete()
    seal_what_is_there()
    assert soundness().sound
    by_hand(f"UPDATE improvement_action SET due = '2027-01-01' WHERE id = {action.pk}")
    seal_what_is_there()
    assert not soundness().sound, "a second run hides nothing"
