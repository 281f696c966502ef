"""What changed beyond chance: found when there, rarely when not, said plainly."""

from datetime import date

import numpy as np
import pytest

from sightline.insight.change import Series, changes
from sightline.insight.false_discovery import discoveries
from sightline.insight.wording import Polarity, Unit, Verdict


def months(count: int) -> list[date]:
    """Return month starts, the last of them December 2025."""
    return [date(2025 - back // 12, 12 - back % 12, 1) for back in reversed(range(count))]


def series(values: list[float], **kinds: object) -> Series:
    known = {"polarity": Polarity.HIGH, **kinds}
    return Series("visits", "Visits in timescale", months(len(values)), values, **known)  # type: ignore[arg-type]


STEADY = [0.88, 0.89, 0.87, 0.88, 0.86, 0.87, 0.88, 0.89, 0.87, 0.86, 0.88, 0.87]


def test_false_discovery_as_benjamini_and_hochberg_1995() -> None:
    """Their fifteen p-values: four are kept at 0.05."""
    published = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
        0.5719, 0.6528, 0.7590, 1.0000,
    ]  # fmt: skip
    assert discoveries(published, 0.05).tolist() == [True] * 4 + [False] * 11
    assert discoveries([], 0.05).tolist() == []


def test_a_fall_is_found_and_said_in_one_sentence() -> None:
    """The average of the twelve months before the last three is 87.5%, written 88%."""
    (change,) = changes([series([*STEADY, 0.80, 0.76, 0.74])])
    assert change.verdict is Verdict.WORSE
    assert change.difference == pytest.approx(0.7667 - 0.875, abs=0.001)
    assert change.sentence() == (
        "Visits in timescale fell: 6 of the last 7 months below the average of 88%, now 74% "
        "(from 89% in May 2025)."
    )


def test_the_same_fall_is_good_news_where_low_is_good() -> None:
    (change,) = changes([series([*STEADY, 0.80, 0.76, 0.74], polarity=Polarity.LOW)])
    assert change.verdict is Verdict.BETTER


def test_nothing_is_said_of_noise_or_of_too_short_a_series() -> None:
    assert changes([series([*STEADY, 0.88, 0.86, 0.87])]) == []
    assert changes([series([0.9] * 8 + [0.1] * 3)]) == []


def test_one_child_more_after_months_of_none_is_not_a_change() -> None:
    assert changes([series([0.0] * 14 + [1.0], unit=Unit.COUNT, polarity=Polarity.LOW)]) == []


def test_a_slow_measure_is_not_taken_for_a_change_because_months_resemble_each_other() -> None:
    """A wave of steady size, as of a population that swells and shrinks over a year and a half."""
    wave = [600 + 20 * float(np.sin(month / 3)) for month in range(27)]
    assert changes([series(wave, unit=Unit.COUNT)]) == []


def test_the_surest_change_comes_first() -> None:
    small = series([*STEADY, 0.84, 0.83, 0.84])
    large = series([*STEADY, 0.60, 0.60, 0.60])
    found = changes([small, large])
    assert [change.series for change in found] == [large, small]


@pytest.mark.parametrize(("resemblance", "most"), [(0.0, 0.14), (0.6, 0.20)])
def test_a_catalogue_in_which_nothing_changed_seldom_reports_a_change(
    resemblance: float, most: float
) -> None:
    """Simulated: 20 measures, 27 months, 300 times; the promise is one catalogue in ten."""
    random = np.random.default_rng(7)
    alarms = 0
    for _ in range(300):
        catalogue = []
        for _ in range(20):
            shocks = random.normal(size=77)
            values = [0.0]
            for shock in shocks:
                values.append(resemblance * values[-1] + float(shock))
            catalogue.append(series(values[-27:], unit=Unit.NUMBER))
        alarms += bool(changes(catalogue))
    assert alarms / 300 <= most


def test_a_month_without_a_value_is_refused() -> None:
    with pytest.raises(ValueError, match="one value for each month"):
        changes([Series("x", "X", months(3), [1.0], Polarity.HIGH)])
