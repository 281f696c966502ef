"""One model a file."""

from sightline.improvement.models.copy_sent import CopySent
from sightline.improvement.models.finding import Finding, FindingKind, Status
from sightline.improvement.models.finding_event import EventsStandError, FindingAct, FindingEvent
from sightline.improvement.models.finding_theme import FindingTheme
from sightline.improvement.models.imported_file import ImportedFile, Outcome
from sightline.improvement.models.judgement import Judgement
from sightline.improvement.models.letter_import import LetterImport
from sightline.improvement.models.review import Review
from sightline.improvement.models.sighting import Sighting

__all__ = [
    "CopySent",
    "EventsStandError",
    "Finding",
    "FindingAct",
    "FindingEvent",
    "FindingKind",
    "FindingTheme",
    "ImportedFile",
    "Judgement",
    "LetterImport",
    "Outcome",
    "Review",
    "Sighting",
    "Status",
]
