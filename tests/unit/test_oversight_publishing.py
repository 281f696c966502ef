"""Publishing, and what boards and the public then see."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.jobs import figures, runs
from sightline.measures import Group, MeasureFigures, catalogue
from sightline.oversight.audiences.boards import SCRUTINY
from sightline.oversight.audiences.outside import PUBLIC
from sightline.oversight.models import CoverageGap, Publication
from sightline.oversight.publishing import GivenAwayError, publish
from sightline.people.models import User
from sightline.people.models.access_event import AccessEvent
from tests.oversight_data import (
    AS_AT,
    NORTH,
    SOUTH,
    count,
    months,
    seen_by,
    share,
    stand_in,
    unregistered,
)
from tests.page_words import words_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 5, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)


def analyst() -> Client:
    client = Client()
    user, _ = User.objects.get_or_create(username="analyst", role="analyst", team=NORTH)
    client.force_login(user)
    return client


def reviews_at_last(met: int, of: int) -> MeasureFigures:
    """Reviews held in time: 80 of 100 for a year, and at last what is given."""
    days = months(14)
    series = [*(share(day, 80, 100) for day in days[:-1]), share(AS_AT, met, of)]
    return MeasureFigures(catalogue()["reviews_in_timescale"], tuple(series))


def figures_are(monkeypatch: pytest.MonkeyPatch, *found: MeasureFigures) -> None:
    monkeypatch.setattr(runs, "run", lambda data: runs.Run(AS_AT, 2, found))


def publish_as_analyst(profile: str = "scrutiny", **said: object) -> str:
    response = analyst().post(f"/for/{profile}/publish/", said, follow=True)
    return words_of(response)


def test_boards_see_nothing_until_somebody_has_published() -> None:
    assert "Nothing has been published for this page yet" in seen_by("councillor", "/for/scrutiny/")
    assert seen_by("councillor", "/for/scrutiny/figures.csv", status=404)


def test_what_is_published_is_kept_though_the_figures_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    figures_are(monkeypatch, reviews_at_last(80, 100))
    assert "Published." in publish_as_analyst()
    figures_are(monkeypatch, reviews_at_last(20, 100))
    page = seen_by("councillor", "/for/scrutiny/")
    assert "80% of children in care had every meeting to look again at their plan on time" in page
    assert "20%" not in page
    kept = Publication.objects.get()
    assert (kept.audience, kept.as_at, kept.load_id) == ("scrutiny", AS_AT, 2)
    assert (
        AccessEvent.objects.filter(why="published figures: For scrutiny councillors").count() == 1
    )


def test_a_correction_by_one_child_is_withheld_beside_what_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """80 of 100 was published for 31 October. A late record makes it 81 of 101: whoever holds both
    would know that this one child's review was in time."""
    figures_are(monkeypatch, reviews_at_last(80, 100))
    publish_as_analyst()
    figures_are(monkeypatch, reviews_at_last(81, 101))
    assert "Published." in publish_as_analyst()
    assert "Withheld, because it is about so few children" in seen_by(
        "councillor", "/for/scrutiny/"
    )
    (newest, _) = Publication.objects.all()
    of_the_day = [each for each in newest.content["figures"] if each["as_at"] == AS_AT.isoformat()]
    assert [(each["numerator"], each["withheld"]) for each in of_the_day] == [(None, True)]


def test_another_audience_is_protected_against_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    figures_are(monkeypatch, reviews_at_last(80, 100))
    publish_as_analyst("scrutiny")
    figures_are(monkeypatch, reviews_at_last(81, 101))
    publish_as_analyst("corporate-parenting-board")
    page = seen_by("councillor", "/for/corporate-parenting-board/")
    assert "80% of children" not in page


def test_an_earlier_month_is_given_as_it_was_published(monkeypatch: pytest.MonkeyPatch) -> None:
    figures_are(monkeypatch, reviews_at_last(80, 100))
    publish_as_analyst()
    found = reviews_at_last(80, 100)
    corrected = replace(
        found, series=(*found.series[:-2], share(found.series[-2].as_at, 50, 100), found.latest)
    )
    figures_are(monkeypatch, corrected)
    publish_as_analyst()
    newest = Publication.objects.all()[0]
    before = [
        each["numerator"]
        for each in newest.content["figures"]
        if each["as_at"] == found.series[-2].as_at.isoformat()
    ]
    assert before == [80]


