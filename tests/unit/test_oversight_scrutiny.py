"""The page of areas for further scrutiny, and the decisions of the meeting that reads it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.insight.scrutiny import Candidate, Kind
from sightline.jobs.looked_at import Looked
from sightline.oversight import repeated, scrutiny_rows
from sightline.oversight.models import ScrutinyDecision
from sightline.people.models import User
from tests.oversight_data import seen_by, stand_in

pytestmark = pytest.mark.django_db

FELL = "reviews_in_timescale/over-time"
GAP = "reviews_in_timescale/team/South team"
ADDRESS = f"/scrutiny/decide/?area={FELL}"


def candidate(name: str, kind: Kind, what: str, evidence: str, p_value: float) -> Candidate:
    return Candidate(name, kind, what, evidence, "What changed?", 18, p_value)


LOOKED = (
    Looked(
        "reviews_in_timescale",
        candidate(FELL, Kind.DETERIORATION, "Reviews fell to 60%", "60% now, 90% before", 1e-6),
    ),
    Looked(
        "reviews_in_timescale",
        candidate(GAP, Kind.SUBGROUP_GAP, "Reviews: 50% for South team", "15 of 30", 1e-5),
        "team",
        "South team",
    ),
    Looked(
        "reviews_in_timescale",
        candidate("x/over-time", Kind.DETERIORATION, "Nothing to see", "no change", 0.9),
    ),
    Looked(
        "", candidate("waits/permanence", Kind.WAITING_TAIL, "A home", "30 of 60 too long", 1e-6)
    ),
    Looked(
        "reviews_in_timescale",
        candidate("r/neighbours", Kind.BENCHMARK_OUTLIER, "Reviews: 60%", "90% elsewhere", 1e-6),
    ),
)


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)
    monkeypatch.setattr(scrutiny_rows, "looked_at", lambda data: LOOKED)
    again = repeated.RepeatFinding("Drift is not seen.", 3, "6 years", "/findings/7/")
    monkeypatch.setattr(scrutiny_rows, "repeat_findings", lambda: (again,))


def test_says_how_much_was_looked_at_and_what_stands_out_with_its_question() -> None:
    page = seen_by("director", "/scrutiny/")
    assert "Of 6 things looked at, 5 stand out." in page
    assert page.index("Reviews fell to 60%") < page.index("Reviews: 50% for South team")
    assert "What changed?" in page
    assert "about 18 children" in page
    assert "Nothing to see" not in page


def test_what_reviews_found_again_is_in_the_list_with_its_question() -> None:
    page = seen_by("director", "/scrutiny/")
    assert "Drift is not seen." in page
    assert "Found twice before; it has stood 6 years.<" in page
    assert "why did it not last?" in page
    assert "Drift" not in seen_by("social_worker", "/scrutiny/")  # who sees no findings


def test_waits_and_similar_areas_are_in_the_list_and_lead_to_their_pages() -> None:
    page = html_seen_by("director", "/scrutiny/")
    assert 'href="/waits/#permanence"' in page
    assert 'href="/measures/reviews_in_timescale/#beside"' in page


def test_what_was_decided_last_is_told_with_its_day() -> None:
    assert "Last decided on" not in seen_by("director", "/scrutiny/")
    post("director", ADDRESS, **DECIDED)
    assert "Last decided on" in seen_by("director", "/scrutiny/")


def test_on_a_finding_and_on_a_wait_decisions_are_written_down_too() -> None:
    for area, what in (("/findings/7/", "Drift is not seen."), ("waits/permanence", "A home")):
        assert post("director", f"/scrutiny/decide/?area={area}", **DECIDED)[0] == 302
        assert ScrutinyDecision.objects.filter(what=what, value_then=None).exists()
    assert "Drift is not seen." in seen_by("director", "/scrutiny/")


def test_who_may_not_see_small_numbers_is_told_of_no_group() -> None:
    page = seen_by("councillor", "/scrutiny/")
    assert "South team" not in page
    assert "15 of 30" not in page
    assert "30 of 60" not in page
    assert "is left out of what you see" in page


def html_seen_by(role: str, address: str) -> str:
    user, _ = User.objects.get_or_create(username=f"{role} who reads", role=role)
    client = Client()
    client.force_login(user)
    return client.get(address).content.decode()


def post(role: str, address: str, **sent: str) -> tuple[int, str]:
    user, _ = User.objects.get_or_create(username=f"{role} who decides", role=role)
    client = Client()
    client.force_login(user)
    response = client.post(address, sent)
    return response.status_code, response.content.decode()


DECIDED = {
    "decision": "Book reviews a month ahead.",
    "owner": "Head of the IRO service",
    "due": "31 1 2027",
    "expected": "90% in time by March",
}


def test_a_decision_has_an_owner_a_day_and_an_effect_to_be_seen() -> None:
    status, _ = post("director", ADDRESS, **DECIDED)
    assert status == 302
    decided = ScrutinyDecision.objects.get()
    assert (decided.owner, decided.due) == ("Head of the IRO service", date(2027, 1, 31))
    page = seen_by("director", "/scrutiny/")
    assert "Decided before: has it worked?" in page
    assert "Book reviews a month ahead." in page


def test_without_an_owner_nothing_is_decided() -> None:
    _, page = post("director", ADDRESS, **{**DECIDED, "owner": ""})
    assert "Name one person who owes it" in page
    assert not ScrutinyDecision.objects.exists()


def test_what_was_never_looked_at_cannot_be_decided_on() -> None:
    assert post("director", "/scrutiny/decide/?area=nothing", **DECIDED)[0] == 404


@pytest.mark.parametrize("role", ["councillor", "social_worker", "team_manager", "commissioner"])
def test_who_leads_no_meeting_writes_down_none(role: str) -> None:
    assert post(role, ADDRESS, **DECIDED)[0] == 403


def test_a_decision_is_closed_with_what_came_of_it() -> None:
    post("director", ADDRESS, **DECIDED)
    decided = ScrutinyDecision.objects.get()
    address = f"/scrutiny/decisions/{decided.pk}/"
    _, page = post("director", address, outcome="")
    assert "Say whether it worked, and how you know" in page
    status, _ = post("director", address, outcome="91% in March.")
    assert status == 302
    decided.refresh_from_db()
    assert decided.outcome == "91% in March."
    assert "Book reviews" not in seen_by("director", "/scrutiny/")
