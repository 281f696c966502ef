"""A plan's whole life, by each who has a part in it: from a finding to the board's pack."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from sightline.jobs import figures
from sightline.jobs.effects import Moved, movement
from tests.browser.conftest import NewVisitor

TITLE = "Managers read every plan with the worker each month"
OWNER = "Hester Quillfeather, head of service"
BEGAN = 300  # days ago


def today() -> date:
    """As the site has it."""
    return datetime.now(ZoneInfo("Europe/London")).date()


def typed(day: date) -> str:
    return f"{day.day} {day.month} {day.year}"


def what_got_worse(data: Path) -> str:
    """The title of a measure that got worse since the action begins."""
    begun = today() - timedelta(days=BEGAN)
    for each in figures.latest(data):
        if movement(each, begun, today()).moved is Moved.WORSE:
            return each.measure.title
    pytest.fail("No measure of the made-up authority got worse: the journey has nothing to tell.")


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name).click()


def write_down(page: Page) -> str:
    """An action for a finding that nothing answers; gives its address."""
    page.goto("/findings/unanswered/")
    page.get_by_role("link", name="Write down an action").first.click()
    page.get_by_label("What is to be done").fill(TITLE)
    page.get_by_label("Who owns it").fill(OWNER)
    page.get_by_label("The owner’s account here").select_option(label=OWNER)
    page.get_by_label("Due").fill(typed(today() - timedelta(days=30)))
    page.get_by_label("Began on").fill(typed(today() - timedelta(days=BEGAN)))
    page.get_by_label("How it would put the finding right").fill("Drift is seen, and ended.")
    page.get_by_role("main").locator("form button[type=submit]").first.click()
    page.goto("/plan/actions/")
    page.get_by_role("link", name=TITLE).first.click()
    return page.url


def say_what_it_should_change(page: Page, measure: str) -> None:
    page.get_by_role("link", name="Say what difference it should make").click()
    page.get_by_label("Measure that would show it").select_option(label=measure)
    page.get_by_label("For which children").fill("every child in care")
    page.get_by_label("By when it should show").fill(typed(today() - timedelta(days=1)))
    press(page, "Save")


def take_into_the_plan(page: Page) -> None:
    page.goto("/plan/part/1/")
    page.get_by_role("link", name="take in one that is there to outcome 1.1").click()
    page.get_by_label("Action", exact=True).select_option(label=TITLE)
    page.get_by_label("Number in the outcome").fill("9")
    press(page, "Save")
    page.goto("/plan/part/1/")
    expect(page.get_by_role("link", name=f"1.1.9 {TITLE}")).to_be_visible()


def owner_says_done(page: Page, action: str) -> None:
    page.goto(action)
    page.get_by_role("main").get_by_text("It is done", exact=True).click()
    press(page, "Say so")


def give_a_document(page: Page, action: str, letter: Path) -> None:
    letter.write_text("Forty plans were read with the worker.", encoding="utf-8")
    page.goto(action)
    page.get_by_role("link", name="a document").click()
    page.get_by_label("What it shows").fill("The list of plans that were read with the worker.")
    page.get_by_label("The day of which it tells").fill(typed(today()))
    page.get_by_label("The document").set_input_files(letter)
    press(page, "Give it")
    expect(page.get_by_role("link", name="list.txt")).to_be_visible()


def owner_cannot_close_it(page: Page, action: str) -> None:
    page.goto(action)
    expect(page.get_by_role("main").get_by_text("Close it", exact=True)).to_have_count(0)
    number = action.rstrip("/").split("/")[-1]
    page.goto(f"/plan/actions/{number}/close/")
    page.get_by_label("What you saw").fill("It is all there.")
    press(page, "Close it")
    expect(page.get_by_text("another person must look at the evidence").first).to_be_visible()


def saw(page: Page, action: str, button: str, words: str) -> None:
    page.goto(action)
    page.get_by_role("main").get_by_text(button, exact=True).click()
    page.get_by_label("What you saw").fill(words)
    press(page, button)


def the_board_is_told(page: Page) -> None:
    page.goto("/packs/improvement-board/draft/")
    told = page.get_by_text(f"Closed, but the data says otherwise: {TITLE}").first
    expect(told).to_be_visible()


def test_a_plan_cannot_flatter_itself(visitor: NewVisitor, data: Path, tmp_path: Path) -> None:
    measure = what_got_worse(data)
    lead = visitor().sign_in("improvement")
    action = write_down(lead)
    say_what_it_should_change(lead, measure)
    take_into_the_plan(lead)

    director = visitor().sign_in("director")
    director.goto(action)
    director.get_by_role("button", name=re.compile("^Agree")).first.click()
    expect(director.get_by_text("Dilys Marrow agreed on")).to_be_visible()

    head = visitor().sign_in("head")
    owner_says_done(head, action)
    expect(head.get_by_text("Nothing shows that it is done").first).to_be_visible()
    give_a_document(head, action, tmp_path / "list.txt")
    owner_says_done(head, action)
    expect(head.get_by_text("nobody else has looked").first).to_be_visible()
    owner_cannot_close_it(head, action)

    quality = visitor().sign_in("quality")
    quality.goto(action)
    expect(quality.get_by_text("Before you close it")).to_contain_text("worse beyond chance")
    saw(quality, action, "Close it", "The list, and two of the plans on it.")
    expect(quality.get_by_text("Closed, but the data says otherwise.").first).to_be_visible()
    quality.goto("/plan/actions/done/")
    expect(quality.get_by_role("link", name=TITLE).first).to_be_visible()

    the_board_is_told(director)

    saw(quality, action, "Open it again", "More children wait than when it began.")
    expect(quality.get_by_text("Opened again").first).to_be_visible()
    quality.goto("/plan/")
    late = quality.locator("li", has_text=TITLE)
    expect(late).to_contain_text("First due " + _long(today() - timedelta(days=30)))


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def test_two_who_change_one_action_are_told_of_each_other(visitor: NewVisitor) -> None:
    first, second = visitor().sign_in("improvement"), visitor().sign_in("director")
    for page in (first, second):
        page.goto("/findings/actions/4/change/")
    for page, day, why in (
        (first, "1 6 2027", "The post is empty until spring."),
        (second, "1 9 2027", "Schools start in September."),
    ):
        page.get_by_label("Due").fill(day)
        page.get_by_label("Why").fill(why)
        press(page, "Save")
    expect(second.get_by_text("While you had this open it was changed").first).to_be_visible()
    expect(second.get_by_text("1 June 2027").first).to_be_visible()
    expect(second.get_by_label("Due")).to_have_value("1 9 2027")
    expect(second.get_by_label("Why")).to_have_value("Schools start in September.")
    press(second, "Save")
    expect(second.get_by_text("1 September 2027").first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 375])
def test_the_chair_signs_a_version_that_she_did_not_take(visitor: NewVisitor, width: int) -> None:
    page = visitor(width=width).sign_in("chair")
    page.goto("/plan/versions/")
    page.get_by_role("link", name="Version 3").click()
    page.goto(f"{page.url.rstrip('/')}/sign/")
    body = f"Improvement board, {width}"
    page.get_by_label("For whom you sign").fill(body)
    press(page, "Sign it")
    expect(page.get_by_text(f"For {body}, by Percival Oddie").first).to_be_visible()
