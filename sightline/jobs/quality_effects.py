"""What the state of the data does to each share: its value, its interval, and its bounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sightline.insight.bounds import Bounds
from sightline.insight.intervals import Interval, wilson
from sightline.jobs.authority import opened
from sightline.jobs.remembered import remembered
from sightline.measures import Measure, catalogue
from sightline.measures.language import Kind
from sightline.measures.trust_kept import SURE


@dataclass(frozen=True, slots=True)
class Effect:
    """A share at its newest moment, and how far what is missing or doubted could move it.

    `unknown`: children whose inputs are missing; `doubted`: those whose inputs are there, but an
    issue in the newest files says that they cannot be right.
    """

    measure: Measure
    as_at: date
    met: int
    of: int  # as the figure counts: children with inputs missing may be left out
    bounds: Bounds | None  # None where there is no child at all
    unknown: int
    doubted: int

    @property
    def value(self) -> float | None:
        """The share as it stands."""
        return self.met / self.of if self.of else None

    @property
    def interval(self) -> Interval | None:
        """The 95% interval of the share as it stands."""
        return wilson(self.met, self.of)

    @property
    def in_doubt(self) -> bool:
        """Whether what is missing could move the share further than chance alone would."""
        if self.bounds is None or not self.bounds.unsure:
            return False
        return self.interval is None or self.bounds.beyond(self.interval)


@remembered
def effects(data: Path) -> tuple[Effect, ...]:
    """Every share, the one that could be furthest from the truth first. NothingLoadedError."""
    known = catalogue()
    with opened(data) as records:
        kept = records.connection.to_pyarrow(records.connection.table(SURE)).to_pylist()
    shares = {name: each for name, each in known.items() if each.kind is Kind.SHARE}
    found = [_effect(shares[row["measure_id"]], row) for row in kept if row["measure_id"] in shares]
    return tuple(sorted(found, key=lambda each: (-_width(each), each.measure.title)))


def effect_on(data: Path, measure_id: str) -> Effect | None:
    """The same of one measure; None where it is no share, or no moment can be worked out."""
    return next((each for each in effects(data) if each.measure.id == measure_id), None)


def _effect(measure: Measure, row: dict[str, object]) -> Effect:
    whole = {name: int(str(row[name])) for name in _WHOLE}
    day = row["as_at"]
    assert isinstance(day, date)
    children = whole["children"]
    bounds = Bounds(whole["sure_met"], whole["sure"], children) if children else None
    return Effect(
        measure=measure,
        as_at=day,
        met=whole["met"],
        of=whole["counted"],
        bounds=bounds,
        unknown=whole["unknown"],
        doubted=whole["doubted"],
    )


_WHOLE = ("children", "sure", "sure_met", "unknown", "doubted", "met", "counted")


def _width(effect: Effect) -> float:
    return effect.bounds.high - effect.bounds.low if effect.bounds else 0.0
