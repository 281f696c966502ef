"""Homes: placements as a child would count them, for the measures of moves and of stability.

A temporary placement (T0–T4: hospital, a holiday, a few days' respite) does not end the home before
it, and the child who comes back to the same place afterwards has not moved. Nor has the child whose
own foster carers adopt her (A3, A5). A stay of less than a day is not counted.
Source: LAIT, placement stability; SSDA903 placement codes.
"""

from __future__ import annotations

from typing import cast

import ibis
from ibis import _
from ibis.expr.types import BooleanColumn, Table

from sightline.measures.view import View
from sightline.records.spells import only_last, run_number

ADOPTED_BY_SAME_CARERS = ("A3", "A5")
_PLACE = ("placement_type", "provider", "postcode", "urn")
_CHILD = ibis.window(group_by="child_id", order_by="started")


def homes(view: View) -> Table:
    """One row a child and home.

    Columns: child_id; home_started and home_ended (null while it lasts); home_type, the newest
    placement's; same_carers_since; and previous_carers_since, the same of the home before.
    """
    stays = _with_temporary_absences(view.table("placement"))
    marked = stays.mutate(begins=~_same_home(stays))
    numbered = marked.mutate(number=run_number(marked.begins, "started"))
    found = (
        only_last(numbered, ["placement_type"])
        .group_by(["child_id", "number"])
        .agg(
            home_started=_.started.min(),
            lasts=_.ended.isnull().any(),
            last_ended=_.ended.max(),
            home_type=_.placement_type.max(),
            same_carers_since=_.carer_since.min(),
        )
    )
    order = ibis.window(group_by="child_id", order_by="home_started")
    return found.select(
        "child_id",
        "home_started",
        "home_type",
        "same_carers_since",
        home_ended=_until(_.lasts, _.last_ended),
        previous_carers_since=_.same_carers_since.lag().over(order),
    )


def _with_temporary_absences(placements: Table) -> Table:
    """Placements of a day or more, each lasting through the temporary ones that follow it.

    Temporary placements that follow no other have no home to come back to, and are left out.
    """
    lived = placements.filter(_.ended.isnull() | (_.ended > _.started)).mutate(
        temporary=placements.placement_type.startswith("T").fill_null(False)
    )
    marked = lived.mutate(
        begins=~lived.temporary | (lived.started > lived.ended.lag().over(_CHILD))
    )
    numbered = marked.mutate(stay=run_number(marked.begins, "started"))
    stay = ibis.window(group_by=["child_id", "stay"])
    return cast(
        "Table",
        numbered.mutate(
            went_away=numbered.temporary.any().over(stay),
            lasts=numbered.ended.isnull().any().over(stay),
            last_ended=numbered.ended.max().over(stay),
        )
        .filter(~_.temporary)
        .mutate(ended=_until(_.lasts, _.last_ended)),
    )


def _same_home(stays: Table) -> BooleanColumn:
    """Whether a stay goes on in the home of the one before; null for a child's first."""
    unbroken = stays.started <= stays.ended.lag().over(_CHILD)
    back = stays.went_away.lag().over(_CHILD)
    for name in _PLACE:
        back = back & stays[name].identical_to(stays[name].lag().over(_CHILD))
    adopted = stays.placement_type.isin(ADOPTED_BY_SAME_CARERS).fill_null(False)
    return cast("BooleanColumn", unbroken & (back | adopted))


def _until(lasts: ibis.Deferred, last_ended: ibis.Deferred) -> ibis.Deferred:
    return ibis.ifelse(lasts, ibis.null().cast("date"), last_ended)
