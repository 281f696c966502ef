"""Fixtures of the unit tests."""

from tests.made_up_authority import authority, made_up
from tests.quality_authority import faulty

__all__ = ["authority", "faulty", "made_up"]
