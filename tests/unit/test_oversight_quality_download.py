"""Data quality as an Excel file, for each role."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from python_calamine import CalamineWorkbook

from sightline.people.models import User
from sightline.people.models.access_event import AccessEvent, Act
from tests.quality_authority import NORTH

pytestmark = pytest.mark.django_db

ADDRESS = "/data/quality/data-quality.xlsx"


@pytest.fixture(autouse=True)
def loaded(settings: Settings, faulty: Path) -> None:
    settings.DATA = faulty


def download(role: str, query: str = "") -> bytes:
    user, _ = User.objects.get_or_create(username=role, role=role, team=NORTH)
    client = Client()
    client.force_login(user)
    response = client.get(f"{ADDRESS}{query}")
    assert response.status_code == 200
    return response.content


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def column(rows: list[list[Any]], head: str) -> list[Any]:
    return [row[rows[0].index(head)] for row in rows[1:]]


def test_has_a_sheet_for_each_way_to_look_and_the_rows() -> None:
    found = sheets(download("analyst"))
    assert list(found) == ["Overview", "By check", "By team", "By figure", "Rows"]
    assert found["Overview"][1] == ["Errors to put right", 2]
    assert len(found["Rows"]) == 1 + 5
    assert column(found["By team"], "Team") == ["North team", "South team", "Of no child"]


def test_dates_are_dates_and_rows_are_numbers() -> None:
    rows = sheets(download("analyst"))["Rows"]
    assert date(2026, 9, 30) in column(rows, "First seen")
    assert {type(row) for row in column(rows, "Row") if row != ""} <= {int, float}


def test_a_value_that_looks_like_a_formula_stays_a_text() -> None:
    content = download("analyst")
    assert "=1+1" in column(sheets(content)["Rows"], "Value")
    with ZipFile(BytesIO(content)) as book:
        xml = b"".join(book.read(name) for name in book.namelist() if "worksheets/" in name)
    assert b"=1+1" in xml
    assert b"<f>" not in xml


def test_holds_the_rows_that_were_asked_for() -> None:
    rows = sheets(download("analyst", "?rule=date_unreadable"))["Rows"]
    assert column(rows, "Child") == ["N1"]


def test_a_team_manager_has_the_rows_of_the_team_alone() -> None:
    rows = sheets(download("team_manager"))["Rows"]
    assert set(column(rows, "Child")) == {"N1", "N2"}


def test_who_sees_no_child_has_no_rows() -> None:
    found = sheets(download("improvement_lead"))
    assert list(found) == ["Overview", "By check", "By team", "By figure"]


def test_is_in_the_access_log() -> None:
    download("analyst")
    event = AccessEvent.objects.latest("pk")
    assert (event.act, event.why) == (Act.DOWNLOADED, "data-quality.xlsx, 5 rows")
