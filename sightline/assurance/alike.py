"""How alike passages of two documents are, by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer

from sightline.letters.themes import themes_of

THEME_BONUS = 0.05
_SAME = tuple(
    (re.compile(rf"(?i)\b(?:{words})\b"), as_one)
    for words, as_one in (
        (r"department for education|DfE", ""),
        (r"pace|fast(?:er)?|slow(?:ly)?|quick(?:er|ly)?|speed", "pace"),
        (r"corporate parenting board", "corporate parenting board cpb"),
        (r"scrs?|llrs?|serious case reviews?|practice reviews?", "serious case review"),
        (r"elected members?|members|councillors?|cabinet member|politician|political", "member"),
        (r"agency staff|agency workers?|agency social workers", "agency staff"),
        (r"residential care|children[’']?s? (?:care )?homes?", "children home"),
        (r"budget|funding|financial|investment|invest|money|costs?", "money"),
        (r"pay|salary|terms and conditions|benefits", "pay"),
        (r"youth offending|youth justice", "youth justice"),
        (r"audit\w*", "audit"),
        (r"co-?locat\w*|realign\w*|single children[’']?s services directorate", "colocate"),
        (r"peer review|critical friend|peer challenge", "peer review"),
        (r"training|learning|modules?|skilled", "learning"),
    )
)
_COMMON = {
    "children", "child", "young", "people", "services", "service", "council", "local", "authority",
    "council's", "work", "improvement", "improve", "improving", "improved", "ensure", "including",
    "social", "care", "need", "needs", "plans", "plan", "review", "additional", "progress",
}  # fmt: skip


def alike(first: Sequence[str], second: Sequence[str], ignored: str = "") -> NDArray[np.float64]:
    """A score from 0 to 1 for each of the first (rows) against each of the second (columns).

    The mean cosine of TF-IDF by words (one and two together) and by letters (three to five), and
    THEME_BONUS where both bear on the same leading theme. What the field says in several words
    ("elected members", "councillors") counts as one. `ignored`: words that tell nothing here, such
    as the authority's name.
    """
    if not first or not second:
        return np.zeros((len(first), len(second)))
    texts = [_as_one(text) for text in (*first, *second)]
    stop = sorted(ENGLISH_STOP_WORDS | _COMMON | set(ignored.lower().split()))
    words = TfidfVectorizer(
        stop_words=stop, ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\b[^\W\d_]{2,}\b"
    )
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    score = np.zeros((len(first), len(second)))
    for vectorizer, weight in ((words, 0.65), (pieces, 0.35)):
        try:
            matrix = vectorizer.fit_transform(texts)
        except ValueError:  # nothing but stop words
            continue
        score += weight * (matrix[: len(first)] @ matrix[len(first) :].T).toarray()
    return np.minimum(1.0, score + THEME_BONUS * _share_theme(first, second))


def _as_one(text: str) -> str:
    for pattern, word in _SAME:
        text = pattern.sub(word, text)
    return text


def _share_theme(first: Sequence[str], second: Sequence[str]) -> NDArray[np.float64]:
    leading = [set(themes_of(text)[:2]) for text in first]
    others = [set(themes_of(text)[:2]) for text in second]
    return np.array([[float(bool(mine & theirs)) for theirs in others] for mine in leading])
