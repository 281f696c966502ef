"""The verdict on a measure, in one sentence."""

from datetime import date

import pytest

from sightline.jobs.control import control
from sightline.measures import MeasureFigures, catalogue
from sightline.oversight.control_seen import WITHHELD, control_for
from sightline.oversight.verdict import verdict
from tests.oversight_data import count, months, share

INSPECTED = date(2025, 5, 14)


def visits(met: list[int], of: int = 100) -> MeasureFigures:
    days = months(len(met))
    figures = tuple(share(day, each, of) for day, each in zip(days, met, strict=True))
    return MeasureFigures(catalogue()["visits_in_timescale"], figures)


def reviews(met: list[int]) -> MeasureFigures:
    return MeasureFigures(catalogue()["reviews_in_timescale"], visits(met).series)


def said(found: MeasureFigures, inspected: date | None = INSPECTED) -> str:
    return verdict(found, control(found), inspected, exact=True)


def test_value_change_target_and_pace_in_one_sentence() -> None:
    assert said(visits([79, 81] * 15)) == (
        "81% at 31 October 2026: no change beyond the usual ups and downs; as things are, the "
        "target of 100% will be missed every time; since the inspection (81% then) the "
        "pace has been too slow ever to reach the target."
    )


def test_a_fall_is_for_the_worse() -> None:
    sentence = said(visits([79, 81] * 14 + [79, 50]))
    assert sentence.startswith("50% at 31 October 2026: lower than usual, and for the worse; ")


def test_a_steady_rise_says_when_it_arrives() -> None:
    """By hand: 70% at the inspection, a point a month since, 88% now: 12 months to 100%."""
    rising = reviews([70] * 12 + list(range(70, 89)))
    assert rising.series[-19].as_at == date(2025, 4, 30)
    sentence = said(rising)
    assert "since the inspection (70% then) it has improved" in sentence
    assert "at that pace reaches the target in October 2027" in sentence


def test_what_looks_back_is_set_beside_the_year_before() -> None:
    assert "up from 60% to 90% in a year, beyond chance, for the better" in said(
        reviews([60] * 12 + [90] * 12)
    )
    assert "no different from a year before beyond chance (80% then, 82% now)" in said(
        reviews([80] * 12 + [82] * 12)
    )


def test_a_measure_without_target_has_no_pace() -> None:
    days = months(12)
    found = MeasureFigures(catalogue()["referrals"], tuple(count(day, 20) for day in days))
    assert said(found) == "20 at 31 October 2026: no change beyond the usual ups and downs."


def test_of_the_part_of_a_month_the_verdict_names_the_month_before() -> None:
    days = [*months(13)[:-1], date(2026, 10, 12)]
    counts = [20, 22] * 6 + [8]
    figures = tuple(count(day, each) for day, each in zip(days, counts, strict=True))
    assert said(MeasureFigures(catalogue()["referrals"], figures)) == (
        "8 at 12 October 2026: at 30 September 2026, no change beyond the usual ups and downs."
    )


def test_a_figure_not_to_be_used_has_no_verdict() -> None:
    good = visits([79, 81] * 12)
    bad = share(date(2026, 10, 31), 10, 100, known=0.5)
    assert said(MeasureFigures(good.measure, (*good.series[:-1], bad))) == ""


@pytest.mark.django_db
def test_limits_would_tell_of_withheld_months_so_there_are_none() -> None:
    found = visits([80] * 12 + [98])  # two children not visited
    seen = control_for(found, exact=False)
    assert (seen.why_not, seen.limits) == (WITHHELD, {})
    assert control_for(found, exact=True).limits
    assert verdict(found, seen, INSPECTED, exact=False) == ""


@pytest.mark.django_db
def test_without_small_numbers_everyone_sees_the_same_limits() -> None:
    found = visits([80] * 12)
    assert control_for(found, exact=False).limits == control_for(found, exact=True).limits
