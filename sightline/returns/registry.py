"""Every rule an issue may name, in one place: those of reading and those of the checks."""

from __future__ import annotations

from sightline.returns.annex_a.checks import CHECKS as ANNEX_A_CHECKS
from sightline.returns.rules import READING_RULES, Rule
from sightline.returns.ssda903.checks import CHECKS as SSDA903_CHECKS

RULES: dict[str, Rule] = {
    **READING_RULES,
    **{check.id: check.rule for check in (*SSDA903_CHECKS, *ANNEX_A_CHECKS)},
}
"""Rule code → severity and plain words."""
