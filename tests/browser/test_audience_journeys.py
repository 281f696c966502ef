"""What boards, councillors and the public come to do, each with scripts and without."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor

WITH_AND_WITHOUT = pytest.mark.parametrize(
    "scripts", [True, False], ids=["scripts", "without scripts"]
)


@WITH_AND_WITHOUT
def test_a_councillor_goes_from_today_to_a_page_without_jargon(
    scripts: bool, visitor: NewVisitor
) -> None:
    page = visitor(scripts=scripts).sign_in("councillor")
    page.get_by_role("link", name="Your page of figures").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("For the corporate parenting board")
    expect(page.get_by_text("The council looks after")).to_be_visible()
    expect(page.get_by_role("heading", name="What is not measured")).to_be_visible()
    page.get_by_role("link", name="How many children do we look after?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Children in care")


@WITH_AND_WITHOUT
def test_anybody_reads_what_was_published_for_the_public(
    scripts: bool, visitor: NewVisitor
) -> None:
    page = visitor(scripts=scripts).page
    page.goto("/for/public/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Children’s services in figures")
    assert page.locator("main a[href^='/measures/']").count() == 0
    page.goto("/for/scrutiny/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in to Sightline")


@WITH_AND_WITHOUT
def test_an_analyst_publishes_and_the_earlier_one_is_kept(
    scripts: bool, visitor: NewVisitor
) -> None:
    page = visitor(scripts=scripts).sign_in("analyst")
    page.goto("/for/scrutiny/")
    page.get_by_role("link", name="Publish newer figures").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Published. It is kept as it is shown here.")).to_be_visible()
    page.get_by_text("Other publications").click()
    page.get_by_role("link", name="published on").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("For scrutiny councillors")


@WITH_AND_WITHOUT
def test_a_director_says_by_when_a_gap_is_filled(scripts: bool, visitor: NewVisitor) -> None:
    page = visitor(scripts=scripts).sign_in("director")
    page.goto("/measures/")
    page.get_by_role("link", name="See which").click()
    page.locator("#contingency").get_by_role("link").last.click()
    page.get_by_label("Measured by").fill("soon")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="Enter a date such as 31 3 2027")).to_be_visible()
    page.get_by_label("Measured by").fill("31 3 2027")
    page.get_by_label("Who sees to it").fill("Head of care planning")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#contingency")).to_contain_text("To be measured by 31 March 2027")


@WITH_AND_WITHOUT
def test_a_measure_is_found_by_its_words(scripts: bool, visitor: NewVisitor) -> None:
    page = visitor(scripts=scripts).sign_in("director")
    page.goto("/measures/")
    page.get_by_label("Words").fill("reviews held")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Reviews held in time").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reviews held in time")
