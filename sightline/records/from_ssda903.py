"""SSDA903 into canonical tables. One function a table; each returns its columns and provenance."""

from __future__ import annotations

from typing import cast

import ibis
from ibis import _
from ibis.expr.types import BooleanColumn, Table

from sightline.records.extracts import Extracts
from sightline.records.newest import newest, newest_known
from sightline.records.spells import day_after, joined, only_last, run_number

RETURN = "ssda903"
CHILD = {"CHILD": "string"}


def _read(extracts: Extracts, table: str, **columns: str) -> Table:
    return (
        extracts.table(RETURN, table, {**CHILD, **columns})
        .rename(child_id="CHILD")
        .mutate(source=ibis.literal(RETURN))
    )


def person(extracts: Extracts) -> Table:
    """Sex, birth, ethnicity and UPN from the header; unaccompanied from the UASC table."""
    header = _read(
        extracts, "header", SEX="string", DOB="date", ETHNIC="string", UPN="string"
    ).rename(sex="SEX", date_of_birth="DOB", ethnicity="ETHNIC", upn="UPN")
    people = newest_known(header, "child_id", ["sex", "date_of_birth", "ethnicity", "upn"])
    alone = _read(extracts, "uasc").select("child_id").distinct()
    joined = people.left_join(alone, people.child_id == alone.child_id)
    return joined.select(
        people, disabled=ibis.null().cast("boolean"), uasc=alone.child_id.notnull()
    )


def care_episode(extracts: Extracts) -> Table:
    """Episodes of all years as one history.

    The newest return that mentions an episode is believed. An episode left open by an older return
    ends where a newer one says; if the newer return does not know the child at all, the older one's
    last day is the last day that anyone says she was in care (`end_unknown`). Overlaps are cut at
    the start of the later episode.
    """
    raw = _read(
        extracts,
        "episodes",
        DECOM="date",
        DEC="date",
        RNE="string",
        LS="string",
        CIN="string",
        PLACE="string",
        PLACE_PROVIDER="string",
        REC="string",
        REASON_PLACE_CHANGE="string",
        HOME_POST="string",
        PL_POST="string",
        URN="string",
    ).rename(
        started="DECOM",
        ended="DEC",
        reason_new_episode="RNE",
        legal_status="LS",
        need="CIN",
        placement_type="PLACE",
        provider="PLACE_PROVIDER",
        reason_ceased="REC",
        reason_place_change="REASON_PLACE_CHANGE",
        home_postcode="HOME_POST",
        placement_postcode="PL_POST",
        urn="URN",
    )
    episodes = newest(raw, ["child_id", "started"])
    child = ibis.window(group_by="child_id")
    last_year = raw.period.max().as_scalar()
    seen_later = episodes.mutate(
        child_last_seen=episodes.period.max().over(child), newest_return=last_year
    )
    left_open = seen_later.ended.isnull() & (seen_later.period < seen_later.newest_return)
    superseded = left_open & (seen_later.child_last_seen > seen_later.period)
    kept = seen_later.mutate(left_open=left_open).filter(~superseded)
    return _cut_overlaps(
        kept.mutate(
            ended=ibis.ifelse(kept.left_open, day_after(kept.period), kept.ended),
            end_unknown=kept.left_open,
            reason_ceased=kept.reason_ceased.nullif("X1"),
        ).drop("child_last_seen", "newest_return", "left_open")
    )


def _cut_overlaps(spells: Table) -> Table:
    order = ibis.window(group_by="child_id", order_by="started")
    following = spells.started.lead().over(order)
    return spells.mutate(ended=ibis.least(spells.ended, following)).filter(
        _.ended.isnull() | (_.ended >= _.started)
    )


def review(extracts: Extracts) -> Table:
    """Reviews held, with the participation code PN0–PN7."""
    raw = _read(extracts, "reviews", REVIEW="date", REVIEW_CODE="string")
    return newest(raw.rename(date="REVIEW", participation="REVIEW_CODE"), ["child_id", "date"])


def outcome_year(extracts: Extracts) -> Table:
    """The OC2 row of each child and year."""
    raw = _read(
        extracts,
        "oc2",
        SDQ_SCORE="int64",
        SDQ_REASON="string",
        CONVICTED="boolean",
        HEALTH_CHECK="boolean",
        IMMUNISATIONS="boolean",
        TEETH_CHECK="boolean",
        HEALTH_ASSESSMENT="boolean",
        SUBSTANCE_MISUSE="boolean",
    ).rename(
        sdq_score="SDQ_SCORE",
        sdq_reason="SDQ_REASON",
        convicted="CONVICTED",
        development_check="HEALTH_CHECK",
        immunised="IMMUNISATIONS",
        dental_check="TEETH_CHECK",
        health_assessment="HEALTH_ASSESSMENT",
        substance_misuse="SUBSTANCE_MISUSE",
    )
    return newest(raw.mutate(year_ending=raw.period), ["child_id", "year_ending"])


