"""The check of a report in the register, as those who write, read and question reports meet it."""

import csv
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from python_calamine import CalamineWorkbook

from sightline.improvement import conflict_section
from sightline.improvement.models import (
    Action,
    Finding,
    KeptRowsStandError,
    Review,
    Statement,
    StatementEvent,
)
from sightline.improvement.open_promises import open_promises, sections
from sightline.improvement.reading import add_review
from sightline.jobs.claims import Answer, Borne, Worsened
from sightline.people.models import User
from tests import assurance_papers as papers

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA = tmp_path / "data"
    return tmp_path / "data"


def person(role: str) -> User:
    return User.objects.create_user(role, role=role, first_name=role.replace("_", " ").title())


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def lead() -> User:
    return person("improvement_lead")


@pytest.fixture
def page(lead: User) -> Client:
    return signed_in(lead)


@pytest.fixture
def letter(lead: User, tmp_path: Path) -> Review:
    return add_review(papers.letter(tmp_path), lead)


@pytest.fixture
def report(lead: User, tmp_path: Path, letter: Review, page: Client) -> Review:
    """The cover report, checked beside the letter."""
    added = add_review(papers.cover(tmp_path), lead)
    said = {"sources": [letter.pk], "audience": "scrutiny"}
    assert page.post(f"/findings/reports/{added.pk}/check/", said).status_code == 302
    return added


def shown(page: Client, address: str) -> str:
    response = page.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def statement(words: str) -> Statement:
    return Statement.objects.get(text__contains=words)


# The check


def test_before_anyone_checks_the_page_offers_the_newest_letter_before_it(
    page: Client, lead: User, tmp_path: Path, letter: Review
) -> None:
    report = add_review(papers.cover(tmp_path), lead)
    body = shown(page, f"/findings/reports/{report.pk}/check/")
    assert "Nobody has checked this report yet" in body
    assert f'value="{letter.pk}" checked' in body


def test_the_page_opens_with_the_tally(page: Client, report: Review) -> None:
    body = shown(page, f"/findings/reports/{report.pk}/check/")
    assert "One statement of improvement: 1 bound to nothing." in body  # 1.3 alone
    assert "Two vague promises" in body
    assert "The oversight of visits by managers is weak" in body
    assert "Left out" in body
    assert "Softened" in body


def test_checking_again_keeps_what_people_did_with_the_statements(
    page: Client, report: Review, letter: Review
) -> None:
    row = statement("Visits to children have improved")
    page.post(f"/findings/statements/{row.pk}/bind/", {"measure": "visits_in_timescale"})
    page.post(
        f"/findings/reports/{report.pk}/check/",
        {"sources": [letter.pk], "audience": "improvement board"},
    )
    assert statement("Visits to children have improved").measure == "visits_in_timescale"
    assert report.checks.count() == 2


def test_a_document_that_is_gone_is_said_so_and_nothing_is_stored(
    page: Client, lead: User, tmp_path: Path
) -> None:
    report = add_review(papers.cover(tmp_path), lead)
    report.path.unlink()
    answer = page.post(
        f"/findings/reports/{report.pk}/check/", {"audience": "scrutiny"}, follow=True
    )
    assert "could not be opened" in answer.content.decode()
    assert not Statement.objects.exists()
    assert not report.checks.exists()


# Binding


def test_a_claim_bound_to_a_measure_without_figures_is_not_testable(
    page: Client, report: Review
) -> None:
    row = statement("Visits to children have improved")
    page.post(f"/findings/statements/{row.pk}/bind/", {"measure": "visits_in_timescale"})
    body = shown(page, f"/findings/statements/{row.pk}/")
    assert "Not testable" in body
    assert "Improvement Lead bound this statement to" in body


def test_a_claim_bound_to_a_weakness_found_before_it_is_contradicted(
    page: Client, report: Review, letter: Review
) -> None:
    found = Finding.objects.filter(review=letter, direction="weakness").first()
    assert found is not None
    row = statement("Visits to children have improved")
    page.post(f"/findings/statements/{row.pk}/bind/", {"finding": found.pk})
    row.refresh_from_db()
    assert "Contradicted" in shown(page, f"/findings/statements/{row.pk}/")
    assert "1 contradicted" in shown(page, f"/findings/reports/{report.pk}/check/")


