"""From a measure's verdict to its limits, its teams and groups, and how long children wait."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewVisitor

WITH_AND_WITHOUT = pytest.mark.parametrize(
    "scripts", [True, False], ids=["scripts", "without scripts"]
)
CHANGE = "New duty rota at the front door"


def heading(page: Page) -> str:
    """The title of the page."""
    return page.get_by_role("heading", level=1).inner_text()


def loaded(page: Page) -> list[bool]:
    """Of each picture of the page, whether the browser could draw it."""
    for picture in page.get_by_role("img").all():
        picture.scroll_into_view_if_needed()
    return [
        bool(picture.evaluate("image => image.decode().then(() => image.naturalWidth > 0)"))
        for picture in page.locator("figure img").all()
    ]


@WITH_AND_WITHOUT
def test_a_measure_begins_with_its_verdict(scripts: bool, visitor: NewVisitor) -> None:
    page = visitor(scripts=scripts).sign_in("director")
    page.goto("/measures/referrals/")
    verdict = page.locator(".sl-sentence")
    expect(verdict).to_contain_text(re.compile(r"^[\d,]+ at \d+ \w+ \d{4}: "))
    expect(page.locator(".sl-badges svg").first).to_be_visible()
    page.get_by_text("How the limits are worked out").click()
    expect(page.get_by_text("They are no target and no judgement")).to_be_visible()
    page.get_by_text("The same as a table").click()
    for name in ("Lower limit", "Average", "Upper limit", "Sign"):
        expect(page.get_by_role("columnheader", name=name)).to_be_visible()


@WITH_AND_WITHOUT
def test_a_measure_that_looks_back_says_why_it_has_no_limits(
    scripts: bool, visitor: NewVisitor
) -> None:
    page = visitor(scripts=scripts, width=375).sign_in("analyst")
    page.goto("/measures/reviews_in_timescale/")
    expect(page.get_by_text("again, so limits would mislead")).to_be_visible()


@WITH_AND_WITHOUT
def test_a_change_is_declared_and_taken_back(scripts: bool, visitor: NewVisitor) -> None:
    page = visitor(scripts=scripts).sign_in("analyst")
    change = f"{CHANGE}, {'with' if scripts else 'without'} scripts"
    page.goto("/measures/referrals/")
    page.get_by_role("link", name="Declare a change").click()
    page.get_by_role("button", name="Declare the change").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter the day the change began")
    page.get_by_label("The day the change began").fill("1 11 2025")
    page.get_by_label("What changed").fill(change)
    page.get_by_role("button", name="Declare the change").click()
    listed = page.get_by_role("listitem").filter(has_text=change)
    expect(listed).to_contain_text(f"Limits anew from November 2025: {change}")
    expect(listed).to_contain_text("Declared by Anwen Tolley")
    listed.get_by_role("link", name="Take back").click()
    page.get_by_label("Why it is taken back").fill("It was never put into practice")
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("listitem").filter(has_text=change)).to_contain_text(
        "It was never put into practice"
    )


def test_a_manager_is_offered_no_change_to_declare(visitor: NewVisitor) -> None:
    page = visitor().sign_in("manager")
    page.goto("/measures/referrals/")
    assert page.get_by_role("link", name="Declare a change").count() == 0


def test_teams_are_beside_each_other_and_groups_beside_the_rest(visitor: NewVisitor) -> None:
    page = visitor().sign_in("analyst")
    page.goto("/measures/visits_in_timescale/?by=team")
    expect(page.get_by_role("img", name="Funnel of teams")).to_be_visible()
    assert all(loaded(page))
    page.get_by_text("The teams as a table").click()
    table = page.get_by_role("table", name="teams and the limits of chance, by name")
    names = [head.strip() for head in table.locator("th[scope=row]").all_inner_texts()]
    assert names == sorted(names)
    page.get_by_label("Broken down by").select_option("Sex")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="Each group beside the rest")).to_be_visible()


@WITH_AND_WITHOUT
@pytest.mark.parametrize("width", [1280, 375])
def test_from_the_measures_to_how_long_children_wait(
    scripts: bool, width: int, visitor: NewVisitor
) -> None:
    page = visitor(scripts=scripts, width=width).sign_in("analyst")
    page.goto("/measures/")
    page.get_by_role("link", name="How long children wait").click()
    assert heading(page) == "How long children wait"
    expect(page.get_by_text(re.compile("after coming into care, .* wait still"))).to_be_visible()
    expect(page.get_by_role("heading", name="A permanent home")).to_be_visible()
    expect(page.get_by_role("img", name="A permanent home: how waits end")).to_be_visible()


def test_a_councillor_is_shown_no_curve_of_waits(visitor: NewVisitor) -> None:
    page = visitor().sign_in("councillor")
    page.goto("/waits/")
    assert heading(page) == "How long children wait"
    assert page.locator("figure").count() == 0
    page.goto("/waits/permanence.svg")
    assert heading(page) == "You may not see this page"
