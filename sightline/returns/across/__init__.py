"""Checks that read several tables, years or returns: declarations only, one file a theme."""

from sightline.returns.across import (
    annex_a_and_ssda903,
    cin_events,
    cin_plans,
    cin_years,
    ssda903_adoption,
    ssda903_tables,
    ssda903_years,
    templates,
    workers,
)
from sightline.returns.across.declaring import CrossCheck, verified

CROSS_CHECKS: tuple[CrossCheck, ...] = verified(
    ssda903_tables.CHECKS,
    ssda903_adoption.CHECKS,
    ssda903_years.CHECKS,
    annex_a_and_ssda903.CHECKS,
    cin_events.CHECKS,
    cin_plans.CHECKS,
    cin_years.CHECKS,
    templates.CHECKS,
    workers.CHECKS,
)
"""Every one, each held against the schemas of the tables that it reads."""
