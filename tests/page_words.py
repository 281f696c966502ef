"""The words of a page as a test compares them."""

import re
from typing import Protocol


class Page(Protocol):
    """What a test client answers with, as far as its words go."""

    @property
    def content(self) -> bytes: ...


# Sixty-four letters drawn anew for every page: sooner or later they spell a short identifier.
_FORM_TOKEN = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")\w+')


def words_of(response: Page) -> str:
    """The page in one line, single-spaced, without the form token."""
    return _FORM_TOKEN.sub("", " ".join(response.content.decode().split()))
