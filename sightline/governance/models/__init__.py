"""One model a file."""

from sightline.governance.models.added_only import HistoryStandsError
from sightline.governance.models.attendance import Attendance, Came
from sightline.governance.models.body import Body, BodyKind
from sightline.governance.models.change import Change
from sightline.governance.models.kept import Kept
from sightline.governance.models.learning_review import LearningReview, Publishing, ReviewKind
from sightline.governance.models.look import Look, LookKind
from sightline.governance.models.matter import Matter, MatterKind
from sightline.governance.models.matter_step import MatterStep, StepKind
from sightline.governance.models.meeting import Meeting
from sightline.governance.models.member import Member
from sightline.governance.models.paper import Paper, Source
from sightline.governance.models.planned import Planned, PlannedKind
from sightline.governance.models.support import Support, SupportKind
from sightline.governance.models.training import Training

__all__ = [
    "Attendance",
    "Body",
    "BodyKind",
    "Came",
    "Change",
    "HistoryStandsError",
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
    "Planned",
    "PlannedKind",
    "Publishing",
    "ReviewKind",
    "Source",
    "StepKind",
    "Support",
    "SupportKind",
    "Training",
]
