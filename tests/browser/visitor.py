"""A person at a browser: signs in, goes to pages."""

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.pages import Page as Wanted

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


class Visitor:
    """One person in a browser of their own, at one width, with or without scripts."""

    def __init__(self, browser: Browser, site: str, *, width: int = 1280, scripts: bool = True):
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            locale="en-GB",
            base_url=site,
        )
        self.page: Page = self.context.new_page()

    def sign_in(self, username: str) -> Page:
        """Signs in as one of the demo's people."""
        self.page.goto("/sign-in/")
        self.page.get_by_label("User name").fill(username)
        self.page.get_by_label("Password").fill(f"{username}-demo")
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url(lambda url: "/sign-in/" not in url)
        return self.page

    def look_at(self, wanted: Wanted) -> Page:
        """Goes to one of `pages.PAGES`."""
        self.page.goto(wanted.address)
        if wanted.follow:
            with self.page.expect_navigation():
                self.page.locator(wanted.follow).first.click()
        return self.page

    def close(self) -> None:
        """Shuts the browser window."""
        self.context.close()
