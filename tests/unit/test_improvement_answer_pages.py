"""Priorities, actions, what nothing answers and what was known early, as each person meets them."""

import csv
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings
from python_calamine import CalamineWorkbook

from sightline.improvement import prioritising
from sightline.improvement.models import (
    Action,
    Answer,
    Assurance,
    EarlyWarning,
    Finding,
    FindingKind,
    NoAction,
    Priority,
)
from sightline.people.models import AccessEvent, User
from tests.answers_data import (
    NOW,
    action,
    finding,
    person,
    review,
    said_before,
    shown,
    signed_in,
)

pytestmark = pytest.mark.django_db

NEW_ACTION = {
    "title": "Read every plan with its worker",
    "nature": "practice",
    "owner_name": "Petra Hollowell",
    "due": "31 3 2027",
    "strength": "all",
    "how": "Drift is seen and ended.",
}


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path / "data"


@pytest.fixture
def lead() -> User:
    return person("improvement_lead", "Imogen")


@pytest.fixture
def director() -> User:
    return person("director", "Dilys")


@pytest.fixture
def page(lead: User) -> Client:
    return signed_in(lead)


@pytest.fixture
def found(lead: User) -> Finding:
    of = review(lead, date(2025, 3, 1))
    return finding(of, "Plans for permanence drift.", kind=FindingKind.PRIORITY_ACTION)


def post(page: Client, address: str, **said: object) -> str:
    return page.post(address, said, follow=True).content.decode()


def table(page: Client, address: str) -> list[dict[str, str]]:
    answer = page.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(StringIO(answer.content.decode())))


# Actions and answers


