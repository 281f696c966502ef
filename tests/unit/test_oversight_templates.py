"""The page on which an analyst finds the templates, and their files."""

import io
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from python_calamine import CalamineWorkbook

from sightline.people.models import User
from sightline.returns.templates import TEMPLATES

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA = tmp_path
    return tmp_path


@pytest.fixture(autouse=True)
def analyst(client: Client) -> User:
    user = User.objects.create_user("a.reed", role="analyst")
    client.force_login(user)
    return user


def test_every_template_says_what_it_is_for_and_who_keeps_it(client: Client) -> None:
    page = client.get("/data/templates/").content.decode()
    for template in TEMPLATES.values():
        for words in (template.title, template.purpose, template.kept_by):
            assert words.replace("'", "&#x27;") in page
        assert f'href="/data/templates/{template.name}.xlsx"' in page
        assert f'href="/data/templates/{template.name}.csv"' in page


def test_a_workbook_is_downloaded_under_its_name(client: Client) -> None:
    response = client.get("/data/templates/supervision.xlsx")
    assert response.headers["Content-Disposition"] == 'attachment; filename="supervision.xlsx"'
    book = CalamineWorkbook.from_filelike(io.BytesIO(response.content))
    assert book.sheet_names == ["Fill in", "Notes"]


def test_a_csv_holds_the_headings(client: Client) -> None:
    response = client.get("/data/templates/placement_plans.csv")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "Child ID,Date placement started,Date of placement plan"
    ]


@pytest.mark.parametrize("address", ["holiday.xlsx", "holiday.csv", "supervision.pdf"])
def test_a_template_that_is_not_there(client: Client, address: str) -> None:
    assert client.get(f"/data/templates/{address}").status_code == 404


def test_the_data_page_leads_there_for_who_may_load(client: Client) -> None:
    assert 'href="/data/templates/"' in client.get("/data/").content.decode()
    client.force_login(User.objects.create_user("d.pike", role="director"))
    assert 'href="/data/templates/"' not in client.get("/data/").content.decode()
