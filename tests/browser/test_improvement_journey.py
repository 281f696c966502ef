"""A letter arrives: sent, read, decided on by keyboard alone, found in the register."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewVisitor
from tests.browser.pages import DESKTOP, PHONE
from tests.browser.test_access import RULES, said
from tests.improvement_letters import ASKED, BLAMED, PRAISED, pdf_inspection

REPORT = "Inspection of children's services, Eastholme, April 2024"


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, visitor: NewVisitor) -> Page:
    return visitor(scripts=request.param).sign_in("improvement")


def send(page: Page, letter: Path) -> None:
    """Sends the letter; every PDF made is a document of its own, by its moment of making."""
    page.goto("/findings/reports/add/")
    page.get_by_label("Reports or letters").set_input_files(letter)
    page.get_by_role("button", name="Read it").press("Enter")


def focused(page: Page) -> str:
    return page.locator(":focus").inner_text()


def test_a_letter_is_decided_on_by_tab_and_enter(page: Page, tmp_path: Path) -> None:
    send(page, pdf_inspection(tmp_path))
    expect(page.get_by_role("heading", level=1)).to_have_text(REPORT)
    expect(page.get_by_text("0 of 4 decided").first).to_be_visible()
    page.get_by_role("button", name="Begin deciding").press("Enter")
    page.get_by_role("button", name="Confirm and next").press("Enter")
    for words in (ASKED[1], BLAMED, PRAISED):
        expect(page.locator("blockquote").first).to_have_text(words)
        page.wait_for_load_state()  # Tab starts from the words once the page has gone to them
        page.keyboard.press("Tab")
        assert focused(page) == "Confirm and next", "one Tab from the words"
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(REPORT)
    expect(page.get_by_text("4 of 4 decided", exact=True).first).to_be_visible()
    page.goto("/findings/?words=birthdays&status=confirmed&whose=every")
    expect(page.locator(".im-row__words").get_by_text(PRAISED).first).to_be_visible()


def press(page: Page, key: str) -> None:
    """Presses one of the keys that decide, once the page listens for them."""
    expect(page.locator("[data-keys]")).to_be_visible()
    page.keyboard.press(key)


def test_a_letter_is_decided_on_by_single_keys(visitor: NewVisitor, tmp_path: Path) -> None:
    """Letter in, candidates, confirmed, register: without a mouse and without Tab."""
    page = visitor().sign_in("improvement")
    send(page, pdf_inspection(tmp_path))
    page.get_by_role("button", name="Begin deciding").press("Enter")
    words = page.locator("blockquote").first
    expect(words).to_have_text(ASKED[0])
    press(page, "j")
    expect(words).to_have_text(ASKED[1])
    expect(page.get_by_role("heading", level=1)).to_be_focused()  # what opened is read out
    press(page, "k")
    expect(words).to_have_text(ASKED[0])
    press(page, "c")
    expect(page.get_by_text("1 of 4 decided").first).to_be_visible()
    expect(words).to_have_text(ASKED[1])
    press(page, "r")
    page.get_by_label("Why").press_sequentially("Clearer in the next; jerk c")
    expect(page.get_by_label("Why")).to_have_value("Clearer in the next; jerk c")
    page.get_by_role("button", name="Reject and next").press("Enter")
    expect(words).to_have_text(BLAMED)
    press(page, "n")
    expect(words).to_have_text(PRAISED)
    press(page, "c")
    expect(words).to_have_text(BLAMED)
    press(page, "c")
    expect(page.get_by_text("4 of 4 decided", exact=True).first).to_be_visible()
    page.goto("/findings/?words=birthdays&status=confirmed&whose=every")
    expect(page.locator(".im-row__words").get_by_text(PRAISED).first).to_be_visible()


def test_the_keys_can_be_turned_off_and_stay_off(visitor: NewVisitor, tmp_path: Path) -> None:
    page = visitor().sign_in("improvement")
    send(page, pdf_inspection(tmp_path))
    page.get_by_role("button", name="Begin deciding").press("Enter")
    switch = page.get_by_label("Use these keys on this device")
    expect(switch).to_be_hidden()
    press(page, "?")
    expect(switch).to_be_checked()
    switch.press("Space")
    page.reload()
    address = page.url
    press(page, "c")
    press(page, "j")
    page.wait_for_timeout(300)
    assert page.url == address
    expect(page.get_by_text("0 of 4 decided").first).to_be_visible()
    page.locator("[data-keys] summary").press("Enter")
    expect(switch).to_be_visible()
    expect(switch).not_to_be_checked()
    switch.press("Space")
    press(page, "j")
    expect(page.locator("blockquote").first).to_have_text(ASKED[1])


def test_without_scripts_no_key_is_promised(visitor: NewVisitor, tmp_path: Path) -> None:
    page = visitor(scripts=False).sign_in("improvement")
    send(page, pdf_inspection(tmp_path))
    page.get_by_role("button", name="Begin deciding").click()
    expect(page.get_by_text("Keys", exact=True)).to_be_hidden()


def test_all_that_is_to_improve_is_confirmed_in_one_step(page: Page, tmp_path: Path) -> None:
    send(page, pdf_inspection(tmp_path))
    page.get_by_role("link", name="Confirm two improvements together").press("Enter")
    expect(page.get_by_text(ASKED[1], exact=True)).to_be_visible()
    page.get_by_role("button", name="Confirm all 2").press("Enter")
    expect(page.get_by_text("Two findings confirmed. 2 of 4 decided.")).to_be_visible()
    expect(page.locator("blockquote").first).to_have_text(BLAMED)


def test_many_files_at_once_end_with_the_outcome_of_each(page: Page, tmp_path: Path) -> None:
    note = tmp_path / "note.pdf"
    note.write_bytes(b"not a PDF")
    page.goto("/findings/reports/add/")
    page.get_by_label("Reports or letters").set_input_files([pdf_inspection(tmp_path), note])
    page.get_by_role("button", name="Read it").press("Enter")
    expect(page.get_by_role("heading", name="Two files done with")).to_be_visible(timeout=30_000)
    table = page.get_by_role("table")
    expect(table).to_contain_text(REPORT)
    expect(table).to_contain_text("note.pdf is named as a PDF but is not one")


def test_a_review_is_entered_by_hand(page: Page) -> None:
    page.goto("/findings/reports/add/by-hand/")
    page.get_by_label("Kind").select_option("review")
    page.get_by_label("Who made it").fill("A neighbouring authority")
    page.get_by_label("Fieldwork ended").fill("6 3 2026")
    page.get_by_role("button", name="Go on to its findings").press("Enter")
    page.get_by_label("The exact words").fill(f"{BLAMED}\n\n{PRAISED}")
    page.get_by_label("Page").fill("3")
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    entered = page.get_by_text("Two findings entered, to be decided by another person.")
    expect(entered).to_be_visible()
    expect(page.get_by_text("Entered by hand by")).to_be_visible()


def test_the_page_of_the_report_is_beside_the_words(page: Page, tmp_path: Path) -> None:
    send(page, pdf_inspection(tmp_path))
    page.get_by_role("button", name="Begin deciding").click()
    picture = page.get_by_role("img", name="Page 1 of the report")
    expect(picture).to_be_visible()
    box = picture.bounding_box()
    assert box is not None
    assert box["width"] > 300
    assert box["height"] > box["width"], "a page stands upright"


def test_a_finding_is_rejected_with_a_reason(page: Page, tmp_path: Path) -> None:
    send(page, pdf_inspection(tmp_path))
    page.get_by_role("button", name="Begin deciding").press("Enter")
    address = page.url
    page.get_by_role("button", name="Reject").press("Enter")
    page.get_by_role("button", name="Reject and next").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Say why")
    page.get_by_label("Why").fill("It repeats another.")
    page.get_by_role("button", name="Reject and next").press("Enter")
    expect(page.get_by_text("1 of 4 decided").first).to_be_visible()
    page.goto(address)
    expect(page.locator(".im-history")).to_contain_text(
        "rejected this finding: It repeats another."
    )


def test_what_is_no_letter_is_refused(page: Page, tmp_path: Path) -> None:
    note = tmp_path / "note.pdf"
    note.write_bytes(b"not a PDF")
    send(page, note)
    expect(page.get_by_role("alert")).to_contain_text("note.pdf is named as a PDF but is not one")


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_the_pages_of_a_decision_are_accessible_and_fit(
    width: int, visitor: NewVisitor, axe: str, tmp_path: Path
) -> None:
    page = visitor(width=width).sign_in("improvement")

    def complaints() -> list[str]:
        page.evaluate(axe)
        found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
        wide = page.evaluate("document.documentElement.scrollWidth") > width
        return [*map(said, found), *(["wider than the screen"] if wide else [])]

    send(page, pdf_inspection(tmp_path))
    report = page.url
    assert complaints() == []
    page.get_by_role("button", name="Begin deciding").click()
    press(page, "?")
    finding = page.url.split("#")[0]
    assert complaints() == []
    for address in (
        f"{finding}edit/",
        f"{finding}reopen/",
        "/findings/?theme=permanence&again=1",
        f"{report}confirm/",
        f"{report}facts/",
    ):
        page.goto(address)
        assert complaints() == [], address
    page.goto(f"{finding}reject/")
    page.get_by_role("button", name="Reject and next").click()
    assert complaints() == [], "with an error"
