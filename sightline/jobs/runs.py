"""All figures of one moment, printed so that they can be worked out again and compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sightline.jobs.figures import believed, with_rows
from sightline.jobs.remembered import remembered
from sightline.measures import Figure, Measure, MeasureFigures, catalogue
from sightline.records import Records, software

Listed = dict[str, Any]


class NotARunError(Exception):
    """What was given is not what `Run.as_json` makes."""


@dataclass(frozen=True, slots=True)
class Run:
    """All figures of one moment, and the load they rest on: what is needed to make them again."""

    as_at: date
    load_id: int
    measures: tuple[MeasureFigures, ...]

    def as_json(self) -> dict[str, object]:
        """The contract of `measures run --json`, version 1."""
        listed = [_measure_as_json(one) for one in self.measures]
        return {
            "version": 1,
            "as_at": self.as_at.isoformat(),
            "load": self.load_id,
            "software": software(),
            "measures": listed,
            "fingerprint": _fingerprint(listed),
        }


@dataclass(frozen=True, slots=True)
class SavedRun:
    """A run as it was once printed."""

    as_at: date
    load_id: int
    software: str | None  # None where an early version printed it
    measures: tuple[Listed, ...]
    fingerprint: str

    @classmethod
    def from_json(cls, content: object) -> SavedRun:
        """Raises NotARunError where it is not what `Run.as_json` makes."""
        try:
            saved = dict(content)  # type: ignore[call-overload]
            measures = tuple({**one, "id": str(one["id"])} for one in saved["measures"])
            day, load = date.fromisoformat(saved["as_at"]), int(saved["load"])
            return cls(day, load, saved.get("software"), measures, str(saved["fingerprint"]))
        except (KeyError, TypeError, ValueError) as problem:
            raise NotARunError from problem


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a saved run, worked out again, says the same to the last digit."""

    measures: int
    different: tuple[str, ...]  # ids of measures that are not the same, or on one side alone
    untouched: bool  # whether the saved figures still give the fingerprint they were printed with
    printed_by: str | None  # the version of Sightline
    worked_out_by: str

    @property
    def same(self) -> bool:
        """The same figures, in a file that nobody has changed."""
        return self.untouched and not self.different

    def as_json(self) -> dict[str, object]:
        """The contract of `measures reproduce --json`, version 1."""
        return {
            "version": 1,
            "same": self.same,
            "measures": self.measures,
            "different": list(self.different),
            "untouched": self.untouched,
            "printed_by": self.printed_by,
            "worked_out_by": self.worked_out_by,
        }


@remembered
def run(data: Path, *, as_at: date | None = None, known_at: int | None = None) -> Run:
    """Every figure up to a day (the newest extract's, if none is given), as known at a load.

    Raises NothingLoadedError. A measure with no figure by that day is left out.
    """

    def ask(records: Records) -> Run:
        day = as_at or records.as_at
        found = believed(records, catalogue()).values()
        cut = (one.until(day) for one in found)
        return Run(day, records.load_id, tuple(one for one in cut if one is not None))

    return with_rows(data, known_at, ask)


def reproduce(data: Path, saved: SavedRun) -> Verdict:
    """Work out a saved run again from what was known at its load. Raises NothingLoadedError."""
    again = run(data, as_at=saved.as_at, known_at=saved.load_id)
    return Verdict(
        measures=len(saved.measures),
        different=_differences(saved.measures, [_measure_as_json(one) for one in again.measures]),
        untouched=_fingerprint(saved.measures) == saved.fingerprint,
        printed_by=saved.software,
        worked_out_by=software(),
    )


def _differences(saved: Sequence[Listed], again: Sequence[Listed]) -> tuple[str, ...]:
    before = {one["id"]: _figures_of(one) for one in saved}
    after = {one["id"]: _figures_of(one) for one in again}
    return tuple(name for name in {**before, **after} if before.get(name) != after.get(name))


def _fingerprint(listed: Sequence[Listed]) -> str:
    """The same for the same figures, whenever they are worked out and however they are titled."""
    content = json.dumps([_figures_of(one) for one in listed], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


_SAID_OF_IT = ("title", "trust", "trusted")


def _figures_of(listed: Listed) -> Listed:
    """The figures alone: how a measure is titled and how far it is believed may change later."""
    bare = {name: content for name, content in listed.items() if name not in _SAID_OF_IT}
    if "series" in bare:
        bare["series"] = [_figures_of(each) for each in bare["series"]]
    return bare


def _measure_as_json(found: MeasureFigures) -> Listed:
    return {
        "id": found.measure.id,
        "title": found.measure.title,
        "unit": found.measure.unit,
        **_figure_as_json(found.measure, found.latest),
        "trust": {"level": found.latest.level.value, "why": found.latest.trust_reason},
        "series": [_figure_as_json(found.measure, figure) for figure in found.series],
    }


def _figure_as_json(measure: Measure, figure: Figure) -> Listed:
    return {
        "as_at": figure.as_at.isoformat(),
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": figure.value,
        "interval": [figure.low, figure.high],
        "suppressed": False,
        "trusted": figure.trusted,
    }
