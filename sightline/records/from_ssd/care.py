"""SSD into the history of care: episodes as the 903 has them, but to the day of the extract.

The SSD's episodes are those of the 903, so periods of care, placements and legal statuses are made
of them by the same functions. Where a child lives, and under what order, stand in tables of their
own: an episode takes those that held on its first day.
"""

from __future__ import annotations

from typing import cast

import ibis
from ibis import _
from ibis.expr.types import StringColumn, Table

from sightline.records.from_ssd.given import Given, read
from sightline.records.newest import newest
from sightline.records.spells import day_after

LONG_AGO = ibis.date(1900, 1, 1)
WINDOW_YEARS = 6
PLACE = ("placement_type", "provider", "placement_postcode", "urn", "reason_place_change")
_DATES = {"started": "date", "ended": "date"}


def care_episode(given: Given) -> Table:
    """Episodes: a stretch under one legal status in one placement, the last of them open."""
    raw = read(
        given,
        "ssd_cla_episodes",
        {
            "child_id": "clae_person_id",
            "started": "clae_cla_episode_start_date",
            "ended": "clae_cla_episode_ceased_date",
            "reason_new_episode": "clae_cla_episode_start_reason",
            "need": "clae_cla_primary_need_code",
            "reason_ceased": "clae_cla_episode_ceased_reason",
            "placement_id": "clae_cla_placement_id",
        },
        _DATES,
    )
    episodes = newest(raw, ["child_id", "started"])
    placed = _with_placement(episodes, _placements(given))
    ordered = _with_order(placed, _orders(given))
    cut = _cut_overlaps(ordered)
    return cut.mutate(
        reason_new_episode=ibis.coalesce(cut.reason_new_episode, _told_reason(cut)),
        reason_ceased=cut.reason_ceased.nullif("X1"),
        home_postcode=ibis.null().cast("string"),
        end_unknown=ibis.literal(False),
    ).drop("placement_id")


def entered(given: Given) -> Table:
    """The day on which a child came into care, as told beside her episodes: one row an episode.

    Columns: child_id, started (that day), ended (of the episode), source, period. The episodes that
    the SSD holds may begin later, in the middle of a time in care.
    """
    raw = read(
        given,
        "ssd_cla_episodes",
        {
            "child_id": "clae_person_id",
            "started": "clae_entered_care_date",
            "ended": "clae_cla_episode_ceased_date",
        },
        _DATES,
    )
    return raw.filter(_.started.notnull())


def _placements(given: Given) -> Table:
    raw = read(
        given,
        "ssd_cla_placement",
        {
            "placed": "clap_cla_placement_id",
            "placed_child": "clap_person_id",
            "placed_from": "clap_cla_placement_start_date",
            "placed_to": "clap_cla_placement_end_date",
            "placement_type": "clap_cla_placement_type",
            "provider": "clap_cla_placement_provider",
            "placement_postcode": "clap_cla_placement_postcode",
            "urn": "clap_cla_placement_urn",
            "reason_place_change": "clap_cla_placement_change_reason",
        },
        {"placed_from": "date", "placed_to": "date"},
    )
    return newest(raw.filter(_.placed.notnull()), ["placed"]).drop("source", "period")


def _with_placement(episodes: Table, placements: Table) -> Table:
    """Adds where the child lives: the placement an episode names, else the one of its first day."""
    named = episodes.left_join(placements, episodes.placement_id == placements.placed).drop(
        "placed_child", "placed_from", "placed_to"
    )
    dated = placements.filter(_.placed_child.notnull() & _.placed_from.notnull())
    held = named.filter(_.placed.isnull()).select("child_id", "started")
    then = held.join(
        dated,
        (held.child_id == dated.placed_child)
        & (dated.placed_from <= held.started)
        & (dated.placed_to.isnull() | (dated.placed_to > held.started)),
    )
    order = ibis.window(
        group_by=["child_id", "started"], order_by=[ibis.desc("placed_from"), "placed"]
    )
    last = then.mutate(place=ibis.row_number().over(order)).filter(_.place == 0)
    by_day = last.select(
        dated_child="child_id",
        dated_start="started",
        dated_id="placed",
        **{f"dated_{name}": name for name in PLACE},
    )
    both = named.left_join(
        by_day, (named.child_id == by_day.dated_child) & (named.started == by_day.dated_start)
    )
    return both.select(
        *(name for name in episodes.columns if name != "placement_id"),
        placement_id=ibis.coalesce(both.placed, both.dated_id),
        **{name: ibis.coalesce(both[name], both[f"dated_{name}"]) for name in PLACE},
    )


