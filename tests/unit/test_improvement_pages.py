"""The pages of the register, as each person meets them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.test import Client
from pytest_django.fixtures import Settings
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from sightline.improvement.models import Finding, Review, Status
from sightline.improvement.reading import add_review
from sightline.people.models import AccessEvent, User
from tests.improvement_letters import (
    ASKED,
    BLAMED,
    EARLIER_BLAMED,
    FOCUSED_VISIT_2021,
    FOCUSED_VISIT_2023,
    PRAISED,
    pdf_inspection,
    text_letter,
)

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
def review(lead: User, tmp_path: Path) -> Review:
    return add_review(text_letter(tmp_path), lead)


def send(page: Client, name: str, content: bytes) -> str:
    file = SimpleUploadedFile(name, content)
    return page.post("/findings/reports/add/", {"letters": file}, follow=True).content.decode()


def shown(page: Client, address: str) -> str:
    response = page.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def finding(text: str) -> Finding:
    return Finding.objects.get(text=text)


# Adding a letter


def test_a_letter_sent_is_read_and_its_findings_wait(page: Client) -> None:
    body = send(page, "visit.txt", FOCUSED_VISIT_2023.encode())
    assert "4 findings to decide" in body
    assert "0 of 4 decided" in body
    assert AccessEvent.objects.get().sentence == "improvement_lead loaded: visit.txt"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("visit.odt", b"PK", "not a PDF, a Word document (.docx) or a text file"),
        ("visit.docx", b"PK", "named as a Word document but is not one"),
        ("visit.pdf", b"%PDF-1.4 broken", "visit.pdf"),
        ("visit.pdf", b"no PDF at all", "named as a PDF but is not one"),
        ("visit.txt", b"", "The file is empty"),
        ("visit.txt", b"A recipe for marmalade.", "does not read like a report"),
    ],
)
def test_what_is_no_letter_is_refused_in_plain_words(
    page: Client, name: str, content: bytes, said: str
) -> None:
    body = send(page, name, content)
    assert "There is a problem" in body
    assert said in body
    assert not Review.objects.exists()


def _locked(path: Path) -> None:
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(72, 700, "Children")
    canvas.save()


def _scanned(path: Path) -> None:
    canvas = Canvas(str(path))
    canvas.rect(72, 72, 300, 300, fill=1)  # a picture, and no letter
    canvas.save()


def _cut_short(path: Path) -> None:
    whole = pdf_inspection(path.parent, "whole.pdf").read_bytes()
    path.write_bytes(whole[: len(whole) // 3])


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_locked, "locked with a password"),
        (_scanned, "no text in it"),
        (_cut_short, "Download it again"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_what_to_do_and_leaves_nothing(
    page: Client, tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    make(tmp_path / "visit.pdf")
    body = send(page, "visit.pdf", (tmp_path / "visit.pdf").read_bytes())
    assert said in body
    assert not Review.objects.exists()
    assert not list((tmp_path / "data").rglob("*.pdf")), "nor is a copy of it left anywhere"


def test_no_file_at_all(page: Client) -> None:
    body = page.post("/findings/reports/add/").content.decode()
    assert "Choose a report or letter" in body


def test_the_same_letter_twice_leads_to_the_first(page: Client, review: Review) -> None:
    body = send(page, "again.txt", FOCUSED_VISIT_2023.encode())
    assert "This document is here already" in body
    assert f'href="/findings/reports/{review.pk}/"' in body


def test_a_letter_of_an_unknown_kind_says_what_was_not_read(page: Client) -> None:
    body = send(page, "note.txt", b"Notes on children\n\nSome children were seen in the park.\n")
    assert "no finding could be read" in body
    assert "Not everything could be read" in body


# The register and the reviews


def test_the_register_shows_exact_words_and_counts(page: Client, review: Review) -> None:
    body = shown(page, "/findings/")
    assert BLAMED in body
    assert "four findings in one report" in body
    assert "<strong>4</strong> to decide" in body


def test_the_register_narrows_by_what_is_asked(page: Client, review: Review) -> None:
    body = shown(page, "/findings/?words=birthdays")
    assert PRAISED in body
    assert BLAMED not in body
    assert "<strong>1</strong> shown" in body


def test_a_choice_that_is_none_narrows_nothing(page: Client, review: Review) -> None:
    body = shown(page, "/findings/?theme=unicorns&review=abc&page=77")
    assert "<strong>4</strong> shown" in body


def test_the_download_holds_the_same_list(page: Client, review: Review) -> None:
    response = page.get("/findings/findings.csv?words=birthdays")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    body = response.content.decode()
    assert body.count("\r\n") == 2
    assert PRAISED in body


def test_judgements_come_before_findings(page: Client, lead: User, tmp_path: Path) -> None:
    report = add_review(pdf_inspection(tmp_path), lead)
    body = shown(page, f"/findings/reports/{report.pk}/")
    assert body.index("Overall effectiveness") < body.index(ASKED[0]) < body.index(BLAMED)


def test_the_reports_come_the_newest_first(
    page: Client, review: Review, lead: User, tmp_path: Path
) -> None:
    add_review(text_letter(tmp_path, FOCUSED_VISIT_2021, "older.txt"), lead)
    body = shown(page, "/findings/reports/")
    assert body.index("October 2023") < body.index("April 2021")


def test_the_document_comes_as_it_was_sent(page: Client, review: Review) -> None:
    response = page.get(f"/findings/reports/{review.pk}/file/")
    assert response.getvalue().decode() == FOCUSED_VISIT_2023
    assert 'filename="visit.txt"' in response.headers["Content-Disposition"]


# One finding


def test_a_text_shows_the_words_marked_where_they_stand(page: Client, review: Review) -> None:
    body = shown(page, finding(BLAMED).get_absolute_url())
    assert f"<mark>{BLAMED}</mark>" in body
    assert "Foster carers in Eastholme" in body


def test_a_pdf_shows_its_page(page: Client, lead: User, tmp_path: Path) -> None:
    add_review(pdf_inspection(tmp_path), lead)
    address = f"/findings/{finding(BLAMED).pk}/page.png"
    assert address in shown(page, finding(BLAMED).get_absolute_url())
    picture = page.get(address)
    assert picture.headers["Content-Type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert page.get(f"{address}?on=1").status_code == 404, "the report has one page"


def test_a_document_that_is_gone_is_missed_in_words(page: Client, review: Review) -> None:
    review.path.unlink()
    assert "no longer in the data folder" in shown(page, finding(BLAMED).get_absolute_url())
    assert page.get(f"/findings/reports/{review.pk}/file/").status_code == 404


def test_what_was_said_before_and_since_is_beside_it(
    page: Client, review: Review, lead: User, tmp_path: Path
) -> None:
    add_review(text_letter(tmp_path, FOCUSED_VISIT_2021, "older.txt"), lead)
    newer = shown(page, finding(BLAMED).get_absolute_url())
    assert "Said before" in newer
    assert EARLIER_BLAMED in newer
    older = shown(page, finding(EARLIER_BLAMED).get_absolute_url())
    assert "Said again since" in older
    assert BLAMED in older


def test_the_measures_that_bear_on_its_themes_are_beside_it(page: Client, review: Review) -> None:
    body = shown(page, finding(BLAMED).get_absolute_url())
    assert "Measures that bear on it" in body
    assert "/measures/" in body


# Deciding


def test_confirm_goes_on_to_the_next_that_waits(page: Client, review: Review) -> None:
    first, second, *_ = review.findings.order_by("order")
    response = page.post(f"/findings/{first.pk}/confirm/")
    assert response.headers["Location"] == f"/findings/{second.pk}/#main-content"
    assert "1 of 4 decided" in shown(page, f"/findings/{second.pk}/")


def test_the_last_decision_leads_back_to_the_report(page: Client, review: Review) -> None:
    for each in review.findings.order_by("order"):
        response = page.post(f"/findings/{each.pk}/confirm/")
    assert response.headers["Location"] == f"/findings/reports/{review.pk}/"
    assert "4 of 4 decided" in shown(page, response.headers["Location"])


def test_two_people_at_once_are_told(page: Client, review: Review) -> None:
    row = finding(BLAMED)
    signed_in(person("director")).post(f"/findings/{row.pk}/confirm/")
    body = page.post(f"/findings/{row.pk}/confirm/", follow=True).content.decode()
    assert "It was confirmed by Director already." in body


def test_rejecting_without_a_reason_asks_for_one(page: Client, review: Review) -> None:
    row = finding(BLAMED)
    body = page.post(f"/findings/{row.pk}/reject/", {"why": " "}).content.decode()
    assert "Say why" in body
    page.post(f"/findings/{row.pk}/reject/", {"why": "It repeats another."})
    body = shown(page, row.get_absolute_url())
    assert "Improvement Lead rejected this finding: It repeats another." in body
    assert "Reopen" in body


def test_an_edit_shows_both_wordings(page: Client, review: Review) -> None:
    row = finding(BLAMED)
    page.post(
        f"/findings/{row.pk}/edit/",
        {
            "wording": "Matching is\r\ntoo slow.",
            "direction": "weakness",
            "themes": ["permanence"],
            "why": "Shorter.",
        },
    )
    row.refresh_from_db()
    assert row.edited_text == "Matching is\ntoo slow."
    body = shown(page, row.get_absolute_url())
    assert BLAMED in body
    assert "edited and confirmed this finding (wording, themes): Shorter." in body


def test_reopening_puts_it_back(page: Client, review: Review) -> None:
    row = finding(BLAMED)
    page.post(f"/findings/{row.pk}/confirm/")
    page.post(f"/findings/{row.pk}/reopen/", {"why": "I clicked the wrong one."})
    row.refresh_from_db()
    assert row.status == Status.CANDIDATE


@pytest.mark.parametrize("act", ["confirm", "edit", "reject", "reopen"])
@pytest.mark.parametrize("role", ["head_of_service", "team_manager", "councillor", "board_chair"])
def test_who_may_not_decide_is_refused(role: str, act: str, review: Review) -> None:
    row = finding(BLAMED)
    response = signed_in(person(role)).post(f"/findings/{row.pk}/{act}/", {"why": "No."})
    assert response.status_code == 403
    assert not row.events.exists()


# A councillor


def test_a_councillor_meets_no_candidate(review: Review) -> None:
    councillor = signed_in(person("councillor"))
    row = finding(BLAMED)
    for address in ("/findings/", "/findings/?status=every", f"/findings/reports/{review.pk}/"):
        assert BLAMED not in shown(councillor, address)
    assert BLAMED not in councillor.get("/findings/findings.csv").content.decode()
    assert councillor.get(row.get_absolute_url()).status_code == 404
    assert councillor.get(f"/findings/{row.pk}/page.png").status_code == 404


def test_a_councillor_reads_what_is_confirmed(page: Client, review: Review) -> None:
    row = finding(BLAMED)
    page.post(f"/findings/{row.pk}/confirm/")
    body = shown(signed_in(person("councillor")), row.get_absolute_url())
    assert BLAMED in body
    assert "Confirm and next" not in body
    assert "History" not in body


# The panel of the home page


def panel(user: User) -> str:
    template = Template("{% load improvement %}{% standing_findings %}")
    return template.render(Context({"user": user}))


def test_the_home_panel_shows_what_was_said_twice(
    page: Client, review: Review, lead: User, tmp_path: Path
) -> None:
    add_review(text_letter(tmp_path, FOCUSED_VISIT_2021, "older.txt"), lead)
    assert "No confirmed finding" in panel(lead)
    for text in (BLAMED, EARLIER_BLAMED):
        page.post(f"/findings/{finding(text).pk}/confirm/")
    said = panel(lead)
    assert BLAMED in said
    assert "Said in 2 reports since April 2021" in said
    assert panel(person("social_worker")).strip() == ""
