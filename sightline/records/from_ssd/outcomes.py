"""SSD into what a month's or a year's end finds: times missing, and the health outcomes.

The SSD holds dated events, so what an extract of another return states of the twelve months before
it can be told for every month-end of its window.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import Table

from sightline.records.from_ssd.care import WINDOW_YEARS
from sightline.records.from_ssd.given import RETURN, Given, newest_day, read, was_given
from sightline.records.from_ssd.seen import health_check
from sightline.records.newest import newest
from sightline.records.tables import TABLES

_SPELL = {"started": "date", "ended": "date"}
_YEAR = 12


def missing_episode(given: Given) -> Table:
    """Missing (M) and away without authorisation (A)."""
    return newest(_missing(given).drop("offered", "accepted"), ["child_id", "kind", "started"])


def _missing(given: Given) -> Table:
    raw = read(
        given,
        "ssd_missing",
        {
            "child_id": "miss_person_id",
            "started": "miss_missing_episode_start_date",
            "ended": "miss_missing_episode_end_date",
            "kind": "miss_missing_episode_type",
            "offered": "miss_missing_rhi_offered",
            "accepted": "miss_missing_rhi_accepted",
        },
        {**_SPELL, "offered": "boolean", "accepted": "boolean"},
    )
    return raw.filter(_.child_id.notnull() & _.started.notnull())


def missing_state(given: Given, periods: Table) -> Table:
    """What each month-end's twelve months hold of a child in care: times missing, and the last.

    `periods` are the periods of care. Empty where the SSD has no table of children missing.
    """
    if not was_given(given, "ssd_missing"):
        return _none("missing_state")
    days = month_ends(newest_day(given))
    held = _in_care_on(periods, days)
    episodes = newest(_missing(given), ["child_id", "kind", "started"]).select(
        missed="child_id", began="started", kind="kind", offered="offered", accepted="accepted"
    )
    within = held.left_join(
        episodes,
        (held.child_id == episodes.missed)
        & (episodes.began <= held.as_at)
        & (episodes.began > held.as_at - ibis.interval(months=_YEAR)),
    )
    counted = within.group_by(["child_id", "as_at"]).agg(
        missing_12_months=ibis.ifelse(within.kind == "M", 1, 0).sum(),
        absent_12_months=ibis.ifelse(within.kind == "A", 1, 0).sum(),
    )
    latest = ibis.window(
        group_by=["child_id", "as_at"], order_by=[ibis.desc("began"), ibis.desc("kind")]
    )
    last = (
        within.filter(within.kind.notnull())
        .mutate(place=ibis.row_number().over(latest))
        .filter(_.place == 0)
        .select(
            last_child="child_id",
            last_day="as_at",
            return_interview_offered="offered",
            return_interview_accepted="accepted",
        )
    )
    both = counted.left_join(
        last, (counted.child_id == last.last_child) & (counted.as_at == last.last_day)
    )
    return both.drop("last_child", "last_day").mutate(
        source=ibis.literal("ssd"), period=ibis.literal(newest_day(given), "date")
    )


def _in_care_on(periods: Table, days: Table) -> Table:
    held = days.join(
        periods,
        (periods.started <= days.as_at) & (periods.ended.isnull() | (periods.ended > days.as_at)),
    )
    return held.select("as_at", "child_id").distinct()


def month_ends(until: date | None) -> Table:
    """`as_at`: each month-end of the window before a day, and the day itself."""
    assert until is not None, "asked for only where the SSD says who is in care"
    last = until.year * _YEAR + until.month - 1
    ends = [_month_end(month) for month in range(last - WINDOW_YEARS * _YEAR, last)]
    days = pa.array(sorted({*ends, until}), pa.date32())
    return ibis.memtable(pa.table({"as_at": days}))


def _month_end(month: int) -> date:
    year, number = month // _YEAR, month % _YEAR + 1
    return date(year, number, monthrange(year, number)[1])


def outcome_year(given: Given, periods: Table) -> Table:
    """The health outcomes of each child looked after for the twelve months to each 31 March.

    The score is the last one of the year. Whether a young child's development was checked, the SSD
    does not say in a way that can be told apart. Empty where the SSD has no table of SDQ scores.
    """
    if not was_given(given, "ssd_sdq_scores"):
        return _none("outcome_year")
    day = newest_day(given)
    assert day is not None
    children = _year_in_care(periods, _marches(day))
    checks = health_check(given)
    with_score = _with_score(children, given)
    found = _with_flag(with_score, _happened(given, _CONVICTION), "convicted")
    found = _with_flag(found, _happened(given, _MISUSE), "substance_misuse")
    found = _with_flag(found, checks.filter(_.kind == "dental_check"), "dental_check")
    found = _with_flag(found, checks.filter(_.kind == "health_assessment"), "health_assessment")
    return _with_immunised(found, given).mutate(
        development_check=ibis.null().cast("boolean"),
        source=ibis.literal(RETURN),
        period=ibis.literal(day, "date"),
    )


_CONVICTION = ("ssd_cla_convictions", "clac_person_id", "clac_cla_conviction_date")
_MISUSE = ("ssd_cla_substance_misuse", "clas_person_id", "clas_substance_misuse_date")


def _happened(given: Given, where: tuple[str, str, str]) -> Table | None:
    """The dated events of a table; None where it was not given, which says nothing."""
    table, child, day = where
    if not was_given(given, table):
        return None
    return read(given, table, {"child_id": child, "date": day}, {"date": "date"})


def _marches(until: date) -> Table:
    years = range(until.year - WINDOW_YEARS, until.year + 1)
    days = [day for year in years if (day := date(year, 3, 31)) <= until]
    return ibis.memtable(pa.table({"year_ending": pa.array(days, pa.date32())}))


def _year_in_care(periods: Table, days: Table) -> Table:
    """Both days counted, as for the 903: in care from 1 April is twelve months at 31 March."""
    first = days.year_ending - ibis.interval(months=_YEAR) + ibis.interval(days=1)
    held = days.join(
        periods,
        (periods.started <= first) & (periods.ended.isnull() | (periods.ended > days.year_ending)),
    )
    return held.select("year_ending", "child_id").distinct()


def _with_score(children: Table, given: Given) -> Table:
    scores = read(
        given,
        "ssd_sdq_scores",
        {
            "scored": "csdq_person_id",
            "on": "csdq_sdq_completed_date",
            "score": "csdq_sdq_score",
            "reason": "csdq_sdq_reason",
        },
        {"on": "date", "score": "int64"},
    ).drop("source", "period")
    within = children.join(
        scores,
        (children.child_id == scores.scored)
        & (scores.on <= children.year_ending)
        & (scores.on > children.year_ending - ibis.interval(months=_YEAR)),
    )
    return _last_in_year(_last_in_year(children, within, "score"), within, "reason").rename(
        sdq_score="score", sdq_reason="reason"
    )


def _last_in_year(children: Table, within: Table, column: str) -> Table:
    """Adds the last value of the year that is not blank."""
    latest = ibis.window(
        group_by=["child_id", "year_ending"], order_by=[ibis.desc("on"), ibis.desc(column)]
    )
    last = (
        within.filter(within[column].notnull())
        .mutate(place=ibis.row_number().over(latest))
        .filter(_.place == 0)
        .select("child_id", "year_ending", column)
    )
    return children.left_join(last, ["child_id", "year_ending"]).drop(
        "child_id_right", "year_ending_right"
    )


def _with_flag(children: Table, events: Table | None, name: str) -> Table:
    """Adds whether any of the events fell into the year; blank where nobody says."""
    if events is None:
        return children.mutate(**{name: ibis.null().cast("boolean")})
    dated = events.select(whose="child_id", on="date")
    within = children.join(
        dated,
        (children.child_id == dated.whose)
        & (dated.on <= children.year_ending)
        & (dated.on > children.year_ending - ibis.interval(months=_YEAR)),
    )
    flagged = within.select(flag_child="child_id", flag_year="year_ending").distinct()
    both = children.left_join(
        flagged,
        (children.child_id == flagged.flag_child) & (children.year_ending == flagged.flag_year),
    )
    return both.mutate(**{name: both.flag_child.notnull()}).drop("flag_child", "flag_year")


def _with_immunised(children: Table, given: Given) -> Table:
    """Adds whether immunisations were up to date; the SSD says so only for one day of its own."""
    said = (
        read(
            given,
            "ssd_cla_immunisations",
            {
                "whose": "clai_person_id",
                "immunised": "clai_immunisations_status",
                "on": "clai_immunisations_status_date",
            },
            {"on": "date", "immunised": "boolean"},
        )
        .filter(_.whose.notnull() & _.immunised.notnull())
        .select("whose", "immunised", "on")
    )
    by_then = children.join(
        said, (children.child_id == said.whose) & (said.on <= children.year_ending)
    )
    latest = ibis.window(group_by=["child_id", "year_ending"], order_by=[ibis.desc("on"), "whose"])
    last = (
        by_then.mutate(place=ibis.row_number().over(latest))
        .filter(_.place == 0)
        .select("child_id", "year_ending", "immunised")
    )
    return children.left_join(last, ["child_id", "year_ending"]).drop(
        "child_id_right", "year_ending_right"
    )


def _none(table: str) -> Table:
    return ibis.memtable(TABLES[table].schema.to_pyarrow().empty_table())
