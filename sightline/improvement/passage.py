"""The words of a finding where they stand in a text source, which has no page to show."""

import re
from dataclasses import dataclass

from sightline.improvement.models import Finding
from sightline.letters import LetterError
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
        page = read_text(path, path.read_bytes())[finding.page - 1]
    except (OSError, LetterError, IndexError):
        return None
    words = (re.escape(word) for word in finding.text.split())
    found = re.search(r"\s+(?:[^\w\s]\s+)?".join(words), page)
    if found is None:
        return None
    start, end = found.span()
    before, after = page[max(0, start - _REACH) : start], page[end : end + _REACH]
    return Passage(_from_a_word(before, start > _REACH), found[0], after)


def _from_a_word(text: str, cut: bool) -> str:
    """The text from its first whole word, where its start was cut off."""
    return text.split(None, 1)[-1] if cut and text.strip() else text
