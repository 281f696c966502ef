"""Phrases as patterns: how themes, matters and cohorts are written down.

A phrase is met from the start of a word and may end inside one ("assess" meets "assessment"); a
`*` stands for up to three words between. An abbreviation in capitals is met only as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern of any of the phrases."""
    return re.compile(r"(?i)\b(?:" + "|".join(map(_pattern, phrases)) + ")")


def stems_of(phrases: Iterable[str]) -> tuple[str, ...]:
    """How each phrase starts, in small letters: a text with none of these meets none of them."""
    return tuple(phrase.split("*")[0].strip().lower() for phrase in phrases)


def _pattern(phrase: str) -> str:
    if phrase.isupper():
        return rf"(?-i:{phrase}s?\b)"
    pieces = [re.escape(piece.strip()).replace(r"\ ", r"\s+") for piece in phrase.split("*")]
    return r"\s+(?:\S+\s+){0,3}?".join(pieces).replace("’", "[’']")
