"""Fixtures of the unit tests."""

from tests.doubtful_authority import doubtful
from tests.made_up_authority import authority, made_up
from tests.quality_authority import faulty

__all__ = ["authority", "doubtful", "faulty", "made_up"]
