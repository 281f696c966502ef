"""One thing that was looked at, whether or not it stands out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Why something is looked at."""

    DETERIORATION = "getting worse"
    SUBGROUP_GAP = "one group fares worse"
    CONTRADICTION = "audits and figures disagree"
    DATA_CLIFF = "data suddenly missing"
    BENCHMARK_OUTLIER = "unlike similar areas"
    WAITING_TAIL = "more wait too long"
    REPEAT_FINDING = "found before"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something looked at: what, on what evidence, how likely by chance, and what to ask.

    `p_value`: chance of evidence as strong where nothing is amiss; None for what is known and not
    inferred (a finding that was made before). `children`: how many it bears on, about.
    Every candidate goes to the ranking, those that show nothing too: how many things were looked at
    decides what stands out among them.
    """

    id: str
    kind: Kind
    what: str
    evidence: str
    question: str
    children: int
    p_value: float | None

    def __post_init__(self) -> None:
        """Raises ValueError for a p-value outside 0 to 1, or children below 0."""
        if self.p_value is not None and not 0 <= self.p_value <= 1:
            raise ValueError("A p-value lies between 0 and 1.")
        if self.children < 0:
            raise ValueError("A count of children is not below 0.")
