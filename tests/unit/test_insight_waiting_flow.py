"""A queue's flow, worked out by hand from the exact Poisson limits of published tables.

95% limits of a count: 24 lies within 15.38 and 35.71, 60 within 45.79 and 77.23, 0 within 0 and
3.69 (Garwood 1936, as tabled in the Statistics with Confidence of Altman and others).
"""

import pytest

from sightline.insight.waiting import flow


def test_a_queue_that_shrinks_is_worked_off_in_so_many_months() -> None:
    """60 ended and 24 came in a year: 3 fewer a month, so 36 take 12 months.

    Limits of the 36 fewer a year: 36 − √(14.21² + 11.71²) = 17.59, 36 + √(17.23² + 8.62²) = 55.27;
    36 take 12 × 36/55.27 = 7.8 to 12 × 36/17.59 = 24.6 months.
    """
    found = flow(36, came=24, ended=60, months=12)
    assert found.shrinks == 3
    assert not found.grows
    assert found.months_to_clear == pytest.approx(12)
    assert found.interval.low == pytest.approx(17.59 / 12, abs=0.002)
    assert found.interval.high == pytest.approx(55.27 / 12, abs=0.002)
    assert found.to_clear is not None
    assert found.to_clear.low == pytest.approx(7.8, abs=0.05)
    assert found.to_clear.high == pytest.approx(24.6, abs=0.05)


def test_a_queue_to_which_more_come_than_end_grows() -> None:
    """The other way about: 3 more a month, between 1.47 and 4.61."""
    found = flow(36, came=60, ended=24, months=12)
    assert found.grows
    assert found.months_to_clear is None
    assert found.to_clear is None
    assert (-found.interval.high, -found.interval.low) == pytest.approx((1.465, 4.606), abs=0.002)


def test_no_telling_where_as_many_come_as_end_but_for_chance() -> None:
    found = flow(36, came=24, ended=24, months=12)
    assert (found.shrinks, found.grows, found.months_to_clear) == (0, False, None)


def test_none_came_and_none_ended() -> None:
    """0 lies within 0 and 3.69: the difference within −3.69 and 3.69, over 12 months."""
    found = flow(0, came=0, ended=0, months=12)
    assert found.interval.high == pytest.approx(3.689 / 12, abs=0.001)
    assert found.interval.low == pytest.approx(-3.689 / 12, abs=0.001)


@pytest.mark.parametrize(
    ("waiting", "came", "ended", "months"),
    [(-1, 1, 1, 12), (1, -1, 1, 12), (1, 1, -1, 12), (1, 1, 1, 0)],
)
def test_what_cannot_be_is_refused(waiting: int, came: int, ended: int, months: float) -> None:
    with pytest.raises(ValueError, match="below 0"):
        flow(waiting, came, ended, months)
