"""What each return tells of a child's times in care, homes and orders, beside the history made.

Where there is no SSD, only list 8 tells anything that the history may not: the 903 is the history.
Where there is one, a child's history comes whole from the SSD or from the 903, and the other of the
two has told as well.
"""

from __future__ import annotations

from typing import NamedTuple

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.records import from_ssda903
from sightline.records.care_history import newest_start
from sightline.records.fed import is_fed, union


class CareTold(NamedTuple):
    """One row a statement: child_id, started, ended, source, period and what was said of it.

    `start_known` is false where the statement is only of the first episode that its return holds,
    which was not the beginning.
    """

    periods: Table
    placements: Table  # placement_type
    statuses: Table  # legal_status


def care_told(listed: Table, yearly: Table, ssd: Table) -> CareTold:
    """What list 8 tells and, where there is an SSD, the latest that it and the 903 tell of each.

    `listed`: `from_annex_a.children_in_care`; `yearly` and `ssd`: the episodes of the two.
    """
    told = CareTold(
        _listed(listed, "care_started"),
        _listed(listed, "placement_started", "placement_type"),
        _listed(listed, "legal_status_started", "legal_status"),
    )
    if not is_fed(ssd):
        return told
    made = [_of_episodes(episodes) for episodes in (yearly, ssd)]
    return CareTold(*(union(*statements) for statements in zip(told, *made, strict=True)))


def _listed(listed: Table, start: str, *said: str) -> Table:
    return listed.select(
        "child_id",
        "source",
        "period",
        *said,
        started=listed[start],
        ended=listed.care_ended,
        start_known=ibis.literal(True),
    )


def _of_episodes(episodes: Table) -> CareTold:
    """Each child's latest time in care, home and order, as her episodes have them.

    Where nobody told the end, the episodes' own end is worked out: the return did not say it.
    """
    said = episodes.mutate(
        ended=ibis.ifelse(episodes.end_unknown, ibis.null().cast("date"), episodes.ended)
    )
    return CareTold(
        _latest(from_ssda903.period_of_care(said)),
        _latest(from_ssda903.placement(said), "placement_type"),
        _latest(from_ssda903.legal_status(said), "legal_status"),
    )


def _latest(spells: Table, *said: str) -> Table:
    return newest_start(spells).select(
        "child_id",
        "source",
        "period",
        *said,
        "started",
        "ended",
        start_known=~_.began_before,
    )
