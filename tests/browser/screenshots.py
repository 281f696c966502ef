"""Pictures of every page at both widths, for people to look at.

Run as `python -m tests.browser.screenshots SITE FOLDER [BEGINNING]` over a running demo, for
example `python -m tests.browser.screenshots http://127.0.0.1:8000 test-results/screenshots quality`
for the pages whose names begin so.
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.pages import DESKTOP, PAGES, PHONE
from tests.browser.visitor import FLAGS, Visitor


def take(site: str, folder: Path, beginning: str = "") -> None:
    """Writes FOLDER/NAME-WIDTH.png for every page; prints those wider than the screen."""
    wanted = [page for page in PAGES if page.name.startswith(beginning)]
    folder.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("SIGHTLINE_CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        for width in (DESKTOP, PHONE):
            for role in dict.fromkeys(page.role for page in wanted):
                visitor = Visitor(browser, site, width=width)
                if role:
                    visitor.sign_in(role)
                for page in (page for page in wanted if page.role == role):
                    visitor.look_at(page)
                    visitor.page.screenshot(
                        path=folder / f"{page.name}-{width}.png", full_page=True
                    )
                    over = visitor.page.evaluate("document.documentElement.scrollWidth")
                    if over > width:
                        print(f"{page.name} is {over} wide at {width}")
                visitor.close()
        browser.close()


if __name__ == "__main__":
    take(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:4])