def test_an_action_is_written_down_and_a_second_person_agrees(
    page: Client, found: Finding, director: User
) -> None:
    assert "1 of 1 confirmed findings that ask for something has no answer" in shown(
        page, "/findings/unanswered/"
    )
    said = post(page, f"/findings/{found.pk}/answer/", **NEW_ACTION)
    assert "It counts as an answer once a second person agrees" in said
    made = Action.objects.get()
    assert (made.due, made.owner_name) == (date(2027, 3, 31), "Petra Hollowell")
    assert "waits for a second person to agree" in shown(page, "/findings/unanswered/")
    answer = Answer.objects.get()
    agree = f"/findings/answers/{answer.pk}/agree/"
    assert agree not in shown(page, made.get_absolute_url()), "not to who made the link"
    assert "another person must agree" in post(page, agree)
    other = signed_in(director)
    assert agree in shown(other, made.get_absolute_url())
    assert "You agree that this action answers" in post(other, agree)
    assert "Every confirmed finding that asks for something is answered" in shown(
        page, "/findings/unanswered/"
    )


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", "", "Say what is to be done"),
        ("owner_name", "", "Name one person who owns it"),
        ("due", "31 2 2027", "Enter a date such as"),
        ("how", "", "Say how the action would put this finding right"),
        ("how", "It helps two children.", "fewer than six children"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_stored(
    page: Client, found: Finding, field: str, value: str, said: str
) -> None:
    body = post(page, f"/findings/{found.pk}/answer/", **NEW_ACTION | {field: value})
    assert "There is a problem" in body
    assert said in body
    assert not Action.objects.exists()


def test_an_action_that_is_there_answers_another_finding(page: Client, found: Finding) -> None:
    post(page, f"/findings/{found.pk}/answer/", **NEW_ACTION)
    other = finding(found.review, "Visits are late.", "visits")
    made = Action.objects.get()
    again = {"action": made.pk, "strength": "part", "how": NEW_ACTION["how"]}
    assert "same words" in post(page, f"/findings/{other.pk}/answer/another/", **again)
    fresh = again | {"how": "Workers are told when they go."}
    post(page, f"/findings/{other.pk}/answer/another/", **fresh)
    assert made.answers.count() == 2
    assert "A part of it" in shown(page, other.get_absolute_url())


def test_one_action_for_each_part_of_a_recommendation(page: Client, found: Finding) -> None:
    parts = finding(
        found.review,
        "Finish the plan:\nagree the vision by the end of October 2026\nshare the framework",
        "leadership",
        FindingKind.RECOMMENDATION,
    )
    assert "an action for each of its 2 parts" in shown(page, parts.get_absolute_url())
    address = f"/findings/{parts.pk}/answer/parts/"
    body = shown(page, address)
    assert 'value="agree the vision by the end of October 2026"' in body
    assert 'value="31 10 2026"' in body, "the date that the words state"
    assert 'value="share the framework"' in body
    count = {"form-TOTAL_FORMS": 2, "form-INITIAL_FORMS": 0}
    one = {"form-0-title": "Agree it", "form-0-nature": "process", "form-0-owner_name": "Ada"}
    body = post(page, address, **count, **one)
    assert "There is a problem" in body
    assert not Action.objects.exists()
    two = {"form-1-title": "Share it", "form-1-nature": "process", "form-1-owner_name": "Ben"}
    assert "2 actions are written down" in post(page, address, **count, **one, **two)
    assert list(Answer.objects.order_by("part").values_list("part", "strength")) == [
        (1, "part"),
        (2, "part"),
    ]


def test_an_action_begins_is_changed_and_taken_back(page: Client, found: Finding) -> None:
    post(page, f"/findings/{found.pk}/answer/", **NEW_ACTION)
    made = Action.objects.get()
    address = made.get_absolute_url()
    assert "still to come" in post(page, f"{address}began/", on="1 1 2190")
    post(page, f"{address}began/", on="2 11 2025")
    changed = {"due": "", "owner_name": "Tobias Renn", "why": "Petra has left.", "seen": "1"}
    post(page, f"{address}change/", **changed)
    body = shown(page, address)
    assert "2 November 2025" in body
    assert "owner: Petra Hollowell to Tobias Renn" in body
    post(page, f"/findings/answers/{Answer.objects.get().pk}/take-back/", why="It does not.")
    assert "It answers no finding." in shown(page, address)


def test_what_nobody_confirmed_has_no_answer_page(page: Client, found: Finding) -> None:
    waiting = finding(found.review, "Not decided.", status="candidate")
    assert page.get(f"/findings/{waiting.pk}/answer/").status_code == 404
    assert "What is done about it" not in shown(page, waiting.get_absolute_url())


def test_a_reason_stands_in_place_of_an_action(page: Client, found: Finding) -> None:
    address = f"/findings/{found.pk}/no-action/"
    post(page, address, why="The service closed.")
    body = shown(page, "/findings/unanswered/")
    assert "Imogen said why nothing is done: The service closed." in body
    assert "Take the reason back" in shown(page, found.get_absolute_url())
    post(page, address, why="It has opened again.")
    assert [each.stands for each in NoAction.objects.all()] == [True, False]


# A finding's own page


def test_evidence_clears_a_repeat_once_another_agrees(
    page: Client, found: Finding, director: User, lead: User
) -> None:
    said_before(found, finding(review(lead, date(2020, 1, 1)), "Plans drift."))
    address = found.get_absolute_url()
    assert "Repeat finding" in shown(page, address)
    post(page, f"{address}assure/", evidence="Forty plans were read again.")
    agree = f"/findings/assurances/{Assurance.objects.get().pk}/agree/"
    assert agree not in shown(page, address)
    post(page, agree)
    assert "Repeat finding" in shown(page, address), "not cleared by who offered it"
    post(signed_in(director), agree)
    assert "Repeat finding" not in shown(page, address)


def test_nature_and_trajectory_are_said_on_the_finding(
    page: Client, found: Finding, director: User
) -> None:
    address = found.get_absolute_url()
    post(page, f"{address}nature/", nature="experience", why="They wait.")
    assert "Child’s experience or outcome, one person says" in shown(page, address)
    post(signed_in(director), f"{address}nature/", nature="experience", why="")
    assert "two people agree" in shown(page, address)
    step = {"state": "emerging", "on": "1 6 2026", "why": "Half have moved.", "source": "Audit"}
    post(page, f"{address}trajectory/", **step)
    assert "1 June 2026: emerging" in shown(page, address)


# Priorities


def test_findings_of_a_theme_are_gathered_into_a_priority(page: Client, found: Finding) -> None:
    assert "?theme=permanence" in shown(page, "/findings/priorities/gather/")
    address = "/findings/priorities/gather/?theme=permanence"
    assert "Plans for permanence drift." in shown(page, address)
    assert "Leave at least one finding ticked" in post(page, address, name="Drift", why="")
    body = post(page, address, name="No child drifts", findings=[found.pk], why="")
    assert "No child drifts is a priority now." in body
    assert "Its gravest finding is a priority action." in body
    assert "First: " in shown(page, "/findings/priorities/")


def test_a_place_is_overruled_with_a_reason_and_the_system_s_stays(
    page: Client, found: Finding, lead: User
) -> None:
    lesser = finding(found.review, "Visits are late.", "visits")
    prioritising.gather("Drift", [found], "", lead, NOW)
    visits = prioritising.gather("Visits", [lesser], "", lead, NOW)
    address = f"{visits.get_absolute_url()}place/"
    assert "2: where it stands now and where the reasons put it" in shown(page, address)
    assert "Say why" in post(page, address, place=1, why="")
    post(page, address, place=1, why="A serious incident turned on it.")
    body = shown(page, "/findings/priorities/")
    assert body.index("Visits") < body.index("Drift")
    assert "A person put it there; the reasons put it at place 2." in body
    assert "A serious incident turned on it." in body
    post(page, f"{visits.get_absolute_url()}leave/", why="It is closed.")
    assert Priority.objects.get(pk=visits.pk).place is None


def test_the_findings_and_measures_of_a_priority_change(
    page: Client, found: Finding, lead: User
) -> None:
    made = prioritising.gather("Drift", [found], "", lead, NOW)
    other = finding(found.review, "Children wait to be matched.")
    address = made.get_absolute_url()
    post(page, f"{address}findings/", findings=[found.pk, other.pk], why="The same matter.")
    assert made.findings.count() == 2
    assert "Nothing was changed" in post(
        page, f"{address}findings/", findings=[found.pk, other.pk], why="Again."
    )
    offered = shown(page, f"{address}measures/")
    assert 'name="measures"' in offered
    measure = offered.split('name="measures"')[1].split('value="')[1].split('"')[0]
    post(page, f"{address}measures/", measures=[measure], why="It would show it first.")
    made.refresh_from_db()
    assert made.measures == [measure]
    step = {"state": "regressed", "on": "1 6 2026", "why": "Worse.", "source": "Audit"}
    post(page, f"{address}trajectory/", **step)
    assert "two findings, no actions: regressed." in shown(page, address).lower()


@pytest.mark.parametrize("role", ["head_of_service", "team_manager", "councillor"])
def test_who_may_not_set_priorities_sees_no_way_to(role: str, found: Finding, lead: User) -> None:
    made = prioritising.gather("Drift", [found], "", lead, NOW)
    other = signed_in(person(role))
    assert "Overrule its place" not in shown(other, made.get_absolute_url())
    assert (
        other.post(f"{made.get_absolute_url()}place/", {"place": 1, "why": "Me."}).status_code
        == 403
    )


# Other lists


def test_carried_forward_says_the_oldest_first(page: Client, found: Finding, lead: User) -> None:
    old = review(lead, date(2019, 3, 1))
    finding(old, "Match children sooner.", kind=FindingKind.RECOMMENDATION)
    body = shown(page, f"/findings/reports/{found.review_id}/carried-forward/")
    assert "Match children sooner." in body
    assert "2,192" in body  # 1 March 2019 to 1 March 2025: 6 × 365 + 2 leap days


def test_a_warning_is_written_down_and_answered(page: Client) -> None:
    said = {
        "kind": "staff_alert",
        "on": "1 3 2026",
        "said": "Workers wrote that plans were put off.",
        "known_by": "The director",
        "source": "Minutes",
    }
    assert "Enter the day" in post(page, "/findings/warnings/add/", **said | {"on": ""})
    post(page, "/findings/warnings/add/", **said)
    made = EarlyWarning.objects.get()
    assert "Nothing is written down as done" in shown(page, "/findings/warnings/")
    respond = f"/findings/warnings/{made.pk}/respond/"
    assert "came on 1 March 2026" in post(page, respond, on="1 2 2026", done="A panel.")
    post(page, respond, on="1 4 2026", done="A panel was set up.")
    body = shown(page, "/findings/warnings/?theme=nonsense")
    assert "From the first warning to the first thing done: 31 days." in body


@pytest.mark.parametrize(
    ("address", "column", "cell"),
    [
        ("priorities/download", "Priority", "Drift"),
        ("unanswered/download", "Exact words", "Visits are late."),
        ("response/download", "Exact words", "Plans for permanence drift."),
        ("coverage/download", "Theme", "Social work visits"),
        ("warnings/download", "What it said", "Plans drift."),
    ],
)
def test_every_list_downloads_as_csv_and_excel_and_is_logged(
    page: Client, found: Finding, lead: User, director: User, address: str, column: str, cell: str
) -> None:
    finding(found.review, "Visits are late.", "visits")
    prioritising.gather("Drift", [found], "", lead, NOW)
    action(found, lead, director, began=date(2025, 6, 1))
    EarlyWarning.objects.create(
        kind="complaint", on=date(2025, 1, 1), said="Plans drift.", known_by="x", by=lead, at=NOW
    )
    assert cell in {row[column] for row in table(page, f"/findings/{address}/csv/")}
    answer = page.get(f"/findings/{address}/xlsx/")
    book = CalamineWorkbook.from_filelike(BytesIO(answer.content))
    header, *rows = book.get_sheet_by_index(0).to_python()
    assert cell in {row[header.index(column)] for row in rows}
    assert AccessEvent.objects.filter(user=lead, act="downloaded").count() == 2
    assert page.get(f"/findings/{address}/pdf/").status_code == 404


def test_carried_forward_downloads(page: Client, found: Finding, lead: User) -> None:
    finding(review(lead, date(2019, 3, 1)), "Match.", kind=FindingKind.RECOMMENDATION)
    rows = table(page, f"/findings/reports/{found.review_id}/carried-forward/download/csv/")
    assert [row["Days since first said, when this review came"] for row in rows] == ["2192"]


def test_the_pages_of_the_findings_lead_to_each_other(page: Client) -> None:
    body = shown(page, "/findings/coverage/")
    assert (
        '<a class="govuk-link im-nav__link" href="/findings/coverage/" aria-current="page">' in body
    )
    for address in ("", "reports/", "priorities/", "unanswered/", "response/"):
        assert f'href="/findings/{address}"' in body
    assert 'href="/plan/actions/"' in body


@pytest.mark.parametrize(
    "address",
    ["priorities/", "unanswered/", "response/", "coverage/", "warnings/"],
)
def test_before_anything_is_there_each_page_says_so(page: Client, address: str) -> None:
    shown(page, f"/findings/{address}")


def test_the_pages_ask_no_more_of_the_database_for_more_findings(
    page: Client, found: Finding, lead: User
) -> None:
    addresses = ("priorities/", "unanswered/", "response/", "coverage/", "warnings/")

    def asked() -> list[int]:
        counts = []
        for address in addresses:
            with CaptureQueriesContext(connection) as queries:
                shown(page, f"/findings/{address}")
            counts.append(len(queries))
        return counts

    prioritising.gather("Drift", [found], "", lead, NOW)
    action(found, lead)
    few = asked()
    for n in range(6):
        of = review(lead, date(2024, 1, 1 + n))
        rows = [finding(of, f"Weak, {n}, {m}.") for m in range(3)]
        prioritising.gather(f"Priority {n}", rows, "", lead, NOW)
        action(rows[0], lead, title=f"Action {n}")
    assert asked() == few
