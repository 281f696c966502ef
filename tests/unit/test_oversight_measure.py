"""The page of one measure, and how it is worked out."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.oversight_data import seen_by, stand_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)


def test_says_the_figure_in_one_sentence() -> None:
    page = seen_by("analyst", "/measures/reviews_in_timescale/")
    assert (
        "95% at 31 October 2026 (between 89% and 98% by chance alone): 95 of 100 children in "
        "care who had a review due in the past twelve months." in page
    )


def test_begins_with_the_verdict_and_says_why_there_are_no_limits() -> None:
    """By hand: 95 of 100 in the last three months, 81 a year before: z = 3.06."""
    page = seen_by("analyst", "/measures/reviews_in_timescale/")
    first = page.split('sl-sentence">')[1].split("</p>")[0]
    assert first.startswith(
        "95% at 31 October 2026: up from 81% to 95% in a year, beyond chance, for the better; "
    )
    assert "counts the same 12 months again, so limits would mislead" in page


def test_an_earlier_moment_has_no_verdict_of_today() -> None:
    page = seen_by("analyst", "/measures/reviews_in_timescale/?as_at=2026-07-31")
    assert page.split('sl-sentence">')[1].startswith("82% at 31 July 2026 (between")


def test_shows_an_earlier_moment() -> None:
    page = seen_by("analyst", "/measures/reviews_in_timescale/?as_at=2026-07-31")
    assert "82% at 31 July 2026" in page


def test_a_day_without_a_figure_is_not_found() -> None:
    seen_by("analyst", "/measures/reviews_in_timescale/?as_at=2026-07-30", 404)
    seen_by("analyst", "/measures/reviews_in_timescale/?as_at=soon", 404)
    seen_by("analyst", "/measures/reviews_in_timescale/?by=shoe_size", 404)


def test_an_unknown_or_unanswerable_measure_is_not_found() -> None:
    seen_by("analyst", "/measures/happiness/", 404)
    seen_by("analyst", "/measures/sdq_mean/", 404)


def test_is_broken_down_with_intervals() -> None:
    page = seen_by("analyst", "/measures/reviews_in_timescale/?by=team")
    assert "North team" in page
    assert "between 72% and 91%" in page  # Wilson, 50 of 60: 72.0 to 90.7


def test_a_councillor_sees_small_groups_withheld_and_no_way_to_the_children() -> None:
    """Five of 100 were late: the figure is withheld, and every group that adds up to it."""
    page = seen_by("councillor", "/measures/reviews_in_timescale/?by=team")
    assert "/children/" not in page
    assert "This breakdown is withheld" in page
    assert "South team" not in page


def test_says_what_is_unverified_and_where_the_target_is_from() -> None:
    page = seen_by("analyst", "/measures/reviews_in_timescale/")
    assert "100%, set by the duty itself" in page
    assert "legislation.gov.uk" in page


def test_warns_where_it_may_not_be_trusted() -> None:
    page = seen_by("analyst", "/measures/dental_checks/")
    assert "govuk-warning-text" in page
    assert "not recorded for 34%" in page


def test_two_clicks_to_the_lines_that_work_it_out() -> None:
    page = seen_by("analyst", "/measures/reviews_in_timescale/how/")
    assert "def reviews_in_timescale(view: View) -&gt; Table:" in page
    assert "sightline/measures/catalogue/care.py" in page


def test_says_how_far_what_is_missing_could_move_it() -> None:
    page = seen_by("analyst", "/measures/reviews_in_timescale/")
    assert (
        "Given what is missing or cannot be right for six children of 100, it lies anywhere from "
        "90% to 96%." in page
    )


def test_does_not_tell_those_outside_of_a_few_children_by_its_bounds() -> None:
    assert "it lies anywhere from" not in seen_by("councillor", "/measures/reviews_in_timescale/")
