"""Figures: a measure's numerator, denominator, value and interval, over time and by group."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.insight.trust import Trust
from sightline.measures.figure import Figure, SumsRow, figures_of
from sightline.measures.kept_sums import NOT_KNOWN, WHOLE, summed, sums
from sightline.measures.language import Kind, Measure, When
from sightline.measures.rows import rows
from sightline.measures.view import GROUPS, View
from sightline.records import Records, ask_again


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a breakdown."""

    name: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class MeasureFigures:
    """A measure and its figures over time, oldest first; never empty."""

    measure: Measure
    series: tuple[Figure, ...]

    @property
    def latest(self) -> Figure:
        """The newest figure."""
        return self.series[-1]

    def believed(self, trust: Trust | None) -> MeasureFigures:
        """The same, with what the checks say of its newest figure."""
        newest = replace(self.latest, trust=trust)
        return replace(self, series=(*self.series[:-1], newest))

    def until(self, day: date) -> MeasureFigures | None:
        """The figures up to a day; None where there are none by then."""
        series = tuple(figure for figure in self.series if figure.as_at <= day)
        return MeasureFigures(self.measure, series) if series else None


def series(records: Records, measures: Mapping[str, Measure]) -> dict[str, MeasureFigures]:
    """Every figure of every measure; a measure that no moment can be worked out for is left out."""
    kept = sums(records, WHOLE).drop("name").order_by(["measure_id", "as_at"])
    found: dict[str, list[Figure]] = {}
    for row, figure in _known(records.ask(kept), measures):
        found.setdefault(row["measure_id"], []).append(figure)
    return {
        name: MeasureFigures(measure, tuple(_without_gaps(measure, found[name])))
        for name, measure in measures.items()
        if name in found
    }


def worked_out(
    records: Records, measures: Mapping[str, Measure], view: View
) -> dict[str, MeasureFigures]:
    """As `series`, without keeping any child's row: each measure is one query that sums them up.

    For records that are read where they lie.
    """
    found: dict[str, MeasureFigures] = {}
    for name, measure in measures.items():
        asked = summed(rows(measure, view), ["as_at"]).order_by("as_at")
        answered = records.ask(asked)
        figures = tuple(_without_gaps(measure, figures_of([measure] * len(answered), answered)))
        if figures:
            found[name] = MeasureFigures(measure, figures)
    return found


def series_by(
    records: Records, measures: Mapping[str, Measure], by: str
) -> dict[tuple[str, str], MeasureFigures]:
    """Every figure of every measure for each group: {(measure id, group name): figures}.

    Children whose group is not known are left out. ValueError unless `by` is in GROUPS.
    """
    _check_group(by)
    kept = sums(records, by).filter(_.name != NOT_KNOWN)
    found: dict[tuple[str, str], list[Figure]] = {}
    asked = records.ask(kept.order_by(["measure_id", "name", "as_at"]))
    for row, figure in _known(asked, measures):
        found.setdefault((row["measure_id"], row["name"]), []).append(figure)
    return {key: MeasureFigures(measures[key[0]], tuple(each)) for key, each in found.items()}


def _without_gaps(measure: Measure, figures: Iterable[Figure]) -> Iterator[Figure]:
    """With a nought at each month-end between two figures at which a count has no row.

    Nothing happened in that month; left out, the months would look busier than they were. Not where
    a list may be missing for the month.
    """
    fills = measure.kind is Kind.COUNT and measure.when is not When.MONTHLY_FROM_LISTS
    before: date | None = None
    for figure in figures:
        if fills and before is not None:
            for day in _month_ends_between(before, figure.as_at):
                yield Figure(day, 0.0, None, 0.0, None, None, 1.0, measure.enough_known)
        yield figure
        before = figure.as_at


def _month_ends_between(earlier: date, later: date) -> Iterator[date]:
    """The month-ends after one month and before another."""
    month = earlier.year * 12 + earlier.month
    while month < later.year * 12 + later.month - 1:
        year, number = month // 12, month % 12 + 1
        yield date(year, number, monthrange(year, number)[1])
        month += 1


def _known(
    rows: Iterable[SumsRow], measures: Mapping[str, Measure]
) -> Iterable[tuple[SumsRow, Figure]]:
    """The rows of these measures, each with its figure."""
    ours = [row for row in rows if row["measure_id"] in measures]
    return zip(ours, figures_of([measures[row["measure_id"]] for row in ours], ours), strict=True)


def _check_group(by: str) -> None:
    if by not in GROUPS:
        raise ValueError(f"A measure is broken down by {', '.join(GROUPS)}, not by {by}.")


def breakdown(records: Records, measure: Measure, by: str, as_at: date) -> tuple[Group, ...]:
    """The figure for each group at a moment, largest first. ValueError unless `by` is in GROUPS."""
    _check_group(by)

    def listed(of: str, day: str) -> Table:
        on_day = _.as_at == ibis.literal(day).cast("date")
        kept = sums(records, by).filter((_.measure_id == of) & on_day)
        return kept.order_by([ibis.desc("denominator"), "name"])

    asked = {"of": measure.id, "day": as_at.isoformat()}
    rows = ask_again(records, f"breakdown by {by}", listed, **asked)
    found = figures_of([measure] * len(rows), rows)
    return tuple(Group(row["name"], figure) for row, figure in zip(rows, found, strict=True))
