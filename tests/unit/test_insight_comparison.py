"""Areas on a funnel and in a ranking, and groups of children beside the rest."""

from __future__ import annotations

from math import comb

import numpy as np
import pytest
from scipy import stats

from sightline.insight.comparison import (
    Area,
    Group,
    Measured,
    Side,
    compare,
    funnel,
    gaps,
    lines,
    newcombe,
    rate_limits,
    share_limits,
)
from sightline.insight.comparison.groups import fisher
from sightline.insight.intervals import Interval
from sightline.insight.wording import Polarity


@pytest.mark.parametrize(("target", "n"), [(0.2, 10), (0.5, 37), (0.9, 200), (0.03, 60)])
@pytest.mark.parametrize("confidence", [0.95, 0.998])
def test_binomial_limits_as_spiegelhalters_appendix(
    target: float, n: int, confidence: float
) -> None:
    """Worked from the binomial itself: r is the smallest count with P(R ≤ r) ≥ p, less a part.

    The upper limit is the lower one of those who are not counted, seen from the other end.
    """

    def lower(share: float) -> float:
        chance = [comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(n + 1)]
        p = (1 - confidence) / 2
        r = next(k for k in range(n + 1) if sum(chance[: k + 1]) >= p)
        return max(r - (sum(chance[: r + 1]) - p) / chance[r], 0)

    low, high = share_limits(target, [n], confidence)
    assert low[0] == pytest.approx(lower(target) / n, abs=1e-9)
    assert high[0] == pytest.approx(1 - lower(1 - target) / n, abs=1e-9)


@pytest.mark.parametrize("expected", [0.4, 7.0, 250.0])
def test_poisson_counts_lie_beyond_just_where_so_many_are_as_rare_as_the_line(
    expected: float,
) -> None:
    low, high = rate_limits(expected / 1000, [1000], 0.95)
    for count in range(320):
        so_few, so_many = stats.poisson.cdf(count, expected), stats.poisson.sf(count - 1, expected)
        assert (count < low[0] * 1000) == (so_few < 0.025)
        assert (count > high[0] * 1000) == (so_many < 0.025)


def test_a_count_lies_beyond_only_where_chance_passes_it_as_seldom_as_the_line_says() -> None:
    """For every count and share: outside just where a tail is less than 0.1%, as its p-value."""
    for share in (0.05, 0.3, 0.5, 0.9):
        for of in (7, 12, 40):
            chances = [comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(of + 1)]
            for met in range(of + 1):
                (placed,) = funnel(["a"], [met], [of], target=share).placed
                smaller = min(sum(chances[met:]), sum(chances[: met + 1]))
                assert placed.outside == (smaller < 0.001)
                assert placed.p_value == pytest.approx(min(2 * smaller, 1))


def test_small_teams_that_do_not_differ_are_seldom_outside() -> None:
    """Simulated: 20,000 teams of 5 to 30 children at 93%; no more than 1 in 500 on both sides."""
    rng = np.random.default_rng(2005)
    n = rng.integers(5, 30, 20_000)
    names = [str(i) for i in range(20_000)]
    found = funnel(names, list(rng.binomial(n, 0.93)), list(n), target=0.93)
    assert 0 < len(found.outside) / 20_000 <= 0.002


def test_teams_with_different_children_are_outside_less_often_once_limits_widen() -> None:
    """Simulated: 12 teams of 20 to 60 children, 8 points between them beyond chance, 300 times."""
    rng = np.random.default_rng(12)
    plain = wide = 0
    for _ in range(300):
        n = rng.integers(20, 60, 12)
        counts = list(rng.binomial(n, np.clip(rng.normal(0.8, 0.08, 12), 0, 1)))
        names = [str(i) for i in range(12)]
        plain += len(funnel(names, counts, list(n)).outside)
        wide += len(funnel(names, counts, list(n), overdispersed=True).outside)
    assert plain > 3 * wide
    assert wide / 3600 < 0.01


def test_widened_lines_are_the_exact_ones_further_from_the_target() -> None:
    exact, wide = (lines(Measured.SHARE, 0.8, [40], 0.998, phi) for phi in (1, 2.25))
    assert 0.8 - wide[0][0] == pytest.approx(1.5 * (0.8 - exact[0][0]))
    assert wide[1][0] == pytest.approx(min(0.8 + 1.5 * (exact[1][0] - 0.8), 1))


