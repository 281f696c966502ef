"""From a finding shared to something begun, those about which nothing has begun in the median."""

from datetime import date, timedelta

import pytest

from sightline.improvement.models import Finding, Strength
from sightline.improvement.response_clock import Lag, clock, lag, summary
from sightline.people.models import User
from tests.answers_data import TODAY, action, finding, person, review

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> User:
    return person("improvement_lead", "Imogen")


def lags(*days: tuple[int, bool]) -> list[Lag]:
    """Lags of so many days, begun or still open."""
    shared = TODAY - timedelta(days=1000)
    return [
        Lag(Finding(), shared, shared + timedelta(days=each) if begun else None, each)
        for each, begun in days
    ]


def test_the_median_counts_those_still_open() -> None:
    # After 10 days 3 of 4 are left (0.75); the one at 15 is watched no longer; after 20 days one of
    # the two left has begun: 0.75 × 0.5 = 0.375. Leaving the open ones out would give 15.
    found = summary("All", lags((10, True), (15, False), (20, True), (30, False)))
    assert found.median == 20
    assert found.begun == 2
    assert found.longest.said == "≥ 30 days"


def test_where_fewer_than_half_have_begun_there_is_no_median() -> None:
    found = summary("All", lags((10, True), (400, False), (500, False)))
    assert found.median is None
    assert found.median_said == "Not reached: nothing has begun for half or more"


def test_no_lag_is_no_summary() -> None:
    with pytest.raises(ValueError, match="no lag"):
        summary("All", [])


def test_what_had_begun_before_it_was_shared_waited_no_day() -> None:
    assert lag(Finding(), date(2026, 5, 1), date(2026, 4, 1), TODAY).days == 0


def test_the_first_direct_action_ends_the_wait(lead: User) -> None:
    shared = date(2026, 1, 31)
    of = review(lead, shared)
    answered, hinted, bare = (finding(of, text) for text in ("One.", "Two.", "Three."))
    action(answered, lead, began=date(2026, 4, 1), strength=Strength.PART)
    action(answered, lead, began=date(2026, 3, 2), title="Earlier, and of all of it")
    action(answered, lead, began=date(2026, 2, 1), strength=Strength.INDIRECT, title="Indirect")
    action(hinted, lead, began=date(2026, 2, 1), strength=Strength.INDIRECT, title="Indirect too")
    found = {each.finding.pk: each.said for each in clock(TODAY).lags}
    # 31 January to 2 March 2026: 30 days. To 30 November: 303 days.
    assert found == {answered.pk: "30 days", hinted.pk: "≥ 303 days", bare.pk: "≥ 303 days"}


def test_what_is_planned_to_begin_has_not_begun(lead: User) -> None:
    action(finding(review(lead, date(2026, 11, 20)), "One."), lead, began=date(2026, 12, 24))
    assert [each.said for each in clock(TODAY).lags] == ["≥ 10 days"]


def test_by_source_and_theme_the_longest_first_and_the_undated_counted(lead: User) -> None:
    finding(review(lead, date(2026, 11, 29)), "New.", "visits")
    finding(review(lead, date(2026, 1, 31), "focused_visit"), "Old.", "permanence")
    finding(review(lead, None), "No day.")
    found = clock(TODAY)
    assert found.undated == 1
    assert [(each.name, each.longest.said) for each in found.by_theme] == [
        ("Permanence", "≥ 303 days"),
        ("Social work visits", "≥ 1 day"),
    ]
    assert [each.findings for each in found.by_source] == [1, 1]
    assert found.whole is not None
    assert found.whole.findings == 2
