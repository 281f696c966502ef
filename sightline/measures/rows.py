"""The rows behind figures: each measure's expression in one form, kept for every moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, Table

from sightline.measures.language import Kind, Measure, When
from sightline.measures.view import GROUPS, View
from sightline.records import Records, ask_again

ROWS = "measure_row"
SCHEMA = ibis.schema(
    {
        "measure_id": "string",
        "as_at": "date",
        "child_id": "string",
        "up": "float64",  # what the child adds to the numerator; null where it is not known
        "down": "float64",  # what the child adds to the denominator
        "known": "boolean",
        **dict.fromkeys(GROUPS, "string"),
        "worker": "string",
        "age": "int64",
        "placement_type": "string",
        "day": "date",  # when it happened; null of a row that says how things stand
    }
)


@dataclass(frozen=True, slots=True)
class ChildRow:
    """One child behind a figure. `met`: in the numerator; None where the inputs are not known."""

    child_id: str
    met: bool | None
    value: float | None
    team: str | None
    worker: str | None
    age: int | None
    legal_status: str | None
    placement_group: str | None


def rows(measure: Measure, view: View) -> Table:
    """A measure's rows at the moments for which it can be worked out, SCHEMA.

    A row is without what its measure's population lacks: a child at the front door, a placement.
    """
    found = measure.how(view)
    up, down = _parts(measure.kind, found)
    ours = {"measure_id": ibis.literal(measure.id), "up": up, "down": down}
    if "known" not in found.columns:
        ours["known"] = ibis.literal(True)
    theirs = {name: found[name] for name in SCHEMA if name in found.columns}
    there = {**theirs, **ours}
    worked_out = found.select(
        **{name: there.get(name, ibis.null()).cast(kind) for name, kind in SCHEMA.items()}
    )
    return worked_out.semi_join(_moments(measure, view), "as_at")


def _parts(kind: Kind, found: Table) -> tuple[ibis.Value, ibis.Value]:
    if kind is Kind.CHANGE:
        return _counts(found.now) - _counts(found.was), _counts(found.was)
    if kind is Kind.RATE:
        return found.events, found.days
    if kind is Kind.MEAN:
        return found.value, ibis.ifelse(found.value.notnull(), 1, 0)
    # not `met.notnull()`: Spark cannot read "x IS NULL IS NOT NULL", as of a `met` that is a test
    return _counts(found.met), ibis.cases((found.met, 1), (~found.met, 1), else_=0)


def _counts(flag: BooleanValue) -> ibis.Value:
    """1 for true, 0 for false, null where it is not known; not every engine casts so."""
    return ibis.cases((flag, 1), (~flag, 0), else_=ibis.null().cast("int64"))


def _moments(measure: Measure, view: View) -> Table:
    """The moments at which it can be worked out; many measures share them."""
    months = measure.looks_back_months
    return view.once(
        f"moments_{measure.when.name.lower()}_{months}",
        lambda: _usable(view, measure.when, months),
    )


def _usable(view: View, when: When, months: int) -> Table:
    day_before = view.covered_from - ibis.interval(days=1)
    usable = view.moment.filter(_.as_at >= day_before + ibis.interval(months=months))
    if when is When.MONTHLY_TO_YEAR_END:
        usable = usable.filter(_.as_at <= view.moment.year_ending.max())
    if when is When.YEARLY:
        usable = usable.filter(_.year_ending.notnull())
    if when is When.MONTHLY_FROM_LISTS:
        usable = usable.filter(_.extract.notnull())
    return usable.select("as_at")


def children(
    records: Records, measure: Measure, as_at: date, *, team: str | None = None
) -> tuple[ChildRow, ...]:
    """The children behind a figure: those in the numerator first."""
    is_share = measure.kind in (Kind.SHARE, Kind.COUNT)

    def listed(of: str, day: str, **of_team: str) -> Table:
        kept = records.connection.table(ROWS)
        kept = kept.filter((kept.measure_id == of) & (kept.as_at == ibis.literal(day).cast("date")))
        if of_team:
            kept = kept.filter(kept.team == of_team["team"])
        return kept.select(
            "child_id",
            met=(kept.up > 0) if is_share else ibis.null().cast("boolean"),
            value=ibis.null().cast("float64") if is_share else kept.up,
            team=kept.team,
            worker=kept.worker,
            age=kept.age,
            legal_status=kept.legal_status,
            placement_group=kept.placement_group,
        ).order_by([ibis.desc("met"), ibis.desc("value"), "child_id"])

    asked = {"of": measure.id, "day": as_at.isoformat()} | ({} if team is None else {"team": team})
    name = f"children behind, {is_share}, {sorted(asked)}"
    return tuple(ChildRow(**row) for row in ask_again(records, name, listed, **asked))
