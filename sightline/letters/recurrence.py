"""What an authority was told before: earlier sightings of a later report's weaknesses.

Each improvement, and each finding that is a weakness, of a later report is set beside those of the
same authority's earlier reports; what was said of the safeguarding board is left out. Two passages
are alike by TF-IDF cosine, the mean of words (one and two together) and of letters (three to five,
so that "audits" meets "auditing"), taken both of the whole passages and of their nearest two
sentences: a paragraph of ten sentences often answers one bullet in one of them. Passages are paired
only where the leading theme of one is among the themes of the other, since in inspection prose two
unrelated paragraphs share much furniture ("children", "social workers", "timely"); where the
leading themes are the same, THEME_BONUS is added.

THRESHOLD was chosen by reading every second or third pair of Sefton (2016 to 2022) and Medway (2013
to 2026) down the score. At 0.25 and above 22 of 26 pairs read were the same matter; between 0.20
and 0.25 about half of 18 were. It has not been measured on pairs judged by others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer

from sightline.letters.direction import sentences
from sightline.letters.letter import Direction, Letter
from sightline.letters.themes import themes_of

THRESHOLD = 0.25
THEME_BONUS = 0.1
MOST_PER_LETTER = 2
_BOARD = re.compile(r"(?i)safeguarding children board|\bLSCB\b")


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where an earlier report said much the same; `score` runs from 0 to 1."""

    source: str
    page: int
    text: str
    score: float
    published: date | None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A passage of a later report with its earlier sightings, the oldest first."""

    text: str
    page: int
    source: str
    earlier: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class _Passage:
    text: str
    page: int
    themes: tuple[str, ...]


def compare(letters: Sequence[Letter]) -> tuple[Recurrence, ...]:
    """Every recurrence between reports of one authority, by report and order of print.

    Reports without an authority or without any date are left out, as are reports of which there is
    only one for their authority.
    """
    dated = [letter for letter in letters if letter.authority and _day(letter)]
    by_authority: dict[str, list[Letter]] = {}
    for letter in sorted(dated, key=lambda letter: (_day(letter) or date.min, letter.path.name)):
        by_authority.setdefault((letter.authority or "").casefold(), []).append(letter)
    return tuple(
        recurrence
        for same in by_authority.values()
        if len(same) > 1
        for recurrence in _of_authority(same)
    )


def recurrences_as_json(recurrences: Sequence[Recurrence]) -> dict[str, Any]:
    """The recurrences as the JSON of `sightline letters compare --json`."""
    return {
        "recurrences": [
            {
                "text": each.text,
                "page": each.page,
                "source": each.source,
                "earlier": [_sighting_as_json(sighting) for sighting in each.earlier],
            }
            for each in recurrences
        ]
    }


def _sighting_as_json(sighting: Sighting) -> dict[str, Any]:
    return {
        "source": sighting.source,
        "page": sighting.page,
        "text": sighting.text,
        "score": round(sighting.score, 3),
        "published": sighting.published.isoformat() if sighting.published else None,
    }


def _day(letter: Letter) -> date | None:
    return letter.published or letter.visited_to


def _passages(letter: Letter) -> list[_Passage]:
    """What the report asks to be better, and what it found weak."""
    asked = [
        _Passage(each.text, each.page, themes_of(each.text, each.section))
        for each in letter.improvements
        if not _BOARD.search(each.section)
    ]
    weak = [
        _Passage(each.text, each.page, each.themes)
        for each in letter.findings
        if each.direction is Direction.WEAKNESS and not _BOARD.search(each.section)
    ]
    return [*asked, *weak]


def _of_authority(letters: Sequence[Letter]) -> Iterator[Recurrence]:
    passages = [_passages(letter) for letter in letters]
    flat = [passage for each in passages for passage in each]
    if not flat:
        return
    scores = _scores([passage.text for passage in flat], letters[0].authority or "")
    starts = np.cumsum([0, *(len(each) for each in passages)])
    for place, letter in enumerate(letters[1:], start=1):
        for row in range(starts[place], starts[place + 1]):
            earlier = tuple(
                sighting
                for before in range(place)
                for sighting in _sightings(
                    letters[before], flat, row, range(starts[before], starts[before + 1]), scores
                )
            )
            if earlier:
                passage = flat[row]
                yield Recurrence(passage.text, passage.page, letter.path.name, earlier)


def _scores(texts: Sequence[str], authority: str) -> NDArray[np.float64]:
    """How alike each text is to each other, 0 to 1, themes apart: by the whole and by sentence."""
    pieces = [[piece for piece in sentences(text) if len(piece.split()) > 4] for text in texts]
    pieces = [each or [text] for each, text in zip(pieces, texts, strict=True)]
    starts = np.cumsum([0, *(len(each) for each in pieces[:-1])])
    by_sentence = _similar([piece for each in pieces for piece in each], authority)
    nearest = np.maximum.reduceat(np.maximum.reduceat(by_sentence, starts, axis=0), starts, axis=1)
    return 0.5 * (_similar(texts, authority) + nearest)


def _similar(texts: Sequence[str], authority: str) -> NDArray[np.float64]:
    """The mean cosine of words and of letters between every two texts."""
    stop = sorted(ENGLISH_STOP_WORDS | set(authority.lower().split()))
    words = TfidfVectorizer(
        stop_words=stop, ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\b[^\W\d_]{2,}\b"
    )
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    similar = np.zeros((len(texts), len(texts)))
    for vectorizer in (words, letters):
        matrix = vectorizer.fit_transform(texts)
        similar += 0.5 * (matrix @ matrix.T).toarray()
    return similar


def _sightings(
    letter: Letter,
    flat: Sequence[_Passage],
    row: int,
    columns: range,
    scores: NDArray[np.float64],
) -> list[Sighting]:
    """The best sightings of one passage in one earlier report."""
    found = []
    for column in columns:
        new, old = flat[row].themes, flat[column].themes
        if not (set(new[:1]) & set(old) or set(old[:1]) & set(new)):
            continue
        bonus = THEME_BONUS if new[0] == old[0] else 0.0
        score = min(1.0, float(scores[row, column]) + bonus)
        if score >= THRESHOLD:
            passage = flat[column]
            day = _day(letter)
            found.append(Sighting(letter.path.name, passage.page, passage.text, score, day))
    return sorted(found, key=lambda sighting: -sighting.score)[:MOST_PER_LETTER]
