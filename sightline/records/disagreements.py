"""Where two returns disagree on a fact: which was used, and why (`precedence` says the rules)."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import StringColumn, StringValue, Table

from sightline.records import precedence
from sightline.records.fed import union
from sightline.records.merging import rank
from sightline.records.precedence import Precedence
from sightline.records.spells import day_after
from sightline.records.tables import TABLES

NOT_SAID = {"date_of_birth": (), "sex": ("U",), "ethnicity": ("NOBT", "REFU")}
"""Facts about a child → codes that say nothing is known, with which nobody disagrees."""

FACTS = {
    "date_of_birth": precedence.DATE_OF_BIRTH,
    "sex": precedence.SEX,
    "ethnicity": precedence.ETHNICITY,
}


def of_facts(people: Table) -> Table:
    """Who a child is: `people` has every return's statements, extract by extract."""
    return union(*(_of_fact(people, column, rule) for column, rule in FACTS.items()), distinct=True)


def _of_fact(people: Table, column: str, rule: Precedence) -> Table:
    known = people.filter(people[column].notnull()).select(
        "child_id", "source", "period", value=people[column].cast("string")
    )
    if NOT_SAID[column]:
        known = known.filter(known.value.notin(NOT_SAID[column]))
    each_day = known.group_by(["child_id", "source", "period"]).agg(value=_.value.min())
    latest = ibis.window(group_by=["child_id", "source"], order_by=ibis.desc("period"))
    claims = each_day.mutate(place=ibis.row_number().over(latest)).filter(_.place == 0)
    order = ibis.window(group_by="child_id", order_by=[ibis.desc("period"), rank(claims)])
    ordered = claims.mutate(belief=ibis.row_number().over(order))
    used = ordered.filter(_.belief == 0).select(
        "child_id", used_source=_.source, used_value=_.value, used_period=_.period
    )
    others = ordered.filter(_.belief > 0).select(
        "child_id", other_source=_.source, other_value=_.value, other_period=_.period
    )
    both = used.inner_join(others, "child_id")
    return _rows(both.filter(both.used_value != both.other_value), rule)


def of_starts(used: Table, said: Table, rule: Precedence) -> Table:
    """Stretches that start on different days.

    `used` is the canonical table; `said`, what extracts say of the same: child_id, started, ended,
    source, period and any values. Each return's latest word on a stretch is what is compared.
    """
    matched = _matched(used, said, None)
    differ = matched.filter(matched.used_started != matched.other_started)
    told = differ.mutate(
        used_value=differ.used_started.cast("string"),
        other_value=differ.other_started.cast("string"),
    )
    return _rows(told, rule)


def of_values(used: Table, said: Table, value: str, rule: Precedence) -> Table:
    """Stretches whose column `value` differs; as `of_starts`."""
    matched = _matched(used, said, value)
    differ = matched.filter(matched.used_said != matched.other_said)
    return _rows(differ.mutate(used_value=_.used_said, other_value=_.other_said), rule)


def of_ends(used: Table, said: Table, rule: Precedence) -> Table:
    """Ends that differ: another day, or one return has the stretch go on past the other's end."""
    matched = _matched(used, said, None)
    goes_on = matched.other_ended.isnull() & (matched.used_ended <= matched.other_period)
    other_day = matched.other_ended.notnull() & (
        matched.used_ended.isnull() | (matched.used_ended != matched.other_ended)
    )
    differ = matched.filter(goes_on | other_day)
    return _rows(
        differ.mutate(used_value=_day(differ.used_ended), other_value=_day(differ.other_ended)),
        rule,
    )


def _day(day: ibis.expr.types.DateColumn) -> StringColumn:
    return ibis.coalesce(day.cast("string"), ibis.literal("goes on"))


def _matched(used: Table, said: Table, value: str | None) -> Table:
    """Each used stretch beside the latest that each other return says of it.

    They are of the same stretch where the one used holds on the last day of which the other
    speaks, or, failing that, where they overlap.
    """
    ours = used.select(
        "child_id",
        used_source=_.source,
        used_period=_.period,
        used_started=_.started,
        used_ended=_.ended,
        used_said=(used[value] if value else ibis.null()).cast("string"),
    )
    theirs = said.filter(_.started.notnull() & (_.started <= _.period)).select(
        "child_id",
        other_source=_.source,
        other_period=_.period,
        other_started=_.started,
        other_ended=_.ended,
        other_said=(said[value] if value else ibis.null()).cast("string"),
        until=ibis.least(ibis.coalesce(said.ended, day_after(said.period)), day_after(said.period)),
    )
    both = ours.inner_join(
        theirs,
        (ours.child_id == theirs.child_id)
        & (ours.used_source != theirs.other_source)
        & (ours.used_started < theirs.until)
        & (ours.used_ended.isnull() | (ours.used_ended > theirs.other_started)),
    ).drop("child_id_right")
    last_used = ibis.window(
        group_by=["child_id", "other_source", "other_period", "other_started"],
        order_by=ibis.desc("used_started"),
    )
    latest = ibis.window(
        group_by=["child_id", "used_started", "other_source"],
        order_by=[ibis.desc("other_period"), ibis.desc("other_started")],
    )
    return (
        both.mutate(place=ibis.row_number().over(last_used))
        .filter(_.place == 0)
        .mutate(place=ibis.row_number().over(latest))
        .filter(_.place == 0)
    )


def _rows(differing: Table, rule: Precedence) -> Table:
    told = differing.mutate(
        what=ibis.literal(rule.what),
        reason=_reason(differing, rule),
        source=differing.used_source,
        period=differing.used_period,
    )
    return told.select(
        **{name: told[name].cast(kind) for name, kind in TABLES["disagreement"].schema.items()}
    )


def _reason(differing: Table, rule: Precedence) -> StringValue:
    if rule.beside_ssd is None:
        return ibis.literal(rule.reason)
    with_ssd = (differing.used_source == "ssd") | (differing.other_source == "ssd")
    return ibis.ifelse(with_ssd, rule.beside_ssd, rule.reason)
