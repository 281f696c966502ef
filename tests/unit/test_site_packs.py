"""What packs say of findings, actions and boards, and what stands against issuing one."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.improvement.assuring import agree, offer
from sightline.improvement.models import Action, Answer, Finding, FindingKind, Review, Status
from sightline.letters import Direction, LetterKind
from sightline.oversight.audiences import PROFILE_BY_ID
from sightline.oversight.models import IssuedPack
from sightline.oversight.packs import drafting, supplied
from sightline.oversight.packs.issuing import HinderedError, issue
from sightline.oversight.packs.kinds import KIND_BY_ID
from sightline.oversight.packs.supplied import Hindrance
from sightline.oversight.publishing import publish
from sightline.packs import Section, Table
from sightline.packs.pdf import pdf
from sightline.people.models import User
from sightline.site.in_packs import chair
from sightline.site.in_packs.carried import carried_section
from sightline.site.in_packs.chair import chairs_page
from sightline.site.in_packs.commissioners import commissioner_sections
from sightline.site.in_packs.guarded import HELD_BACK, guarded, guarded_section
from sightline.site.pack_hindrances import pack_hindrances
from tests.oversight_data import NORTH, seen_by, stand_in
from tests.page_words import words_of
from tests.unit.test_oversight_packs import records_say, reviews

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 9, 10, tzinfo=UTC)
TODAY = date(2019, 7, 16)


def person(name: str, role: str) -> User:
    return User.objects.get_or_create(username=name, role=role, team=NORTH)[0]


def review(day: date, kind: LetterKind = LetterKind.INSPECTION) -> Review:
    return Review.objects.create(
        title=f"Report of {day}",
        authority="Anyshire",
        kind=kind.value,
        published=day,
        added_by=person("lead", "improvement_lead"),
        added_at=NOW,
    )


def finding(of: Review, text: str, kind: FindingKind = FindingKind.RECOMMENDATION) -> Finding:
    return Finding.objects.create(
        review=of,
        order=of.findings.count(),
        kind=kind,
        text=text,
        page=1,
        direction=Direction.WEAKNESS.value,
        status=Status.CONFIRMED,
        decided_at=NOW,
    )


def test_a_recommendation_of_2015_unanswered_in_2019_is_aged_in_days() -> None:
    # From 18 May 2015 to 16 July 2019 are 1,520 days: four years (one of them a leap year, 1,461)
    # to 18 May 2019, then 13 + 30 + 16.
    finding(review(date(2015, 5, 18)), "See every child.")
    finding(review(date(2019, 7, 1)), "Hold every review in time.")
    told = carried_section(TODAY)
    assert told.sentence == (
        "One recommendation of earlier reviews is still open; the oldest has stood for 1,520 days."
    )
    assert told.table is not None
    assert told.table.rows == (("See every child.", "18 May 2015", "1,520", "1", "None"),)


def test_evidence_settles_a_recommendation_once_a_second_person_agreed() -> None:
    old = finding(review(date(2015, 5, 18)), "See every child.")
    review(date(2019, 7, 1))
    offered = offer(old, "Forty records read again.", person("lead", "improvement_lead"), NOW)
    assert carried_section(TODAY).table is not None
    agree(offered, person("director", "director"), NOW)
    assert carried_section(TODAY).sentence == "No recommendation of an earlier review is open."


def test_the_commissioners_own_word_is_only_the_commissioners() -> None:
    of = review(date(2019, 1, 10), LetterKind.COMMISSIONER_REPORT)
    both = [finding(of, "Name one lead."), finding(of, "Meet each month.")]
    for each, agreed in zip(both, ("director", "commissioner"), strict=True):
        offered = offer(each, "Minutes read.", person("lead", "improvement_lead"), NOW)
        agree(offered, person(agreed, agreed), NOW)
    told = commissioner_sections("commissioner-six-months", TODAY)[0]
    assert told.sentence == "The commissioner has agreed that 1 of 2 are settled."
    assert told.table is not None
    assert [row[-1] for row in told.table.rows] == [
        "The commissioner has not said",
        "Settled, 9 November 2026",
    ]


def test_words_that_count_few_children_are_not_printed() -> None:
    assert guarded("Find homes for the three children.") == HELD_BACK
    assert guarded("Find homes for children.") == "Find homes for children."
    rows = (("2.1 Find homes for two babies", "1 May 2026"),)
    held = guarded_section(Section("Late", table=Table("Late", ("Action", "Due"), rows)))
    assert held.table is not None
    assert held.table.rows == ((HELD_BACK, "1 May 2026"),)


def test_a_priority_action_without_an_answer_stands_against_issuing() -> None:
    grave = finding(review(date(2019, 7, 1)), "Act swiftly.", FindingKind.PRIORITY_ACTION)
    finding(grave.review, "See every child.")
    (found,) = pack_hindrances("scrutiny", NOW)
    assert found == Hindrance("Priority action: Act swiftly.", f"/findings/{grave.pk}/", True)
    assert pack_hindrances("scrutiny", NOW - timedelta(days=1)) == ()


def test_a_hindered_pack_is_not_issued_and_the_page_names_why(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path
) -> None:
    stand_in(monkeypatch, settings, tmp_path)
    monkeypatch.setattr(drafting, "everything_looked_at", lambda data, *, findings: ())
    monkeypatch.setattr(drafting, "supplied", lambda asked: supplied.Supplied())
    records_say(monkeypatch, reviews((70, 100)))
    grave = finding(review(date(2019, 7, 1)), "Act swiftly.", FindingKind.PRIORITY_ACTION)
    with pytest.raises(HinderedError, match="Act swiftly"):
        issue(KIND_BY_ID["scrutiny"], person("analyst", "analyst"), NOW)
    assert not IssuedPack.objects.exists()
    assert not (tmp_path / "packs").exists()
    read = seen_by("analyst", "/packs/scrutiny/draft/")
    assert "This pack cannot be issued yet" in read
    assert grave.text in read
    assert "Issue this pack" not in read


def test_a_report_is_set_beside_the_commissioners_last_of_either_kind(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path
) -> None:
    stand_in(monkeypatch, settings, tmp_path)
    monkeypatch.setattr(drafting, "everything_looked_at", lambda data, *, findings: ())
    records_say(monkeypatch, reviews((70, 100)))
    analyst = person("analyst", "analyst")
    issue(KIND_BY_ID["commissioner-six-months"], analyst, NOW, as_at=date(2026, 4, 30))
    made = drafting.draft(KIND_BY_ID["commissioner-twelve-months"], NOW.date())
    told = next(each for each in made.pack.sections if each.title.startswith("What changed"))
    assert told.table is not None
    assert told.table.heads[1] == "At 30 April 2026"


def test_the_chairs_page_says_where_nothing_assures_and_is_one_sheet() -> None:
    grave = finding(review(date(2019, 7, 1)), "Act swiftly.", FindingKind.PRIORITY_ACTION)
    pack = chairs_page(TODAY)
    under = {each.title: each for each in pack.sections}
    assert (
        "Coherence: 1 of 1 weaknesses have no agreed action, among them one priority action."
        in (under["Alert"].points)
    )
    assert under["Assure"].points == ()
    assert grave.status == Status.CONFIRMED
    assert len(pdfium.PdfDocument(pdf(pack, NOW))) == 1


def test_all_in_assure_is_marked() -> None:
    told = chair.first_of([("Assure", "Pace: all well.")])
    assert told.sentence.startswith("Everything stands under “assure”")
    mixed = chair.first_of([("Assure", "Pace: all well."), ("Alert", "Risk: one.")])
    assert mixed.sentence == "1 to alert the board to, 0 to advise it of, 1 to assure it of."


def test_the_public_reads_what_inspectors_said_word_for_word_without_a_cookie(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path
) -> None:
    stand_in(monkeypatch, settings, tmp_path)
    records_say(monkeypatch, reviews((70, 100)))
    lead, director = person("lead", "improvement_lead"), person("director", "director")
    asked = finding(review(date(2026, 5, 4)), "The timeliness of visits to children.")
    finding(asked.review, "The quality of plans.")
    action = Action.objects.create(
        title="Visit every child in time", nature="practice", owner_name="A Head",
        due=date(2026, 12, 1), created_by=lead, created_at=NOW,
    )  # fmt: skip
    Answer.objects.create(
        finding=asked, action=action, strength="all", how="Seen.", by=lead, at=NOW,
        reviewer=director, reviewed_at=NOW,
    )  # fmt: skip
    visitor = Client()
    assert visitor.get("/for/public/").status_code == 302
    publish(PROFILE_BY_ID["public"], director, NOW)
    seen = visitor.get("/for/public/")
    read = words_of(seen)
    assert "“The timeliness of visits to children.”" in read
    for told in ("Visit every child in time", "1 December 2026", "Not begun"):
        assert f">{told}</t" in read
    assert "We have not said yet what we will do about it." in read
    assert (
        "Inspectors asked for two things. For 1 of them we have not said yet what we will do."
        in read
    )
    assert seen["Cache-Control"] == "public, max-age=300"
    assert not seen.cookies
    Action.objects.update(title="Another promise")
    assert "Another promise" not in words_of(visitor.get("/for/public/"))
    visitor.force_login(director)
    assert "no-store" in visitor.get("/for/public/")["Cache-Control"]
