"""How much one month's share resembles the next: the children who stay, and their answers."""

from __future__ import annotations

from collections.abc import Mapping

import ibis
from ibis import _

from sightline.insight.scrutiny import Stayers
from sightline.measures.language import Kind, Measure
from sightline.measures.rows import ROWS
from sightline.measures.view import YEAR
from sightline.records import Records

RECENT_MONTHS = 6
"""The newest months, which are judged by those before and so are no part of what is known."""


def stayers(records: Records, measures: Mapping[str, Measure]) -> dict[str, Stayers]:
    """Of each share: the children from one month-end to the next, added up over the months before.

    A child counted several times in a month (two referrals, say) is met where any of them is.
    """
    shares = [name for name, each in measures.items() if each.kind is Kind.SHARE]
    kept = records.connection.table(ROWS).filter(_.measure_id.isin(shares) & (_.down > 0))
    month = kept.as_at.year() * YEAR + kept.as_at.month()
    monthly = (
        kept.mutate(month=month)
        .group_by(["measure_id", "child_id", "month"])
        .agg(met=_.up.max() > 0)
    )
    through = ibis.window(group_by=["measure_id", "child_id"], order_by="month")
    every = ibis.window(group_by="measure_id")
    seen = monthly.mutate(
        stayed=(_.month - _.month.lag().over(through) == 1).fill_null(False),
        was_met=_.met.lag().over(through).fill_null(False),
        first=_.month.min().over(every),
        last=_.month.max().over(every),
    ).filter((_.month > _.first) & (_.month <= _.last - RECENT_MONTHS))
    counted = seen.group_by("measure_id").agg(
        both=(_.stayed & _.was_met & _.met).sum(),
        first=(_.stayed & _.was_met & ~_.met).sum(),
        second=(_.stayed & ~_.was_met & _.met).sum(),
        neither=(_.stayed & ~_.was_met & ~_.met).sum(),
        newcomers=(~_.stayed).sum(),
    )
    return {row.pop("measure_id"): Stayers(**row) for row in records.ask(counted)}
