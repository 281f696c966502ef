"""How words are matched: their bare form, a code among them, and rules in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from sightline.returns.fields import UNSTATED

Rules = tuple[tuple[str, str], ...]
"""Pairs of an answer and a regular expression looked for in the bare words; the first wins."""

_LIST_LETTER = re.compile(r"^[a-z]{1,2}[.)] ?(?=.)")
_QUOTES = str.maketrans(dict.fromkeys("\u2018\u2019\u201c\u201d'\"`\u00b4", ""))

NOT_SAID = re.compile(
    r"(not )?(known|stated|recorded|specified|obtained|given|mapped|applicable)|"
    r"not (known|stated|recorded|specified|obtained|given|applicable)( or stated| unknown)*( yet)?|"
    r"unk(n?own)?|nk|n ?a|nan|blank|tbc|please select|multivalue|"
    r"(information )?not yet (known|obtained|recorded)|no (information|data)( recorded)?|"
    r"not known not recorded|unknown not recorded|not recorded unknown|"
    r"code .{1,8} is not mapped"
)
"""Bare words that say in so many words that nothing is known."""


def bare(text: str) -> str:
    """Small letters and digits, single spaces; no quotes, stops or list letter, as in b) No."""
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES).lower().replace("&", " and ")
    plain = _LIST_LETTER.sub("", plain.strip()).replace("(s)", "s")
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())


def coded(pattern: str) -> Callable[[str], str | None]:
    """A finder of a code in words: at their start, or alone in brackets at their end.

    `pattern` is of the code in capitals. U6: Foster placement and Foster placement [U6] hold U6.
    """
    start = re.compile(
        rf"^\W*(?:[A-Z]{{1,2}}\) ?)?\W*(?:CLA - |CIN - |CHILD )?({pattern})(?![A-Z0-9])"
    )
    end = re.compile(rf"[\[(](?:CIN )?({pattern})[A-Z]?[\])]\W*$")
    inside = re.compile(rf"CODE '?({pattern})'? IS NOT MAPPED")

    def find(text: str) -> str | None:
        upper = unicodedata.normalize("NFKC", text).translate(_QUOTES).upper().strip()
        for finder in (start, end, inside):
            if found := finder.search(upper):
                return found.group(1)
        return None

    return find


def ruled(rules: Iterable[tuple[str, str]]) -> Callable[[str], str | None]:
    """A reader of bare words by rules in order; UNSTATED where they say that nothing is known."""
    compiled = [(answer, re.compile(pattern)) for answer, pattern in rules]

    def read(text: str) -> str | None:
        words = bare(text)
        for answer, pattern in compiled:
            if pattern.search(words):
                return answer
        return UNSTATED if not words or NOT_SAID.fullmatch(words) else None

    return read
