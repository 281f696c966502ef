"""One model a file."""

from sightline.governance.models.added_only import HistoryStandsError
from sightline.governance.models.attendance import Attendance, Came
from sightline.governance.models.body import Body, BodyKind
from sightline.governance.models.change import Change
from sightline.governance.models.committee_report import CommitteeReport
from sightline.governance.models.countersign import Countersign
from sightline.governance.models.election import Election
from sightline.governance.models.kept import Kept
from sightline.governance.models.learning_review import LearningReview, Publishing, ReviewKind
from sightline.governance.models.look import JourneyStage, Look, LookKind
from sightline.governance.models.matter import Matter, MatterKind
from sightline.governance.models.matter_step import MatterStep, StepKind
from sightline.governance.models.meeting import Meeting
from sightline.governance.models.member import Member, Seniority
from sightline.governance.models.paper import Paper, Source
from sightline.governance.models.partner_promise import PartnerPromise, PromiseKind
from sightline.governance.models.planned import Planned, PlannedKind, Prompt
from sightline.governance.models.scrutineer_report import ItemKind, ReportItem, ScrutineerReport
from sightline.governance.models.support import Support, SupportKind
from sightline.governance.models.target import Target, Way
from sightline.governance.models.training import Confidence, Training, TrainingKind
from sightline.governance.models.visit import Visit

__all__ = [
    "Attendance",
    "Body",
    "BodyKind",
    "Came",
    "Change",
    "CommitteeReport",
    "Confidence",
    "Countersign",
    "Election",
    "HistoryStandsError",
    "ItemKind",
    "JourneyStage",
    "Kept",
    "LearningReview",
    "Look",
    "LookKind",
    "Matter",
    "MatterKind",
    "MatterStep",
    "Meeting",
    "Member",
    "Paper",
    "PartnerPromise",
    "Planned",
    "PlannedKind",
    "PromiseKind",
    "Prompt",
    "Publishing",
    "ReportItem",
    "ReviewKind",
    "ScrutineerReport",
    "Seniority",
    "Source",
    "StepKind",
    "Support",
    "SupportKind",
    "Target",
    "Training",
    "TrainingKind",
    "Visit",
    "Way",
]
