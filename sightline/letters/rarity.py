"""How rare the words of inspection reports are, as a fixed table that comes with the package.

Word beginnings and the natural logarithm of how seldom they stand in a passage, learned by
`python benchmarks/recurrence.py --learn` from published reports other than those the comparison is
measured on, labels unseen. Only beginnings that at least three authorities' reports use are kept,
so that it holds the field's words and no names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

STEM = 6
_WORD = re.compile(r"[^\W\d_]{2,}")
_STOP = ENGLISH_STOP_WORDS | {"children", "child", "young", "people", "authority"}


def beginnings(text: str, authority: str, letters: int = STEM) -> list[str]:
    """The first letters of each word, without the commonest words and the authority's name."""
    left_out = set(authority.lower().split())
    return [
        word[:letters]
        for word in _WORD.findall(text.lower())
        if word not in _STOP and word not in left_out
    ]


@cache
def rarity_of_words() -> Mapping[str, float]:
    """Each known word beginning and its weight, at least 1, in order of the alphabet."""
    kept: dict[str, float] = json.loads(
        (files("sightline.letters") / "rarity.json").read_text("utf-8")
    )
    return kept
