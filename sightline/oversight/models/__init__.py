"""One model a file."""

from sightline.oversight.models.declared_change import DeclaredChange
from sightline.oversight.models.load_job import LoadJob
from sightline.oversight.models.scrutiny_decision import ScrutinyDecision

__all__ = ["DeclaredChange", "LoadJob", "ScrutinyDecision"]
