"""A folder of reports: each file read, there already or refused, and none stops the rest."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from sightline.improvement import import_runner, importing, sightings, unpacking
from sightline.improvement.importing import Came, import_letters
from sightline.improvement.models import Finding, LetterImport, Outcome, Review, Sighting
from sightline.improvement.unpacking import Sent, unpacked
from sightline.people.models import AccessEvent, User
from tests.improvement_letters import FOCUSED_VISIT_2021, FOCUSED_VISIT_2023, text_letter

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 5, 3, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA = tmp_path / "data"
    return tmp_path / "data"


@pytest.fixture
def lead() -> User:
    return User.objects.create_user("lead", role="improvement_lead")


def zipped(**files: str | bytes) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, words in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), words)
    return content.getvalue()


def outcomes(sent: list[Sent], user: User) -> list[Came]:
    came: list[Came] = []
    import_letters(sent, user, NOON, begun=lambda name: None, done=came.append)
    return came


def test_a_broken_file_stops_none_of_the_others(lead: User, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    text_letter(tmp_path, FOCUSED_VISIT_2021, "older.txt")
    text_letter(tmp_path, FOCUSED_VISIT_2023, "newer.txt")
    text_letter(tmp_path, FOCUSED_VISIT_2023, "twice.txt")
    (tmp_path / "list.xlsx").write_bytes(b"PK")
    sent = list(unpacked([each for each in tmp_path.iterdir() if each.is_file()], tmp_path))
    came = {each.name: each for each in outcomes(sent, lead)}
    assert {name: each.outcome for name, each in came.items()} == {
        "broken.pdf": Outcome.REFUSED,
        "list.xlsx": Outcome.REFUSED,
        "newer.txt": Outcome.READ,
        "older.txt": Outcome.READ,
        "twice.txt": Outcome.THERE,
    }
    assert came["list.xlsx"].said == "list.xlsx is not a PDF, a Word document or a text file."
    assert "broken.pdf" in came["broken.pdf"].said
    assert came["twice.txt"].review == came["newer.txt"].review
    assert Review.objects.count() == 2


def test_what_was_said_before_is_linked_once_when_all_are_in(
    lead: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked: list[tuple[str, int]] = []
    truly = sightings.link

    def counted(authority: str) -> None:
        linked.append((authority, Review.objects.count()))
        truly(authority)

    monkeypatch.setattr(importing, "link", counted)
    sent = [
        Sent(text_letter(tmp_path, FOCUSED_VISIT_2021, "older.txt")),
        Sent(text_letter(tmp_path, FOCUSED_VISIT_2023, "newer.txt")),
    ]
    outcomes(sent, lead)
    assert linked == [("Eastholme", 2)]
    assert Sighting.objects.exists()


def test_our_own_failure_leaves_nothing_half_stored(
    lead: User, tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*args: object) -> None:
        raise RuntimeError("the disk is on fire")

    monkeypatch.setattr("sightline.improvement.reading._store_findings", fails)
    (came,) = outcomes([Sent(text_letter(tmp_path))], lead)
    assert (came.outcome, came.said) == (Outcome.REFUSED, importing.OURS)
    assert not Review.objects.exists()
    assert list((data / "letters").iterdir()) == []


# A zip


def named(content: bytes, folder: Path) -> list[Sent]:
    path = folder / "reports.zip"
    path.write_bytes(content)
    return list(unpacked([path], folder))


def test_a_zip_is_a_folder_and_what_computers_leave_in_it_is_passed_over(tmp_path: Path) -> None:
    content = zipped(sub__visit_dot_txt=FOCUSED_VISIT_2023, _dot_DS_Store="x", sub___dot_hidden="x")
    (sent,) = named(content, tmp_path)
    assert (sent.name, sent.refused) == ("visit.txt", "")
    assert sent.path.read_text(encoding="utf-8") == FOCUSED_VISIT_2023


def test_a_name_that_climbs_out_stays_inside(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (sent,) = named(zipped(**{"../../escaped.txt": "words"}), inside)
    assert sent.path.resolve().is_relative_to(inside)
    assert not (tmp_path / "escaped.txt").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK no zip", "reports.zip cannot be unpacked: it is damaged. Send it again."),
        (zipped(), "There is no file in reports.zip."),
        (zipped(inner_dot_zip=zipped(a="b")), "inner.zip lies inside another zip."),
        (zipped(photo_dot_jpg="x"), "photo.jpg is not a PDF, a Word document or a text file."),
    ],
)
def test_what_a_zip_cannot_give_is_refused_in_words(
    content: bytes, said: str, tmp_path: Path
) -> None:
    (sent,) = named(content, tmp_path)
    assert sent.refused.startswith(said)


def test_one_damaged_file_of_a_zip_refuses_itself_alone(tmp_path: Path) -> None:
    content = zipped(one_dot_txt="a" * 500, two_dot_txt=FOCUSED_VISIT_2023)
    damaged = content.replace(b"a" * 500, b"a" * 499 + b"b")  # its checksum is wrong now
    found = {each.name: each.refused for each in named(damaged, tmp_path)}
    assert found["one.txt"] == "one.txt cannot be unpacked: it is damaged. Send it again."
    assert found["two.txt"] == ""


def test_a_zip_that_would_fill_the_disk_is_refused_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "MOST_UNPACKED", 999)
    (sent,) = named(zipped(long_dot_txt="a" * 1000), tmp_path)
    assert "Send fewer files" in sent.refused
    assert [each.name for each in tmp_path.iterdir()] == ["reports.zip"]


# On a page


@pytest.fixture
def page(lead: User, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(import_runner, "start", lambda job: import_runner.run(job.pk))
    client = Client()
    client.force_login(lead)
    return client


def send(page: Client, **files: str | bytes) -> str:
    sent = [
        SimpleUploadedFile(
            name.replace("_dot_", "."), words.encode() if isinstance(words, str) else words
        )
        for name, words in files.items()
    ]
    answer = page.post("/findings/reports/add/", {"letters": sent}, follow=True)
    return answer.content.decode()


def test_many_files_end_on_a_page_that_says_what_came_of_each(page: Client, data: Path) -> None:
    body = send(page, a_dot_txt=FOCUSED_VISIT_2021, b_dot_txt=FOCUSED_VISIT_2023, c_dot_txt="")
    job = LetterImport.objects.get()
    assert job.finished
    assert "Three files done with" in body
    assert "<strong>2</strong> read" in body
    assert "<strong>1</strong> refused" in body
    assert "Focused visit, Eastholme, October 2023" in body
    assert list((data / "uploads").iterdir()) == [], "nothing of what was sent is left"
    assert AccessEvent.objects.get().sentence == "lead loaded: a.txt, b.txt, c.txt"


def test_a_zip_of_one_goes_the_same_way(page: Client) -> None:
    body = send(page, reports_dot_zip=zipped(visit_dot_txt=FOCUSED_VISIT_2023))
    assert "One file done with" in body
    assert Finding.objects.count() == 4


def test_what_came_of_each_file_downloads(page: Client) -> None:
    send(page, a_dot_txt=FOCUSED_VISIT_2021, b_dot_pdf="no PDF")
    job = LetterImport.objects.get()
    body = page.get(f"/findings/reports/import/{job.pk}/files.csv").content.decode()
    assert 'a.txt,Read,"Focused visit, Eastholme, April 2021",' in body
    assert "b.pdf,Refused,,b.pdf is named as a PDF but is not one" in body


def test_an_import_on_its_way_says_how_far_it_has_come(page: Client, lead: User) -> None:
    now = timezone.now()
    job = LetterImport.objects.create(
        user=lead, asked_at=now, heard_at=now, folder="x", total=9, reading="bury.pdf"
    )
    job.files.create(name="a.pdf", outcome=Outcome.REFUSED, said="It is empty.")
    body = page.get(job.get_absolute_url()).content.decode()
    assert "bury.pdf: 1 of 9 done" in body
    assert 'http-equiv="refresh"' in body
    LetterImport.objects.update(heard_at=NOON)
    body = page.get(job.get_absolute_url()).content.decode()
    assert "This import has stopped" in body
    assert 'http-equiv="refresh"' not in body
