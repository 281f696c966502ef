"""Checks of the children in need census."""

from __future__ import annotations

from sightline.returns.checks import Check

CHECKS: tuple[Check, ...] = ()
