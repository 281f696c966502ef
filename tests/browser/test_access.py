"""axe finds nothing, nothing is wider than the screen, nothing is refused by our own policy."""

from typing import Any

import pytest

from tests.browser.conftest import NewVisitor
from tests.browser.pages import DESKTOP, PAGES, PHONE, Page

SMALLEST = 320  # WCAG 2.2, 1.4.10: also what 1280 is at 400%
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def said(violation: dict[str, Any]) -> str:
    """A violation in a line: the rule and where."""
    places = ", ".join(str(node["target"]) for node in violation["nodes"])
    return f"{violation['id']}: {violation['help']} at {places}"


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_axe_finds_nothing(page: Page, width: int, visitor: NewVisitor, axe: str) -> None:
    person = visitor(width=width)
    complaints: list[str] = []
    person.page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    if page.role:
        person.sign_in(page.role)
    seen = person.look_at(page)
    seen.evaluate(axe)
    found = seen.evaluate("rules => axe.run(document, rules)", RULES)
    assert [said(violation) for violation in found["violations"]] == []
    assert [each for each in complaints if "status of 40" not in each] == []


@pytest.mark.parametrize("role", sorted({page.role or "" for page in PAGES}))
def test_nothing_is_wider_than_the_smallest_screen(role: str, visitor: NewVisitor) -> None:
    person = visitor(width=SMALLEST)
    if role:
        person.sign_in(role)
    for page in (page for page in PAGES if (page.role or "") == role):
        seen = person.look_at(page)
        assert seen.evaluate("document.documentElement.scrollWidth") <= SMALLEST, page.name


def test_a_keyboard_reaches_the_content_first(visitor: NewVisitor) -> None:
    page = visitor().sign_in("director")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
