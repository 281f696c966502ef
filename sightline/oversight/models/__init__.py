"""One model a file."""

from sightline.oversight.models.coverage_gap import CoverageGap
from sightline.oversight.models.declared_change import DeclaredChange
from sightline.oversight.models.load_job import LoadJob
from sightline.oversight.models.publication import Publication
from sightline.oversight.models.scrutiny_decision import ScrutinyDecision

__all__ = ["CoverageGap", "DeclaredChange", "LoadJob", "Publication", "ScrutinyDecision"]
