"""The list of areas for further scrutiny: what it keeps, in which order, and in what words."""

from __future__ import annotations

import numpy as np
import pytest

from sightline.insight.comparison import Group, funnel, gaps
from sightline.insight.false_discovery import Dependence, adjusted, discoveries
from sightline.insight.scrutiny import (
    Candidate,
    Kind,
    Monthly,
    Stayers,
    Sure,
    areas_for_scrutiny,
    benchmark_outlier,
    contradiction,
    data_cliff,
    deterioration,
    repeat_finding,
    subgroup_gap,
    waiting_tail,
    worsening,
)
from sightline.insight.wording import Polarity

# Benjamini and Hochberg (1995), their fifteen p-values.
PUBLISHED = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
    0.5719, 0.6528, 0.7590, 1.0000,
]  # fmt: skip


def test_rates_by_hand_and_as_published() -> None:
    """Fourth of fifteen: 0.0095 × 15 / 4 = 0.0356. Sixth: 0.0695, but the seventh's is less."""
    rates = adjusted(PUBLISHED)
    assert rates[3] == pytest.approx(0.0095 * 15 / 4)
    assert list(rates[5:7]) == pytest.approx([0.0298 * 15 / 7] * 2)
    assert discoveries(PUBLISHED, 0.05).sum() == 4
    strict = adjusted(PUBLISHED, Dependence.ANY)
    assert strict[3] == pytest.approx(rates[3] * sum(1 / k for k in range(1, 16)))
    assert list(adjusted([])) == []


def candidate(name: str, p_value: float | None, children: int = 10) -> Candidate:
    return Candidate(name, Kind.DETERIORATION, name, "seen", "Why?", children, p_value)


def test_how_sure_first_then_how_many_children() -> None:
    found = areas_for_scrutiny(
        [
            candidate("a few, sure", 1e-6, 5),
            candidate("many, sure", 1e-5, 50),
            candidate("many, likely", 0.03, 90),
            candidate("found before", None, 20),
            *[candidate(f"nothing {i}", 0.2 + i / 20) for i in range(6)],
        ]
    )
    assert [(area.place, area.candidate.id, area.sure) for area in found.areas] == [
        (1, "many, sure", Sure.ALMOST_CERTAIN),
        (2, "found before", Sure.KNOWN),
        (3, "a few, sure", Sure.ALMOST_CERTAIN),
        (4, "many, likely", Sure.LIKELY),
    ]
    assert found.looked_at == 10
    assert found.sentence() == (
        "Of 10 things looked at, 4 stand out. On average at most 10 in 100 of those listed are "
        "chance."
    )


def test_the_more_is_looked_at_the_more_it_takes_to_stand_out() -> None:
    one = candidate("one", 0.01)
    others = [candidate(str(i), 0.5) for i in range(20)]
    assert len(areas_for_scrutiny([one, *others[:5]]).areas) == 1
    nothing = areas_for_scrutiny([one, *others])
    assert nothing.areas == ()
    assert nothing.sentence() == "Of 21 things looked at, none stands out beyond chance."


def steady(last: list[int], of: int = 60) -> Monthly:
    return Monthly(
        [48, 50, 46, 49, 47, 48, 50, 48, 46, 48, 49, 47] * 2 + last, [of] * (24 + len(last))
    )


def test_a_fall_is_evidence_and_its_p_value_is_the_binomials() -> None:
    """By hand: 80% in the baseline. With answers that do not last from month to month, the last
    three months' 66.7% is out of 1 / (1/180 + 1/1440) = 160 children's worth: 106.7 of 160 beside
    128. Exactly: half the chance of 106.67 and below, 3 times for the looks.
    """
    series = steady([40, 40, 40])
    found = worsening(series, Polarity.HIGH, Stayers(640, 160, 160, 40))
    assert found is not None
    assert (found.months, found.children, found.affected) == (3, 60, 8)
    assert found.before == pytest.approx(0.8, abs=0.003)
    low, high = (binomial_below(160, 0.8, k) for k in (106, 107))
    assert 3 * low * 0.5 < found.p_value < 3 * high * 1.5
    said = deterioration("v", "Visits in time", series, Polarity.HIGH)
    assert said is not None
    assert said.what == "Visits in time fell to 67%"
    assert said.evidence == "67% in the last 3 months, 80% before"


def binomial_below(n: int, p: float, k: int) -> float:
    """P(X ≤ k), from the binomial itself."""
    chance, total = (1 - p) ** n, 0.0
    for i in range(k + 1):
        total += chance
        chance *= (n - i) / (i + 1) * p / (1 - p)
    return total


def test_which_way_is_worse_depends_on_the_measure() -> None:
    fallen = steady([40, 40, 40])
    high, low = worsening(fallen, Polarity.HIGH), worsening(fallen, Polarity.LOW)
    either = worsening(fallen, Polarity.NONE)
    assert high is not None
    assert low is not None
    assert either is not None
    assert high.p_value < 0.05
    assert low.p_value > 0.9
    assert either.p_value == pytest.approx(2 * high.p_value)


