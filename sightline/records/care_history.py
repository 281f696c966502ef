"""One history of care out of two returns: 903 up to the last year it covers, Annex A after it.

The yearly return is checked and complete, so it is believed for the days it covers. For later
days the newest Annex A extract is: a child it no longer lists, and for whom no end was given, is
taken to have left the day after she was last listed, marked `end_unknown`, so that somebody asks.
What began before the first episode held begins where another source says it did: Annex A, or of
the 903 and the SSD the one whose episodes are not used. Where none does, its start is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple, cast

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.records.spells import day_after, run_number

NEVER = date(1900, 1, 1)


class Starts(NamedTuple):
    """Statements of when things began: child_id, started, ended, period (`care_told.CareTold`)."""

    periods: Table
    placements: Table
    statuses: Table


@dataclass(frozen=True, slots=True)
class Sources:
    """Annex A list 8 over all extracts, what tells of starts, and how far the 903 years reach."""

    listed: Table
    starts: Starts
    covered_to: date  # the last 31 March a 903 covers; NEVER when there is none
    newest_extract: date  # the newest Annex A; NEVER when there is none

    @property
    def later(self) -> Table:
        """List 8 of the extracts after the last 903 year."""
        return self.listed.filter(_.period > self.covered_to)


def periods_of_care(yearly: Table, sources: Sources) -> Table:
    """Periods of care to today, from `from_ssda903.period_of_care` and the later extracts."""
    yearly = backdated(yearly, sources.starts.periods)
    listed = _listed_periods(sources)
    if sources.newest_extract <= sources.covered_to:
        return yearly
    closed = yearly.filter(_.ended.notnull())
    still = yearly.filter(_.ended.isnull())
    earlier = listed.filter(_.started <= sources.covered_to)
    match = newest_start(earlier)
    confirmed = still.left_join(match, still.child_id == match.child_id)
    carried = confirmed.select(
        child_id=still.child_id,
        started=still.started,
        ended=ibis.ifelse(
            match.child_id.isnull(), sources.covered_to + timedelta(days=1), match.ended
        ),
        reason_ceased=match.reason_ceased,
        start_unknown=still.start_unknown,
        end_unknown=match.child_id.isnull() | match.end_unknown,
        source=still.source,
        period=ibis.coalesce(match.period, still.period),
    )
    unknown_to_yearly = earlier.anti_join(still, "child_id").filter(
        _.ended.isnull() | (_.ended > sources.covered_to)
    )
    since = listed.filter(_.started > sources.covered_to)
    return _stacked(closed, carried, unknown_to_yearly, since)


def _listed_periods(sources: Sources) -> Table:
    """Each period of care that the later extracts list, with its end."""
    listed = (
        sources.later.group_by(["child_id", "care_started"])
        .agg(
            given=_.care_ended.argmax(_.period),
            reason_ceased=_.reason_ceased.argmax(_.period),
            source=_.source.max(),
            period=_.period.max(),
        )
        .rename(started="care_started")
    )
    vanished = listed.given.isnull() & (listed.period < sources.newest_extract)
    return cast(
        "Table",
        listed.mutate(
            ended=ibis.ifelse(vanished, day_after(listed.period), listed.given),
            start_unknown=ibis.literal(False),
            end_unknown=vanished,
        ).drop("given"),
    )


def backdated(spells: Table, said: Table) -> Table:
    """Spells marked `began_before`, started when a statement of them says they did.

    A statement is of a spell where it holds on the spell's first day, having begun before; one that
    gives no end must have been made during the spell. The newest is believed. Where there is none,
    `start_unknown`.
    """
    before = spells.filter(_.began_before).select("child_id", "started", "ended")
    until = ibis.least(ibis.coalesce(said.ended, day_after(said.period)), day_after(said.period))
    stated = said.select(
        "child_id", "period", said=_.started, until=until, closed=_.ended.notnull()
    )
    of_it = before.join(
        stated,
        (before.child_id == stated.child_id)
        & (stated.said < before.started)
        & (stated.until > before.started)
        & (before.ended.isnull() | stated.closed | (stated.period < before.ended)),
    ).select(before.child_id, before.started, stated.said, stated.period)
    newest = ibis.window(
        group_by=["child_id", "started"], order_by=[ibis.desc("period"), ibis.desc("said")]
    )
    first = (
        of_it.mutate(place=ibis.row_number().over(newest))
        .filter(_.place == 0)
        .select("child_id", "started", really=_.said)
    )
    return (
        spells.left_join(first, ["child_id", "started"])
        .mutate(
            really_started=ibis.coalesce(_.really, _.started),
            start_unknown=_.began_before.fill_null(False) & _.really.isnull(),
        )
        .drop("started", "really", "child_id_right", "started_right", "began_before")
        .rename(started="really_started")
    )


def newest_start(spells: Table) -> Table:
    """Of each child's spells, the one that started last."""
    order = ibis.window(group_by="child_id", order_by=ibis.desc("started"))
    return spells.mutate(place=ibis.row_number().over(order)).filter(_.place == 0).drop("place")


