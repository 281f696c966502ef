"""What a letter becomes once read: its identity, judgements, improvements and findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path


class LetterError(Exception):
    """A file that cannot be read as a letter; the message says what to do about it."""


class LetterKind(StrEnum):
    """What sort of document it is."""

    INSPECTION = "inspection"
    FOCUSED_VISIT = "focused_visit"
    MONITORING_VISIT = "monitoring_visit"
    JTAI = "jtai"
    SEND_INSPECTION = "send_inspection"
    REVIEW = "review"
    COMMISSIONER_REPORT = "commissioner_report"
    OTHER = "other"

    @property
    def plain(self) -> str:
        """The kind in plain English."""
        return _KIND_TITLES[self]


_KIND_TITLES = {
    LetterKind.INSPECTION: "Inspection of children's services",
    LetterKind.FOCUSED_VISIT: "Focused visit",
    LetterKind.MONITORING_VISIT: "Monitoring visit",
    LetterKind.JTAI: "Joint targeted area inspection",
    LetterKind.SEND_INSPECTION: "Area SEND inspection",
    LetterKind.REVIEW: "Review or peer challenge",
    LetterKind.COMMISSIONER_REPORT: "Commissioner's report",
    LetterKind.OTHER: "Other document",
}


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
class Improvement:
    """One thing the authority was told to improve, in the exact words of the document.

    `number` is the printed number where there is one; `section` the heading it stands under.
    A recommendation with its own sub-list is one improvement; each sub-item is a line of `text`.
    """

    text: str
    page: int
    kind: ImprovementKind
    number: str | None
    section: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One paragraph of the document, in its exact words (line breaks apart).

    `paragraph` is the printed paragraph number where there is one, else the running number of the
    paragraph in the document. `themes` are ids of `themes.THEMES`, the most telling first.
    """

    text: str
    page: int
    paragraph: str
    section: str
    themes: tuple[str, ...]
    direction: Direction


@dataclass(frozen=True, slots=True)
class Unread:
    """Something the reader looked for and could not read; `page` is None for the whole document."""

    page: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A document as read. Dates are None where the document does not give them."""

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
