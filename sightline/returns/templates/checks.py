"""What cannot be right in a template, or is worth a look."""

from __future__ import annotations

from sightline.returns.checks import Check

CHECKS: tuple[Check, ...] = ()