def missing_episode(extracts: Extracts) -> Table:
    """Missing (M) and away without authorisation (A)."""
    raw = _read(extracts, "missing", MISSING="string", MIS_START="date", MIS_END="date")
    named = raw.rename(kind="MISSING", started="MIS_START", ended="MIS_END")
    return newest(named, ["child_id", "kind", "started"])


def permanence_step(extracts: Extracts) -> Table:
    """The adoption route's dated steps. DATE_PLACED is the day of the decision, not the move."""
    placed = _read(extracts, "placed_for_adoption", DATE_PLACED="date", DATE_PLACED_CEASED="date")
    adopted = _read(extracts, "ad1", DATE_MATCH="date")
    steps = ibis.union(
        _step(placed, "DATE_PLACED", "adoption_decision"),
        _step(placed, "DATE_PLACED_CEASED", "adoption_decision_reversed"),
        _step(adopted, "DATE_MATCH", "matched_for_adoption"),
    )
    return newest(steps, ["child_id", "step", "date"])


def _step(table: Table, column: str, step: str) -> Table:
    return table.filter(table[column].notnull()).select(
        "child_id", "source", "period", date=table[column], step=ibis.literal(step)
    )


def previous_permanence(extracts: Extracts) -> Table:
    """P1–P4: adoption, SGO, residence or child arrangements order, unknown. Z1 means none."""
    raw = _read(
        extracts, "previous_permanence", PREV_PERM="string", LA_PERM="string", DATE_PERM="date"
    ).rename(route="PREV_PERM", authority="LA_PERM", date="DATE_PERM")
    return newest(raw.filter(raw.route != "Z1"), ["child_id", "route"])


def involvement(extracts: Extracts) -> Table:
    """Social worker episodes (2023/24 on); the return does not say the team."""
    raw = _read(extracts, "sw_episodes", SW_ID="string", SW_DECOM="date", SW_DEC="date")
    named = raw.rename(worker="SW_ID", started="SW_DECOM", ended="SW_DEC")
    return newest(named.mutate(team=ibis.null().cast("string")), ["child_id", "worker", "started"])


def deprivation_of_liberty(extracts: Extracts) -> Table:
    """Deprivation of liberty orders (2026/27 on)."""
    raw = _read(extracts, "dolo", DOLO_START="date", DOLO_END="date")
    return newest(raw.rename(started="DOLO_START", ended="DOLO_END"), ["child_id", "started"])


def placement(episodes: Table) -> Table:
    """Placements out of episodes: RNE S, P, T, B and U begin one; T and U keep the same carers.

    `began_before`, here and below: the first episode we have was not the beginning, because a 903
    names only episodes that were open in its year.
    """
    gap = _after_a_gap(episodes)
    marked = episodes.mutate(
        begins=gap | (episodes.reason_new_episode != "L"),
        new_carers=gap | episodes.reason_new_episode.isin(["S", "P", "B"]),
    )
    numbered = marked.mutate(
        number=run_number(marked.begins, "started"),
        carers=run_number(marked.new_carers, "started"),
    )
    with_carers = ibis.window(group_by=["child_id", "carers"])
    carried = only_last(
        only_last(numbered, ["reason_new_episode"], first=True),
        ["placement_type", "provider", "placement_postcode", "urn"],
    )
    return joined(
        carried.mutate(since=carried.started.min().over(with_carers)),
        placement_type=_.placement_type.max(),
        provider=_.provider.max(),
        postcode=_.placement_postcode.max(),
        urn=_.urn.max(),
        carer_since=_.since.min(),
        began_before=_.reason_new_episode.max() == "L",
    )


def legal_status(episodes: Table) -> Table:
    """Legal statuses out of episodes: consecutive episodes under one status are one stretch."""
    order = ibis.window(group_by="child_id", order_by="started")
    changed = episodes.legal_status != episodes.legal_status.lag().over(order)
    marked = episodes.mutate(begins=_after_a_gap(episodes) | changed)
    numbered = marked.mutate(number=run_number(marked.begins, "started"))
    return joined(
        only_last(numbered, ["reason_new_episode"], first=True),
        legal_status=_.legal_status.max(),
        began_before=_.reason_new_episode.max().isin(["P", "T"]),
    )


def period_of_care(episodes: Table) -> Table:
    """Unbroken runs of episodes: RNE S, or a gap, begins a new period of care."""
    marked = episodes.mutate(begins=_after_a_gap(episodes) | (episodes.reason_new_episode == "S"))
    numbered = marked.mutate(number=run_number(marked.begins, "started"))
    carried = only_last(only_last(numbered, ["reason_new_episode"], first=True), ["reason_ceased"])
    return joined(
        carried,
        reason_ceased=_.reason_ceased.max(),
        end_unknown=_.end_unknown.any(),
        began_before=_.reason_new_episode.max() != "S",
    )


def _after_a_gap(episodes: Table) -> BooleanColumn:
    """Whether an episode starts later than the day the one before it ended; null for the first."""
    order = ibis.window(group_by="child_id", order_by="started")
    return cast("BooleanColumn", episodes.started > episodes.ended.lag().over(order))