def test_limits_narrow_with_size_and_hold_most_areas_where_none_differs() -> None:
    rng = np.random.default_rng(5)
    n = rng.integers(100, 800, 2000)
    found = funnel([str(i) for i in range(2000)], list(rng.binomial(n, 0.7)), list(n))
    assert np.mean([each.outside for each in found.placed]) == pytest.approx(0.002, abs=0.002)
    within = np.mean([each.warning.holds(each.value) for each in found.placed])
    assert within == pytest.approx(0.95, abs=0.015)
    widths = {
        int(size): p.alarm.high - p.alarm.low for size, p in zip(n, found.placed, strict=True)
    }
    assert widths[min(widths)] > widths[max(widths)]


def test_spread_between_areas_widens_the_funnel_and_an_outlier_still_stands_out() -> None:
    """150 areas of 400 children, a standard deviation of 5 points between them: the variance is
    0.05² + 0.21 / 400, 5.8 times chance's; winsorising a tenth at either end leaves 0.73 of it.
    """
    rng = np.random.default_rng(8)
    true = np.clip(rng.normal(0.7, 0.05, 150), 0, 1)
    counts = list(rng.binomial(400, true))
    counts[0] = 140
    names = [str(i) for i in range(150)]
    plain = funnel(names, counts, [400] * 150)
    wide = funnel(names, counts, [400] * 150, overdispersed=True)
    assert len(plain.outside) > 20
    assert wide.overdispersion == pytest.approx(5.76 * 0.73, rel=0.25)
    assert [each.name for each in wide.outside] == ["0"]
    assert not wide.outside[0].high
    assert wide.placed[0].p_value < 0.002


def test_rates_with_a_given_target_and_an_area_without_children() -> None:
    found = funnel(["a", "b"], [40, 0], [1000, 0], measured=Measured.RATE, target=0.02)
    (only,) = found.placed
    assert only.outside
    assert only.high
    assert found.target == 0.02
    assert funnel(["a"], [0], [0]).placed == ()


def test_too_few_areas_are_not_widened() -> None:
    found = funnel(list("abc"), [10, 50, 90], [100] * 3, overdispersed=True)
    assert found.overdispersion == 1


NEIGHBOURS = [Area(f"n{i}", share, round(share * 200), 200) for i, share in enumerate(
    [0.60, 0.64, 0.70, 0.74, 0.78, 0.80, 0.82, 0.85, 0.88, 0.90]
)]  # fmt: skip


def test_an_area_beside_neighbours_region_and_england() -> None:
    """140 of 200: Wilson's interval of 70% is 63.3% to 75.9%; the neighbours' median is 79%."""
    found = compare(
        Area("Ours", 0.70, 140, 200), NEIGHBOURS, Polarity.HIGH, region=0.75, england=0.62
    )
    assert found.neighbours_median == pytest.approx(0.79)
    assert found.beside_median is Side.LOWER
    assert found.beside_region is Side.SIMILAR
    assert found.beside_england is Side.HIGHER
    assert found.rank is not None
    assert (found.rank.place, found.rank.of) == (8, 11)  # level with one neighbour
    assert found.rank.interval is not None
    assert found.rank.interval.low >= 6
    assert found.rank.interval.high <= 11
    low_is_good = compare(Area("Ours", 0.70, 140, 200), NEIGHBOURS, Polarity.LOW)
    assert low_is_good.rank is not None
    assert low_is_good.rank.place == 3


def test_ranks_of_equal_areas_are_as_good_as_unknown() -> None:
    """Eleven areas with the same numbers: any rank is as likely, so 2.5% cuts off none."""
    same = [Area(str(i), 0.7, 140, 200) for i in range(10)]
    found = compare(Area("Ours", 0.7, 140, 200), same, Polarity.HIGH)
    assert found.rank is not None
    assert found.rank.interval is not None
    assert (found.rank.interval.low, found.rank.interval.high) == (1, 11)


def test_without_numbers_there_is_a_rank_but_no_interval() -> None:
    found = compare(Area("Ours", 0.7), NEIGHBOURS, Polarity.HIGH, england=0.6)
    assert found.rank is not None
    assert found.rank.interval is None
    assert found.beside_england is Side.UNKNOWN
    alone = compare(Area("Ours", 0.7, 140, 200), [], Polarity.HIGH)
    assert alone.rank is None
    assert alone.neighbours_median is None


