"""One model a file."""

from sightline.oversight.models.board_request import BoardRequest
from sightline.oversight.models.coverage_gap import CoverageGap
from sightline.oversight.models.declared_change import DeclaredChange
from sightline.oversight.models.issued_pack import IssuedPack, IssuedPackError
from sightline.oversight.models.load_job import LoadJob
from sightline.oversight.models.publication import Publication
from sightline.oversight.models.request_step import RequestStep
from sightline.oversight.models.scrutiny_decision import ScrutinyDecision

__all__ = [
    "BoardRequest",
    "CoverageGap",
    "DeclaredChange",
    "IssuedPack",
    "IssuedPackError",
    "LoadJob",
    "Publication",
    "RequestStep",
    "ScrutinyDecision",
]
