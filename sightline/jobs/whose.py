"""Whose a child is today: decides which lists of children she is on, and so who may look."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.records import Records


def whose(records: Records) -> Table:
    """One row a child who ever had a team: child_id, and her newest `team_now` and `worker_now`."""
    teams = records.table("involvement").filter(_.team.notnull())
    newest = ibis.window(group_by="child_id", order_by=[ibis.desc("started"), "team", "worker"])
    return (
        teams.mutate(place=ibis.row_number().over(newest))
        .filter(_.place == 0)
        .select("child_id", team_now=_.team, worker_now=_.worker)
    )
