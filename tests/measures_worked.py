"""Worked examples of measures: the dates of a few children, and what was worked out by hand.

An example's `expected` says of each child how she counts and why, in these words:

- a share or a count: `yes` (in the numerator), `no` (in the denominator alone), `left out`;
- a change: `+1` (came), `0` (stayed), `-1` (gone), or `left out`;
- a mean: her own value;
- a rate: her events in her days, as `2 in 365`.

`, not recorded` after it says that what the figure rests on is blank for her, which lowers the
figure's trust; `not recorded` alone, that she is in neither part of it. The first column names the
child, or the worker where a measure's row lists no child.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest

from sightline.measures import Figure, Measure, catalogue
from sightline.measures.figures import series
from sightline.measures.keeping import keep_rows_at
from sightline.measures.language import Kind
from sightline.measures.rows import ROWS, children
from sightline.measures.view import View
from sightline.records import Records
from tests.asciitable import day
from tests.asciitable import rows as table_rows
from tests.canonical import records

YEARS_OF_HISTORY = 4
LEFT_OUT = "left out"


@dataclass(frozen=True)
class Example:
    """One worked example. `numerator` and `denominator` are counted by hand from `expected`."""

    measure: str
    story: str
    as_at: str
    tables: dict[str, str]
    expected: str
    numerator: float
    denominator: int | None
    words: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        said = {
            str(row.get("child") or row["worker"]): str(row["counts"])
            for row in table_rows(self.expected)
        }
        object.__setattr__(self, "words", said)

    def __str__(self) -> str:
        return f"{self.measure}: {self.story}"


@dataclass(frozen=True)
class Worked:
    """What the engine made of an example."""

    figure: Figure
    words: dict[str, str]
    in_numerator: tuple[str | None, ...]


def keep_at(found: Records, measures: list[Measure], *days: date) -> None:
    """Keep the rows of measures for given days, as `keep_rows` does for every month-end."""
    keep_rows_at(View.at(found, list(days)), measures)


def figure_at(found: Records, measure: Measure, on: date) -> Figure:
    """A measure's figure on one day."""
    keep_at(found, [measure], on)
    return series(found, {measure.id: measure})[measure.id].latest


def work_out(example: Example) -> Worked:
    """Put an example's tables through the whole engine."""
    measure, on = catalogue()[example.measure], day(example.as_at)
    found = records(on.replace(year=on.year - YEARS_OF_HISTORY, day=1), on, **example.tables)
    figure = figure_at(found, measure, on)
    kept = found.connection.to_pyarrow(found.connection.table(ROWS)).to_pylist()
    words = {row["child_id"] or row["worker"]: _said(measure.kind, row) for row in kept}
    assert len(words) == len(kept), "each counts once"
    listed = tuple(row.child_id or row.worker for row in children(found, measure, on) if row.met)
    found.connection.disconnect()
    return Worked(figure, words, listed)


def _said(kind: Kind, row: dict[str, object]) -> str:
    up = row["up"]
    if up is None:
        return "not recorded"
    words = {1.0: "+1", 0.0: "0", -1.0: "-1"} if kind is Kind.CHANGE else {1.0: "yes", 0.0: "no"}
    if kind is Kind.MEAN:
        said = f"{up:g}"
    elif kind is Kind.RATE:
        said = f"{up:g} in {row['down']:g}"
    else:
        said = words[float(str(up))]
    return said if row["known"] else f"{said}, not recorded"


def check(example: Example) -> None:
    """Assert that the engine says of every child, and of the figure, what the example says."""
    worked = work_out(example)
    counted = {name: word for name, word in example.words.items() if word != LEFT_OUT}
    assert worked.words == counted
    assert (worked.figure.numerator, worked.figure.denominator) == (
        example.numerator,
        example.denominator,
    )
    unknown = sum(word.endswith("not recorded") for word in counted.values())
    assert worked.figure.known_share == pytest.approx(1 - unknown / len(counted))
    if catalogue()[example.measure].kind in (Kind.SHARE, Kind.COUNT):
        yes = {name for name, word in counted.items() if word.startswith("yes")}
        assert set(worked.in_numerator) == yes
        assert len(yes) == example.numerator
