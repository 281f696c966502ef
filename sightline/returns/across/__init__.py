"""Checks that read several tables, years or returns: declarations only, one file a theme."""

from sightline.returns.across import ssda903_years
from sightline.returns.across.declaring import CrossCheck, verified

CROSS_CHECKS: tuple[CrossCheck, ...] = verified(ssda903_years.CHECKS)
"""Every one, each held against the schemas of the tables that it reads."""
