"""The words of a finding where they stand in a text or Word document, of which no page is shown."""

import re
from dataclasses import dataclass
from pathlib import Path

from sightline.improvement.models import Finding
from sightline.letters import LetterError
from sightline.letters.documents import data_of, is_plain, taken_apart
from sightline.letters.plain_text import read_text

_REACH = 600  # characters shown on either side


@dataclass(frozen=True, slots=True)
class Passage:
    """The exact words, and the text before and after them on the page."""

    before: str
    words: str
    after: str


def passage_of(finding: Finding) -> Passage | None:
    """Where the words stand, or None when the file is gone or the words are not found in it.

    Line breaks, and the bullets before the lines of a list, may stand between the words.
    """
    path = finding.review.path
    try:
        page = _page(path, finding.page)
    except (OSError, LetterError, IndexError):
        return None
    words = (re.escape(word) for word in finding.text.split())
    found = re.search(r"\s+(?:[^\w\s]\s+)?".join(words), page)
    if found is None:
        return None
    start, end = found.span()
    before, after = page[max(0, start - _REACH) : start], page[end : end + _REACH]
    return Passage(_from_a_word(before, start > _REACH), found[0], after)


def _page(path: Path, number: int) -> str:
    """The text of a page; of a Word document its paragraphs, a line each."""
    data = data_of(path)
    if is_plain(data):
        return read_text(path, data)[number - 1]
    blocks = taken_apart(path, data).blocks
    return "\n".join(block.text for block in blocks if block.page == number)


def _from_a_word(text: str, cut: bool) -> str:
    """The text from its first whole word, where its start was cut off."""
    return text.split(None, 1)[-1] if cut and text.strip() else text
