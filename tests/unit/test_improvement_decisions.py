"""Confirming, editing, rejecting and reopening: each leaves its event, and the exact words."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db.models import ProtectedError
from pytest_django.fixtures import Settings

from sightline.improvement import decisions
from sightline.improvement.decisions import DecisionError, Edit
from sightline.improvement.models import Finding, FindingEvent, KeptRowsStandError, Status
from sightline.improvement.reading import add_review
from sightline.people.models import User
from tests.improvement_letters import BLAMED, text_letter

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 5, 3, 12, 0, tzinfo=UTC)
LATER = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


@pytest.fixture
def lead() -> User:
    return User.objects.create_user(
        "lead", role="improvement_lead", first_name="Imogen", last_name="Larkspur"
    )


@pytest.fixture
def finding(settings: Settings, tmp_path: Path, lead: User) -> Finding:
    settings.DATA = tmp_path / "data"
    add_review(text_letter(tmp_path), lead)
    return Finding.objects.get(text=BLAMED)


def sentences(finding: Finding) -> list[str]:
    return [event.sentence for event in finding.events.all()]


def changed(finding: Finding, wording: str = BLAMED, direction: str = "weakness") -> Edit:
    return Edit(wording, direction, finding.theme_ids, "It reads more plainly.")


def test_confirming_says_who_and_when(finding: Finding, lead: User) -> None:
    row = decisions.confirm(finding, lead, NOON)
    assert (row.status, row.decided_by, row.decided_at) == (Status.CONFIRMED, lead, NOON)
    assert sentences(row) == ["Imogen Larkspur confirmed this finding"]


def test_confirming_twice_is_refused_and_names_who_was_first(finding: Finding, lead: User) -> None:
    decisions.confirm(finding, lead, NOON)
    with pytest.raises(DecisionError, match="confirmed by Imogen Larkspur already"):
        decisions.confirm(finding, lead, LATER)
    assert len(sentences(finding)) == 1


def test_an_edit_keeps_the_exact_words_beside_the_new(finding: Finding, lead: User) -> None:
    row = decisions.edit(finding, lead, NOON, changed(finding, "Matching is too slow."))
    assert (row.text, row.edited_text, row.wording) == (BLAMED, *["Matching is too slow."] * 2)
    assert row.status == Status.CONFIRMED
    event = row.events.get()
    assert event.changes == [
        {"what": "wording", "before": BLAMED, "after": "Matching is too slow."}
    ]
    assert event.sentence == (
        "Imogen Larkspur edited and confirmed this finding (wording): It reads more plainly."
    )


def test_an_edit_back_to_the_exact_words_takes_the_edit_away(finding: Finding, lead: User) -> None:
    decisions.edit(finding, lead, NOON, changed(finding, "Matching is too slow."))
    row = decisions.edit(finding, lead, LATER, changed(finding))
    assert row.edited_text == ""


def test_themes_keep_their_order_and_new_ones_come_last(finding: Finding, lead: User) -> None:
    first, second, *_ = finding.theme_ids
    made = Edit(BLAMED, "weakness", ("visits", second, first), "It is about visits too.")
    row = decisions.edit(finding, lead, NOON, made)
    assert Finding.objects.get(pk=row.pk).theme_ids == (first, second, "visits")


def test_an_edit_that_changes_nothing_is_refused(finding: Finding, lead: User) -> None:
    with pytest.raises(DecisionError, match="Nothing was changed"):
        decisions.edit(finding, lead, NOON, changed(finding))
    assert not FindingEvent.objects.exists()


def test_rejecting_needs_a_reason(finding: Finding, lead: User) -> None:
    with pytest.raises(DecisionError, match="Say why"):
        decisions.reject(finding, lead, NOON, "  ")
    row = decisions.reject(finding, lead, NOON, "It repeats the one above.")
    assert (row.status, row.reason) == (Status.REJECTED, "It repeats the one above.")


def test_a_rejected_finding_is_edited_only_after_reopening(finding: Finding, lead: User) -> None:
    decisions.reject(finding, lead, NOON, "It repeats the one above.")
    with pytest.raises(DecisionError, match="Reopen it first"):
        decisions.edit(finding, lead, LATER, changed(finding, "Matching is too slow."))
    row = decisions.reopen(finding, lead, LATER, "It does not repeat it after all.")
    assert (row.status, row.decided_by, row.decided_at) == (Status.CANDIDATE, None, None)
    assert sentences(row) == [
        "Imogen Larkspur rejected this finding: It repeats the one above.",
        "Imogen Larkspur reopened this finding: It does not repeat it after all.",
    ]


def test_what_nobody_decided_is_not_reopened(finding: Finding, lead: User) -> None:
    with pytest.raises(DecisionError, match="Nobody has decided"):
        decisions.reopen(finding, lead, NOON, "A mistake.")


def test_events_are_never_changed_or_taken_away(finding: Finding, lead: User) -> None:
    decisions.confirm(finding, lead, NOON)
    event = finding.events.get()
    event.why = "another reason"
    with pytest.raises(KeptRowsStandError):
        event.save()
    with pytest.raises(KeptRowsStandError):
        event.delete()
    with pytest.raises(KeptRowsStandError):
        finding.events.update(why="another reason")
    with pytest.raises(KeptRowsStandError):
        FindingEvent.objects.all().delete()
    with pytest.raises(ProtectedError):
        finding.review.delete()