def test_neither_or_both_cannot_be_bound(page: Client, report: Review) -> None:
    row = statement("Visits to children have improved")
    body = page.post(f"/findings/statements/{row.pk}/bind/", {}).content.decode()
    assert "Choose a measure or a finding, one of the two" in body
    assert not row.events.exists()


def test_an_overrule_needs_a_reason_and_the_reason_stays(page: Client, report: Review) -> None:
    row = statement("Visits to children have improved")
    address = f"/findings/statements/{row.pk}/overrule/"
    assert "Say why" in page.post(address, {"to": "supported"}).content.decode()
    page.post(address, {"to": "supported", "why": "The audit of April shows it."})
    page.post(address, {"to": "not_testable", "why": "The audit was of six children."})
    body = shown(page, f"/findings/statements/{row.pk}/")
    assert "The audit of April shows it." in body
    assert "The audit was of six children." in body
    assert "A person says so; by itself: bound to nothing." in body


def test_history_is_only_added_to(page: Client, report: Review) -> None:
    row = statement("Visits to children have improved")
    page.post(f"/findings/statements/{row.pk}/bind/", {"measure": "visits_in_timescale"})
    event = StatementEvent.objects.get()
    with pytest.raises(KeptRowsStandError):
        event.save()
    with pytest.raises(KeptRowsStandError):
        event.delete()
    with pytest.raises(KeptRowsStandError):
        StatementEvent.objects.update(why="")


# Promises


def test_a_promise_stands_in_the_list_until_it_has_owner_date_and_measure(
    page: Client, report: Review
) -> None:
    row = statement("Plans are in place")
    address = f"/findings/statements/{row.pk}/give/"
    assert row.text in shown(page, "/findings/promises/")
    page.post(address, {"owner": "Head of Permanence", "why": "Agreed on 3 June."})
    page.post(address, {"due": "2025-09-30", "why": "Agreed on 3 June."})
    assert row.text in shown(page, "/findings/promises/")
    page.post(address, {"measure": "visits_in_timescale", "why": "Agreed on 3 June."})
    assert row.text not in shown(page, "/findings/promises/")
    row.refresh_from_db()
    assert (row.owner, row.due) == ("Head of Permanence", date(2025, 9, 30))


def test_a_measure_made_up_to_clear_the_list_counts_once_another_person_agrees(
    page: Client, report: Review
) -> None:
    row = statement("Plans are in place")
    given = {"owner": "Head of Permanence", "due": "2025-09-30", "gauge": "Fewer complaints"}
    page.post(f"/findings/statements/{row.pk}/give/", {**given, "why": "Agreed on 3 June."})
    body = shown(page, "/findings/promises/")
    assert row.text in body
    assert "Measure waits for another person" in body
    agree = f"/findings/statements/{row.pk}/agree/"
    refused = page.post(agree, {"why": "It is mine."}, follow=True).content.decode()
    assert "You gave this measure: another person must agree to it." in refused
    other = signed_in(person("qa_manager"))
    assert "Would this measure show the promise kept?" in shown(other, row.get_absolute_url())
    assert "Say why" in other.post(agree, {"why": " "}).content.decode()
    other.post(agree, {"why": "Complaints are counted each month."})
    assert row.text not in shown(page, "/findings/promises/")
    twice = other.post(agree, {"why": "Again."}, follow=True).content.decode()
    assert "No measure of it waits for another person." in twice
    page.post(f"/findings/statements/{row.pk}/give/", {"gauge": "Another", "why": "Better."})
    assert row.text in shown(page, "/findings/promises/"), "a new one waits again"


ACTION = {
    "title": "Read the plan of every child who waits", "nature": "practice",
    "owner": "Petra Hollowell, head of permanence", "due": "2025-09-30",
    "measure": "visits_in_timescale", "gauge": "", "why": "The board asked for it.",
}  # fmt: skip


