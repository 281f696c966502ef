"""A figure of one published year: as at a day, or twelve months put together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sightline.insight.trust import Level, Trust
from sightline.measures import Figure, MeasureFigures, catalogue
from sightline.measures.year_figures import parts, together
from tests.oversight_data import count, share

MARCH = date(2025, 3, 31)
YEAR = [
    date(2024, 4, 30), date(2024, 5, 31), date(2024, 6, 30), date(2024, 7, 31),
    date(2024, 8, 31), date(2024, 9, 30), date(2024, 10, 31), date(2024, 11, 30),
    date(2024, 12, 31), date(2025, 1, 31), date(2025, 2, 28), MARCH,
]  # fmt: skip


def rereferrals(days: list[date]) -> MeasureFigures:
    return MeasureFigures(
        catalogue()["rereferrals"], tuple(share(day, 3, 20 if day == MARCH else 10) for day in days)
    )


def test_on_a_day_it_is_that_day_s_figure() -> None:
    found = parts(rereferrals(YEAR), MARCH, whole_year=False)
    assert [figure.as_at for figure in found] == [MARCH]
    assert parts(rereferrals(YEAR[:-1]), MARCH, whole_year=False) == ()


def test_of_a_year_it_is_the_events_of_twelve_months_over_all_of_them() -> None:
    found = rereferrals([date(2024, 3, 31), *YEAR, date(2025, 4, 30)])
    of_year = parts(found, MARCH, whole_year=True)
    assert [figure.as_at for figure in of_year] == YEAR
    figure = together(found.measure, of_year, MARCH)
    assert (figure.numerator, figure.denominator) == (36, 130)  # 12 × 3; 11 × 10 + 20
    assert figure.value == pytest.approx(0.2769, abs=0.0001)
    # Wilson's limits of 36 of 130, worked out by hand: centre (36 + 1.9207) / 133.8415
    assert figure.low == pytest.approx(0.2072, abs=0.0002)
    assert figure.high == pytest.approx(0.3595, abs=0.0002)


def test_a_year_that_the_record_does_not_cover_has_no_figure() -> None:
    assert parts(rereferrals(YEAR[1:]), MARCH, whole_year=True) == ()
    assert parts(rereferrals(YEAR[:-1]), MARCH, whole_year=True) == ()


def test_a_month_within_it_with_nothing_to_count_is_no_gap() -> None:
    found = rereferrals([*YEAR[:3], *YEAR[4:]])
    assert len(parts(found, MARCH, whole_year=True)) == 11


def test_counts_add_up() -> None:
    measure = catalogue()["referrals"]
    figure = together(measure, [count(day, 20) for day in YEAR], MARCH)
    assert (figure.numerator, figure.denominator, figure.value) == (240, None, 240)


def test_what_is_known_is_weighed_by_those_it_is_known_of() -> None:
    measure = catalogue()["rereferrals"]
    figures = [share(YEAR[0], 1, 10, known=0.5), share(YEAR[1], 9, 90, known=1.0)]
    assert together(measure, figures, MARCH).known_share == pytest.approx(0.95)


def test_a_month_that_is_not_to_be_used_makes_a_year_that_is_not() -> None:
    measure = catalogue()["rereferrals"]
    why = Trust(Level.NOT_TO_BE_USED, ())
    figures = [share(YEAR[0], 3, 10), replace(share(YEAR[1], 3, 10), trust=why)]
    assert together(measure, figures[:1], MARCH).trusted
    assert not together(measure, figures, MARCH).trusted


def test_means_do_not_add_up() -> None:
    figure = Figure(MARCH, 30, 2, 15, None, None, 1.0, 0.9)
    with pytest.raises(ValueError, match="do not add up"):
        together(catalogue()["sdq_mean"], [figure, figure], MARCH)
    with pytest.raises(ValueError, match="no figures"):
        together(catalogue()["sdq_mean"], [], MARCH)
