"""The measure language: one declaration says what a measure is, one function how it is worked out.

A measure's function takes the `View` of one or more moments and returns an Ibis table with one row
for each child (or event) in the denominator at each moment. It starts from `view.in_care`,
`view.left_care` or one of `populations` and keeps their columns, so that every measure can be
broken down alike, and adds:

- share and count: `met`, whether the child is in the numerator;
- mean: `value`;
- rate: `events` and `days`, of which the figure is the events in a thousand days;
- change: `was` and `now`, whether the child counted twelve months before and counts at the moment.

A column `known` may say whether the inputs for that child were there at all; a figure whose inputs
are known for fewer children than `enough_known` is not to be trusted, and says so.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ibis.expr.types import Table

from sightline.duties.citation import Citation
from sightline.insight.trust import UNUSABLE_LOST
from sightline.insight.wording import Polarity
from sightline.measures.audiences import Audience

if TYPE_CHECKING:
    from sightline.measures.view import View

Expression = Callable[["View"], Table]


class Kind(StrEnum):
    """What the figure is: a share, a count, a mean, a rate, or a change over twelve months."""

    SHARE = "share"
    COUNT = "count"
    MEAN = "mean"
    RATE = "rate"
    CHANGE = "change"


class When(StrEnum):
    """At which moments the figure can be worked out."""

    MONTHLY = "every month-end"
    MONTHLY_FROM_LISTS = "month-ends for which there is an Annex A extract"
    MONTHLY_TO_YEAR_END = "month-ends up to the newest 903"
    YEARLY = "each 31 March for which there is a 903"


@dataclass(frozen=True, slots=True)
class Target:
    """A value to reach, in the measure's own unit (a share as 0–1), and who set it."""

    value: float
    set_by: str


OF_NO_CHILD = ("workers", "places")
"""What a measure may count that is nobody's child: social workers, places on training."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a measure is. `how` is the one expression from which everything else follows."""

    id: str
    title: str
    area: str
    question: str  # what a person would ask, to which the figure is the answer
    kind: Kind
    polarity: Polarity
    definition: str
    numerator_words: str
    denominator_words: str
    source: Citation
    records: tuple[str, ...]  # canonical tables it reads
    inputs: tuple[str, ...]  # what in them decides it: `table.column`, as in `records.feeds`
    themes: tuple[str, ...]  # of findings that bear on it
    audiences: tuple[Audience, ...]
    when: When = When.MONTHLY
    looks_back_months: int = 0  # history that must lie before the first moment
    spans_months: int = 1  # months that one figure rests on: 12 for a year back or a yearly census
    target: Target | None = None
    limits: str = ""  # what it does not say
    counted: str = "children"  # what one row is: children, referrals, workers …
    enough_known: float = 1 - UNUSABLE_LOST  # share of inputs that must be known to believe it
    how: Expression

    @property
    def unit(self) -> str:
        """The unit of `value` as a person reads it."""
        return {
            Kind.SHARE: "%",
            Kind.COUNT: self.counted,
            Kind.MEAN: "mean",
            Kind.RATE: "per 1,000 days",
            Kind.CHANGE: "% change",
        }[self.kind]

    @property
    def of_children(self) -> bool:
        """Whether its rows are children, or events of children: what a team or a page can list."""
        return self.counted not in OF_NO_CHILD

    @property
    def explanation(self) -> str:
        """The Python that works it out, as it stands in the catalogue."""
        return inspect.getsource(self.how)


_declared: dict[str, Measure] = {}


def measure(**what: object) -> Callable[[Expression], Measure]:
    """Declare a measure: `@measure(title=…, …)` above the function, whose name is the id.

    Raises ValueError when the id is taken.
    """

    def declare(how: Expression) -> Measure:
        declared = Measure(id=how.__name__, how=how, **what)  # type: ignore[arg-type]
        if declared.id in _declared:
            raise ValueError(f"Two measures are called {declared.id}.")
        _declared[declared.id] = declared
        return declared

    return declare


def declared() -> dict[str, Measure]:
    """All measures declared so far, by id, in the order of the catalogue's files."""
    return dict(_declared)
