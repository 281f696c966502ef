"""From what is wrong with the data down to the row, with scripts and without."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewVisitor

WITH_AND_WITHOUT = pytest.mark.parametrize(
    "scripts", [True, False], ids=["scripts", "without scripts"]
)


def heading(page: Page) -> str:
    """The title of the page."""
    return page.get_by_role("heading", level=1).inner_text()


def downloaded(page: Page, link: str) -> str:
    """The name of the file that a link gives."""
    with page.expect_download() as file:
        page.get_by_role("link", name=link).click()
    return file.value.suggested_filename


@WITH_AND_WITHOUT
def test_from_the_overview_to_a_check_to_the_worklist_to_a_child(
    scripts: bool, visitor: NewVisitor
) -> None:
    page = visitor(scripts=scripts).sign_in("analyst")
    page.get_by_role("link", name="Data", exact=True).click()
    page.get_by_role("link", name="Data quality").click()
    expect(page.get_by_text(re.compile("wait to be put right, in the records of"))).to_be_visible()
    page.get_by_role("link", name="See all checks that found something").click()
    assert heading(page) == "Data quality by check"
    page.locator("tbody a[href*='/by-check/']").first.click()
    expect(page.get_by_text("What to do")).to_be_visible()
    page.get_by_role("link", name="Data quality by check").click()
    page.get_by_role("link", name="Data quality", exact=True).click()
    page.get_by_role("link", name="See what to put right").click()
    assert heading(page) == "Data to put right"
    rows = page.locator("tbody tr:not(.sl-rows__whose)")
    assert 0 < rows.count() <= 20
    expect(rows.first).to_contain_text(re.compile(r"(row|line) [\d,]+"))
    child = page.locator("th[scope=rowgroup] a").first
    named = child.inner_text()
    assert downloaded(page, "Download them as Excel") == "data-quality.xlsx"
    child.click()
    assert heading(page) == named


@WITH_AND_WITHOUT
def test_the_worklist_is_narrowed_and_paged(scripts: bool, visitor: NewVisitor) -> None:
    page = visitor(scripts=scripts, width=375).sign_in("analyst")
    page.goto("/data/quality/to-put-right/")
    page.get_by_text("Show only some of it").click()
    page.get_by_label("Return").select_option("ssda903")
    page.get_by_role("button", name="Show").click()
    assert "return=ssda903" in page.url
    expect(page.get_by_label("Return")).to_be_visible()  # stays open where it is narrowed
    assert page.locator("th[scope=rowgroup]").count() > 0


def test_a_manager_is_shown_no_other_teams_rows(visitor: NewVisitor) -> None:
    """Whatever waits for her team in the made-up authority, and be it nothing."""
    page = visitor(width=375).sign_in("manager")
    page.goto("/data/quality/to-put-right/")
    assert heading(page) == "Data to put right"
    team = page.get_by_role("banner").inner_text().split("team manager, ")[1].split("\n")[0].strip()
    heads = page.locator("th[scope=rowgroup]").all_inner_texts()
    assert all(team in head for head in heads)


@WITH_AND_WITHOUT
def test_from_the_overview_to_who_is_who(scripts: bool, visitor: NewVisitor) -> None:
    page = visitor(scripts=scripts).sign_in("analyst")
    page.goto("/data/quality/")
    page.get_by_role("link", name="See each clash").click()
    assert heading(page) == "Who is who"
    cards = page.locator(".govuk-summary-card")
    assert cards.count() > 0
    for what in ("What clashes", "What Sightline did", "What to check"):
        expect(cards.first.get_by_text(what)).to_be_visible()
    assert downloaded(page, "as Excel") == "who-is-who.xlsx"
    cards.first.get_by_role("link").first.click()
    assert heading(page).startswith("Child ")


@WITH_AND_WITHOUT
def test_from_the_overview_to_where_sources_disagree(scripts: bool, visitor: NewVisitor) -> None:
    page = visitor(scripts=scripts).sign_in("analyst")
    page.goto("/data/quality/")
    page.get_by_role("link", name="See which source was used, and why").click()
    assert heading(page) == "Where sources disagree"
    page.get_by_label("About", exact=True).select_option("Start of placement")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="Start of placement")).to_be_visible()
    assert downloaded(page, "as Excel") == "sources-disagree.xlsx"


@WITH_AND_WITHOUT
def test_from_the_overview_to_changes_by_team_to_the_teams_children(
    scripts: bool, visitor: NewVisitor
) -> None:
    page = visitor(scripts=scripts).sign_in("analyst")
    page.goto("/data/quality/")
    page.get_by_role("link", name="See how the record changed, by team").click()
    assert heading(page) == "How the record changed"
    table = page.locator("table[aria-labelledby='by-team']")
    team = table.get_by_role("link").first
    name = team.inner_text()
    team.click()
    assert heading(page) == "Children whose record changed"
    rows = page.locator("tbody tr")
    assert 0 < rows.count() <= 20
    assert all(name in row for row in rows.all_inner_texts())


def test_a_councillor_sees_how_late_but_no_child_and_no_small_number(visitor: NewVisitor) -> None:
    page = visitor().sign_in("councillor")
    page.goto("/data/quality/")
    assert page.get_by_role("link", name="See each clash").count() == 0
    for address in ("/data/quality/sources-disagree/", "/data/changes/"):
        page.goto(address)
        expect(page.get_by_text("Small numbers are withheld")).to_be_visible()
        assert page.locator("a[href*='/children/']").count() == 0
    assert page.get_by_text("Differ now").count() == 0
    page.goto("/data/quality/who-is-who/")
    assert heading(page) == "You may not see this page"


def test_a_page_twice_as_large_scrolls_one_way_alone(visitor: NewVisitor) -> None:
    """At 200% a window of 1280 is as wide as one of 640 (WCAG 2.2, 1.4.4 and 1.4.10)."""
    page = visitor(width=640).sign_in("analyst")
    for name in ("", "who-is-who/", "sources-disagree/", "to-put-right/", "by-check/"):
        page.goto(f"/data/quality/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, name


def test_a_keyboard_opens_what_is_folded(visitor: NewVisitor) -> None:
    page = visitor().sign_in("analyst")
    page.goto("/data/quality/to-put-right/")
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "return"
