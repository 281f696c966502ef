"""Checks that read several tables, years or returns: declarations only, one file a theme."""

from sightline.returns.across import (
    annex_a_and_ssda903,
    cin_tables,
    cin_years,
    ssda903_tables,
    ssda903_years,
)
from sightline.returns.across.declaring import CrossCheck, verified

CROSS_CHECKS: tuple[CrossCheck, ...] = verified(
    ssda903_tables.CHECKS,
    ssda903_years.CHECKS,
    annex_a_and_ssda903.CHECKS,
    cin_tables.CHECKS,
    cin_years.CHECKS,
)
"""Every one, each held against the schemas of the tables that it reads."""
