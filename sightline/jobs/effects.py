"""Whether a measure has moved since something was begun, set against a long stretch before it.

The last three months are set against up to two years before the beginning, never against the one
bad month that may have called for it: a month that was worse than usual is followed by a better one
whatever anybody does (regression to the mean). What moved afterwards was not thereby moved by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from sightline import words
from sightline.insight.change import LONGEST_BASELINE, RECENT, SHORTEST_BASELINE, measured_change
from sightline.insight.wording import Polarity, Verdict
from sightline.jobs import figures
from sightline.jobs.claims import BEYOND_CHANCE, series_of, usable
from sightline.jobs.counted import is_withheld
from sightline.measures import Figure, MeasureFigures
from sightline.measures.language import When
from sightline.records import NothingLoadedError


class Moved(StrEnum):
    """Which way a measure went since a day."""

    BETTER = "better"
    WORSE = "worse"
    NOT = "not"
    TOO_SOON = "too_soon"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Movement:
    """Which way it went, in a sentence with its figures and, in `short`, without.

    `small`: a figure it rests on could tell of one to five children.
    """

    moved: Moved
    sentence: str
    short: str
    small: bool = False


def since(data: Path, measure_id: str, begun: date, until: date) -> Movement:
    """Which way a measure moved since `begun`. Raises KeyError for an unknown measure."""
    try:
        found = figures.one(data, measure_id)
    except NothingLoadedError:
        found = None
    return movement(found, begun, until)


def movement(found: MeasureFigures | None, begun: date, until: date) -> Movement:
    """As `since`, of a measure with its figures; None where the records cannot answer it.

    Too soon: fewer than three months of figures since, or of a measure that looks back over m
    months, fewer than m + 3. Cannot be told: fewer than nine months before, a yearly measure, or
    one of which neither way is better.
    """
    if found is None:
        return _untold("The records hold nothing that this measure could be worked out from.")
    if found.measure.polarity is Polarity.NONE or found.measure.when is When.YEARLY:
        return _untold("This measure cannot tell month by month whether things are better.")
    used = usable(found, until)
    before = [f for f in used if f.as_at < begun][-LONGEST_BASELINE:]
    after = [f for f in used if f.as_at >= begun]
    first = RECENT + (found.measure.spans_months if found.measure.spans_months > 1 else 0)
    if len(after) < first:
        said = f"{words.count_of(len(after), 'month').capitalize()} of figures since it began; "
        return Movement(Moved.TOO_SOON, *(f"{said}{first} are needed to tell.",) * 2)
    if len(before) < SHORTEST_BASELINE:
        return _untold("There are too few figures from before it began to compare with.")
    return _judged(found, [*before, *after[-RECENT:]])


def _judged(found: MeasureFigures, used: list[Figure]) -> Movement:
    change = measured_change(series_of(found, used))
    small = any(is_withheld(found.measure.kind, f.numerator, f.denominator) for f in used)
    if change is None:
        return _untold("There are too few figures that may be relied on to tell.")
    unit = found.measure.unit
    recent = sum(f.value or 0.0 for f in used[-RECENT:]) / RECENT
    numbers = f"{words.figure(change.baseline, unit)} before, {words.figure(recent, unit)} now"
    if change.p_value > BEYOND_CHANCE:
        said = "No movement that can be told from chance since it began"
        return Movement(Moved.NOT, f"{said}: {numbers}.", f"{said}.", small)
    better = change.verdict is Verdict.BETTER
    said = f"It got {'better' if better else 'worse'} beyond chance since it began"
    moved = Moved.BETTER if better else Moved.WORSE
    return Movement(moved, f"{said}: {numbers}.", f"{said}.", small)


def _untold(why: str) -> Movement:
    return Movement(Moved.CANNOT_TELL, why, why)