def test_a_promise_becomes_an_action_and_leaves_the_list(page: Client, report: Review) -> None:
    row = statement("Plans are in place")
    address = f"/findings/statements/{row.pk}/action/"
    assert f'href="{address}"' in shown(page, "/findings/promises/")
    assert row.text in shown(page, address)
    body = page.post(address, ACTION, follow=True).content.decode()
    assert "The promise is an action now" in body
    row.refresh_from_db()
    action = row.action
    assert action is not None
    assert (action.title, action.due) == (ACTION["title"], date(2025, 9, 30))
    assert (row.owner, row.gauge_measure) == (ACTION["owner"], "visits_in_timescale")
    assert row.text not in shown(page, "/findings/promises/")
    assert ACTION["title"] in shown(page, "/findings/actions/?whose=every")
    assert "made this promise an action: Read the plan" in body
    page.post(address, ACTION)
    assert Action.objects.count() == 1, "once is enough"


def test_an_action_with_a_measure_of_ones_own_stays_in_the_list_until_agreed(
    page: Client, report: Review
) -> None:
    row = statement("Plans are in place")
    own = {**ACTION, "measure": "", "gauge": "Fewer complaints"}
    page.post(f"/findings/statements/{row.pk}/action/", own)
    body = shown(page, "/findings/promises/")
    assert row.text in body
    assert "An action" in body


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"owner": ""}, "Enter the one person who will do it"),
        ({"due": ""}, "Enter the day by which it is to be done"),
        ({"due": "soon"}, "Enter a day, such as 2026-03-31"),
        ({"measure": ""}, "Say how anyone will know that it is done"),
        ({"gauge": "Fewer complaints"}, "Give a measure or words of your own, not both"),
        ({"measure": "no_such"}, "is not one of the available choices"),
        ({"title": ""}, "Say what is to be done"),
        ({"why": ""}, "Say why"),
    ],
)
def test_an_action_that_lacks_something_is_refused_and_nothing_is_kept(
    page: Client, report: Review, wrong: dict[str, str], said: str
) -> None:
    row = statement("Plans are in place")
    answer = page.post(f"/findings/statements/{row.pk}/action/", {**ACTION, **wrong})
    assert said in answer.content.decode()
    assert not Action.objects.exists()
    row.refresh_from_db()
    assert (row.owner, row.due, row.gauge) == ("", None, "")


def test_the_section_for_packs_holds_every_open_promise_of_its_day(
    page: Client, report: Review
) -> None:
    (section,) = sections(date(2025, 6, 1))
    assert section.table is not None
    said = [row[0] for row in section.table.rows]
    row = statement("Plans are in place")
    assert row.text in said
    assert len(said) == len(open_promises())
    assert section.sentence.endswith("lack an owner, a date or a measure.")
    assert sections(date(2025, 5, 11)) == (), "the report is of 12 May 2025"


def test_an_accepted_risk_stays_in_the_list_and_is_marked(page: Client, report: Review) -> None:
    row = statement("Plans are in place")
    page.post(f"/findings/statements/{row.pk}/accept/", {"why": "The plan comes in July."})
    assert "Risk accepted" in shown(page, "/findings/promises/")


def test_the_promises_download_as_csv_and_excel(page: Client, report: Review) -> None:
    answer = page.get("/findings/promises/list.csv").content.decode()
    rows = list(csv.DictReader(StringIO(answer)))
    assert "Plans are in place" in " ".join(row["Exact words"] for row in rows)
    file = BytesIO(page.get("/findings/promises/list.xlsx").content)
    book = CalamineWorkbook.from_filelike(file)
    assert len(book.get_sheet_by_index(0).to_python()) == len(rows) + 1
    assert page.get("/findings/promises/list.pdf").status_code == 404


# Conflicts


def test_conflicts_show_each_side_and_which_is_used(page: Client, report: Review) -> None:
    body = shown(page, "/findings/conflicts/")
    assert "work in progress" in body
    assert "signed off" in body
    link = body.split('href="/findings/conflicts/')[-1].split('"')[0]
    address = f"/findings/conflicts/{link}"
    assert "Choose which is used" in page.post(address, {"why": "x"}).content.decode()
    page.post(address, {"used": "signed off", "why": "The inspectorate wrote so on 2 May."})
    body = shown(page, "/findings/conflicts/")
    assert "signed off is used:" in body
    assert "The inspectorate wrote so on 2 May." in body


