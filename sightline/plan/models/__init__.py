"""One file for each storey of the plan."""

from sightline.plan.models.actions import Milestone, PlanAction
from sightline.plan.models.capacity import Function, ServiceMove, SpecialistPosts
from sightline.plan.models.direction import Direction, Obligation, Power
from sightline.plan.models.plan import Outcome, Plan, PlanPriority
from sightline.plan.models.sheet import SheetTaken
from sightline.plan.models.teams import ObjectivesHeld, TeamPlanLine
from sightline.plan.models.version import PlanVersion, Publication, SignOff

__all__ = [
    "Direction",
    "Function",
    "Milestone",
    "ObjectivesHeld",
    "Obligation",
    "Outcome",
    "Plan",
    "PlanAction",
    "PlanPriority",
    "PlanVersion",
    "Power",
    "Publication",
    "ServiceMove",
    "SheetTaken",
    "SignOff",
    "SpecialistPosts",
    "TeamPlanLine",
]
