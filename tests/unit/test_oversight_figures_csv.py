"""A measure as CSV."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sightline.jobs import figures
from sightline.measures import MeasureFigures, catalogue
from sightline.people.models import AccessEvent
from sightline.people.models.access_event import Act
from tests.oversight_data import months, seen_by, share, stand_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)


def test_every_month() -> None:
    lines = seen_by("analyst", "/measures/reviews_in_timescale/figures.csv").split()
    assert lines[0] == (
        "measure,as_at,numerator,denominator,value,low,high,trusted,"
        "lower_limit,centre_line,upper_limit,signal"
    )
    assert len(lines) == 28
    assert lines[-1].startswith("reviews_in_timescale,2026-10-31,95,100,0.95,")


def test_a_month_has_its_limits_and_its_signal(monkeypatch: pytest.MonkeyPatch) -> None:
    """By hand: 80 of 100 throughout: limits 0.8 ± 3 × 0.04."""
    days = months(12)
    found = MeasureFigures(
        catalogue()["visits_in_timescale"], tuple(share(day, 80, 100) for day in days)
    )
    monkeypatch.setattr(figures, "one", lambda data, measure_id: found)
    text = seen_by("analyst", "/measures/visits_in_timescale/figures.csv")
    lower, centre, upper, sign = text.split("2026-10-31,")[1].split(",")[-4:]
    assert (float(lower), float(centre), float(upper)) == pytest.approx((0.68, 0.8, 0.92))
    assert sign.strip() == ""


def test_a_councillor_gets_c() -> None:
    lines = seen_by("councillor", "/measures/unregistered_homes/figures.csv").split()
    values = {line.split(",")[4] for line in lines[1:]}
    assert values == {"0", "c"}


def test_a_breakdown() -> None:
    text = seen_by("councillor", "/measures/reviews_in_timescale/breakdown.csv?by=team")
    assert "South team,c,c,c,c,c" in text
    assert AccessEvent.objects.filter(act=Act.DOWNLOADED).count() == 1
