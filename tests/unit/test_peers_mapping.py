"""The published figures that stand beside our measures are of measures that we have."""

from __future__ import annotations

from datetime import date

import pytest

from sightline.measures import catalogue
from sightline.measures.language import Kind
from sightline.peers import PUBLISHED, Published, Unit, Window, published_for

KINDS = {Unit.PERCENT: Kind.SHARE, Unit.PER_10000: Kind.COUNT, Unit.NUMBER: Kind.MEAN}


@pytest.mark.parametrize("published", PUBLISHED, ids=lambda each: each.measure_id)
def test_each_is_of_a_measure_of_the_same_kind(published: Published) -> None:
    measure = catalogue()[published.measure_id]
    assert measure.kind is KINDS[published.unit]
    assert published.lait or published.dfe


def test_no_measure_and_no_published_figure_stands_twice() -> None:
    measures = [each.measure_id for each in PUBLISHED]
    laits = [each.lait for each in PUBLISHED if each.lait]
    assert len(set(measures)) == len(measures)
    assert len(set(laits)) == len(laits)


def test_a_measure_of_events_in_a_month_is_set_beside_a_year() -> None:
    """Measures whose definition says "in the month" must be put together over twelve."""
    for published in PUBLISHED:
        measure = catalogue()[published.measure_id]
        monthly = "in the month" in measure.definition
        assert monthly == published.window.is_year, published.measure_id


def test_the_last_day_of_each_window() -> None:
    assert Window.AT_31_MARCH.last_day(2025) == date(2025, 3, 31)
    assert Window.YEAR_TO_31_MARCH.last_day(2025) == date(2025, 3, 31)
    assert Window.AT_30_SEPTEMBER.last_day(2025) == date(2025, 9, 30)
    assert Window.CALENDAR_YEAR.last_day(2024) == date(2024, 12, 31)


def test_a_rate_of_a_count_says_what_it_is_out_of() -> None:
    for published in PUBLISHED:
        if published.unit is Unit.PER_10000:
            assert "number of children living in the area" in published.differs


def test_nothing_is_published_beside_a_measure_of_our_own() -> None:
    assert published_for("children_supervised") is None