def test_ranks_of_rates() -> None:
    rates = [Area(str(i), each / 1000, each, 1000) for i, each in enumerate([20, 60, 100, 140])]
    found = compare(
        Area("Ours", 0.3, 300, 1000), rates, Polarity.LOW, measured=Measured.RATE, england=0.1
    )
    assert found.rank is not None
    assert found.rank.interval is not None
    assert (found.rank.place, found.rank.interval.low) == (5, 5)
    assert found.beside_england is Side.HIGHER


@pytest.mark.parametrize(
    ("group", "rest", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((10, 10), (0, 20), 0.6791, 1.0),
    ],
)
def test_differences_as_newcombe_1998_table_2(
    group: tuple[int, int], rest: tuple[int, int], low: float, high: float
) -> None:
    found = newcombe(Group("a", *group), Group("b", *rest))
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.0001)


@pytest.mark.parametrize(
    ("group", "rest"), [((3, 4), (1, 4)), ((7, 20), (25, 31)), ((0, 12), (9, 40)), ((5, 5), (0, 6))]
)
def test_fishers_test_as_scipys(group: tuple[int, int], rest: tuple[int, int]) -> None:
    """The first is Fisher's lady who tasted tea: two-sided 0.4857."""
    table = [[each[0], each[1] - each[0]] for each in (group, rest)]
    expected = stats.fisher_exact(table).pvalue
    assert fisher(Group("a", *group), Group("b", *rest)) == pytest.approx(expected)
    if group == (3, 4):
        assert expected == pytest.approx(0.4857, abs=0.0001)


def test_a_gap_is_named_and_few_children_are_not() -> None:
    found = gaps(
        [
            Group("White", 180, 200),
            Group("Black", 40, 60),
            Group("Asian", 44, 50),
            Group("Two", 0, 2),
        ]
    )
    assert [gap.group.name for gap in found][:1] == ["Black"]
    assert "Two" not in {gap.group.name for gap in found}
    black = found[0]
    assert black.rest == Group("the rest", 224, 252)
    assert black.difference == pytest.approx(40 / 60 - 224 / 252)
    assert black.beyond_chance
    assert not black.limits.holds(black.share)
    assert black.interval.high < 0
    assert black.affected == 13
    assert not found[-1].beyond_chance


def test_where_groups_do_not_differ_few_catalogues_name_one() -> None:
    """Simulated: 12 groups of 10 to 120 children, 400 times; the promise is one in ten."""
    rng = np.random.default_rng(3)
    alarms = 0
    for _ in range(400):
        sizes = rng.integers(10, 120, 12)
        met = rng.binomial(sizes, 0.8)
        groups = [
            Group(str(i), int(m), int(n)) for i, (m, n) in enumerate(zip(met, sizes, strict=True))
        ]
        alarms += any(gap.beyond_chance for gap in gaps(groups))
    assert alarms / 400 <= 0.10


def test_wrong_calls_are_refused() -> None:
    with pytest.raises(ValueError, match="own neighbour"):
        compare(NEIGHBOURS[0], NEIGHBOURS, Polarity.HIGH)
    with pytest.raises(ValueError, match="90 of 100 is not"):
        Area("a", 0.5, 90, 100)
    with pytest.raises(ValueError, match="between 0 and its denominator"):
        Group("a", 3, 2)
    with pytest.raises(ValueError, match="children on both sides"):
        newcombe(Group("a", 0, 0), Group("b", 1, 2))
    with pytest.raises(ValueError, match="one count"):
        funnel(["a"], [1, 2], [3])
    with pytest.raises(ValueError, match="above its denominator"):
        funnel(["a"], [4], [3])
    with pytest.raises(ValueError, match="between 0 and 1"):
        share_limits(1.2, [3])
    with pytest.raises(ValueError, match="number above 0"):
        rate_limits(1.2, [0])
    with pytest.raises(ValueError, match="not below 0"):
        rate_limits(-1, [3])


def test_a_mean_is_set_beside_others_by_an_interval_of_its_own() -> None:
    own = Area("Thornmere", 15.4, interval=Interval(13.7, 17.1))
    neighbours = [Area("Greyholt", 12.0), Area("Ostermouth", 13.0), Area("Fenwick Vale", 14.0)]
    found = compare(own, neighbours, Polarity.LOW, region=14.0, england=17.2)
    assert found.interval == Interval(13.7, 17.1)
    assert found.beside_median is Side.HIGHER  # 13.0 lies below 13.7
    assert found.beside_region is Side.SIMILAR
    assert found.beside_england is Side.LOWER
    assert found.rank is not None
    assert (found.rank.place, found.rank.interval) == (4, None)