def test_a_small_number_is_withheld_on_the_page_and_in_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Three children live in unregistered homes, all of them North's."""
    of_teams = {
        "unregistered_homes": (Group(NORTH, count(AS_AT, 3)), Group(SOUTH, count(AS_AT, 0))),
        "reviews_in_timescale": (
            Group(NORTH, share(AS_AT, 55, 60)),
            Group(SOUTH, share(AS_AT, 40, 40)),
        ),
    }
    monkeypatch.setattr(figures, "breakdown", lambda data, name, by, as_at: of_teams[name])
    publish_as_analyst("improvement-board")
    assert unregistered().latest.numerator == 3
    page = seen_by("board_chair", "/for/improvement-board/")
    assert "Withheld, because it is about so few children" in page
    client = Client()
    client.force_login(User.objects.get(username="board_chair"))
    lines = client.get("/for/improvement-board/figures.csv").content.decode().splitlines()
    (of_the_day,) = [
        line for line in lines if line.startswith("unregistered_homes") and "2026-10-31,," in line
    ]
    assert of_the_day.split(",")[4:10] == ["", "c", "c", "c", "c", "c"]


def given_away() -> None:
    """Two boards that did not ask each other published 31 October: 80 of 100, and 81 of 101."""
    user, _ = User.objects.get_or_create(username="analyst", role="analyst", team=NORTH)
    for met, of in ((80, 100), (81, 101)):
        figure = {"measure": "reviews_in_timescale", "team": "", "as_at": AS_AT.isoformat()}
        counts = {"numerator": met, "denominator": of, "value": met / of}
        rest = {"low": None, "high": None, "level": "sound", "trust_reason": ""}
        content = {"figures": [{**figure, **counts, **rest, "withheld": False}]}
        Publication.objects.create(
            audience="public",
            as_at=AS_AT,
            load_id=1,
            software="1",
            content=content,
            published_by=user,
            published_at=NOW,
        )


def test_what_was_given_away_stops_a_publication_until_somebody_decides(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given_away()
    figures_are(monkeypatch, reviews_at_last(81, 101))
    page = seen_by("analyst", "/for/scrutiny/publish/")
    assert "Somebody must decide" in page
    assert "Reviews held in time. It was published for the same day as another number" in page
    assert "Say what was decided, and by whom" in publish_as_analyst()
    stopped = publish_as_analyst(decision="The director, 5 November: go on")
    assert "Reviews held in time: It was published for the same day as another number" in stopped
    assert Publication.objects.filter(audience="scrutiny").count() == 0
    decided = publish_as_analyst(
        decision="The director, 5 November: without reviews", left_out=["reviews_in_timescale"]
    )
    assert "Published." in decided
    kept = Publication.objects.get(audience="scrutiny")
    assert kept.decision == "The director, 5 November: without reviews"
    assert kept.content["figures"] == []


def test_the_job_refuses_what_the_page_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    given_away()
    figures_are(monkeypatch, reviews_at_last(81, 101))
    with pytest.raises(GivenAwayError, match="Reviews held in time: It was published"):
        publish(SCRUTINY, User.objects.get(username="analyst"), NOW)


def test_the_public_page_opens_without_signing_in_once_it_is_published() -> None:
    for address in ("/for/public/", "/for/public/figures.csv"):
        assert Client().get(address).status_code == 302
    publish_as_analyst("public")
    page = words_of(Client().get("/for/public/"))
    assert PUBLIC.title in page
    assert "What is not measured" in page
    assert "/measures/" not in page  # nothing there opens to a visitor
    assert Client().get("/for/public/figures.csv").status_code == 200
    assert Client().get("/for/scrutiny/").status_code == 302


def test_what_is_not_measured_is_published_with_its_date() -> None:
    user, _ = User.objects.get_or_create(username="analyst", role="analyst", team=NORTH)
    CoverageGap.objects.create(
        element="contingency", fill_by=AS_AT, owner="Head of care planning", set_by=user, set_at=NOW
    )
    publish_as_analyst()
    page = seen_by("councillor", "/for/scrutiny/")
    assert "There is a contingency plan." in page
    assert "To be measured by 31 October 2026: Head of care planning." in page
