"""Journeys from "inadequate": every time at it, the curve, and how services were run meanwhile."""

from datetime import date
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sightline.improvement import interventions
from sightline.improvement.decisions import DecisionError
from sightline.improvement.interventions import among
from sightline.improvement.interventions_picture import FLOOR, HEIGHT, Own, picture_of, share_after
from sightline.improvement.models import Intervention, Judgement, KeptRowsStandError, Review
from sightline.people.models import User
from tests.answers_data import NOW, person, review, shown, signed_in

# The worked example of test_letters_precedents: ends after 100 and 300 days, the third open at 200.
# After day 100 two in three remain; on day 300 only one is watched, and it ends.
TODAY = date(2020, 12, 18)


@pytest.fixture
def lead(db: None, settings: Settings, tmp_path: Path) -> User:
    settings.DATA, settings.AUTHORITY_NAME = tmp_path / "data", "Coldmere"
    return person("improvement_lead", "Imogen")


def judged(lead: User, authority: str, day: date, grade: str) -> Review:
    of = review(lead, day, authority=authority)
    Judgement.objects.create(
        review=of, order=1, judgement="Overall effectiveness", grade=grade, page=1
    )
    return of


@pytest.fixture
def three(lead: User) -> Review:
    judged(lead, "Ashford Vale", date(2020, 1, 1), "Inadequate")
    judged(lead, "Ashford Vale", date(2020, 4, 10), "Good")
    judged(lead, "Birkby", date(2020, 1, 1), "Inadequate")
    judged(lead, "Birkby", date(2020, 10, 27), "Requires improvement to be good")
    return judged(lead, "Coldmere", date(2020, 6, 1), "Inadequate")


def test_every_time_at_inadequate_with_the_visits_while_it_lasted(
    lead: User, three: Review
) -> None:
    review(lead, date(2020, 8, 1), "monitoring_visit", "Coldmere")
    review(lead, date(2020, 5, 1), "focused_visit", "Coldmere")  # before it began
    review(lead, date(2020, 12, 1), "monitoring_visit", "Birkby")  # after it ended
    told = among(TODAY)
    assert [(each.authority, each.months, each.visits, each.own) for each in told.past] == [
        ("Ashford Vale", 3, 0, False),
        ("Birkby", 10, 0, False),
        ("Coldmere", 7, 1, True),
    ]
    assert told.own_open is not None
    assert told.own_open.report == three
    assert told.past[1].months_to_good is None


def test_open_times_count_in_the_curve(three: Review) -> None:
    whole = among(TODAY).whole.to_leave
    assert whole is not None
    assert whole.median == 300
    assert share_after(whole, 99 / 365.25 * 12) == 1
    assert share_after(whole, 100.1 / 365.25 * 12) == pytest.approx(2 / 3)


def test_the_picture_marks_ones_own_time_on_the_curve(three: Review) -> None:
    whole = among(TODAY).whole.to_leave
    picture = picture_of(whole, [], [Own(7, False)], 10)
    assert picture is not None
    (mark,) = picture.marks
    assert mark.y == pytest.approx(FLOOR - HEIGHT * 2 / 3, abs=0.1)
    assert mark.told == "7 months so far"
    assert "67% after one year" not in picture.described, "by then the last one watched had left"
    assert "0% after one year" in picture.described
    assert picture_of(None, [], [], 0) is None


def test_nobody_has_left_yet(lead: User) -> None:
    judged(lead, "Coldmere", date(2020, 6, 1), "Inadequate")
    body = shown(signed_in(lead), "/findings/journeys/")
    assert "fewer than half have ended" in body
    assert "100% lasted longer than that" in body


def test_no_report_at_all(lead: User) -> None:
    body = shown(signed_in(lead), "/findings/journeys/")
    assert "No report loaded judged an authority inadequate overall" in body


def test_how_services_were_run_is_entered_and_the_newest_holds(lead: User, three: Review) -> None:
    page = signed_in(lead)
    address = f"/findings/journeys/{three.pk}/"
    assert page.post(address, {"way": "trust", "source": "Direction of 2020"}).status_code == 302
    assert page.post(address, {"way": "partner", "source": "Corrected"}).status_code == 302
    assert among(TODAY).past[2].way_title == "Kept by the council, with an improvement partner"
    assert "Given to a trust" in shown(page, address), "what was entered before is shown"
    with pytest.raises(KeptRowsStandError):
        Intervention.objects.all().delete()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"way": "trust", "source": ""}, "Say where that stands"),
        ({"way": "", "source": "Direction"}, "Choose how the services were run"),
        ({"way": "miracle", "source": "Direction"}, "is not one of the available choices"),
        ({"way": "trust", "source": "x" * 301}, "at most 300 characters"),
    ],
)
def test_what_cannot_be_kept_is_refused(
    lead: User, three: Review, said: dict[str, str], told: str
) -> None:
    answer = signed_in(lead).post(f"/findings/journeys/{three.pk}/", said)
    assert told in answer.content.decode()
    assert not Intervention.objects.exists()


def test_only_for_the_beginning_of_a_time(lead: User, three: Review) -> None:
    with pytest.raises(DecisionError, match="judged this authority inadequate on that day"):
        interventions.enter("Coldmere", date(2020, 6, 2), "trust", "Direction", lead, NOW)
    good = Review.objects.get(authority="Ashford Vale", published=date(2020, 4, 10))
    assert signed_in(lead).get(f"/findings/journeys/{good.pk}/").status_code == 404


def test_a_way_has_a_curve_once_three_times_are_entered(lead: User, three: Review) -> None:
    began = {"Ashford Vale": date(2020, 1, 1), "Birkby": date(2020, 1, 1)}
    for authority, day in began.items():
        interventions.enter(authority, day, "trust", "Direction", lead, NOW)
    assert among(TODAY).by_way == ()
    interventions.enter("Coldmere", date(2020, 6, 1), "trust", "Direction", lead, NOW)
    ((title, reference),) = among(TODAY).by_way
    assert (title, reference.authorities, reference.left) == ("Given to a trust", 3, 2)
    interventions.enter("Birkby", date(2020, 1, 1), "unknown", "Taken back", lead, NOW)
    assert among(TODAY).by_way == ()


def test_the_list_has_every_time(lead: User, three: Review) -> None:
    listed = signed_in(lead).get("/findings/journeys/list.csv").content.decode()
    assert "Ashford Vale,2020-01-01,0,2020-04-10,Good,3,2020-04-10,3,No,Not known," in listed
