"""Pace towards a target since an inspection, on series worked by hand.

A month is 365.25 / 12 days; the points lie 73 days apart, so a rise of 0.02 from each to the next
is 0.02 / 73 × 30.4375 = 0.00834 a month.
"""

from datetime import date, timedelta

import pytest

from sightline.insight.pace import PaceVerdict, Point, pace, theil_sen
from sightline.insight.wording import Polarity, Unit

INSPECTED = date(2024, 1, 1)


def points(*values: float) -> list[Point]:
    return [Point(INSPECTED + timedelta(days=73 * n), value) for n, value in enumerate(values)]


RISING = points(0.60, 0.62, 0.64, 0.66, 0.68, 0.70)


def test_the_middle_slope_is_not_swayed_by_one_odd_month() -> None:
    odd = points(0.60, 0.62, 0.64, 0.20, 0.68, 0.70)
    assert theil_sen(RISING).slope == pytest.approx(0.00834, abs=0.00001)
    assert theil_sen(odd).slope == pytest.approx(0.00834, abs=0.00001)
    assert theil_sen(odd).level == pytest.approx(0.70)


def test_the_interval_of_the_slope_as_sen_has_it() -> None:
    """Six points: 15 slopes, 1.96 × √(6 × 5 × 17 / 18) = 10.4, so the third from either end.

    Points 1, 3, 2, 5, 4, 6 one apart have, in order, the slopes
    -1, -1, 1/3, 0.5, 0.5, 0.75, 0.75, 1, 1, 1, 1.33, 1.33, 2, 2, 3.
    """
    line = theil_sen(points(1, 3, 2, 5, 4, 6))
    a_month = 365.25 / 12 / 73
    assert line.slope == pytest.approx(1 * a_month)
    assert (line.interval.low, line.interval.high) == pytest.approx((a_month / 3, 2 * a_month))


def test_on_pace_arrives_where_the_line_meets_the_target() -> None:
    """0.20 are left at 0.02 for each 73 days: 730 days after 31 December 2024."""
    found = pace(RISING, 0.90, INSPECTED, Polarity.HIGH, wanted_by=date(2027, 1, 1))
    assert found.verdict is PaceVerdict.ON_PACE
    assert found.at_inspection == 0.60
    assert found.now == Point(date(2024, 12, 31), 0.70)
    assert found.arrival == found.earliest == found.latest == date(2026, 12, 31)
    assert found.sentence("Visits in timescale", Unit.SHARE) == (
        "Visits in timescale: 70% (from 60% at inspection), target 90%. On pace: at today's rate "
        "it gets there in December 2026 (between December 2026 and December 2026)."
    )


@pytest.mark.parametrize(
    ("values", "target", "polarity", "wanted", "verdict"),
    [
        ((0.60, 0.62, 0.64, 0.66, 0.68, 0.70), 0.70, "high", None, PaceVerdict.ARRIVED),
        ((0.60, 0.62, 0.64, 0.66, 0.68, 0.70), 0.90, "high", "2026-12-30", PaceVerdict.TOO_SLOW),
        ((0.60, 0.62, 0.64, 0.66, 0.68, 0.70), 0.90, "high", None, PaceVerdict.ON_PACE),
        ((0.60, 0.62, 0.64, 0.66, 0.68, 0.70), 0.50, "low", None, PaceVerdict.WRONG_WAY),
        ((0.30, 0.28, 0.26, 0.24, 0.22, 0.20), 0.10, "low", "2026-01-01", PaceVerdict.ON_PACE),
        ((0.60, 0.60, 0.60, 0.60, 0.60, 0.60), 0.90, "high", None, PaceVerdict.TOO_SLOW),
        ((0.60, 0.64, 0.58, 0.66, 0.57, 0.63), 0.90, "high", None, PaceVerdict.CANNOT_TELL),
        ((0.60, 0.62, 0.64), 0.90, "high", None, PaceVerdict.CANNOT_TELL),
        ((0.60, 0.62, 0.95), 0.90, "high", None, PaceVerdict.ARRIVED),
    ],
)
def test_each_verdict(
    values: tuple[float, ...],
    target: float,
    polarity: str,
    wanted: str | None,
    verdict: PaceVerdict,
) -> None:
    wanted_by = date.fromisoformat(wanted) if wanted else None
    found = pace(points(*values), target, INSPECTED, Polarity(polarity), wanted_by)
    assert found.verdict is verdict


def test_what_lies_before_the_inspection_does_not_count_but_the_last_of_it() -> None:
    falling_before = [Point(INSPECTED - timedelta(days=73 * n), 0.60 + 0.05 * n) for n in range(4)]
    with_history = pace([*falling_before, *RISING[1:]], 0.90, INSPECTED, Polarity.HIGH)
    assert with_history == pace(RISING, 0.90, INSPECTED, Polarity.HIGH)


def test_a_measure_that_stands_still_never_arrives_and_the_sentence_says_so() -> None:
    still = pace(points(*[0.6] * 6), 0.9, INSPECTED, Polarity.HIGH)
    assert still.arrival is None
    assert still.sentence("Reviews", Unit.SHARE).endswith("at today's rate it does not get there.")


def test_wrong_calls_are_refused() -> None:
    with pytest.raises(ValueError, match="one way is better"):
        pace(RISING, 0.9, INSPECTED, Polarity.NONE)
    with pytest.raises(ValueError, match="own day"):
        theil_sen([Point(INSPECTED, 1), Point(INSPECTED, 2)])
