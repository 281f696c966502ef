"""What a letter becomes once read: its identity, judgements, improvements and findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from sightline.letters.areas import JudgementArea
from sightline.letters.kinds import LetterKind, Voice


class LetterError(Exception):
    """A file that cannot be read as a letter; the message says what to do about it."""


class Grade(StrEnum):
    """The grades inspectors give. "Adequate" was replaced by "requires improvement" in 2013."""

    OUTSTANDING = "Outstanding"
    GOOD = "Good"
    REQUIRES_IMPROVEMENT = "Requires improvement to be good"
    ADEQUATE = "Adequate"
    INADEQUATE = "Inadequate"


class ImprovementKind(StrEnum):
    """What the document calls it, from the most to the least urgent."""

    PRIORITY_ACTION = "priority_action"
    AREA_FOR_IMPROVEMENT = "area_for_improvement"
    RECOMMENDATION = "recommendation"


class Direction(StrEnum):
    """Which way a finding points."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"
    PROGRESS = "progress"
    NEUTRAL = "neutral"


class DateSource(StrEnum):
    """Where the publication date was found."""

    DOCUMENT = "document"
    FILE_NAME = "file_name"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One graded judgement, in the words of the table."""

    judgement: str
    grade: Grade
    page: int


@dataclass(frozen=True, slots=True)
class Part:
    """One separate deliverable of an improvement; `text` is an exact stretch of its words.

    `due` is the date that the document itself states for it ("by the end of October 2022" is that
    month's last day), else None. `due_words` are the exact words of the date or the time allowed;
    "within three months" fixes no date, so there `due` is None.
    """

    text: str
    due: date | None = None
    due_words: str = ""


@dataclass(frozen=True, slots=True)
class Improvement:
    """One thing the authority was told to improve, in the exact words of the document.

    `number` is the printed number where there is one; `section` the heading it stands under.
    A recommendation with its own sub-list is one improvement; each sub-item is a line of `text`.
    `parts` are its separate deliverables, as read at least one; one that is whole is one part.
    """

    text: str
    page: int
    kind: ImprovementKind
    number: str | None
    section: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One paragraph of the document, in its exact words (line breaks apart).

    `paragraph` is the printed paragraph number where there is one, else the running number of the
    paragraph in the document. `themes` are ids of `themes.THEMES`, the most telling first.
    `area` is the judgement it bears on, where heading or themes say. `damage` is "" or says in
    plain words how the text has suffered ("Stops in the middle of a sentence.").
    """

    text: str
    page: int
    paragraph: str
    section: str
    themes: tuple[str, ...]
    direction: Direction
    area: JudgementArea | None = None
    voice: Voice = Voice.REVIEWER
    damage: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or list item of any document, in its exact words; `paragraph` as in Finding."""

    text: str
    page: int
    paragraph: str
    section: str


@dataclass(frozen=True, slots=True)
class Unread:
    """Something the reader looked for and could not read; `page` is None for the whole document."""

    page: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A document as read. Dates are None where the document does not give them.

    `conveys` is the kind of the document whose recommendations a cover report carries; they are
    that reviewer's, while the paragraphs are the authority's.
    """

    path: Path
    sha256: str
    authority: str | None
    kind: LetterKind
    visited_from: date | None
    visited_to: date | None
    published: date | None
    published_source: DateSource | None
    judgements: tuple[Judgement, ...]
    improvements: tuple[Improvement, ...]
    findings: tuple[Finding, ...]
    unread: tuple[Unread, ...]
    pages: int
    conveys: LetterKind | None = None
