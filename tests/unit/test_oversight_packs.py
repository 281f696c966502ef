"""Packs: what they say first, who issues them, and that an issued one stays as it was."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.jobs import figures, runs
from sightline.measures import MeasureFigures, catalogue
from sightline.oversight.models import IssuedPack, IssuedPackError
from sightline.oversight.packs import drafting
from sightline.oversight.packs.issuing import NoReasonError, content_of, files_of, issue
from sightline.oversight.packs.kinds import KIND_BY_ID, KINDS
from sightline.oversight.publishing import published_before
from sightline.packs import Section
from sightline.people.models import User
from sightline.people.models.access_event import AccessEvent
from tests.oversight_data import AS_AT, NORTH, months, seen_by, share, stand_in
from tests.page_words import words_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 9, 10, tzinfo=UTC)
SCRUTINY = KIND_BY_ID["scrutiny"]


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)
    monkeypatch.setattr(drafting, "everything_looked_at", lambda data, *, findings: ())


def analyst() -> User:
    return User.objects.get_or_create(username="analyst", role="analyst", team=NORTH)[0]


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def reviews(*last: tuple[int, int], until: int = 27) -> MeasureFigures:
    """Reviews held in time: 60 of 100 month after month, then at last what is given."""
    days = months(until)
    begun = [share(day, 60 + place % 2, 100) for place, day in enumerate(days[: -len(last)])]
    ends = [share(day, *each) for day, each in zip(days[-len(last) :], last, strict=True)]
    return MeasureFigures(catalogue()["reviews_in_timescale"], (*begun, *ends))


def records_say(monkeypatch: pytest.MonkeyPatch, found: MeasureFigures, load: int = 1) -> None:
    cut = found

    def run(data: Path, *, as_at: object = None) -> runs.Run:
        day = as_at or AS_AT
        until = cut.until(day)  # type: ignore[arg-type]
        return runs.Run(day, load, (until,) if until else ())  # type: ignore[arg-type]

    monkeypatch.setattr(runs, "run", run)
    monkeypatch.setattr(figures, "latest", lambda data: (cut,))


def section(row: IssuedPack, title: str) -> Section:
    return next(each for _, each in content_of(row).walk() if each.title == title)


def test_every_pack_asks_of_measures_that_there_are() -> None:
    assert {name for kind in KINDS for name in kind.measures} <= set(catalogue())


def test_the_first_thing_is_what_changed_since_the_last_pack(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    risen = reviews((90, 100), (91, 100), (92, 100), (93, 100))
    records_say(monkeypatch, risen)
    issue(SCRUTINY, analyst(), NOW, as_at=months(27)[-5])
    row = issue(SCRUTINY, analyst(), NOW)
    first = content_of(row).sections[0]
    assert first.title == "What changed since the last pack"
    assert first.sentence == (
        "One thing has changed beyond chance since the last pack, at 30 June 2026."
    )
    assert first.points[0].startswith("For the better: Reviews held in time rose from 60%")
    assert first.table is not None
    assert first.table.rows[0][1:3] == ("60%", "93%")


def test_nothing_changed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    records_say(monkeypatch, reviews((60, 100), (61, 100)))
    issue(SCRUTINY, analyst(), NOW, as_at=months(27)[-2])
    row = issue(SCRUTINY, analyst(), NOW)
    assert content_of(row).sections[0].sentence == (
        "Nothing has changed beyond chance since the last pack, at 30 September 2026."
    )


def test_small_numbers_are_withheld_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    records_say(monkeypatch, reviews((97, 100)))
    row = issue(SCRUTINY, analyst(), NOW)
    files = files_of(row)
    assert b"97%" not in files["pack.json"]
    told = section(row, "What is not shown, and why").table
    assert told is not None
    assert told.rows[0][0] == "Reviews held in time"
    kept = [each for each in published_before() if each.as_at == AS_AT]
    assert [(each.numerator, each.withheld) for each in kept] == [(None, True)]


def test_a_day_corrected_by_a_few_is_given_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    records_say(monkeypatch, reviews((70, 100)))
    issue(KIND_BY_ID["improvement-board"], analyst(), NOW)
    records_say(monkeypatch, reviews((72, 100)), load=2)
    row = issue(SCRUTINY, analyst(), NOW)
    told = section(row, catalogue()["reviews_in_timescale"].question)
    assert told.more is not None
    assert told.more.rows[0][1] == "70%"
    assert any(note.startswith("Given as shown before") for note in told.notes)


def test_a_day_corrected_by_many_is_corrected(monkeypatch: pytest.MonkeyPatch) -> None:
    records_say(monkeypatch, reviews((70, 100)))
    issue(KIND_BY_ID["improvement-board"], analyst(), NOW)
    records_say(monkeypatch, reviews((90, 130)), load=2)
    row = issue(SCRUTINY, analyst(), NOW)
    told = section(row, catalogue()["reviews_in_timescale"].question)
    assert told.more is not None
    assert told.more.rows[0][1] == "69%"


def test_an_issued_pack_stays_as_it_was_known_then(monkeypatch: pytest.MonkeyPatch) -> None:
    records_say(monkeypatch, reviews((70, 100)))
    row = issue(SCRUTINY, analyst(), NOW)
    before = files_of(row)
    records_say(monkeypatch, reviews((40, 100)), load=2)
    assert files_of(row) == before
    assert row.facts["reviews_in_timescale"]["said"] == "70%"
    assert row.load_id == 1


def test_an_issue_is_not_changed_or_deleted(monkeypatch: pytest.MonkeyPatch) -> None:
    records_say(monkeypatch, reviews((70, 100)))
    row = issue(SCRUTINY, analyst(), NOW)
    for act in (row.save, row.delete, IssuedPack.objects.all().delete):
        with pytest.raises(IssuedPackError):
            act()


def test_issued_again_it_says_what_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    records_say(monkeypatch, reviews((70, 100)))
    issue(SCRUTINY, analyst(), NOW)
    records_say(monkeypatch, reviews((90, 130)), load=2)
    with pytest.raises(NoReasonError, match="issued already"):
        issue(SCRUTINY, analyst(), NOW)
    with pytest.raises(NoReasonError, match="fewer than six"):
        issue(SCRUTINY, analyst(), NOW, what_changed="Two children were added.")
    row = issue(SCRUTINY, analyst(), NOW, what_changed="A team’s reviews came in late.")
    first = content_of(row).sections[0]
    assert row.version == 2
    assert first.sentence == "A team’s reviews came in late."
    assert first.table is not None
    assert first.table.rows == (("Reviews held in time", "70%", "69%"),)


def test_an_analyst_issues_and_a_councillor_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    records_say(monkeypatch, reviews((70, 100)))
    client = client_of(analyst())
    assert "Issue this pack" in words_of(client.get("/packs/scrutiny/draft/"))
    assert "Issued." in words_of(client.post("/packs/scrutiny/draft/", follow=True))
    row = IssuedPack.objects.get()
    read = seen_by("councillor", f"/packs/issued/{row.pk}/")
    assert read.index("What changed since the last pack") < read.index("What stands out")
    assert "Pack for scrutiny" in seen_by("councillor", "/packs/")
    councillor = client_of(User.objects.get(username="councillor"))
    for ending, begins in (("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")):
        response = councillor.get(f"/packs/issued/{row.pk}/pack.{ending}")
        assert response.content.startswith(begins)
    taken = AccessEvent.objects.filter(act="downloaded", username="councillor")
    assert {each.why for each in taken} == {f"{row.folder}.{e}" for e in ("pdf", "docx", "xlsx")}
    assert councillor.get(f"/packs/issued/{row.pk}/charts/0.svg").content.startswith(b"<svg")
    assert councillor.get(f"/packs/issued/{row.pk}/pack.json").status_code == 404


def test_a_touched_pack_is_not_shown(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    records_say(monkeypatch, reviews((70, 100)))
    row = issue(SCRUTINY, analyst(), NOW)
    file = settings.DATA / "packs" / row.folder / "pack.json"
    content = json.loads(file.read_text("utf-8"))
    file.chmod(0o640)
    file.write_text(json.dumps({**content, "title": "Another"}), encoding="utf-8")
    words = seen_by("councillor", f"/packs/issued/{row.pk}/", status=409)
    assert "not those that were issued" in words
    assert "Another" not in words
