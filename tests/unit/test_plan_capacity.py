"""A service has moved once all of it has; an interim fills no post for good."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from sightline.governance import keeping
from sightline.people.models import User
from sightline.plan.capacity import moves, posts
from sightline.plan.models import Function, ServiceMove, SpecialistPosts
from tests.answers_data import NOW, TODAY, person, shown, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> User:
    return person("improvement_lead", "Imogen")


def a_move(lead: User, **days: date | None) -> ServiceMove:
    row = ServiceMove(
        service="Youth justice", from_where="Communities", to_where="Children’s services",
        owner_name="Hester Quillfeather", due=TODAY - timedelta(days=1), **days,
    )  # fmt: skip
    keeping.make(row, lead, NOW)
    return row


def a_count(
    lead: User,
    since: date,
    filled: str = "3.5",
    interim: str = "0",
    interim_until: date | None = None,
) -> SpecialistPosts:
    row = SpecialistPosts(
        function=Function.QUALITY, since=since, required=Decimal("6.0"), funded=Decimal("5.0"),
        filled=Decimal(filled), interim=Decimal(interim), interim_until=interim_until,
    )  # fmt: skip
    keeping.make(row, lead, NOW)
    return row


def test_a_move_on_the_chart_alone_is_none(lead: User) -> None:
    a_move(lead, staff_on=date(2026, 5, 1), budget_on=date(2026, 5, 1))
    (told,) = moves(TODAY)
    assert told.sentence == "Still to move: case systems, premises and data-sharing."
    assert told.late(TODAY)
    assert not told.late(TODAY - timedelta(days=1))


def test_all_of_it_has_moved_once_each_thing_has(lead: User) -> None:
    day = date(2026, 5, 1)
    a_move(lead, staff_on=day, budget_on=day, systems_on=day, premises_on=day, sharing_on=day)
    (told,) = moves(TODAY)
    assert told.sentence == "All of it has moved."
    assert not told.late(TODAY)
    assert told.since == day


def test_an_interim_fills_no_post_for_good(lead: User) -> None:
    a_count(lead, date(2026, 1, 1), interim="1", interim_until=date(2026, 10, 1))
    (told,) = posts(TODAY)
    assert told.sentence == (
        "2.5 of 6.0 posts needed are not filled for good, 1.0 of them without money."
    )
    assert told.ended(TODAY)


def test_an_interim_without_an_end_is_refused() -> None:
    row = SpecialistPosts(function=Function.QUALITY, since=TODAY, interim=Decimal("1"))
    with pytest.raises(ValidationError, match="the day on which the interims leave"):
        row.clean()


def test_the_newest_count_up_to_today_holds(lead: User) -> None:
    a_count(lead, date(2026, 1, 1))
    a_count(lead, date(2026, 6, 1), filled="6")
    a_count(lead, TODAY + timedelta(days=30), filled="0")
    (told,) = posts(TODAY)
    assert told.sentence == "Every post needed is filled for good."


def test_the_page_says_first_what_is_lacking(lead: User) -> None:
    a_move(lead)
    a_count(lead, date(2026, 1, 1))
    page = shown(signed_in(lead), "/plan/capacity/")
    assert "One service has not moved whole." in page
    assert "2.5 specialist posts that are needed are filled by nobody for good." in page
    assert "Nothing has moved yet." in page