def test_competing_statements_stand_beside_the_finding_and_in_the_check(
    page: Client, report: Review
) -> None:
    """The cover report calls the plan both; its paragraph is one of the two, and no other is."""
    shown(page, "/findings/conflicts/")
    said = report.findings.get(text__contains="signed off")
    body = shown(page, f"/findings/{said.pk}/")
    assert "Stated differently elsewhere" in body
    assert "How far a plan had come: work in progress or signed off." in body
    assert "Nobody has said yet which is used." in body
    other = report.findings.exclude(text__contains="signed off").filter(
        text__contains="Foster carers"
    )
    assert "Stated differently elsewhere" not in shown(page, f"/findings/{other[0].pk}/")
    body = shown(page, f"/findings/reports/{report.pk}/check/")
    assert "Facts that other documents state differently" in body


def test_the_section_for_packs_says_which_of_competing_statements_is_used(
    page: Client, report: Review
) -> None:
    (section,) = conflict_section.sections(date(2025, 6, 1))
    assert section.table is not None
    rows = {row[0]: row for row in section.table.rows}
    plan = rows["How far a plan had come"]
    assert plan[2] == "Nobody has said which is used"
    assert "work in progress" in plan[1]
    link = shown(page, "/findings/conflicts/").split('href="/findings/conflicts/')[-1].split('"')[0]
    said = {"used": "signed off", "why": "The inspectorate wrote so."}
    page.post(f"/findings/conflicts/{link}", said)
    (section,) = conflict_section.sections(date(2025, 6, 1))
    assert section.table is not None
    used = {row[0]: row[2] for row in section.table.rows}
    assert used["How far a plan had come"] == "signed off: The inspectorate wrote so."
    assert conflict_section.sections(date(2025, 1, 1)) == (), "before any document"


def test_a_conflict_that_is_no_longer_there_is_not_found(page: Client, report: Review) -> None:
    assert page.get("/findings/conflicts/0123456789abcdef/").status_code == 404


# Who


def test_scrutiny_sees_the_check_and_cannot_bind(report: Review) -> None:
    councillor = signed_in(person("councillor"))
    row = statement("Visits to children have improved")
    body = shown(councillor, f"/findings/statements/{row.pk}/")
    assert "Bind it" not in body
    refused = councillor.post(
        f"/findings/statements/{row.pk}/bind/", {"measure": "visits_in_timescale"}
    )
    assert refused.status_code == 403


def test_the_check_asks_the_database_the_same_however_many_statements(
    page: Client, report: Review, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        page.get(f"/findings/reports/{report.pk}/check/")


def test_an_article_read_before_its_authority_was_known_is_read_again(
    page: Client, lead: User, tmp_path: Path
) -> None:
    text = papers.ARTICLE.replace("a visit in March", "a monitoring visit in April")
    add_review(papers.written(tmp_path, "eastholme-news-2025-04-08.txt", text), lead)
    assert "No two documents" in shown(page, "/findings/conflicts/")
    add_review(papers.letter(tmp_path), lead)
    body = shown(page, "/findings/conflicts/")
    assert "4 and 5 March 2025" in body or "4 March to 5 March 2025" in body
    assert "April" in body


# What the readers' standing measures say


def test_what_got_worse_and_is_not_mentioned_makes_the_report_selective(
    page: Client, report: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    worse = (
        Worsened("missing_episodes", "Missing episodes", "Missing episodes rose.", small=False),
        Worsened("managers_oversight", "Better oversight of visits", "It fell.", small=False),
    )
    monkeypatch.setattr("sightline.improvement.selection.worsened", lambda *_: worse)
    body = shown(page, f"/findings/reports/{report.pk}/check/")
    assert ">Selective</strong> <a" in body
    assert ">One measure</a> of its readers’ standing set got worse and is not mentioned" in body
    assert "Missing episodes rose." in body
    assert "It fell." not in body  # 1.3 speaks of the oversight of visits


def test_those_who_see_no_small_numbers_read_the_answer_without_its_figures(
    page: Client, report: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = statement("Visits to children have improved")
    page.post(f"/findings/statements/{row.pk}/bind/", {"measure": "visits_in_timescale"})
    said = Answer(Borne.CONTRADICTED, "It fell from 98% to 91%.", "It got worse.", small=True)
    monkeypatch.setattr("sightline.improvement.borne.claims.answer", lambda *_: said)
    address = f"/findings/statements/{row.pk}/"
    assert "It fell from 98% to 91%." in shown(page, address)
    seen = shown(signed_in(person("councillor")), address)
    assert "It got worse." in seen
    assert "98%" not in seen
    assert "Contradicted" in seen
