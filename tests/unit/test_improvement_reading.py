"""Taking a letter in: everything it says is stored word for word, or nothing is."""

from datetime import date
from importlib import import_module
from pathlib import Path

import docx
import pytest
from django.apps import apps
from pytest_django.fixtures import Settings

from sightline.improvement import reading
from sightline.improvement.deliverables import parts_of
from sightline.improvement.models import Finding, FindingKind, Judgement, Review, Sighting, Status
from sightline.improvement.reading import AlreadyThereError, add_review
from sightline.letters import Letter, LetterError, read
from sightline.people.models import User
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


@pytest.fixture
def data(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA = tmp_path / "data"
    return tmp_path / "data"


@pytest.fixture
def lead() -> User:
    return User.objects.create_user("lead", role="improvement_lead")


def test_a_letter_is_stored_with_its_kind_authority_and_dates(
    data: Path, lead: User, tmp_path: Path
) -> None:
    review = add_review(text_letter(tmp_path), lead)
    review.refresh_from_db()
    assert review.title == "Focused visit, Eastholme, October 2023"
    assert (review.visited_from, review.visited_to) == (date(2023, 9, 5), date(2023, 9, 6))
    assert review.published == review.dated == date(2023, 10, 18)
    assert review.added_by == lead


def test_improvements_come_first_then_findings_in_the_order_of_print(
    data: Path, lead: User, tmp_path: Path
) -> None:
    review = add_review(text_letter(tmp_path), lead)
    rows = list(review.findings.order_by("order").values_list("kind", "text", "direction"))
    assert rows == [
        (FindingKind.AREA_FOR_IMPROVEMENT, ASKED[0], "weakness"),
        (FindingKind.AREA_FOR_IMPROVEMENT, ASKED[1], "weakness"),
        (FindingKind.FINDING, BLAMED, "weakness"),
        (FindingKind.FINDING, PRAISED, "strength"),
    ]


def test_every_finding_waits_for_a_person(data: Path, lead: User, tmp_path: Path) -> None:
    add_review(text_letter(tmp_path), lead)
    assert set(Finding.objects.values_list("status", flat=True)) == {Status.CANDIDATE}


def test_a_pdf_gives_its_judgements(data: Path, lead: User, tmp_path: Path) -> None:
    review = add_review(pdf_inspection(tmp_path), lead)
    assert [str(each) for each in review.judgements.all()] == [
        "The impact of leaders on social work practice: Good",
        "Overall effectiveness: Requires improvement to be good",
    ]
    assert review.is_pdf


def test_the_document_is_kept_in_the_data_folder_byte_for_byte(
    data: Path, lead: User, tmp_path: Path
) -> None:
    letter = text_letter(tmp_path, name="Visit (final) ../x.txt".replace("/", "-"))
    review = add_review(letter, lead)
    assert review.path.parent == data / "letters"
    assert review.path.read_bytes() == letter.read_bytes()
    assert review.file_name == letter.name


def test_the_same_document_twice_is_refused_and_names_the_first(
    data: Path, lead: User, tmp_path: Path
) -> None:
    first = add_review(text_letter(tmp_path), lead)
    with pytest.raises(AlreadyThereError, match="already in the register") as refused:
        add_review(text_letter(tmp_path, name="again.txt"), lead)
    assert refused.value.review == first
    assert Review.objects.count() == 1
    assert [each.name for each in (data / "letters").iterdir()] == [first.path.name]


def test_the_same_document_at_the_same_moment_is_refused_too(
    data: Path, lead: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = add_review(text_letter(tmp_path), lead)
    look = reading._refuse_again
    looks: list[Letter] = []

    def too_early(letter: Letter) -> None:
        looks.append(letter)
        if len(looks) > 1:
            look(letter)

    monkeypatch.setattr(reading, "_refuse_again", too_early)
    with pytest.raises(AlreadyThereError):
        add_review(text_letter(tmp_path, name="again.txt"), lead)
    assert [each.name for each in (data / "letters").iterdir()] == [first.path.name]


def test_what_cannot_be_read_leaves_nothing(data: Path, lead: User, tmp_path: Path) -> None:
    with pytest.raises(LetterError):
        add_review(text_letter(tmp_path, "A recipe for marmalade.\n"), lead)
    assert not Review.objects.exists()
    assert not (data / "letters").exists()


@pytest.mark.parametrize(
    ("name", "data_of_file"),
    [
        ("locked.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600),
        ("page.pdf", b"<html><body>Children</body></html>"),
        ("cut.pdf", b"%PDF-1.7 and no more"),
        ("cut.docx", b"PK\x03\x04 and no more"),
        ("empty.txt", b""),
    ],
)
def test_no_bad_file_leaves_anything(
    data: Path, lead: User, tmp_path: Path, name: str, data_of_file: bytes
) -> None:
    (tmp_path / name).write_bytes(data_of_file)
    with pytest.raises(LetterError):
        add_review(tmp_path / name, lead)
    assert not Review.objects.exists()
    assert not (data / "letters").exists()


def test_a_day_that_only_the_files_name_gives_is_said_to_be_from_there(
    data: Path, lead: User, tmp_path: Path
) -> None:
    bare = FOCUSED_VISIT_2023.replace("Report published: 18 October 2023\n", "")
    review = add_review(text_letter(tmp_path, bare, "visit-2023-10-18.txt"), lead)
    assert review.published == date(2023, 10, 18)
    assert any("from the file’s name" in each for each in review.unread_sentences)
    printed = add_review(text_letter(tmp_path, FOCUSED_VISIT_2023, "v-2023-10-19.txt"), lead)
    assert not any("from the file’s name" in each for each in printed.unread_sentences)


def test_everything_that_is_read_of_a_letter_is_stored(
    data: Path, lead: User, tmp_path: Path
) -> None:
    """Every field of an improvement and of a finding, set beside a reading of the same file."""
    path = pdf_inspection(tmp_path)
    letter, review = read(path), add_review(path, lead)
    rows = list(review.findings.prefetch_related("themes").order_by("order"))
    asked = [each for each in rows if each.kind != FindingKind.FINDING]
    said = [each for each in rows if each.kind == FindingKind.FINDING]
    assert [(each.text, each.page, each.kind, each.number, each.section) for each in asked] == [
        (each.text, each.page, each.kind.value, each.number or "", each.section)
        for each in letter.improvements
    ]
    assert [len(parts_of(each)) for each in asked] == [
        len(each.parts) for each in letter.improvements
    ]
    assert [
        (each.text, each.page, each.paragraph, each.section, each.theme_ids, each.direction,
         each.voice, each.damage)
        for each in said
    ] == [
        (each.text, each.page, each.paragraph, each.section, each.themes, each.direction.value,
         each.voice.value, each.damage)
        for each in letter.findings
    ]  # fmt: skip
    assert [(each.judgement, each.grade, each.page) for each in review.judgements.all()] == [
        (each.judgement, each.grade.value, each.page) for each in letter.judgements
    ]


def test_a_word_document_is_kept_as_one(data: Path, lead: User, tmp_path: Path) -> None:
    document = docx.Document()
    for line in FOCUSED_VISIT_2023.splitlines():
        document.add_paragraph(line)
    document.save(str(tmp_path / "visit.docx"))
    review = add_review(tmp_path / "visit.docx", lead)
    assert review.path.suffix == ".docx"
    assert not review.is_pdf
    assert review.path.read_bytes() == (tmp_path / "visit.docx").read_bytes()


def test_a_failure_half_way_leaves_nothing(
    data: Path, lead: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(authority: str) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(reading, "link", fail)
    with pytest.raises(RuntimeError, match="the power went"):
        add_review(text_letter(tmp_path), lead)
    assert not Review.objects.exists()
    assert not Finding.objects.exists()
    assert not Judgement.objects.exists()
    assert list((data / "letters").iterdir()) == []


@pytest.mark.parametrize("newest_first", [False, True])
def test_what_was_said_before_is_found_whichever_letter_comes_first(
    data: Path, lead: User, tmp_path: Path, newest_first: bool
) -> None:
    letters = [
        text_letter(tmp_path, FOCUSED_VISIT_2021, "older.txt"),
        text_letter(tmp_path, FOCUSED_VISIT_2023, "newer.txt"),
    ]
    for letter in reversed(letters) if newest_first else letters:
        add_review(letter, lead)
    pairs = set(Sighting.objects.values_list("later__text", "earlier__text"))
    assert (BLAMED, EARLIER_BLAMED) in pairs
    assert all(later != PRAISED for later, _ in pairs)


def test_another_authority_is_not_compared(data: Path, lead: User, tmp_path: Path) -> None:
    add_review(text_letter(tmp_path, FOCUSED_VISIT_2021.replace("Eastholme", "Wexley")), lead)
    add_review(text_letter(tmp_path), lead)
    assert not Sighting.objects.exists()


def test_a_letter_that_hides_its_date_says_so(data: Path, lead: User, tmp_path: Path) -> None:
    undated = FOCUSED_VISIT_2023.replace("Report published: 18 October 2023\n\n", "")
    review = add_review(text_letter(tmp_path, undated), lead)
    assert review.published is None
    assert any("publication" in sentence for sentence in review.unread_sentences)


def test_findings_read_before_are_given_their_area_and_letters_their_maker(
    data: Path, lead: User, tmp_path: Path
) -> None:
    """The step that brings an older database up to date, run over rows as they stood."""
    step = import_module("sightline.improvement.migrations.0003_areas_of_what_stands")
    add_review(text_letter(tmp_path), lead)
    Finding.objects.update(area="")
    Review.objects.update(body="")
    step.give_areas(apps, None)
    step.give_makers(apps, None)
    assert Finding.objects.get(text=BLAMED).area == "children_in_care"
    assert Finding.objects.get(text=ASKED[1]).area == "", "nothing says which"
    assert Review.objects.get().body == "Ofsted"
