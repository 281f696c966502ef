"""What of the figures is looked at for the areas for further scrutiny, worked out once a load.

Every measure that may be used and of which one way is better is set beside its own past; of a
share, each team, sex and ethnic group is set beside the rest. What is missing, of every measure,
and who waits too long are set beside a year before; what audits found of a practice beside what its
figure says; our figure beside similar areas, which are loaded apart (`outliers`) and looked up when
asked. All of it is kept, what shows nothing too:
the ranking allows for how many things were looked at. Age, legal status and placement are left out
of the groups: a child's circumstances rightly make a difference to what is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa

from sightline.insight.change import Series, measured_change
from sightline.insight.comparison import Group, gaps
from sightline.insight.scrutiny import (
    Candidate,
    Kind,
    Monthly,
    Stayers,
    deterioration,
    moved,
    subgroup_gap,
)
from sightline.insight.wording import Polarity, Unit
from sightline.jobs.audit_contradictions import audit_contradictions
from sightline.jobs.authority import opened
from sightline.jobs.data_cliffs import data_cliffs
from sightline.jobs.figures import believed
from sightline.jobs.outliers import outliers
from sightline.jobs.remembered import remembered
from sightline.jobs.waiting_tails import waiting_tails
from sightline.measures import Figure, Measure, MeasureFigures
from sightline.measures.figures import series_by
from sightline.measures.language import Kind as MeasureKind
from sightline.measures.stayers import stayers
from sightline.records import Records

LOOKED_AT = "looked_at"
GROUPINGS = ("team", "sex", "ethnic_group")
_UNITS = {MeasureKind.COUNT: Unit.COUNT, MeasureKind.CHANGE: Unit.SHARE}
_SCHEMA = pa.schema(
    [
        ("measure_id", pa.string()),
        ("by", pa.string()),
        ("group", pa.string()),
        ("id", pa.string()),
        ("kind", pa.string()),
        ("what", pa.string()),
        ("evidence", pa.string()),
        ("question", pa.string()),
        ("children", pa.int64()),
        ("p_value", pa.float64()),
    ]
)


@dataclass(frozen=True, slots=True)
class Looked:
    """One thing looked at: of which measure, and of which group where it is about one.

    `measure_id` is empty for what is about no measure: how long children wait.
    """

    measure_id: str
    candidate: Candidate
    by: str = ""
    group: str = ""


def keep_looked_at(records: Records, measures: Mapping[str, Measure]) -> None:
    """Look at every figure, and keep what was seen. Needs the rows and the trust of the load."""
    usable = [each for each in believed(records, measures).values() if _may_be_judged(each)]
    known = stayers(records, measures)
    found = [
        *(seen for each in usable for seen in _over_time(each, known.get(each.measure.id))),
        *_between_groups(records, {each.measure.id: each for each in usable}),
        *(Looked(name, cliff) for name, cliff in data_cliffs(records, measures)),
        *(Looked("", tail) for tail in waiting_tails(records)),
        *(Looked(name, each) for name, each in audit_contradictions(records, usable)),
    ]
    rows = [
        {
            "measure_id": each.measure_id,
            "by": each.by,
            "group": each.group,
            **asdict(each.candidate),
        }
        for each in found
    ]
    table = pa.Table.from_pylist(rows, schema=_SCHEMA)
    records.connection.create_table(LOOKED_AT, table, overwrite=True)


def looked_at(data: Path) -> tuple[Looked, ...]:
    """Everything that is looked at after the newest load. Raises NothingLoadedError."""
    beside = (Looked(name, candidate) for name, candidate in outliers(data))
    return (*_of_the_load(data), *beside)


@remembered
def _of_the_load(data: Path) -> tuple[Looked, ...]:
    with opened(data) as records:
        return looked_at_in(records)


def looked_at_in(records: Records) -> tuple[Looked, ...]:
    """What the load kept of what it looked at, from records that are open."""
    rows = records.ask(records.connection.table(LOOKED_AT))
    return tuple(
        Looked(
            row.pop("measure_id"),
            by=row.pop("by"),
            group=row.pop("group"),
            candidate=Candidate(**{**row, "kind": Kind(row["kind"])}),
        )
        for row in rows
    )


def _may_be_judged(found: MeasureFigures) -> bool:
    return found.measure.polarity is not Polarity.NONE and found.latest.trusted


def _over_time(found: MeasureFigures, known: Stayers | None) -> Iterator[Looked]:
    measure = found.measure
    series = [each for each in found.series if each.trusted and each.value is not None]
    is_share = measure.kind is MeasureKind.SHARE
    seen = _share_over_time(measure, series, known) if is_share else _moved(measure, series)
    if seen is not None:
        yield Looked(measure.id, seen)


def _share_over_time(
    measure: Measure, series: Sequence[Figure], known: Stayers | None
) -> Candidate | None:
    counted = [each for each in series if each.denominator]
    monthly = Monthly(
        [each.numerator or 0.0 for each in counted], [each.denominator or 0 for each in counted]
    )
    name = f"{measure.id}/over-time"
    return deterioration(name, measure.title, monthly, measure.polarity, known)


def _moved(measure: Measure, series: Sequence[Figure]) -> Candidate | None:
    change = measured_change(
        Series(
            f"{measure.id}/over-time",
            measure.title,
            [each.as_at for each in series],
            [each.value or 0.0 for each in series],
            measure.polarity,
            _UNITS.get(measure.kind, Unit.NUMBER),
        )
    )
    if change is None:
        return None
    counts = measure.kind is MeasureKind.COUNT
    children = abs(change.difference) if counts else series[-1].denominator or 0
    return moved(change, round(children))


def _between_groups(records: Records, usable: Mapping[str, MeasureFigures]) -> Iterator[Looked]:
    shares = {
        name: each.measure
        for name, each in usable.items()
        if each.measure.kind is MeasureKind.SHARE and each.measure.of_children
    }
    for by in GROUPINGS:
        groups: dict[str, list[Group]] = {}
        for (name, group), found in series_by(records, shares, by).items():
            if found.latest.as_at == usable[name].latest.as_at:
                groups.setdefault(name, []).append(_group(group, found.latest))
        for name, of_measure in groups.items():
            measure = shares[name]
            for gap in gaps(of_measure):
                key = f"{name}/{by}/{gap.group.name}"
                seen = subgroup_gap(key, measure.title, gap, measure.polarity)
                yield Looked(name, seen, by, gap.group.name)


def _group(name: str, figure: Figure) -> Group:
    of = figure.denominator or 0
    return Group(name, min(round(figure.numerator or 0), of), of)
