"""A question asked at one meeting comes back at the next, until it is answered and accepted."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewVisitor

QUESTION = "Which brothers and sisters see each other less than they want?"


def meet(page: Page, day: str) -> str:
    """Adds a meeting to the board whose page is open; gives its address."""
    page.get_by_role("button", name="Add a meeting").click()
    page.get_by_label("Day of the meeting").fill(day)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Meeting of")
    return page.url


def ask(page: Page, words: str, due: str) -> None:
    """Writes a question down at the meeting whose page is open."""
    page.get_by_role("button", name="Write down a question").click()
    page.get_by_label("What is it?").select_option("question")
    page.get_by_label("In which words").fill(words)
    page.get_by_label("Who asked, decided or instructed").fill("Young person 1")
    page.get_by_label("Who sees to it").fill("Head of fostering")
    page.get_by_label("Organisation").fill("The council")
    page.get_by_label("Promised for").fill(due)
    page.get_by_role("button", name="Save").click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_question_comes_back_until_it_is_accepted(visitor: NewVisitor, scripts: bool) -> None:
    keeper = visitor(scripts=scripts).sign_in("improvement")
    year, words = (2031, QUESTION) if scripts else (2033, f"{QUESTION} Again.")
    keeper.goto("/boards/")
    keeper.get_by_role("link", name="Corporate parenting board").first.click()
    board = keeper.url
    first = meet(keeper, f"4 3 {year}")
    keeper.goto(board)
    following = meet(keeper, f"15 4 {year}")
    keeper.goto(first)
    ask(keeper, words, f"1 4 {year}")
    keeper.goto(following)
    back = keeper.get_by_role("region", name="What comes back").first
    expect(back.get_by_role("link", name=words, exact=True)).to_be_visible()

    back.get_by_role("link", name=words, exact=True).click()
    matter = keeper.url
    keeper.get_by_role("button", name="Say what was done").click()
    keeper.get_by_label("What was done, or the answer").fill("Every plan was read; six asked.")
    keeper.get_by_role("button", name="Save").click()
    expect(keeper.get_by_text("waits to be judged").first).to_be_visible()
    expect(keeper.get_by_role("button", name="Accept it as done")).to_have_count(0)

    member = visitor(scripts=scripts).sign_in("councillor")
    member.goto(matter)
    member.get_by_role("button", name="Accept it as done").click()
    member.get_by_label("What changed because of it").fill("Six families have a plan.")
    member.get_by_role("button", name="Save").click()
    member.goto(following)
    expect(member.get_by_role("link", name=words, exact=True)).to_have_count(0)
