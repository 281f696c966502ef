"""One model a file."""

from sightline.improvement.models.conflict import ConflictDecision, ReviewFacts
from sightline.improvement.models.finding import Finding, FindingKind, Status
from sightline.improvement.models.finding_event import EventsStandError, FindingAct, FindingEvent
from sightline.improvement.models.finding_theme import FindingTheme
from sightline.improvement.models.judgement import Judgement
from sightline.improvement.models.report_check import ReportCheck
from sightline.improvement.models.review import Review
from sightline.improvement.models.sighting import Sighting
from sightline.improvement.models.statement import Overruled, Statement
from sightline.improvement.models.statement_event import StatementAct, StatementEvent

__all__ = [
    "ConflictDecision",
    "EventsStandError",
    "Finding",
    "FindingAct",
    "FindingEvent",
    "FindingKind",
    "FindingTheme",
    "Judgement",
    "Overruled",
    "ReportCheck",
    "Review",
    "ReviewFacts",
    "Sighting",
    "Statement",
    "StatementAct",
    "StatementEvent",
    "Status",
]
