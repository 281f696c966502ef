"""Waits with those still waiting in them, against published worked examples."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from sightline.insight.waiting import Spells, by_route, still_waiting

# Weeks in remission of children with leukaemia given 6-mercaptopurine (+: still in remission) or a
# placebo: Freireich and others (1963) Blood 21:699–716; the standard example since Gehan (1965)
# Biometrika 52:203–223. Estimates and Greenwood's errors as in Cox and Oakes, Collett, and others.
SIX_MP = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]


def six_mp() -> Spells:
    relapsed = {6: 3, 7: 1, 10: 1, 13: 1, 16: 1, 22: 1, 23: 1}
    weeks: list[int] = []
    ended: list[str | None] = []
    for week in sorted(set(SIX_MP)):
        times = SIX_MP.count(week)
        ends = relapsed.get(week, 0)
        weeks += [week] * times
        ended += ["relapse"] * ends + [None] * (times - ends)
    return Spells.of(weeks, ended)


def test_six_mp_as_published() -> None:
    found = still_waiting(six_mp())
    assert (found.children, found.ended) == (21, 9)
    assert found.curve.days.tolist() == [6, 7, 10, 13, 16, 22, 23]
    assert found.waiting.tolist() == [21, 17, 15, 12, 11, 7, 6]
    assert found.curve.share == pytest.approx(
        [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448], abs=0.0005
    )
    assert found.curve.error == pytest.approx(
        [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346], abs=0.0001
    )
    assert found.median == 23


def test_the_medians_limits_are_where_the_curves_limits_cross_a_half() -> None:
    """By hand at week 13: log S = -0.371, error of log S 0.1068 / 0.690 = 0.1547, so the lower
    limit is 0.690^exp(1.96 × 0.1547 / 0.371) = 0.690^2.264 = 0.432, the first at or below a half.
    The upper never falls so low.
    """
    found = still_waiting(six_mp())
    assert found.curve.interval_at(13).low == pytest.approx(0.432, abs=0.001)
    assert found.median_interval.low == 13
    assert found.median_interval.high == np.inf


def test_placebo_as_published() -> None:
    """Nobody censored: the share is the plain share, and the median is 8 weeks."""
    found = still_waiting(Spells.of(PLACEBO, ["relapse"] * 21))
    assert found.median == 8
    assert found.curve.at(8) == pytest.approx(8 / 21)
    assert found.curve.interval_at(8).holds(8 / 21)
    assert found.curve.error[found.curve.days == 8] == pytest.approx(np.sqrt(8 / 21 * 13 / 21 / 21))


def test_averages_of_those_done_leave_out_those_who_wait_longest() -> None:
    """Nine of 21 relapsed, in 10 weeks in the middle; with those still in remission it is 23."""
    done = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    assert float(np.median(done)) == 10
    assert still_waiting(six_mp()).median == 23


def test_children_already_waiting_count_from_when_they_are_watched() -> None:
    """By hand. A waits 0–10 and leaves; B is watched from 5 and leaves at 20; C 0–15 still waits;
    D is watched from 12 and leaves at 30. Waiting at 10: A, B, C; at 20: B, D; at 30: D.
    """
    spells = Spells.of([10, 20, 15, 30], ["a", "b", None, "a"], [0, 5, 0, 12])
    found = still_waiting(spells)
    assert found.waiting.tolist() == [3, 2, 1]
    assert found.curve.share == pytest.approx([2 / 3, 1 / 3, 0])
    assert found.median == 20
    routes = by_route(spells)
    assert routes.curves["a"].share == pytest.approx([1 / 3, 1 / 3, 2 / 3])
    assert routes.curves["b"].share == pytest.approx([0, 1 / 3, 1 / 3])


def test_as_lifelines_with_children_already_waiting() -> None:
    """Figures of lifelines 0.30.3 (KaplanMeierFitter with entry) on the same sixteen waits."""
    found = still_waiting(
        Spells.of(WAITS, ENDED, [0, 0, 10, 20, 0, 5, 0, 30, 0, 40, 0, 0, 60, 0, 0, 90])
    )
    assert found.curve.at(33) == pytest.approx(0.736364, abs=1e-6)
    assert found.curve.at(97) == pytest.approx(0.378701, abs=1e-6)
    assert found.curve.at(150) == pytest.approx(0.151481, abs=1e-6)
    assert found.median == 88


WAITS = [12, 19, 25, 33, 41, 52, 60, 71, 88, 97, 110, 125, 140, 150, 171, 200]
ENDED = ["1", None, "2", "1", "3", "1", None, "2", "1", "1", None, "2", "3", "1", None, "1"]


def test_routes_as_lifelines() -> None:
    """Figures of lifelines 0.30.3 (AalenJohansenFitter) by day 97, and at the end, without ties."""
    found = by_route(Spells.of(WAITS, ENDED)).curves
    shares = [found[route].at(97) for route in "123"]
    errors = [float(found[route].error[found[route].days == 97][0]) for route in "123"]
    assert shares == pytest.approx([0.3452381, 0.14136905, 0.06696429], abs=1e-7)
    assert errors == pytest.approx([0.1259793, 0.0928145, 0.0646730], rel=0.02)
    last = [found[route].at(200) for route in "123"]
    assert last == pytest.approx([0.613095, 0.230655, 0.15625], abs=1e-6)


def test_competing_risks_as_satagopan_2004_table_2() -> None:
    """The first nine of 305 women (Br J Cancer 91:1229–1235): survival from any death 99.7, 99.3,
    99.0, 98.7, 98.3, 98.0 in a hundred; deaths from breast cancer 0.3, 0.6, 0.9, 1.2 (they add up
    rounded steps of 0.3, hence a tenth here).
    """
    months = [7, 10, 14, 16, 18, 23, 24, 26, 27] + [99] * 296
    ended = [None, "cancer", None, "cancer", "other", "cancer", None, "other", "cancer"]
    spells = Spells.of(months, [*ended, *[None] * 296])
    waiting = still_waiting(spells)
    assert waiting.waiting.tolist() == [304, 302, 301, 300, 298, 297]
    assert 100 * waiting.curve.share == pytest.approx(
        [99.7, 99.3, 99.0, 98.7, 98.3, 98.0], abs=0.05
    )
    cancer = by_route(spells).curves["cancer"]
    by_month = [100 * cancer.at(month) for month in (10, 16, 23, 27)]
    assert by_month == pytest.approx([0.3, 0.6, 0.9, 1.2], abs=0.13)


def test_tied_days_are_exact_and_the_same_every_time() -> None:
    """In exact fractions: 12 children, ends on days 30 (a, b), 60 (a, a), 90 (b), 120 (a, b) and
    150 (a).
    """
    days = [30, 30, 60, 60, 60, 90, 90, 120, 120, 120, 150, 150]
    ended = ["a", "b", "a", "a", None, "b", None, "a", "b", None, "a", None]
    left, a, b = Fraction(1), Fraction(0), Fraction(0)
    for n, by_a, by_b in [(12, 1, 1), (10, 2, 0), (7, 0, 1), (5, 1, 1), (2, 1, 0)]:
        a, b = a + left * by_a / n, b + left * by_b / n
        left *= Fraction(n - by_a - by_b, n)
    found = by_route(Spells.of(days, ended))
    assert a == Fraction(15, 28)
    assert found.curves["a"].at(150) == pytest.approx(float(a))
    assert found.curves["b"].at(150) == pytest.approx(float(b))
    assert found.still_waiting_at(150) == pytest.approx(float(left))


def test_with_everyone_followed_to_the_end_a_share_and_its_error_are_the_binomials() -> None:
    rng = np.random.default_rng(4)
    days = rng.integers(1, 40, 300)
    ended = list(rng.choice(["home", "adopted", "sgo"], 300, p=[0.5, 0.3, 0.2]))
    found = by_route(Spells.of(days, ended)).curves["adopted"]
    for day in (5, 17, 33):
        share = float(np.mean((days <= day) & (np.array(ended) == "adopted")))
        place = int(np.flatnonzero(found.days == day)[0])
        assert found.at(day) == pytest.approx(share)
        assert found.error[place] == pytest.approx(np.sqrt(share * (1 - share) / 300), rel=1e-6)


def test_limits_hold_the_truth_about_95_times_in_a_hundred() -> None:
    """Simulated: 150 children, two routes at constant rates, a third censored, a quarter of them
    first watched late. By day 200 the truth is 0.6 × (1 - exp(-1)) by route a; 0.3679 still wait.
    """
    rng = np.random.default_rng(12)
    held = np.zeros(3)
    for _ in range(400):
        wait = rng.exponential(200, 150)
        entry = np.where(rng.random(150) < 0.25, rng.exponential(80, 150), 0.0)
        watched = wait > entry
        stop = entry + rng.exponential(400, 150)
        route = np.where(rng.random(150) < 0.6, "a", "b")
        ended = [str(r) if w <= s else None for r, w, s in zip(route, wait, stop, strict=True)]
        exit_days = np.minimum(wait, stop)
        spells = Spells.of(
            exit_days[watched],
            [e for e, k in zip(ended, watched, strict=True) if k],
            entry[watched],
        )
        waiting = still_waiting(spells)
        held += [
            waiting.curve.interval_at(200).holds(float(np.exp(-1))),
            by_route(spells).curves["a"].interval_at(200).holds(0.6 * (1 - float(np.exp(-1)))),
            waiting.median_interval.holds(200 * float(np.log(2))),
        ]
    assert held / 400 == pytest.approx([0.95, 0.95, 0.95], abs=0.03)


def test_nobody_left_though_some_had_still_to_come_in() -> None:
    found = still_waiting(Spells.of([5, 40, 50], ["a", "a", None], [0, 20, 20]))
    assert found.emptied_on == 5
    assert found.median is None
    assert by_route(Spells.of([5, 40, 50], ["a", "a", None], [0, 20, 20])).emptied_on == 5


def test_nobody_at_all_and_nobody_done() -> None:
    nobody = still_waiting(Spells.of([], []))
    assert (nobody.children, nobody.median, nobody.curve.at(100)) == (0, None, 1.0)
    waiting = still_waiting(Spells.of([30, 60], [None, None]))
    assert (waiting.median, waiting.curve.at(50)) == (None, 1.0)
    assert by_route(Spells.of([30], [None])).still_waiting_at(99) == 1.0


def test_a_wait_that_ends_on_the_day_it_begins_counts() -> None:
    found = still_waiting(Spells.of([0, 0, 10], ["a", None, "a"]))
    assert found.curve.at(0) == pytest.approx(2 / 3)


def test_wrong_calls_are_refused() -> None:
    with pytest.raises(ValueError, match="for each child"):
        Spells.of([1, 2], ["a"])
    with pytest.raises(ValueError, match="leaves no earlier"):
        Spells.of([1], ["a"], [2])
    with pytest.raises(ValueError, match="needs its days"):
        Spells.of([float("nan")], ["a"])
