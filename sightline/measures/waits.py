"""Children's waits: for permanence since coming into care, for first help since the referral, for
an EHC plan since the request.

One row a wait, with how it ended, for `insight.waiting`. COLUMNS: `began`; `year_ending`, the
financial year in which it began, by the year of its 31 March; `entry`, the days already waited when
the records begin (of those who waited then, the records lack the ones whose wait was over); `days`
waited to the end or to the newest data; `route`, how it ended, null where it has not; `waits`, true
while the child waits still. A wait whose end nobody recorded stops being watched when last seen.
"""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.measures.view import SHORT_BREAKS
from sightline.records import Records

COLUMNS = ("child_id", "began", "year_ending", "entry", "days", "route", "waits")

ADOPTED = "Adopted"
GUARDIAN = "Special guardianship or child arrangements order"
HOME = "Went home as planned"
MATCHED = "Matched for long-term fostering"
OTHERWISE = "Left otherwise, or turned 18"
PERMANENCE_ROUTES = (ADOPTED, GUARDIAN, HOME, MATCHED, OTHERWISE)

HELPED = "Had first help"
REFUSED = "Not accepted"
UNHELPED = "Ended without help"
HELP_ROUTES = (HELPED, REFUSED, UNHELPED)

PLANNED = "Had the plan"
NOT_ASSESSED = "Refused an assessment"
EHC_ROUTES = (PLANNED, NOT_ASSESSED)

# Codes of SSDA903: reasons why care ended, and placements matched for the long term.
_ADOPTION = ("E11", "E12")
_ORDERS = ("E41", "E43", "E44", "E45", "E46", "E47", "E48")
_PLANNED_HOME = ("E4A",)
_MATCHED_PLACEMENTS = ("U1", "U4")
_MATCHED_STEP = "matched_for_long_term_fostering"
_FIRST_MONTH_OF_YEAR = 4


def for_permanence(records: Records) -> Table:
    """COLUMNS, one row a time in care, short breaks left out.

    A match for long-term fostering ends the wait: its recorded date, or the first day in a
    placement coded so (U1, U4), whichever is first. Leaving care by any other way ends it too.
    """
    care = _times_in_care(records)
    matches = _matches(records)
    matched = care.left_join(
        matches,
        (care.child_id == matches.matched_child)
        & (matches.matched >= care.began)
        & (care.ended.isnull() | (matches.matched <= care.ended)),
    )
    firsts = matched.group_by(["child_id", "began", "ended", "reason_ceased", "end_unknown"]).agg(
        matched=_.matched.min()
    )
    left = firsts.ended.notnull() & ~firsts.end_unknown.fill_null(False)
    route = ibis.cases(
        (firsts.matched.notnull(), MATCHED),
        (left & firsts.reason_ceased.isin(_ADOPTION), ADOPTED),
        (left & firsts.reason_ceased.isin(_ORDERS), GUARDIAN),
        (left & firsts.reason_ceased.isin(_PLANNED_HOME), HOME),
        (left, OTHERWISE),
        else_=ibis.null().cast("string"),
    )
    until = ibis.coalesce(firsts.matched, firsts.ended, ibis.literal(records.as_at))
    known = firsts.mutate(route=route, until=until, waits=route.isnull() & firsts.ended.isnull())
    return _spells(known, _covered_from(records))


def for_first_help(records: Records) -> Table:
    """COLUMNS, one row a referral for help with mental health.

    Only help ends the wait well: an offer or an assessment does not. A referral that was not
    accepted ends on the day it was closed, or where that is not recorded on its own day.
    """
    made = records.table("mental_health_referral").filter(_.started.notnull())
    refused = ~made.accepted.fill_null(True)
    route = ibis.cases(
        (made.first_help.notnull(), HELPED),
        (refused, REFUSED),
        (made.ended.notnull(), UNHELPED),
        else_=ibis.null().cast("string"),
    )
    closed = ibis.ifelse(refused, ibis.coalesce(made.ended, made.started), made.ended)
    until = ibis.coalesce(made.first_help, closed, ibis.literal(records.as_at))
    known = made.mutate(began=made.started, route=route, until=until, waits=route.isnull())
    return _spells(known, None)


def for_ehc_plan(records: Records) -> Table:
    """COLUMNS, one row a request for an education, health and care needs assessment.

    Only the plan ends the wait well. A refusal ends it too, on the day it was decided, or where
    that is not recorded on the request's own day.
    """
    made = records.table("ehc_request").filter(_.date.notnull())
    refused = (~made.agreed_to_assess).fill_null(False)
    route = ibis.cases(
        (made.plan_issued.notnull(), PLANNED),
        (refused, NOT_ASSESSED),
        else_=ibis.null().cast("string"),
    )
    decided = ibis.ifelse(refused, ibis.coalesce(made.decided, made.date), ibis.null().cast("date"))
    until = ibis.coalesce(made.plan_issued, decided, ibis.literal(records.as_at))
    known = made.mutate(began=made.date, route=route, until=until, waits=route.isnull())
    return _spells(known, None)


def _times_in_care(records: Records) -> Table:
    periods = records.table("period_of_care")
    breaks = records.table("legal_status").filter(_.legal_status.isin(SHORT_BREAKS))
    care = periods.anti_join(
        breaks,
        (periods.child_id == breaks.child_id)
        & (breaks.started <= periods.started)
        & (breaks.ended.isnull() | (breaks.ended > periods.started)),
    )
    return care.select("child_id", "ended", "reason_ceased", "end_unknown", began=_.started)


def _matches(records: Records) -> Table:
    decided = records.table("permanence_step").filter(_.step == _MATCHED_STEP)
    placed = records.table("placement").filter(_.placement_type.isin(_MATCHED_PLACEMENTS))
    return ibis.union(
        decided.select(matched_child=_.child_id, matched=_.date),
        placed.select(matched_child=_.child_id, matched=_.started),
    )


def _spells(known: Table, covered_from: date | None) -> Table:
    """The columns that the estimators need. A wait that ended before it began is left out."""
    days = known.until.delta(known.began, unit="day").cast("int64")
    since = ibis.literal(0).cast("int64")
    if covered_from is not None:
        before = ibis.literal(covered_from).delta(known.began, unit="day").cast("int64")
        since = ibis.greatest(before, since)
    passed = ibis.ifelse(known.began.month() >= _FIRST_MONTH_OF_YEAR, 1, 0)
    year = (known.began.year() + passed).cast("int64")
    spells = known.mutate(days=days, entry=since, year_ending=year)
    return spells.filter(_.days >= _.entry).select(*COLUMNS)


def _covered_from(records: Records) -> date:
    return records.one_day(records.table("extract").covers_from.min())