def test_months_of_the_same_children_tell_less() -> None:
    fallen = steady([40, 40, 40])
    fresh = worsening(fallen, Polarity.HIGH, Stayers(640, 160, 160, 40))
    same = worsening(fallen, Polarity.HIGH, Stayers(780, 20, 20, 180))
    assert fresh is not None
    assert same is not None
    assert same.p_value > 10 * fresh.p_value


def test_resemblance_is_the_correlation_of_answers_times_those_who_stay() -> None:
    """78, 2, 2 and 18 in a hundred: (0.78 × 0.18 - 0.02²) / (0.8 × 0.2) = 0.875; half are new."""
    assert Stayers(78, 2, 2, 18).resemblance == pytest.approx(0.875)
    assert Stayers(78, 2, 2, 18, newcomers=100).resemblance == pytest.approx(0.4375)
    assert Stayers(100, 0, 0, 0).resemblance == 0
    assert Stayers(16, 64, 64, 16).resemblance == 0  # below nothing counts as nothing


def test_too_little_to_tell() -> None:
    assert worsening(Monthly([5] * 11, [60] * 11), Polarity.HIGH) is None
    assert worsening(Monthly([5] * 30, [8] * 30), Polarity.HIGH) is None
    assert deterioration("a", "A", Monthly([5], [6]), Polarity.HIGH) is None


def test_a_share_that_never_moved_does_not_ring_for_one_child() -> None:
    found = worsening(Monthly([60] * 29 + [59], [60] * 30), Polarity.HIGH)
    assert found is not None
    assert found.p_value > 0.05


def test_each_other_signal_with_its_evidence() -> None:
    (black, *_) = gaps([Group("White", 180, 200), Group("Black", 40, 60)])
    gap = subgroup_gap("g", "Visits in time", black, Polarity.HIGH)
    assert gap.what.startswith("Visits in time: 67% for Black") or gap.p_value == 1
    cliff = data_cliff("c", "The date of the visit", Group("now", 40, 100), Group("then", 5, 100))
    assert cliff.what == "The date of the visit is missing for 40%"
    assert cliff.evidence == "40 of 100 missing now, 5 of 100 before"
    assert cliff.children == 35
    assert cliff.p_value is not None
    assert cliff.p_value < 1e-6
    audits = contradiction("a", "Life-story work", Group("a", 10, 30), Group("r", 190, 200))
    assert audits.what == "Life-story work: audits find 33%, the figure says 95%"
    tail = waiting_tail("w", "Matching", Group("now", 30, 60), Group("then", 12, 60))
    assert (tail.what, tail.children) == ("Matching: 30 of 60 wait too long", 18)
    again = repeat_finding("f", "Visits do not follow risk", 2, 30)
    assert (again.p_value, again.evidence) == (None, "found twice before")


def test_what_is_better_than_elsewhere_shows_nothing() -> None:
    names = [str(i) for i in range(9)]
    placed = funnel(names, [195, *[140] * 8], [200] * 9).placed[0]
    assert placed.outside
    assert benchmark_outlier("b", "B", placed, 200, Polarity.HIGH).p_value == 1
    worse = benchmark_outlier("b", "B", placed, 200, Polarity.LOW)
    assert worse.p_value == placed.p_value
    assert worse.what == "B: 98%, above similar areas"
    fewer = data_cliff("c", "C", Group("now", 5, 100), Group("then", 40, 100))
    assert (fewer.p_value, fewer.children) == (1, 0)
    found = {
        gap.group.name: gap for gap in gaps([Group("White", 180, 200), Group("Black", 40, 60)])
    }
    assert subgroup_gap("g", "G", found["White"], Polarity.HIGH).p_value == 1
    assert subgroup_gap("g", "G", found["Black"], Polarity.HIGH).p_value == found["Black"].p_value


def test_wrong_calls_are_refused() -> None:
    with pytest.raises(ValueError, match="id of its own"):
        areas_for_scrutiny([candidate("a", 0.1), candidate("a", 0.2)])
    with pytest.raises(ValueError, match="rate lies between"):
        areas_for_scrutiny([], rate=0)
    with pytest.raises(ValueError, match="p-value lies"):
        candidate("a", 1.2)
    with pytest.raises(ValueError, match="not below 0"):
        candidate("a", 0.2, -1)
    with pytest.raises(ValueError, match="made before"):
        repeat_finding("f", "F", 0, 3)
    with pytest.raises(ValueError, match="one denominator"):
        worsening(Monthly([1], [1, 2]), Polarity.HIGH)
    with pytest.raises(ValueError, match="no more than all"):
        worsening(Monthly(list(np.ones(3)), [0, 1, 1]), Polarity.HIGH)
