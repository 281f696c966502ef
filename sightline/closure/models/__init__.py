"""One file for each thing that is kept of how actions end. All of it is only added to."""

from sightline.closure.models.draw import Check, Draw
from sightline.closure.models.effect import ExpectedEffect
from sightline.closure.models.evidence import Evidence, EvidenceKind
from sightline.closure.models.step import Step, StepKind

__all__ = ["Check", "Draw", "Evidence", "EvidenceKind", "ExpectedEffect", "Step", "StepKind"]