def placements(yearly: Table, periods: Table, sources: Sources) -> Table:
    """Placements to today: those of the 903, then each new start that later extracts show."""
    later = (
        sources.later.filter(_.placement_started.notnull())
        .group_by(["child_id", "placement_started"])
        .agg(
            placement_type=_.placement_type.argmax(_.period),
            provider=_.placement_provider.argmax(_.period),
            postcode=_.placement_postcode.argmax(_.period),
            urn=_.urn.argmax(_.period),
            source=_.source.max(),
            period=_.period.max(),
        )
        .rename(started="placement_started")
        .mutate(ended=ibis.null().cast("date"), carer_since=_.started)
    )
    began = backdated(yearly, sources.starts.placements).drop("start_unknown")
    since = began.mutate(carer_since=ibis.least(_.carer_since, _.started))
    return _with_same_carers(within_care(_continued(since, later, sources), periods))


def _with_same_carers(placements: Table) -> Table:
    """Carries `carer_since` through a recoding.

    Annex A does not say that the carers stayed the same, but a foster placement that begins where
    the last one was, by its postcode, is the same home.
    """
    order = ibis.window(group_by="child_id", order_by="started")
    before = placements.mutate(
        postcode_before=placements.postcode.lag().over(order),
        type_before=placements.placement_type.lag().over(order),
        since_before=placements.carer_since.lag().over(order),
    )
    stayed = (before.carer_since == before.since_before) | (
        (before.source == "annex_a")
        & (before.postcode == before.postcode_before)
        & before.placement_type.startswith("U")
        & before.type_before.startswith("U")
    )
    marked = before.mutate(moved=~stayed.fill_null(False))
    numbered = marked.mutate(run=run_number(marked.moved, "started"))
    together = ibis.window(group_by=["child_id", "run"])
    return numbered.mutate(carer_since=numbered.carer_since.min().over(together)).select(
        placements.columns
    )


def legal_statuses(yearly: Table, periods: Table, sources: Sources) -> Table:
    """Legal statuses to today, in the same way."""
    later = (
        sources.later.filter(_.legal_status_started.notnull() & _.legal_status.notnull())
        .group_by(["child_id", "legal_status_started"])
        .agg(
            legal_status=_.legal_status.argmax(_.period),
            source=_.source.max(),
            period=_.period.max(),
        )
        .rename(started="legal_status_started")
        .mutate(ended=ibis.null().cast("date"))
    )
    began = backdated(yearly, sources.starts.statuses).drop("start_unknown")
    return within_care(_continued(began, later, sources), periods)


def _continued(yearly: Table, later: Table, sources: Sources) -> Table:
    """The yearly return's spells, then what later extracts add: new starts, and new children."""
    still = yearly.filter(_.ended.isnull()).select("child_id").distinct()
    added = ibis.union(
        later.filter(_.started > sources.covered_to),
        later.filter(_.started <= sources.covered_to).anti_join(still, "child_id"),
        distinct=False,
    )
    return _stacked(yearly, added)


def within_care(spells: Table, periods: Table) -> Table:
    """Spells cut to the period of care they fall in and to the start of the next one.

    `least` passes over nulls on every engine we use, so an open end gives way to a known one. A
    spell that no period of care holds is left out: nobody says that the child was in care.
    """
    care = periods.select("child_id", care_started=_.started, care_ended=_.ended)
    joined = spells.join(care, "child_id").filter(
        (_.ended.isnull() | (_.ended > _.care_started))
        & (_.care_ended.isnull() | (_.started < _.care_ended))
    )
    clipped = joined.mutate(
        started=ibis.greatest(_.started, _.care_started),
        ended=ibis.least(_.ended, _.care_ended),
    ).drop("care_started", "care_ended")
    one_a_start = ibis.window(group_by=["child_id", "started"], order_by=ibis.desc("period"))
    order = ibis.window(group_by="child_id", order_by="started")
    return (
        clipped.mutate(place=ibis.row_number().over(one_a_start))
        .filter(_.place == 0)
        .drop("place")
        .mutate(following=_.started.lead().over(order))
        .mutate(ended=ibis.least(_.ended, _.following))
        .drop("following")
    )


def _stacked(*tables: Table) -> Table:
    first, *others = tables
    columns = list(first.columns)
    return ibis.union(first, *(table.select(columns) for table in others), distinct=False)
