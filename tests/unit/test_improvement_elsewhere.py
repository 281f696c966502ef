"""Who else was told what a finding says: another authority's report, and the one that followed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.improvement import decisions
from sightline.improvement.elsewhere import elsewhere_of
from sightline.improvement.models import Finding
from sightline.improvement.reading import add_review
from sightline.improvement.register import Wanted, narrowed, visible_to, with_history
from sightline.letters import Standing
from sightline.people.models import User
from tests.improvement_letters import (
    BLAMED,
    EARLIER_BLAMED,
    FOCUSED_VISIT_2021,
    FOCUSED_VISIT_2023,
    PRAISED,
    text_letter,
)

EARLY_HELP = "Early help workers know their families well and visit them with purpose and patience."
NOON = datetime(2026, 5, 3, 12, 0, tzinfo=UTC)


@pytest.fixture
def lead(db: None, settings: Settings, tmp_path: Path) -> User:
    """Eastholme was blamed in 2023, Westmoor in 2021; Westmoor's report of 2023 is silent on it."""
    settings.DATA = tmp_path / "data"
    settings.AUTHORITY_NAME = "Eastholme"
    user = User.objects.create_user("lead", role="improvement_lead")
    add_review(text_letter(tmp_path, FOCUSED_VISIT_2023, "ours.txt"), user)
    theirs = FOCUSED_VISIT_2021.replace("Eastholme", "Westmoor")
    add_review(text_letter(tmp_path, theirs, "theirs.txt"), user)
    since = FOCUSED_VISIT_2023.replace("Eastholme", "Westmoor").replace(BLAMED, EARLY_HELP)
    before, after = since.split("Areas for improvement")[0], since.split("Findings")[1]
    after = after.replace(PRAISED.replace("Eastholme", "Westmoor"), "")
    add_review(text_letter(tmp_path, f"{before}Findings{after}", "since.txt"), user)
    return user


def ours() -> Finding:
    """What was said of us."""
    return Finding.objects.get(text=BLAMED)


def test_the_other_authority_is_told_with_its_words_and_its_later_report(lead: User) -> None:
    [told] = elsewhere_of(ours(), lead)
    assert (told.review.authority, told.finding.text) == ("Westmoor", EARLIER_BLAMED)
    assert [(review.authority, standing) for review, standing in told.later] == [
        ("Westmoor", Standing.NOT_MENTIONED)
    ]
    assert told.became == "No better judgement in the reports loaded"


def test_what_is_added_or_rejected_later_is_seen_at_once(lead: User) -> None:
    assert len(elsewhere_of(ours(), lead)) == 1
    theirs = Finding.objects.get(text=EARLIER_BLAMED)
    decisions.reject(theirs, lead, NOON, "Not what it says.")
    assert elsewhere_of(ours(), lead) == ()


def test_who_sees_what_is_confirmed_is_told_of_nothing_else(lead: User) -> None:
    councillor = User.objects.create_user("councillor", role="councillor")
    assert elsewhere_of(ours(), councillor) == ()
    decisions.confirm(Finding.objects.get(text=EARLIER_BLAMED), lead, NOON)
    assert len(elsewhere_of(ours(), councillor)) == 1


def test_the_page_and_its_file_say_so(lead: User, client: Client) -> None:
    client.force_login(lead)
    page = client.get(f"/findings/{ours().pk}/elsewhere/").content.decode()
    assert "1 other authority was told much the same; none of them was judged good later." in page
    assert EARLIER_BLAMED in page
    file = client.get(f"/findings/{ours().pk}/elsewhere.csv").content.decode()
    assert "Westmoor" in file
    assert client.get(f"/findings/{ours().pk}/elsewhere.doc").status_code == 404


def test_the_register_is_narrowed_to_what_no_action_answers(lead: User) -> None:
    """Nothing answers it once it is confirmed; what is not decided asks for nothing yet."""
    seen = visible_to(lead)

    def told() -> list[str]:
        wanted = Wanted(unanswered=True)
        return [each.text for each in narrowed(with_history(seen, seen), wanted, NOON.date())]

    assert told() == []
    decisions.confirm(ours(), lead, NOON)
    assert told() == [BLAMED]
