"""The pages that take a workbook in, and give the plan out as one."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.improvement.models import Action, FindingKind
from sightline.people.models import User
from sightline.plan.models import Outcome, Plan, PlanAction, SheetTaken
from sightline.plan.sheets.recommending import plan_recommendations
from sightline.plan.sheets.taking import TakingError
from sightline.plan_sheets import read_plan
from tests.answers_data import NOW, finding, person, review, shown, signed_in
from tests.plan_data import a_plan
from tests.plan_workbooks import ONE_TABLE, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> User:
    return person("improvement_lead", "Imogen")


@pytest.fixture
def plan(lead: User, settings: Settings, tmp_path: Path) -> Plan:
    settings.DATA = tmp_path
    return a_plan(lead)


def sent(page: Client, data: bytes, name: str = "plan.xlsx") -> str:
    """What the preview says of a file."""
    file = SimpleUploadedFile(name, data)
    answer = page.post("/plan/sheets/", {"workbook": file}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_preview_then_one_button_then_nothing_lies_about(
    plan: Plan, lead: User, tmp_path: Path
) -> None:
    page = signed_in(lead)
    body = sent(page, workbook(ONE_TABLE))
    assert "4 new, 0 changed, 0 as before; 0 of the plan are not in it." in body
    assert "There is no day 31/09/2025. The row is kept without it." in body
    assert not Action.objects.exists()
    page.post("/plan/sheets/look/")
    assert Action.objects.count() == 4
    assert list((tmp_path / "uploads").iterdir()) == []
    place = PlanAction.objects.get(action__title="Match at a fortnightly panel")
    assert "The sheet says: Status: Complete" in shown(page, place.get_absolute_url())


def test_columns_that_nobody_could_guess_are_told_and_known_the_next_time(
    plan: Plan, lead: User
) -> None:
    rows = (("Alpha", "Beta", "Gamma"), ("Read every plan", "Petra Hollowell", "May 2026"))
    page, data = signed_in(lead), workbook(("Ours", rows))
    assert "no row that says what its columns are" in sent(page, data)
    said = {"column-0": "Action", "column-1": "Action", "column-2": ""}
    refused = page.post("/plan/sheets/columns/?sheet=Ours", said).content.decode()
    assert "Two columns cannot both be: Action" in refused
    said = {"column-0": "Action", "column-1": "Owner", "column-2": "Due"}
    answer = page.post("/plan/sheets/columns/?sheet=Ours", said, follow=True)
    assert "1 new, 0 changed" in answer.content.decode()
    page.post("/plan/sheets/look/")
    made = Action.objects.get()
    assert (made.owner_name, made.due) == ("Petra Hollowell", date(2026, 5, 31))
    assert "0 new, 0 changed, 1 as before" in sent(page, data)


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"PK\x03\x04broken"])
def test_what_is_no_workbook_is_said_and_not_stored(plan: Plan, lead: User, data: bytes) -> None:
    assert "The workbook cannot be read yet" in sent(signed_in(lead), data)
    assert not SheetTaken.objects.exists()


def test_the_plan_goes_out_as_a_workbook(plan: Plan, lead: User) -> None:
    page = signed_in(lead)
    sent(page, workbook(ONE_TABLE))
    page.post("/plan/sheets/look/")
    for query, headings in (("", ONE_TABLE[1][3]), ("?layout=own", ("Reference", "Priority"))):
        answer = page.get(f"/plan/sheets/export/{query}")
        book = read_plan("plan.xlsx", BytesIO(answer.content).getvalue())
        assert book.layouts[0].headings[: len(headings)] == headings
        assert [row.reference for row in book.rows] == ["1.1", "1.2", "", "2.1"]


def test_recommendations_become_a_plan_with_each_part_a_deliverable(plan: Plan, lead: User) -> None:
    of = review(lead, date(2026, 3, 1))
    kind = FindingKind.RECOMMENDATION
    two = (
        "The council should complete the plan for the workforce and urgently review the training "
        "of managers by 31 October 2026."
    )
    finding(of, two, "workforce", kind)
    finding(of, "The board should meet each month.", "", kind)
    page = signed_in(lead)
    address = f"/plan/recommendations/{of.pk}/"
    assert "2 recommendations would become 3 actions" in shown(page, address)
    assert not Action.objects.exists()
    page.post(address)
    places = list(PlanAction.objects.select_related("action", "outcome__plan_priority__priority"))
    assert [place.reference for place in places] == ["1.1.1", "1.1.2", "2.1.1"]
    assert [place.action.due for place in places] == [date(2026, 10, 31)] * 2 + [None]
    assert {place.action.owner_name for place in places} == {"To be named"}
    assert [place.action.answers.get().part for place in places] == [1, 2, 1]
    assert Outcome.objects.get(plan_priority__number=2).words == "The board should meet each month."
    assert [each.priority.findings.count() for each in plan.priorities.all()] == [1, 1]
    assert "No confirmed recommendation of it is left to add." in shown(page, address)
    with pytest.raises(TakingError, match="Every confirmed recommendation"):
        plan_recommendations(plan, of, lead, NOW)
