"""One model a file."""

from sightline.improvement.models.action import Action, ActionAct, ActionEvent
from sightline.improvement.models.answer import DIRECT, Answer, Strength
from sightline.improvement.models.assurance import Assurance
from sightline.improvement.models.conflict import ConflictDecision, ReviewFacts
from sightline.improvement.models.copy_sent import CopySent
from sightline.improvement.models.finding import Finding, FindingKind, Status
from sightline.improvement.models.finding_event import FindingAct, FindingEvent
from sightline.improvement.models.finding_theme import FindingTheme
from sightline.improvement.models.imported_file import ImportedFile, Outcome
from sightline.improvement.models.intervention import Intervention, WayOfRunning
from sightline.improvement.models.judgement import Judgement
from sightline.improvement.models.kept import KeptRowsStandError
from sightline.improvement.models.letter_import import LetterImport
from sightline.improvement.models.nature import Nature
from sightline.improvement.models.nature_tag import NatureTag
from sightline.improvement.models.no_action import NoAction
from sightline.improvement.models.priority import (
    Priority,
    PriorityAct,
    PriorityEvent,
    PriorityFinding,
)
from sightline.improvement.models.report_check import ReportCheck
from sightline.improvement.models.retold import Retold
from sightline.improvement.models.review import Review
from sightline.improvement.models.sighting import Sighting
from sightline.improvement.models.statement import Overruled, Statement
from sightline.improvement.models.statement_event import StatementAct, StatementEvent
from sightline.improvement.models.trajectory import Trajectory, TrajectoryStep
from sightline.improvement.models.warning import EarlyWarning, WarningKind, WarningResponse

__all__ = [
    "DIRECT",
    "Action",
    "ActionAct",
    "ActionEvent",
    "Answer",
    "Assurance",
    "ConflictDecision",
    "CopySent",
    "EarlyWarning",
    "Finding",
    "FindingAct",
    "FindingEvent",
    "FindingKind",
    "FindingTheme",
    "ImportedFile",
    "Intervention",
    "Judgement",
    "KeptRowsStandError",
    "LetterImport",
    "Nature",
    "NatureTag",
    "NoAction",
    "Outcome",
    "Overruled",
    "Priority",
    "PriorityAct",
    "PriorityEvent",
    "PriorityFinding",
    "ReportCheck",
    "Retold",
    "Review",
    "ReviewFacts",
    "Sighting",
    "Statement",
    "StatementAct",
    "StatementEvent",
    "Status",
    "Strength",
    "Trajectory",
    "TrajectoryStep",
    "WarningKind",
    "WarningResponse",
    "WayOfRunning",
]
