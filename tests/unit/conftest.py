"""Fixtures of the unit tests."""

from tests.made_up_authority import authority, made_up

__all__ = ["authority", "made_up"]
