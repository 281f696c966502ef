"""The list of actions: narrowed by what a person asks, and the same rows as a file."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sightline.improvement import acting
from sightline.improvement.acting import Change, Draft
from sightline.improvement.models import Nature
from sightline.people.models import AccessEvent, User
from sightline.plan.models import Outcome
from tests.answers_data import NOW, person, shown, signed_in
from tests.plan_data import a_plan, a_priority, an_action, an_outcome

pytestmark = pytest.mark.django_db

EVERY = {"Weekly list", "Read every plan", "Ask families", "Write to schools"}


@pytest.fixture
def lead() -> User:
    return person("improvement_lead", "Imogen")


@pytest.fixture
def outcome(lead: User) -> Outcome:
    """Three actions of the plan and one outside it; today is whatever the clock says."""
    made = an_outcome(a_priority(a_plan(lead), lead), lead)
    an_action(made, lead, "Weekly list", due=date(2026, 6, 1))
    moved = an_action(made, lead, "Read every plan", "Petra Hollowell", date(2026, 5, 1))
    acting.change(moved.action, Change(date(2190, 1, 1), "", "Post empty."), lead, NOW)
    an_action(made, lead, "Ask families", "Petra Hollowell", None, partner="Voices of Care")
    draft = Draft("Write to schools", Nature.PROCESS, "Ravi Castellan", None, date(2190, 1, 1))
    acting.write_down(draft, [], lead, NOW)
    return made


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("", EVERY),
        ("?due=late", {"Weekly list", "Read every plan"}),
        ("?due=moved", {"Read every plan"}),
        ("?due=none", {"Ask families"}),
        ("?owner=Petra+Hollowell", {"Read every plan", "Ask families"}),
        ("?owner=Petra+Hollowell&due=late", {"Read every plan"}),
        ("?partner=Voices+of+Care", {"Ask families"}),
        ("?priority=Not+in+the+plan", {"Write to schools"}),
        ("?priority=1.+Priority+1", EVERY - {"Write to schools"}),
        ("?state=not_begun", EVERY),
        ("?state=closed", set()),
        ("?due=nonsense", EVERY),
    ],
)
def test_the_list_and_its_file_are_narrowed_alike(
    outcome: Outcome, lead: User, asked: str, left: set[str]
) -> None:
    page = signed_in(lead)
    body = shown(page, f"/plan/actions/{asked}")
    assert {title for title in EVERY if f"{title}</a>" in body} == left
    csv = page.get(f"/plan/actions/download/csv/{asked}").content.decode()
    assert {title for title in EVERY if title in csv} == left
    assert AccessEvent.objects.filter(user=lead, act="downloaded").count() == 1


def test_without_an_action_the_page_says_so(lead: User) -> None:
    assert "No action is written down yet." in shown(signed_in(lead), "/plan/actions/")


def test_another_form_of_file_is_not_there(lead: User) -> None:
    assert signed_in(lead).get("/plan/actions/download/pdf/").status_code == 404


def test_more_actions_ask_no_more_of_the_database(outcome: Outcome, lead: User) -> None:
    page = signed_in(lead)
    few = queries(page)
    for number in range(5):
        an_action(outcome, lead, f"One more {number}")
    assert queries(page) == few


def queries(page: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        shown(page, "/plan/actions/")
    return len(asked)
