"""How measures stand now, from the figures to a finding: exact for those who may, withheld else."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sightline.improvement.measures import Bearing, Now, standing_of
from sightline.jobs import figures
from sightline.people.models import User
from sightline.records import NothingLoadedError
from sightline.site.measures_seen import measures_seen
from tests.oversight_data import AS_AT, stand_in

pytestmark = pytest.mark.django_db

REVIEWS, HOMES, DENTAL = "reviews_in_timescale", "unregistered_homes", "dental_checks"


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)


def now(role: str, *ids: str) -> dict[str, Now]:
    user = User.objects.create_user(role, role=role, team="North team")
    return dict(measures_seen(ids, user))


def test_of_a_share_that_should_be_high_those_outside_it_are_affected() -> None:
    """Reviews in time: 95 of 100, so for five they were not; 81 of 100 a year before."""
    found = now("director", REVIEWS)[REVIEWS]
    assert (found.as_at, found.value, found.affected) == (AS_AT, "95%", 5)
    assert found.may_list
    assert "beyond chance, for the better" in found.verdict
    assert found.verdict[0].isupper()


def test_of_a_count_that_should_be_low_those_in_it_are_affected() -> None:
    assert now("director", HOMES)[HOMES].affected == 3
    assert now("councillor", HOMES)[HOMES].affected is None


def test_a_figure_that_is_not_to_be_used_counts_nobody() -> None:
    """Of three in 60 a third of the inputs are missing."""
    assert not figures.one(Path(), DENTAL).latest.trusted  # type: ignore[union-attr]
    assert now("director", DENTAL)[DENTAL].affected is None


def test_those_outside_the_authority_see_no_small_number() -> None:
    found = now("councillor", REVIEWS)[REVIEWS]
    assert (found.affected, found.withheld, found.may_list) == (None, True, False)
    assert "95" not in f"{found.value} {found.verdict}"


def test_an_improvement_lead_sees_how_many_and_not_which() -> None:
    found = now("improvement_lead", REVIEWS)[REVIEWS]
    assert (found.affected, found.may_list) == (5, False)


def test_before_anything_is_loaded_nothing_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*args: object, **kwargs: object) -> None:
        raise NothingLoadedError

    monkeypatch.setattr(figures, "one", nothing)
    user = User.objects.create_user("lead", role="director")
    bearing = Bearing(REVIEWS, "Reviews", ("reviews_iro",))
    assert standing_of((bearing,), user) == ((bearing, None),)
