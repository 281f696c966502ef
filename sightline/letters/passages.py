"""The passages of a report that may be said again: what it asks for and what it found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sightline.letters.kinds import Voice, Weight
from sightline.letters.letter import Direction, Letter
from sightline.letters.themes import themes_of

_BOARD = re.compile(r"(?i)safeguarding children board|\bLSCB\b")


@dataclass(frozen=True, slots=True)
class Passage:
    """One improvement or finding, with where it stands.

    `source` is the file's name, `published` the day it was said (of publication, else the last of
    the visit), `asked` whether it stands in a list of what must improve. `body` says who speaks;
    it is "" where the words are the authority's own or repeat another's, and so witness nothing.
    """

    source: str
    authority: str
    published: date
    page: int
    paragraph: str
    section: str
    text: str
    themes: tuple[str, ...]
    direction: Direction
    asked: bool
    body: str


def day_of(letter: Letter) -> date | None:
    """When it was said: the day of publication, else the last day of the visit."""
    return letter.published or letter.visited_to


def passages_of(letter: Letter) -> tuple[Passage, ...]:
    """Every improvement and finding of a report of a known authority and day, in print's order.

    What is said of the safeguarding board is left out; a report without authority or day has none.
    """
    day = day_of(letter)
    if day is None or not letter.authority:
        return ()
    return (*_asked(letter, day, letter.authority), *_found(letter, day, letter.authority))


def is_shortfall(passage: Passage) -> bool:
    """Whether it asks for something to be better, or found something weak."""
    return passage.asked or passage.direction is Direction.WEAKNESS


def _asked(letter: Letter, day: date, authority: str) -> list[Passage]:
    speaks = letter.conveys or letter.kind
    return [
        Passage(
            source=letter.path.name,
            authority=authority,
            published=day,
            page=each.page,
            paragraph=each.number or str(place),
            section=each.section,
            text=each.text,
            themes=themes_of(each.text, each.section),
            direction=Direction.WEAKNESS,
            asked=True,
            body=speaks.plain if speaks.weight is Weight.INDEPENDENT else "",
        )
        for place, each in enumerate(letter.improvements, start=1)
        if not _BOARD.search(each.section)
    ]


def _found(letter: Letter, day: date, authority: str) -> list[Passage]:
    outside = letter.kind.weight is Weight.INDEPENDENT
    return [
        Passage(
            source=letter.path.name,
            authority=authority,
            published=day,
            page=each.page,
            paragraph=each.paragraph,
            section=each.section,
            text=each.text,
            themes=each.themes,
            direction=each.direction,
            asked=False,
            body=letter.kind.plain if outside and each.voice is Voice.REVIEWER else "",
        )
        for each in letter.findings
        if not _BOARD.search(each.section)
    ]
