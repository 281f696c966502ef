"""Figures: a measure's numerator, denominator, value and interval, over time and by group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.insight.intervals import Interval, mean_interval, rate_interval, wilson
from sightline.insight.trust import Level, Trust
from sightline.measures.kept_sums import NOT_KNOWN, WHOLE, summed, sums
from sightline.measures.language import Kind, Measure
from sightline.measures.rows import rows
from sightline.measures.view import GROUPS, View
from sightline.records import Records, ask_again

DAYS_OF_A_RATE = 1000


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure at one moment. Shares are 0–1; `low` and `high` are the 95% interval."""

    as_at: date
    numerator: float | None
    denominator: int | None
    value: float | None
    low: float | None
    high: float | None
    known_share: float
    enough_known: float
    trust: Trust | None = None  # what the checks of the load say; of the newest figure alone

    @property
    def level(self) -> Level:
        """How far it may be believed."""
        if self.trust is not None:
            return self.trust.level
        return Level.SOUND if self.known_share >= self.enough_known else Level.NOT_TO_BE_USED

    @property
    def trusted(self) -> bool:
        """Whether it may be used at all."""
        return self.level is not Level.NOT_TO_BE_USED

    @property
    def trust_reason(self) -> str:
        """Why it may or may not be believed, in words."""
        if self.trust is not None:
            return self.trust.sentence()
        unknown = 1 - self.known_share
        if unknown == 0:
            return "What it rests on is recorded for every child."
        shown = "under 1%" if unknown < 0.01 else f"{unknown:.0%}"
        if self.trusted:
            return f"What it rests on is not recorded for {shown} of the children."
        return f"Not to be relied on: what it rests on is not recorded for {shown} of the children."


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
    for row in records.ask(kept):
        if (measure := measures.get(row["measure_id"])) is not None:
            found.setdefault(measure.id, []).append(_figure(measure, row))
    return {
        name: MeasureFigures(measure, tuple(found[name]))
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
        figures = tuple(_figure(measure, row) for row in records.ask(asked))
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
    for row in records.ask(kept.order_by(["measure_id", "name", "as_at"])):
        if (measure := measures.get(row["measure_id"])) is not None:
            found.setdefault((measure.id, row["name"]), []).append(_figure(measure, row))
    return {key: MeasureFigures(measures[key[0]], tuple(each)) for key, each in found.items()}


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
    return tuple(Group(row["name"], _figure(measure, row)) for row in rows)


def newest_moment(records: Records, measure: Measure) -> date:
    """The newest moment for which a measure has rows."""
    kept = sums(records, WHOLE).filter(_.measure_id == measure.id)
    return records.one_day(kept.as_at.max())


def _figure(measure: Measure, row: Mapping[str, object]) -> Figure:
    kind = measure.kind
    numerator, denominator = _number(row["numerator"]), _number(row["denominator"])
    interval = _interval(kind, numerator, denominator, _number(row["squares"]))
    counted = None if kind is Kind.COUNT else int(denominator)
    as_at = row["as_at"]
    assert isinstance(as_at, date)
    return Figure(
        as_at=as_at,
        numerator=numerator,
        denominator=counted,
        value=_value(kind, numerator, denominator),
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        known_share=_number(row["known_share"]),
        enough_known=measure.enough_known,
    )


def _number(value: object) -> float:
    return 0.0 if value is None else float(str(value))


def _value(kind: Kind, numerator: float, denominator: float) -> float | None:
    if kind is Kind.COUNT:
        return numerator
    if kind is Kind.RATE:
        numerator *= DAYS_OF_A_RATE
    return numerator / denominator if denominator else None


def _interval(kind: Kind, numerator: float, denominator: float, squares: float) -> Interval | None:
    """Wilson for a share, Student's t for a mean, Poisson for a rate; a count is what it is."""
    if kind is Kind.SHARE:
        return wilson(int(numerator), int(denominator))
    if kind is Kind.MEAN and denominator > 1:
        mean = numerator / denominator
        variance = max(squares - denominator * mean * mean, 0.0) / (denominator - 1)
        return mean_interval(int(denominator), mean, variance**0.5)
    if kind is Kind.RATE:
        return rate_interval(int(numerator), denominator, DAYS_OF_A_RATE)
    return None
