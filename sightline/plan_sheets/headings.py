"""Which column of a plan's sheet means what, by the words of its heading."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sightline.plan_sheets.cells import Grid


class Field(StrEnum):
    """What a column may mean; the value is what a person calls it."""

    REFERENCE = "Reference"
    PRIORITY = "Priority"
    OUTCOME = "Outcome"
    ACTION = "Action"
    OWNER = "Owner"
    PARTNER = "Partner"
    START = "Start"
    DUE = "Due"
    STEPS = "Milestones"
    EVIDENCE = "Evidence"
    MEASURE = "Measure"
    PROGRESS = "Progress"
    STATUS = "Status"
    PERCENT = "Per cent complete"
    COST = "Cost or resources"
    FINDING = "Finding or recommendation"


FIELDS = tuple(Field)
BESIDE = ("Sightline: how it stands", "Sightline: what the figures say")
_LOOKED_AT = 30  # rows from the top among which the headings are looked for
_FEWEST = 3  # recognised headings, the action among them

_WORDS: tuple[tuple[Field, str], ...] = (
    (Field.PERCENT, r"%|per ?cent|percent"),
    (Field.FINDING, r"recommendation|finding|ofsted|inspection|linked to|area for improvement"),
    (Field.STEPS, r"milestone|key step|sub.?action|sub.?task|deliverable"),
    (Field.MEASURE, r"measure|kpi|indicator|how will we know|success criteri|metric|target"),
    (Field.EVIDENCE, r"evidence|impact|assurance"),
    (Field.PROGRESS, r"progress|update|comment|commentary|narrative|position"),
    (Field.STATUS, r"status|b?rag|rating|complete\b"),
    (Field.COST, r"cost|resourc|budget|fund|£"),
    (Field.START, r"start|begin|from\b|commence"),
    (Field.DUE, r"due|deadline|timescale|time ?frame|by when|target date|completion|end date|when"),
    (Field.PARTNER, r"partner|agenc|supported by|support(ing)? lead"),
    (Field.OWNER, r"lead|owner|responsib|accountab|\bwho\b|officer"),
    (Field.OUTCOME, r"outcome|what will be different|difference|objective|so that|aim|ambition"),
    (Field.PRIORITY, r"priority|theme|workstream|work ?stream|strand|pillar|area\b|goal"),
    (Field.ACTION, r"action|task|what (we )?will|activit|what needs|step"),
    (Field.REFERENCE, r"^(ref|no|id|number|#|item|action ref|ref no|action no)\b"),
)
_FIRST = (  # what decides where two words stand in one heading
    (Field.REFERENCE, r"^(action |priority |rec )?(ref(erence)?|no|number|id|#)\.?( no\.?)?$"),
    (
        Field.DUE,
        r"^(target|due|end|completion) date|^date (due|for completion)|complet\w+ (date|by)",
    ),
    (Field.OWNER, r"^(action |priority |responsible )?(lead|owner)( officer)?$|^lead officer"),
    (Field.FINDING, r"^link(ed)? (to )?recommendation"),
    (Field.MEASURE, r"success measure|impact measure|how will we know"),
    (Field.STATUS, r"^(action |overall )?(b?rag|status)"),
    (Field.OUTCOME, r"^(intended |desired )?outcome"),
    (Field.PROGRESS, r"progress|latest update"),
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How one sheet is laid out: its headings from left to right, and what each means.

    `fields` gives the place of a column (from 0) for each field that it holds. `headings_row`
    counts from 1. `above` are the lines above the headings, word for word.
    """

    sheet: str
    headings_row: int
    headings: tuple[str, ...]
    fields: Mapping[Field, int]
    above: tuple[str, ...] = field(default=())


def fingerprint(headings: Sequence[str]) -> str:
    """What tells these headings from others, whatever their case and spaces."""
    plain = "|".join(_plain(each) for each in headings)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def suggested(headings: Sequence[str]) -> dict[Field, int]:
    """What each column most likely means: each field once, the first column that fits it best."""
    found: dict[Field, int] = {}
    for words in (_FIRST, _WORDS):
        for at, heading in enumerate(headings):
            if at in found.values():
                continue
            meant = _meant(_plain(heading), words, found)
            if meant is not None:
                found[meant] = at
    return found


def layout_of(grid: Grid, known: Mapping[str, Mapping[Field, int]]) -> Layout | None:
    """The layout of a sheet; None where no row among the first says what its columns are.

    `known` are fields that a person has told for headings of a fingerprint.
    """
    best: Layout | None = None
    for at, last, headings in _heads(grid):
        told = known.get(fingerprint(headings))
        fields = dict(told) if told is not None else suggested(headings)
        if Field.ACTION not in fields or (told is None and len(fields) < _FEWEST):
            continue
        if told is not None:
            return _layout(grid, at, last, headings, fields)
        if best is None or len(fields) > len(best.fields):
            best = _layout(grid, at, last, headings, fields)
    return best


def _layout(
    grid: Grid, at: int, last: int, headings: tuple[str, ...], fields: Mapping[Field, int]
) -> Layout:
    above = tuple(" ".join(c for c in line if c.strip()) for line in grid.rows[:at])
    return Layout(grid.name, last + 1, headings, fields, above)


def may_be_headings(grid: Grid) -> list[tuple[int, tuple[str, ...]]]:
    """The rows that a person may call the headings, by their numbers in Excel: two words or more.

    Of a heading split over two rows the number is that of the second.
    """
    return [
        (last + 1, headings) for _, last, headings in _heads(grid) if sum(map(bool, headings)) >= 2
    ]


def _heads(grid: Grid) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Each row that may hold the headings, alone; and with the next beneath where one is split.

    Gives its place, the place of its last row, and the headings from left to right.
    """
    rows, spoken = grid.rows[:_LOOKED_AT], grid.spoken_for()
    across = {top for top, left, bottom, right in grid.merged if top == bottom and left < right}
    for at, row in enumerate(rows):
        yield at, at, _told_apart(_own(" ".join(cell.split())) for cell in row)
        if at in across and at + 1 < len(rows):
            width = max(len(row), len(rows[at + 1]))
            yield at, at + 1, _told_apart(_joined(grid, spoken, at, each) for each in range(width))


def _told_apart(headings: Iterable[str]) -> tuple[str, ...]:
    """The second of two "Comments" is "Comments (2)", so that neither covers the other."""
    seen: Counter[str] = Counter()
    apart = []
    for heading in headings:
        seen[heading] += bool(heading)
        apart.append(f"{heading} ({seen[heading]})" if seen[heading] > 1 else heading)
    return tuple(apart)


def _joined(
    grid: Grid, spoken: Mapping[tuple[int, int], tuple[int, int]], at: int, column: int
) -> str:
    """ "Timescale – Start": a heading over several columns with the one beneath it."""
    over = grid.said(*spoken.get((at, column), (at, column)))
    under = grid.said(at + 1, column)
    return _own(" ".join(" – ".join(each for each in (over, under) if each).split()))


def _own(heading: str) -> str:
    """A heading; "" for what Sightline wrote beside the plan itself, which nobody's word is."""
    return "" if heading in BESIDE else heading


def _meant(
    heading: str, words: Sequence[tuple[Field, str]], taken: Mapping[Field, int]
) -> Field | None:
    if not heading or len(heading) > 120:
        return None
    return next(
        (each for each, said in words if each not in taken and re.search(said, heading)), None
    )


def _plain(heading: str) -> str:
    return " ".join(heading.casefold().split())
