"""The words of a finding in their place: on the page of a text, between the paragraphs of Word."""

from pathlib import Path

import pytest
from docx import Document
from pytest_django.fixtures import Settings

from sightline.improvement.models import Finding
from sightline.improvement.passage import passage_of
from sightline.improvement.reading import add_review
from sightline.people.models import User
from tests.improvement_letters import BLAMED, PRAISED, text_letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(settings: Settings, tmp_path: Path) -> User:
    settings.DATA = tmp_path / "data"
    return User.objects.create_user("lead", role="improvement_lead")


def test_the_words_of_a_word_document_stand_between_those_beside_them(
    lead: User, tmp_path: Path
) -> None:
    document = Document()
    document.add_heading("Focused visit to Eastholme children’s services", 1)
    document.add_paragraph("Report published: 18 October 2023")
    document.add_heading("Findings", 2)
    document.add_paragraph(BLAMED)
    document.add_paragraph(PRAISED)
    document.save(str(tmp_path / "visit.docx"))
    review = add_review(tmp_path / "visit.docx", lead)
    found = passage_of(review.findings.get(text=BLAMED))
    assert found is not None
    assert found.words == BLAMED
    assert found.before.endswith("Findings\n")
    assert found.after.startswith(f"\n{PRAISED}")


def test_nothing_is_shown_when_the_document_is_gone(lead: User, tmp_path: Path) -> None:
    review = add_review(text_letter(tmp_path), lead)
    row: Finding = review.findings.get(text=BLAMED)
    assert passage_of(row) is not None
    review.path.unlink()
    assert passage_of(row) is None