def _orders(given: Given) -> Table:
    raw = read(
        given,
        "ssd_legal_status",
        {
            "order_child": "lega_person_id",
            "legal_status": "lega_legal_status",
            "order_from": "lega_legal_status_start_date",
            "order_to": "lega_legal_status_end_date",
        },
        {"order_from": "date", "order_to": "date"},
    )
    return raw.filter(_.legal_status.notnull() & _.order_from.notnull()).drop("source", "period")


def _with_order(episodes: Table, orders: Table) -> Table:
    """Adds the legal status that held on an episode's first day, else the first that began in it.

    Of several that held, the one that began last.
    """
    spans = episodes.select("child_id", "started", "ended")
    during = spans.join(
        orders,
        (spans.child_id == orders.order_child)
        & (spans.ended.isnull() | (orders.order_from < spans.ended))
        & (orders.order_to.isnull() | (orders.order_to > spans.started)),
    )
    held_from = ibis.ifelse(during.order_from <= during.started, during.order_from, LONG_AGO)
    order = ibis.window(
        group_by=["child_id", "started"],
        order_by=[ibis.desc("held_from"), "order_from", "legal_status"],
    )
    chosen = (
        during.mutate(held_from=held_from)
        .mutate(place=ibis.row_number().over(order))
        .filter(_.place == 0)
        .select(ordered_child="child_id", ordered_start="started", legal_status="legal_status")
    )
    both = episodes.left_join(
        chosen,
        (episodes.child_id == chosen.ordered_child) & (episodes.started == chosen.ordered_start),
    )
    return both.drop("ordered_child", "ordered_start")


def _cut_overlaps(episodes: Table) -> Table:
    order = ibis.window(group_by="child_id", order_by="started")
    following = episodes.started.lead().over(order)
    return episodes.mutate(ended=ibis.least(episodes.ended, following)).filter(
        _.ended.isnull() | (_.ended >= _.started)
    )


def _told_reason(episodes: Table) -> StringColumn:
    """Why an episode began, where nobody says: by what is not as it was in the one before."""
    order = ibis.window(group_by="child_id", order_by="started")
    before = episodes.ended.lag().over(order)
    same_place = episodes.placement_id == episodes.placement_id.lag().over(order)
    same_order = episodes.legal_status == episodes.legal_status.lag().over(order)
    return ibis.cases(
        (before.isnull() | (episodes.started > before), "S"),
        (same_place.fill_null(False), "L"),
        (same_order.fill_null(False), "P"),
        else_="B",
    )


def with_yearly(given: Given, yearly: Table, ssd: Table) -> Table:
    """One set of episodes from the 903 (`from_ssda903.care_episode`) and the SSD.

    Each child's come whole from the source that speaks of the later day; the other is asked only
    for children whom that one does not know. Such a child, if the older source left her in care,
    has left by its last day, and nobody says when (`end_unknown`).
    """
    days = given.periods("ssda903", "episodes")
    ours = given.periods("ssd", "ssd_cla_episodes")
    if not ours or not days:
        return yearly if not ours else ssd.select(yearly.columns)
    newer, older = (ssd, yearly) if max(ours) >= max(days) else (yearly, ssd)
    others = older.anti_join(newer, "child_id")
    gone = others.mutate(
        ended=ibis.coalesce(others.ended, day_after(others.period)),
        end_unknown=others.end_unknown | others.ended.isnull(),
    )
    columns = list(yearly.columns)
    return ibis.union(newer.select(columns), gone.select(columns), distinct=False)


def extract(given: Given) -> Table:
    """The newest extract and the days it covers.

    The SSD takes in who was known in the six years before it, unless the authority has set another
    window (unverified). A shorter one shows in the data: nobody left care before it began.
    """
    raw = read(
        given,
        "ssd_cla_episodes",
        {"child_id": "clae_person_id", "ended": "clae_cla_episode_ceased_date"},
        _DATES,
    )
    days = raw.group_by("period").agg(first_left=_.ended.min())
    window = (days.period - ibis.interval(years=WINDOW_YEARS)).cast("date")
    return cast(
        "Table",
        days.select(
            return_name=ibis.literal("ssd"),
            covers_from=ibis.greatest(window, ibis.coalesce(days.first_left, window)),
            covers_to=days.period,
            source=ibis.literal("ssd"),
            period=days.period,
        ),
    )
