"""Whether a decision worked, by the figures since; and what is decided on month after month."""

from datetime import date
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sightline.jobs import figures
from sightline.measures import MeasureFigures, catalogue
from sightline.oversight.decision_effect import effect_said, long_running
from sightline.oversight.models import ScrutinyDecision
from sightline.people.models import User
from tests.oversight_data import ALL, months, seen_by, share, stand_in

pytestmark = pytest.mark.django_db

JULY = date(2026, 7, 31)  # three figures come after it


def visits(*last: int) -> MeasureFigures:
    """Visits in time: about 60 of 100, then `last` of 100.

    With three at 90 the mean of 27 months is 63.3% and the upper limit 77.8% (three standard
    errors of 4.82 points); with three at 30, the mean is 56.7% and the lower limit 41.8%.
    """
    days = months(27)
    before = [60 + place % 3 - 1 for place in range(27 - len(last))]
    series = [share(day, met, 100) for day, met in zip(days, [*before, *last], strict=True)]
    return MeasureFigures(catalogue()["visits_in_timescale"], tuple(series))


def test_better_or_worse_since_by_the_limits() -> None:
    assert effect_said(visits(90, 90, 90), JULY, exact=True).startswith(
        "Better since, beyond the usual ups and downs"
    )
    assert effect_said(visits(30, 30, 30), JULY, exact=True).startswith(
        "Worse since, beyond the usual ups and downs"
    )


def test_within_the_limits_there_is_no_clear_effect() -> None:
    said = effect_said(visits(61, 59, 62), JULY, exact=True)
    assert said == "No clear effect yet: three figures since, within the usual ups and downs."


def test_what_was_so_already_is_no_effect_of_the_decision() -> None:
    said = effect_said(visits(90, 90, 90), date(2026, 8, 31), exact=True)
    assert said.endswith("but it was so already when this was decided.")


def test_too_soon_and_not_to_be_told() -> None:
    assert "too soon to say" in effect_said(visits(90), date(2026, 11, 2), exact=True)
    (reviews, *_) = ALL  # looks back a year, so it has no limits
    said = effect_said(reviews, JULY, exact=True)
    assert said.startswith("The chart cannot tell. ")
    a_year_on = effect_said(reviews, date(2025, 9, 30), exact=True)
    assert a_year_on == "Up from 81% to 95% in a year, beyond chance, for the better."


def test_nothing_is_told_of_withheld_months() -> None:
    """Of a hundred visits 97 in time leaves three: withheld, and so are the limits."""
    assert "withheld" in effect_said(visits(97, 97, 97), JULY, exact=False)


def decide(user: User, day: date, area: str = "visits_in_timescale/over-time") -> None:
    ScrutinyDecision.objects.create(
        area=area,
        measure_id="visits_in_timescale",
        what="Visits: 2 of 9 for South team",
        decision="Visits are booked ahead.",
        owner="Head of care",
        due=date(2099, 1, 1),
        expected="90% in time",
        value_then=0.6,
        decided_on=day,
        decided_by=user,
    )


def test_six_months_running_are_flagged_and_a_gap_is_not() -> None:
    user = User.objects.create_user("d", role="director")
    for month in (5, 6, 7, 8, 9):
        decide(user, date(2026, month, 14))
    assert long_running(date(2026, 10, 3)) == {}
    decide(user, date(2026, 10, 2))
    assert long_running(date(2026, 10, 3)) == {
        "visits_in_timescale": "Decided on six months running, and not settled."
    }
    assert long_running(date(2026, 11, 30)), "last month's meeting still counts"
    assert long_running(date(2026, 12, 1)) == {}, "nobody decided on it in November"


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> User:
    stand_in(monkeypatch, settings, tmp_path)
    found = visits(90, 90, 90)
    monkeypatch.setattr(figures, "latest", lambda data: (*ALL, found))
    monkeypatch.setattr(figures, "one", lambda data, name: found)
    monkeypatch.setattr("sightline.oversight.scrutiny_rows.looked_at", lambda data: ())
    user = User.objects.create_user("d", role="director")
    decide(user, JULY, "visits_in_timescale/team/South team")
    return user


def test_the_next_meeting_opens_with_whether_it_worked(pages: User) -> None:
    page = seen_by("director", "/scrutiny/")
    assert page.index("Better since") < page.index("What stands out")
    assert "Of the whole authority:" in page


def test_a_measure_s_page_has_the_chain_from_question_to_effect(pages: User) -> None:
    ScrutinyDecision.objects.update(outcome="It held.", closed_on=date(2026, 10, 20))
    page = seen_by("director", "/measures/visits_in_timescale/")
    for link in ("Visits are booked ahead.", "90% in time", "Better since", "It held."):
        assert link in page


def test_members_are_not_told_the_figure_of_a_group(pages: User) -> None:
    for address in ("/scrutiny/", "/measures/visits_in_timescale/"):
        page = seen_by("councillor", address)
        assert "Visits are booked ahead." in page
        assert "2 of 9" not in page
        assert "2 of 9" in seen_by("director", address)
