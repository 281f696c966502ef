"""What people come to do, each with scripts and without."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewVisitor

WITH_AND_WITHOUT = pytest.mark.parametrize(
    "scripts", [True, False], ids=["scripts", "without scripts"]
)
ROLES = {
    "director": "director",
    "analyst": "analyst",
    "manager": "team manager",
    "councillor": "councillor",
    "improvement": "improvement lead",
}
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"


def heading(page: Page) -> str:
    """The title of the page."""
    return page.get_by_role("heading", level=1).inner_text()


@WITH_AND_WITHOUT
@pytest.mark.parametrize("username", ROLES)
def test_sign_in_and_out(username: str, scripts: bool, visitor: NewVisitor) -> None:
    page = visitor(scripts=scripts).sign_in(username)
    assert heading(page) == "What needs you today"
    assert ROLES[username] in page.get_by_role("banner").inner_text()
    page.get_by_role("button", name="Sign out").click()
    assert heading(page) == "Sign in to Sightline"
    page.goto("/measures/")
    assert heading(page) == "Sign in to Sightline"


@WITH_AND_WITHOUT
def test_from_the_home_page_to_a_measure_to_a_child(scripts: bool, visitor: NewVisitor) -> None:
    page = visitor(scripts=scripts).sign_in("director")
    page.get_by_role("link", name="Measures", exact=True).click()
    page.get_by_role("link", name="Children in care", exact=True).click()
    page.get_by_role("link", name="Reviews held in time").click()
    assert heading(page) == "Reviews held in time"
    expect(page.get_by_role("img", name="Line chart of Reviews held in time")).to_be_visible()
    page.get_by_label("Broken down by").select_option("Age")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="By age, at")).to_be_visible()
    page.get_by_role("link", name="See the children behind this figure").click()
    page.get_by_role("row").nth(1).get_by_role("link").click()
    assert heading(page).startswith("Child ")
    expect(page.get_by_role("heading", name="What is owed, and when")).to_be_visible()


@WITH_AND_WITHOUT
def test_a_look_at_a_child_is_in_the_access_log(scripts: bool, visitor: NewVisitor) -> None:
    page = visitor(scripts=scripts).sign_in("director")
    page.get_by_role("link", name="Children", exact=True).click()
    page.get_by_role("row").nth(1).get_by_role("link").click()
    child = heading(page).removeprefix("Child ")
    page.get_by_role("link", name="Access log").click()
    page.get_by_label("Child").fill(child)
    page.get_by_role("button", name="Show", exact=True).click()
    said = f"director looked at the record of child {child}"
    expect(page.get_by_text(said).first).to_be_visible()
    page.get_by_role("button", name="Check the whole log").click()
    expect(page.get_by_text("The access log is whole")).to_be_visible()


@WITH_AND_WITHOUT
def test_a_team_manager_finds_no_child_of_another_team(scripts: bool, visitor: NewVisitor) -> None:
    manager, director = visitor(scripts=scripts), visitor(scripts=scripts)
    own = manager.sign_in("manager")
    team = own.get_by_role("banner").inner_text().split("team manager, ")[1].split("\n")[0].strip()
    page = director.sign_in("director")
    page.goto("/children/")
    others = page.locator("tbody tr").filter(has_not_text=team)
    address = others.first.get_by_role("link").get_attribute("href")
    assert address
    own.goto(address)
    assert heading(own) == "Page not found"


@WITH_AND_WITHOUT
def test_a_councillor_sees_no_child(scripts: bool, visitor: NewVisitor) -> None:
    page = visitor(scripts=scripts).sign_in("councillor")
    for address in ("/", "/measures/", "/measures/reviews_in_timescale/"):
        page.goto(address)
        expect(page.get_by_text("Small numbers are withheld")).to_be_visible()
        assert page.locator("a[href*='/children/']").count() == 0
    for address in ("/children/", "/measures/reviews_in_timescale/children/", "/data/"):
        page.goto(address)
        assert heading(page) == "You may not see this page"


@WITH_AND_WITHOUT
def test_load_a_return_and_read_what_was_wrong_with_it(
    scripts: bool, visitor: NewVisitor, tmp_path: Path
) -> None:
    number = 900001 if scripts else 900002
    file = tmp_path / "header.csv"
    file.write_text(f"{HEADER}\n{number},1,31/02/2015,WBRI,,,\n{number + 5},2,01/02/2015,WBRI,,,\n")
    page = visitor(scripts=scripts).sign_in("analyst")
    page.get_by_role("link", name="Data", exact=True).click()
    page.get_by_role("button", name="Load returns").click()
    page.get_by_role("button", name="Read and load").click()
    expect(page.get_by_role("link", name="Choose at least one file")).to_be_visible()
    page.get_by_label("Files", exact=True).set_input_files(file)
    page.get_by_label("The year the return is of").fill("2026")
    page.get_by_role("button", name="Read and load").click()
    expect(page.get_by_role("heading", name="Loaded", exact=True)).to_be_visible(timeout=90_000)
    page.get_by_role("link", name="See what was found in the files").click()
    expect(page.get_by_text("31/02/2015").first).to_be_visible()


@WITH_AND_WITHOUT
def test_a_file_of_no_return_loads_nothing(
    scripts: bool, visitor: NewVisitor, tmp_path: Path
) -> None:
    file = tmp_path / "holiday.csv"
    file.write_text("Place,Price\nSea,12\n")
    page = visitor(scripts=scripts).sign_in("analyst")
    page.goto("/data/load/")
    page.get_by_label("Files", exact=True).set_input_files(file)
    page.get_by_role("button", name="Read and load").click()
    expect(page.get_by_role("heading", name="Nothing was loaded")).to_be_visible(timeout=90_000)
    expect(page.get_by_text("holiday.csv").first).to_be_visible()
