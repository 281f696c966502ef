"""How many children a measure is not met for."""

import pytest

from sightline.jobs.affected import affected
from sightline.measures import catalogue


@pytest.mark.parametrize(
    ("measure", "numerator", "denominator", "children"),
    [
        ("visits_in_timescale", 54, 60, 6),  # should be high: those not visited
        ("three_or_more_placements", 7, 60, 7),  # should be low: those moved
        ("ceased_adoption", 10, 100, None),  # who went home was not failed by it
        ("reviews_in_timescale", None, 60, None),
        ("audits_done", 8, 10, None),  # audits, not children
    ],
)
def test_children_it_is_not_met_for(
    measure: str, numerator: float | None, denominator: int, children: int | None
) -> None:
    assert affected(catalogue()[measure], numerator, denominator) == children
