"""Checks of the social work workforce census."""

from __future__ import annotations

from sightline.returns.checks import Check

CHECKS: tuple[Check, ...] = ()
