"""The judgements of a report that came as plain text, where a table is lines of label and grade."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sightline.letters.judgements import grade_of
from sightline.letters.letter import Judgement

_GRADE = r"(?:outstanding|good|adequate|inadequate|requires? improvement(?: to be good)?)"
_ROW = re.compile(rf"(?i)^(?P<label>(?:\W*\d+(?:\.\d)?\.? )?[^.]*?)\W*\b(?P<grade>{_GRADE})\W*$")
_NUMBER = re.compile(r"^\W*\d+(?:\.\d+)?\.?\s+|^[|\s]+")
_LABEL = re.compile(
    r"(?i)\b(children|care leavers|leaders|leadership|adoption|overall|effectiveness|experiences"
    r"|protection|placement|safeguarding|quality|outcomes|capacity)\b"
)
_SENTENCE = re.compile(r"(?i)\b(is|are|was|were|judged)$|\b(not|overall judgement|services in)\b")
_LONGEST_LABEL = 160  # letters
_APART = 4  # lines between two rows of one table


def text_judgements(pages: Sequence[str]) -> tuple[Judgement, ...]:
    """The rows of the first run of at least two that end in a grade; none where there is no run.

    A row is one line ("Leadership, management and governance Good"), or a label and the grade on
    the line below it.
    """
    found: list[tuple[int, Judgement]] = []
    for number, page in enumerate(pages, start=1):
        lines = [" ".join(line.replace("\t", " | ").split()) for line in page.splitlines()]
        lines = [line for line in lines if line]
        for place, line in enumerate(lines):
            above = lines[place - 1] if place else ""
            judgement = _row(line, above, number)
            if judgement:
                found.append((1000 * number + place, judgement))
    first: list[Judgement] = []
    for (here, judgement), (after, other) in pairwise(found):
        near = after - here <= _APART
        if near:
            first = first or [judgement]
            first.append(other)
        elif first:
            break
    return tuple(first)


def _row(line: str, above: str, page: int) -> Judgement | None:
    row = _ROW.match(line)
    if not row:
        return None
    label = _NUMBER.sub("", row["label"]).strip(" |–-:")
    if not label:
        label = _NUMBER.sub("", above).strip(" |–-:")
    grade = grade_of(row["grade"])
    reads = bool(_LABEL.search(label)) and label[:1].isupper() and len(label) <= _LONGEST_LABEL
    sentence = re.search(
        r"(?i)\b(is|are|was|were|judged)$|\b(not|overall judgement|services in)\b", label
    )
    return Judgement(label, grade, page) if grade and reads and not sentence else None
