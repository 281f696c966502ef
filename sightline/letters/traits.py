"""What two passages are compared by: words, matters, cohorts and themes, as rows of matrices."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer, HashingVectorizer
from sklearn.preprocessing import normalize

from sightline.letters.direction import direction_of, sentences
from sightline.letters.letter import Direction
from sightline.letters.matters import COHORTS, MATTERS, Matter
from sightline.letters.passages import Passage
from sightline.letters.rarity import beginnings, rarity_of_words
from sightline.letters.themes import THEME_IDS

Floats = NDArray[np.float32]

# What a matter counts by the sentence that tells of it: what is beside the point counts little.
_WEAK = {Direction.WEAKNESS: 1.0, Direction.NEUTRAL: 0.25}
_PRAISED = {Direction.STRENGTH: 1.0, Direction.PROGRESS: 1.0, Direction.NEUTRAL: 0.25}
_COUNTS_ELSE = 0.1
_TO_THE_POINT = 0.25  # what a sentence counts at the least to be one that tells of the matter
_STEM = 5  # "audits" and "auditing" share their first five letters
_BUCKETS = 2**16
_STARTS = (2, 3, 4)  # letters of a word by which most matters are known not to be told
_TOKEN = re.compile(r"\w+")
_THEME_PLACE = {theme: place for place, theme in enumerate(THEME_IDS)}


@dataclass(frozen=True, slots=True)
class Traits:
    """The traits of n passages; every matrix has n rows.

    `words`, `rare` and `rare_weak` are of length one (cosines are products): all words alike, words
    weighed by how rare they are in inspection reports, and the same of the sentences alone that
    find fault (or praise, where that is asked). `matters` run from 0 to 1; `cohorts` say how much
    of the passage is about each group of children; `leading` is the first theme as one 1.
    """

    words: csr_matrix
    rare: csr_matrix
    rare_weak: csr_matrix
    matters: Floats
    cohorts: Floats
    leading: Floats
    themes: Floats
    length: Floats  # natural logarithm of the number of words
    asked: Floats

    def rows(self, which: Sequence[int] | NDArray[np.intp] | slice) -> Traits:
        """The traits of some of the passages."""
        return Traits(
            self.words[which],
            self.rare[which],
            self.rare_weak[which],
            self.matters[which],
            self.cohorts[which],
            self.leading[which],
            self.themes[which],
            self.length[which],
            self.asked[which],
        )


def traits_of(passages: Sequence[Passage], praised: bool = False) -> Traits:
    """The traits of the passages, row by row; none depends on what else is compared.

    `praised` asks which matters they praise or say have improved, instead of which fall short.
    """
    counts = _PRAISED if praised else _WEAK
    plain = [" ".join(passage.text.split()) for passage in passages]
    pairs = list(zip(passages, plain, strict=True))
    weighed = [_weighed(passage, text, counts) for passage, text in pairs]
    to_the_point = [
        (passage, _to_the_point(said) or text)
        for (passage, text), said in zip(pairs, weighed, strict=True)
    ]
    themes, leading = _themes(passages)
    return Traits(
        words=_words(pairs),
        rare=_rare(pairs),
        rare_weak=_rare(to_the_point),
        matters=_rows([_matters(said) for said in weighed], len(MATTERS)),
        cohorts=_rows([_cohorts(passage, text) for passage, text in pairs], len(COHORTS)),
        leading=leading,
        themes=themes,
        length=np.array([math.log(1 + len(text.split())) for text in plain], dtype=np.float32),
        asked=np.array([passage.asked for passage in passages], dtype=np.float32),
    )


def _rows(rows: list[Floats], width: int) -> Floats:
    return np.vstack(rows) if rows else np.zeros((0, width), dtype=np.float32)


def _words(pairs: Sequence[tuple[Passage, str]]) -> csr_matrix:
    """Counts of word beginnings, dampened, each row of length one; the authority's name left out.

    All words weigh the same here; `_rare` weighs them by a fixed table, so that no score depends on
    what else is loaded.
    """
    vectorizer = HashingVectorizer(
        analyzer=_beginnings, norm=None, alternate_sign=False, n_features=_BUCKETS
    )
    if not pairs:
        return csr_matrix((0, _BUCKETS), dtype=np.float32)
    counts = vectorizer.transform(pairs)
    counts.data = 1 + np.log(counts.data)
    return normalize(counts).astype(np.float32)


def _beginnings(pair: tuple[Passage, str]) -> list[str]:
    passage, text = pair
    return beginnings(text, passage.authority, _STEM)


def _rare(pairs: Sequence[tuple[Passage, str]]) -> csr_matrix:
    """As `_words`, each weighed by how rare it is in inspection reports; unknown words left out."""
    rarity = rarity_of_words()
    if not pairs:
        return csr_matrix((0, len(rarity)), dtype=np.float32)
    vectorizer = CountVectorizer(
        analyzer=lambda pair: beginnings(pair[1], pair[0].authority),
        vocabulary={word: place for place, word in enumerate(rarity)},
    )
    counts = vectorizer.transform(pairs).astype(np.float32)
    counts.data = 1 + np.log(counts.data)
    counts.data *= np.array(list(rarity.values()), dtype=np.float32)[counts.indices]
    return normalize(counts)


_Weighed = list[tuple[str, float]]


def _weighed(passage: Passage, text: str, counts: Mapping[Direction, float]) -> _Weighed:
    """The sentences with what each counts; in what is asked for, each counts in full."""
    return [
        (each, 1.0 if passage.asked else counts.get(direction_of(each), _COUNTS_ELSE))
        for each in sentences(text)
    ]


def _to_the_point(said: _Weighed) -> str:
    return " ".join(sentence for sentence, worth in said if worth >= _TO_THE_POINT)


def _matters(said: _Weighed) -> Floats:
    lowered = " ".join(sentence for sentence, _ in said).lower().replace("'", "’")
    likely = _likely(lowered)
    found = np.zeros(len(MATTERS), dtype=np.float32)
    for sentence, worth in said:
        told = [place for place, matter in likely if matter.told_by(sentence)]
        if told:
            found[told] = np.maximum(found[told], worth)
    return found


def _likely(lowered: str) -> list[tuple[int, Matter]]:
    """The matters one of whose phrases starts as some word of the text does, with their places."""
    starts = {word[:few] for word in set(_TOKEN.findall(lowered)) for few in _STARTS}
    places = sorted({place for start in starts for place in _STARTING.get(start, ())})
    return [
        (place, MATTERS[place])
        for place in places
        if any(stem in lowered for stem in MATTERS[place].stems)
    ]


def _starting() -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for place, matter in enumerate(MATTERS):
        for stem in matter.stems:
            found.setdefault(_TOKEN.findall(stem)[0][: _STARTS[-1]], set()).add(place)
    return found


def _cohorts(passage: Passage, text: str) -> Floats:
    whole = f"{passage.section} {text}"
    lowered = whole.lower().replace("'", "’")
    times = np.array([_times(cohort, whole, lowered) for cohort in COHORTS], dtype=np.float32)
    return times / max(1.0, float(times.max()))


def _times(cohort: Matter, whole: str, lowered: str) -> int:
    if not any(stem in lowered for stem in cohort.stems):
        return 0
    return sum(1 for _ in cohort.pattern.finditer(whole))


def _themes(passages: Sequence[Passage]) -> tuple[Floats, Floats]:
    themes = np.zeros((len(passages), len(THEME_IDS)), dtype=np.float32)
    leading = np.zeros_like(themes)
    for row, passage in enumerate(passages):
        places = [_THEME_PLACE[theme] for theme in passage.themes if theme in _THEME_PLACE]
        themes[row, places] = 1.0
        leading[row, places[:1]] = 1.0
    return themes, leading


_STARTING = _starting()
