"""The days from one event to the next on a measure's page, for those who see exact figures."""

from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pytest_django.fixtures import Settings

from sightline.jobs import between_events, figures
from sightline.jobs.between_events import EventDays
from sightline.measures import MeasureFigures, catalogue
from sightline.measures.event_days import EventDay
from tests.oversight_data import count, months, seen_by, stand_in

pytestmark = pytest.mark.django_db

MONTHS = months(24)
PAGE = "/measures/iro_concerns/"


def days(times: int) -> EventDays:
    """An event every thirty days from 4 November 2024."""
    ends = {(each.year, each.month): each for each in MONTHS}
    on = [date(2024, 11, 4) + timedelta(days=30 * time) for time in range(times)]
    days = tuple(EventDay(ends[day.year, day.month], day, met=True) for day in on)
    return EventDays(days, MONTHS[-1])


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)
    found = MeasureFigures(catalogue()["iro_concerns"], tuple(count(day, 1) for day in MONTHS))
    monkeypatch.setattr(figures, "one", lambda data, measure_id: found)
    monkeypatch.setattr(between_events, "event_days", lambda data, measure_id: days(14))


def test_the_page_says_how_long_ago_the_last_was_and_what_is_better() -> None:
    page = seen_by("analyst", PAGE)
    assert "The last event was on 29 November 2025, 336 days before 31 October 2026." in page
    assert "That is beyond the upper limit of 30 days already." in page
    assert "No change beyond the usual ups and downs" in page
    assert "Neither way is better." in page
    table = page.split("Days since the one before")[1]
    assert table.index("29 Nov 2025") < table.index("4 Dec 2024")


def test_the_picture_tells_what_it_shows_to_a_screen_reader() -> None:
    svg = ElementTree.fromstring(seen_by("analyst", f"{PAGE}between.svg"))
    told = svg.findtext("{http://www.w3.org/2000/svg}desc") or ""
    assert "13 times from 4 December 2024 to 29 November 2025" in told


def test_with_too_few_events_it_says_how_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(between_events, "event_days", lambda data, measure_id: days(5))
    page = seen_by("analyst", PAGE)
    assert "limits need 12 such times" in page
    assert "there are four times in all" in page
    assert "between.svg" not in page


def test_a_councillor_is_shown_no_day_of_an_event() -> None:
    page = seen_by("councillor", PAGE)
    assert "between.svg" not in page
    assert "29 November 2025" not in page
    assert "29 Nov 2025" not in page
    seen_by("councillor", f"{PAGE}between.svg", 403)
