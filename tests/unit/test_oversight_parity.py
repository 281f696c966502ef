"""One moment, one value: wherever a figure is shown it is the same, or withheld."""

import csv
import html
import io
import json
import re
from dataclasses import dataclass
from typing import Any

import pytest
from click.testing import CliRunner
from django.test import Client
from pytest_django.fixtures import Settings

from sightline import words
from sightline.cli import main
from sightline.oversight.audiences import PROFILES, Profile
from sightline.oversight.demo import publish_demo
from sightline.oversight.models import Publication
from sightline.people.models import User
from tests.made_up_authority import Loaded

pytestmark = pytest.mark.django_db

NOT_SAID = {"c", "–", "No score"}


@dataclass(frozen=True)
class Site:
    """A made-up authority, what `measures run --json` prints of it, and people who look."""

    printed: dict[str, dict[str, Any]]

    def get(self, role: str, address: str) -> str:
        user, _ = User.objects.get_or_create(username=role, defaults={"role": role})
        client = Client()
        client.force_login(user)
        response = client.get(address)
        assert response.status_code == 200, (role, address)
        return html.unescape(response.content.decode())

    def said(self, measure_id: str) -> str:
        """The printed value as a page writes it."""
        one = self.printed[measure_id]
        if one["trust"]["level"] == "not to be used":
            return "No score"
        return "–" if one["value"] is None else words.figure(one["value"], one["unit"])


@pytest.fixture(scope="module")
def printed(authority: Loaded) -> dict[str, dict[str, Any]]:
    ran = CliRunner().invoke(main, ["measures", "run", "--json", "--data", str(authority.data)])
    assert ran.exit_code == 0, ran.output
    return {one["id"]: one for one in json.loads(ran.stdout)["measures"]}


@pytest.fixture
def site(authority: Loaded, printed: dict[str, dict[str, Any]], settings: Settings) -> Site:
    settings.DATA = authority.data
    return Site(printed)


def values_on_an_audience_page(page: str) -> dict[str, str]:
    """{measure id: the value as it stands beside its link}."""
    block = re.compile(
        r'sl-answer__value[^>]*>([^<]*)</p>.*?href="/measures/([a-z0-9_]+)/"', re.DOTALL
    )
    return {name: value.strip() for value, name in block.findall(page)}


def values_beside_questions(page: str) -> list[str]:
    """The values of an audience's page in their order, where nothing leads to a measure."""
    return [each.strip() for each in re.findall(r"sl-answer__value[^>]*>([^<]*)</p>", page)]


def values_on_a_team_page(page: str) -> dict[str, str]:
    """{measure id: the value of the whole authority}."""
    row = re.compile(
        r'<a class="govuk-link" href="/measures/([a-z0-9_]+)/">.*?'
        r'data-label="Whole authority"><span class="sl-figure">([^<]*)<',
        re.DOTALL,
    )
    return {name: value.strip() for name, value in row.findall(page)}


def values_on_the_list(page: str) -> dict[str, str]:
    """{measure id: the value of its row}."""
    row = re.compile(
        r'<a class="govuk-link" href="/measures/([a-z0-9_]+)/">[^<]*</a></th>\s*'
        r'<td[^>]*data-label="Now"><strong[^>]*>([^<]*)<'
    )
    return {name: value.strip() for name, value in row.findall(page)}


@pytest.mark.parametrize(
    "profile", [each for each in PROFILES if not each.published], ids=lambda profile: profile.id
)
def test_the_pages_of_those_who_run_the_service(site: Site, profile: Profile) -> None:
    page = site.get("director", f"/for/{profile.id}/")
    found = values_on_an_audience_page(page) or values_on_a_team_page(page)
    answered = [name for name in profile.measures if name in site.printed]
    assert list(found) == answered
    assert found == {name: site.said(name) for name in answered}


def test_what_is_published_on_the_page_and_in_the_file(site: Site) -> None:
    publish_demo(User.objects.create_user("publisher", role="analyst"))
    shown = 0
    for profile in (each for each in PROFILES if each.published):
        found = values_on_an_audience_page(site.get("councillor", f"/for/{profile.id}/"))
        assert list(found) == [name for name in profile.measures if name in site.printed]
        for name, value in found.items():
            assert value in {site.said(name), *NOT_SAID}, (profile.id, name)
            shown += value == site.said(name)
        shown += published_rows_agree(site, profile)
        if profile.without_sign_in:
            to_everybody = Client().get(f"/for/{profile.id}/")
            assert to_everybody.status_code == 200
            shown_to_all = values_beside_questions(html.unescape(to_everybody.content.decode()))
            assert shown_to_all == list(found.values())
    assert len({made.load_id for made in Publication.objects.all()}) == 1, "one run behind them all"
    assert shown > 100, "an authority of forty children has figures to show its boards"


def published_rows_agree(site: Site, profile: Profile) -> int:
    """How many rows of the file are shown; each is the printed figure of that day."""
    shown = 0
    for row in csv.DictReader(
        io.StringIO(site.get("councillor", f"/for/{profile.id}/figures.csv"))
    ):
        if row["team"] or row["value"] in {"c", ""}:
            continue
        series = {each["as_at"]: each for each in site.printed[row["measure"]]["series"]}
        assert float(row["value"]) == series[row["as_at"]]["value"]
        shown += 1
    return shown


@pytest.mark.parametrize("role", ["director", "councillor"])
def test_the_list_the_page_and_the_file_of_a_measure(site: Site, role: str) -> None:
    found: dict[str, str] = {}
    for audience in ("director", "public"):
        found |= values_on_the_list(site.get(role, f"/measures/?audience={audience}"))
    assert set(found) == set(site.printed)
    for name, value in found.items():
        allowed = {site.said(name)} if role == "director" else {site.said(name), *NOT_SAID}
        assert value in allowed, name
    on_pages = {name for profile in PROFILES for name in profile.measures if name in found}
    for name in sorted(on_pages)[::3]:  # the others go through the same two views
        page_and_file_agree(site, role, name, found[name])


def page_and_file_agree(site: Site, role: str, name: str, value: str) -> None:
    page = site.get(role, f"/measures/{name}/")
    headline = re.search(r"sl-sentence\">\s*([^<]*)<", page)
    assert headline
    if value not in NOT_SAID:
        assert headline[1].startswith(f"{value} at "), name
    rows = csv.DictReader(io.StringIO(site.get(role, f"/measures/{name}/figures.csv")))
    series = {each["as_at"]: each for each in site.printed[name]["series"]}
    for row in rows:
        if row["value"] not in {"c", ""}:
            assert float(row["value"]) == series[row["as_at"]]["value"], (name, row["as_at"])
