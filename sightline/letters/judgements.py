"""The grades inspectors give: their words, and what headings say of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sightline.letters.letter import Grade, Judgement

_GRADES = {
    "outstanding": Grade.OUTSTANDING,
    "good": Grade.GOOD,
    "requires improvement": Grade.REQUIRES_IMPROVEMENT,
    "requires improvement to be good": Grade.REQUIRES_IMPROVEMENT,
    "require improvement to be good": Grade.REQUIRES_IMPROVEMENT,
    "require improvement": Grade.REQUIRES_IMPROVEMENT,
    "adequate": Grade.ADEQUATE,
    "inadequate": Grade.INADEQUATE,
}
_NUMBER = re.compile(r"\s+grade \d$")  # older reports print "Inadequate Grade 4"
_SPOKEN = re.compile(
    r"(?i)^(?:(?P<overall>(?:the )?(?:overall judgement (?:is|that)"
    r"|children[’']s services in)\b.*?)"
    r"|(?:the effectiveness of )?the (?P<board>(?:local safeguarding children board|LSCB)[^.]*?))"
    r"\s*(?:is|are|that it)?\s*(?P<grade>outstanding|good|inadequate"
    r"|requires? improvement(?: to be good)?)\.?$"
)
OVERALL = "Overall effectiveness"
BOARD = "The Local Safeguarding Children Board"


def grade_of(text: str) -> Grade | None:
    """The grade that these words are, or None."""
    return _GRADES.get(_plain(text))


def starts_grade(text: str) -> bool:
    """Whether these words are a grade or the start of one: "Requires improvement to be"."""
    plain = _plain(text)
    return any(f"{grade} ".startswith(f"{plain} ") for grade in _GRADES)


def is_grade_piece(text: str) -> bool:
    """Whether these words are a grade or any part of one, as on one line of a narrow cell."""
    plain = _plain(text)
    return bool(plain) and any(f" {plain} " in f" {grade} " for grade in _GRADES)


def _plain(text: str) -> str:
    return _NUMBER.sub("", " ".join(text.lower().split()).strip(" ."))


def spoken_judgements(headings: Sequence[tuple[str, int]]) -> tuple[Judgement, ...]:
    """Judgements said in a heading: of the services as a whole, or of the safeguarding board."""
    said: dict[str, Judgement] = {}
    for text, page in headings:
        found = _SPOKEN.match(" ".join(text.split()))
        grade = grade_of(found["grade"]) if found else None
        if found and grade:
            name = OVERALL if found["overall"] else BOARD
            said.setdefault(name, Judgement(name, grade, page))
    return tuple(said.values())
