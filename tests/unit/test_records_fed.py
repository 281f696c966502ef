"""What nobody sent is seen to be empty without a query, and nothing else is."""

from __future__ import annotations

import ibis
import pytest
from ibis import _
from ibis.expr.types import Table

from sightline.records.fed import is_fed, nothing, union

SENT = ibis.memtable({"child_id": ["1"], "day": ["2026-03-31"]})
NONE = nothing(SENT.schema())

CAN_HAVE_ROWS = {
    "sent": SENT,
    "filtered": SENT.filter(_.child_id == "nobody"),
    "either of two": NONE.union(SENT),
    "beside nothing": SENT.left_join(NONE, "child_id"),
    "without nothing": SENT.anti_join(NONE, "child_id"),
    "one side or the other": NONE.outer_join(SENT, "child_id"),
    "how many there are": NONE.count().as_table(),
}
CANNOT = {
    "nothing": NONE,
    "its rows in order": NONE.order_by("day").limit(3).distinct(),
    "both of two": NONE.union(NONE),
    "with what is not there": SENT.inner_join(NONE, "child_id"),
    "only where it is there": SENT.semi_join(NONE, "child_id"),
    "nothing, beside something": NONE.left_join(SENT, "child_id"),
    "how many each": NONE.group_by("child_id").agg(times=_.count()),
    "a step further": SENT.inner_join(NONE, "child_id").view().select("child_id"),
}


@pytest.mark.parametrize("what", CAN_HAVE_ROWS)
def test_may_hold_rows(what: str) -> None:
    assert is_fed(CAN_HAVE_ROWS[what])


@pytest.mark.parametrize("what", CANNOT)
def test_can_hold_none_and_holds_none(what: str) -> None:
    assert not is_fed(CANNOT[what])
    assert CANNOT[what].to_pyarrow().num_rows == 0


@pytest.mark.parametrize("tables", [(SENT, NONE), (NONE, SENT), (NONE, SENT, NONE)])
def test_a_union_is_of_those_that_may_hold_rows(tables: tuple[Table, ...]) -> None:
    assert union(*tables).to_pyarrow() == SENT.to_pyarrow()


def test_a_union_of_nothings_has_their_columns() -> None:
    assert union(NONE, NONE).schema() == SENT.schema()
