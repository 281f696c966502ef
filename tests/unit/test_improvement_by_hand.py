"""A review without a document: typed in, its findings in exact words, then decided as any other."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from sightline.improvement.corroboration import Wanted, rows_of
from sightline.improvement.decisions import DecisionError, Edit, edit
from sightline.improvement.models import Finding, FindingKind, Review, Sighting, Status
from sightline.improvement.reading import add_review
from sightline.letters import LetterKind
from sightline.people.models import AccessEvent, User
from tests.improvement_letters import BLAMED, EARLIER_BLAMED, text_letter

pytestmark = pytest.mark.django_db

REVIEW = {
    "kind": "review",
    "body": "Westmoor Council",
    "authority": "Eastholme",
    "visited_from": "4 3 2022",
    "visited_to": "6 3 2022",
    "draft_shared": "20/3/2022",
    "final_shared": "1 April 2022",
    "response_due": "2022-06-01",
}
FINDINGS = {"said": EARLIER_BLAMED, "kind": "finding", "direction": "", "page": "3", "section": ""}


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path / "data"


@pytest.fixture
def lead() -> User:
    return User.objects.create_user("lead", role="improvement_lead", first_name="Imogen")


@pytest.fixture
def page(lead: User) -> Client:
    client = Client()
    client.force_login(lead)
    return client


def entered(page: Client, **otherwise: str) -> str:
    answer = page.post("/findings/reports/add/by-hand/", {**REVIEW, **otherwise}, follow=True)
    return answer.content.decode()


def add_findings(client: Client, review: Review, **otherwise: str) -> str:
    address = f"/findings/reports/{review.pk}/findings/"
    return client.post(address, {**FINDINGS, **otherwise}, follow=True).content.decode()


def test_a_review_is_entered_with_its_dates(page: Client) -> None:
    assert "Now enter what it says" in entered(page)
    review = Review.objects.get()
    assert review.title == f"{LetterKind.REVIEW.plain}, Eastholme, March 2022"
    assert (review.by_hand, review.sha256, review.body) == (True, None, "Westmoor Council")
    assert (review.visited_to, review.draft_shared) == (date(2022, 3, 6), date(2022, 3, 20))
    assert (review.final_shared, review.response_due) == (date(2022, 4, 1), date(2022, 6, 1))
    assert AccessEvent.objects.get().sentence.endswith("March 2022, by hand")


def test_two_reviews_may_be_entered_by_hand(page: Client) -> None:
    entered(page)
    entered(page, title="A second look")
    assert set(Review.objects.values_list("sha256", flat=True)) == {None}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"kind": ""}, "Choose what kind of review it is"),
        ({"kind": "unicorn"}, "not one of the available choices"),
        ({"authority": " "}, "Enter the authority that it is about"),
        ({"visited_to": "31 2 2022"}, "Enter a date such as 31 3 2027"),
        ({"visited_to": "3 3 2022"}, "This is before “fieldwork began”"),
        ({"final_shared": "19 3 2022"}, "This is before “draft shared with the authority”"),
        ({"published": "1 1 0202"}, "Enter a date after 1990"),
        ({"visited_from": "", "visited_to": ""}, "Enter when fieldwork ended"),
    ],
)
def test_what_cannot_be_is_refused_in_words(page: Client, wrong: dict[str, str], said: str) -> None:
    body = entered(page, **wrong)
    assert "There is a problem" in body
    assert said in body.replace("&#x27;", "'")
    assert not Review.objects.exists()


def test_pasted_paragraphs_become_findings_to_decide(page: Client) -> None:
    entered(page)
    review = Review.objects.get()
    pasted = f"{EARLIER_BLAMED}\r\n\r\n  \r\nFoster carers are\r\nwarmly supported and praised.\r\n"
    assert "Two findings entered, to be decided" in add_findings(page, review, said=pasted)
    first, second = review.findings.order_by("order")
    assert first.text == EARLIER_BLAMED
    assert second.text == "Foster carers are\nwarmly supported and praised."
    assert {each.status for each in (first, second)} == {Status.CANDIDATE}
    assert (first.page, first.kind) == (3, FindingKind.FINDING)
    assert "permanence" in first.theme_ids
    assert first.area == "children_in_care"


def test_more_may_be_entered_behind_them(page: Client) -> None:
    entered(page)
    review = Review.objects.get()
    add_findings(page, review)
    body = add_findings(page, review, said="Say when.", kind="recommendation", another="1")
    assert "<h1" in body
    assert "Enter findings" in body
    added = review.findings.order_by("order").last()
    assert added is not None
    assert (added.order, added.direction) == (2, "weakness"), "what is to be improved is one"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"said": " \r\n \r\n"}, "Enter the words of at least one finding"),
        ({"page": "0"}, "Enter the page, such as 3"),
        ({"page": "iii"}, "Enter the page, such as 3"),
    ],
)
def test_findings_that_cannot_be_are_refused(
    page: Client, wrong: dict[str, str], said: str
) -> None:
    entered(page)
    assert said in add_findings(page, Review.objects.get(), **wrong)
    assert not Finding.objects.exists()


def test_it_counts_as_an_earlier_sighting(page: Client, lead: User, tmp_path: Path) -> None:
    later = add_review(text_letter(tmp_path), lead)
    entered(page)
    add_findings(page, Review.objects.exclude(pk=later.pk).get())
    pairs = Sighting.objects.values_list("later__text", "earlier__text")
    assert (BLAMED, EARLIER_BLAMED) in pairs


def test_what_one_person_typed_another_confirms_and_only_then_does_it_count(
    page: Client, lead: User
) -> None:
    entered(page)
    add_findings(page, Review.objects.get(), kind="recommendation")
    (row,) = Finding.objects.all()
    assert row.entered_by == lead
    assert "You typed this in" in page.get(row.get_absolute_url()).content.decode()
    refused = page.post(f"/findings/{row.pk}/confirm/", follow=True).content.decode()
    assert "You typed this in. Another person must read it" in refused
    with pytest.raises(DecisionError, match="Another person must read it"):
        edit(row, lead, timezone.now(), Edit("Shorter.", "weakness", ("permanence",), "Shorter"))
    together = page.get(f"/findings/reports/{row.review.pk}/confirm/").content.decode()
    assert "waits to be decided" in together, "nor can it be confirmed together with others"
    assert rows_of(Finding.objects.all(), Wanted(least=0)) == ()
    assert "No weakness stands among these" in page.get("/findings/").content.decode()
    other = Client()
    other.force_login(User.objects.create_user("second", role="qa_manager", first_name="Dilys"))
    other.post(f"/findings/{row.pk}/confirm/")
    row.refresh_from_db()
    assert row.status == "confirmed"
    assert rows_of(Finding.objects.all(), Wanted(least=0)) != ()
    assert "One weakness stands" in page.get("/findings/").content.decode()


def test_whoever_typed_it_may_still_reject_it(page: Client) -> None:
    entered(page)
    add_findings(page, Review.objects.get())
    row = Finding.objects.get()
    page.post(f"/findings/{row.pk}/reject/", {"why": "Typed twice."})
    row.refresh_from_db()
    assert row.status == "rejected"


def test_its_pages_say_that_there_is_no_document(page: Client) -> None:
    entered(page)
    review = Review.objects.get()
    add_findings(page, review)
    body = page.get(review.get_absolute_url()).content.decode()
    assert "Entered by hand by Imogen" in body
    assert "Was due 1 June 2022; nothing is recorded as sent." in body
    finding = review.findings.get()
    body = page.get(finding.get_absolute_url()).content.decode()
    assert "there is no document to show" in body
    assert "Imogen entered the review by hand" in body
    assert page.get(f"/findings/{finding.pk}/page.png").status_code == 404
    assert page.get(f"/findings/reports/{review.pk}/file/").status_code == 404


def test_a_document_takes_no_findings_by_hand(page: Client, lead: User, tmp_path: Path) -> None:
    review = add_review(text_letter(tmp_path), lead)
    assert page.get(f"/findings/reports/{review.pk}/findings/").status_code == 404


def test_the_dates_of_any_review_may_be_completed(page: Client, lead: User, tmp_path: Path) -> None:
    review = add_review(text_letter(tmp_path), lead)
    address = f"/findings/reports/{review.pk}/facts/"
    form = page.get(address).context["form"]
    known = {name: form[name].value() or "" for name in form.fields}
    known |= {"visited_from": "5 9 2023", "visited_to": "6 9 2023", "published": "18 10 2023"}
    page.post(address, {**known, "final_shared": "2 10 2023", "response_sent": "3 1 2024"})
    review.refresh_from_db()
    assert (review.final_shared, review.response_sent) == (date(2023, 10, 2), date(2024, 1, 3))
    assert review.title == "Focused visit, Eastholme, October 2023"
    assert review.sha256, "the document is untouched"


def test_a_review_given_to_another_authority_takes_its_sightings_along(
    page: Client, lead: User, tmp_path: Path
) -> None:
    add_review(text_letter(tmp_path), lead)
    entered(page)
    review = Review.objects.get(kind="review")
    add_findings(page, review)
    assert Sighting.objects.filter(earlier__review=review).exists()
    page.post(f"/findings/reports/{review.pk}/facts/", {**REVIEW, "authority": "Westmoor"})
    assert not Sighting.objects.filter(earlier__review=review).exists()
