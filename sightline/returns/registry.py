"""Every return we know, and every rule an issue may name: those of reading and of the checks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sightline.returns import annex_a, ssda903
from sightline.returns.across import CROSS_CHECKS
from sightline.returns.annex_a.checks import CHECKS as ANNEX_A_CHECKS
from sightline.returns.checks import Check
from sightline.returns.conform import Located
from sightline.returns.headings import Shape
from sightline.returns.rules import READING_RULES, Rule
from sightline.returns.ssda903.checks import CHECKS as SSDA903_CHECKS
from sightline.returns.tables import ReadTable


@dataclass(frozen=True, slots=True)
class Return:
    """One return: how its tables are known, how they are read, and what is checked in them.

    `read` gets all located tables of the return at once and the year, where a person gave one; it
    gives as many ReadTables, in the same order.
    """

    name: str
    title: str
    shapes: tuple[Shape, ...]
    read: Callable[[Sequence[Located], int | None], list[ReadTable]]
    checks: tuple[Check, ...]


RETURNS: tuple[Return, ...] = (
    Return(ssda903.RETURN_NAME, "the SSDA903", ssda903.SHAPES, ssda903.read, SSDA903_CHECKS),
    Return(annex_a.RETURN_NAME, "Annex A", annex_a.SHAPES, annex_a.read, ANNEX_A_CHECKS),
)

RULES: dict[str, Rule] = {
    **READING_RULES,
    **{check.id: check.rule for known in RETURNS for check in known.checks},
    **{check.id: check.rule for check in CROSS_CHECKS},
}
"""Rule code → severity and plain words."""
