"""A fact as a document states it: what it is of, its value as printed, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sightline.assurance.days import When


class FactKind(StrEnum):
    """What a fact is of."""

    INSPECTED = "inspected"
    PUBLISHED = "published"
    VISITED = "visited"
    COMMISSIONER = "commissioner"
    TOOK_OFFICE = "took_office"
    JUDGED = "judged"
    AMOUNT = "amount"
    PLAN = "plan"
    COUNT = "count"
    VISIT_NUMBER = "visit_number"

    @property
    def plain(self) -> str:
        """The fact in plain English."""
        return {
            FactKind.INSPECTED: "When the inspection was",
            FactKind.PUBLISHED: "When the inspection report was published",
            FactKind.VISITED: "When the visit was",
            FactKind.COMMISSIONER: "When the commissioner was appointed",
            FactKind.TOOK_OFFICE: "When somebody took office",
            FactKind.JUDGED: "What the judgement was",
            FactKind.AMOUNT: "How much money it was",
            FactKind.PLAN: "How far a plan had come",
            FactKind.COUNT: "How many there were",
            FactKind.VISIT_NUMBER: "Which monitoring visit it was",
        }[self]


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of a fact. `value` as printed; `words` the sentence; `about` what it is of.

    `when` for events and judgements; `amount` in pounds, or how many; `loose`: an inspection "in
    March" may mean its publication, and what names no day is dated by its document. `about` of an
    amount is its years and the other amounts in the sentence; of a count, what is counted and
    whose it is.
    """

    kind: FactKind
    authority: str
    about: tuple[str, ...]
    value: str
    words: str
    source: str
    page: int
    paragraph: str
    when: When | None = None
    amount: float | None = None
    loose: bool = False
