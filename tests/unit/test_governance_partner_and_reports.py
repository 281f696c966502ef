"""Pages: a partner's own word, terms by version, what is refused, reports as files, the demo."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from sightline.governance import demo_reports, keeping, pack_section, steps
from sightline.governance.demo import add_demo_boards
from sightline.governance.kinds import KINDS
from sightline.governance.listings.challenge import goes_up_to
from sightline.governance.listings.papers_read import over_time
from sightline.governance.listings.partners import every_partner
from sightline.governance.listings.training import questions_asked
from sightline.governance.models import (
    Attendance,
    Body,
    BodyKind,
    CommitteeReport,
    Countersign,
    HistoryStandsError,
    ItemKind,
    Matter,
    MatterKind,
    Meeting,
    Member,
    Paper,
    PartnerPromise,
    PromiseKind,
    ReportItem,
    ScrutineerReport,
    Source,
    Target,
    Training,
)
from sightline.governance.standing import standing_of, standings
from sightline.people.models import User
from tests.page_words import words_of

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 1, 9, tzinfo=UTC)
DAY = date(2026, 10, 13)
POLICE = "Marlshire Police"


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def director() -> User:
    return User.objects.create_user("d.rex", role="director", first_name="Dee", last_name="Rex")


@pytest.fixture
def client(director: User) -> Client:
    made = Client()
    made.force_login(director)
    return made


@pytest.fixture
def body(director: User) -> Body:
    cabinet = Body(name="Cabinet", kind=BodyKind.COUNCIL, remit="Decides.", every_weeks=8)
    keeping.make(cabinet, director, NOW)
    made = Body(
        name="Board", kind=BodyKind.IMPROVEMENT, remit="First terms.", every_weeks=6,
        reports_to=cabinet,
    )  # fmt: skip
    keeping.make(made, director, NOW)
    return made


@pytest.fixture
def police(body: Body, director: User) -> str:
    """Came to one of two meetings; kept one of two commitments that are due, and that late."""
    today = timezone.localdate()
    member = Member(
        body=body, name="Gethin Strand", role="Superintendent", organisation=POLICE,
        since=today - timedelta(days=300),
    )  # fmt: skip
    keeping.make(member, director, NOW)
    for days, came in ((80, "came"), (40, "absent")):
        meeting = Meeting(body=body, day=today - timedelta(days=days))
        keeping.make(meeting, director, NOW)
        keeping.make(Attendance(meeting=meeting, member=member, came=came), director, NOW)
    for due, kept in ((30, 20), (10, None), (-10, None)):
        promise = PartnerPromise(
            organisation=POLICE, kind=PromiseKind.COMMITMENT, words="An officer at night.",
            agreed_on=today - timedelta(days=200), due=today - timedelta(days=due),
            kept_on=today - timedelta(days=kept) if kept else None,
        )  # fmt: skip
        keeping.make(promise, director, NOW)
    return POLICE


def test_a_partners_figures_are_marked_until_it_countersigns_them(
    client: Client, police: str, director: User
) -> None:
    page = f"/boards/partner/?name={police}"
    assert "Not countersigned" in words_of(client.get(page))
    (one,) = every_partner(timezone.localdate())
    assert one.figures["Meetings attended in the past year"] == "1 of 2"
    assert one.figures["Commitments kept"] == "1 of 2", "the third is not due yet"
    assert one.figures["Commitments kept by their day"] == "0 of 2"
    sign = f"/boards/partner/countersign/?name={police}"
    sent = {"agreed": "yes", "said_by": "Gethin Strand, superintendent"}
    assert client.post(sign, sent).status_code == 302
    assert every_partner(timezone.localdate())[0].state == "Countersigned"

    promise = PartnerPromise.objects.get(kept_on=None, due__lt=timezone.localdate())
    promise.kept_on = timezone.localdate()
    keeping.change(promise, 1, director, NOW)
    shown = words_of(client.get(page))
    assert "Changed since they were countersigned" in shown
    assert "commitments kept was 1 of 2 and is 2 of 2" in shown


def test_a_partner_says_what_is_wrong_and_its_word_stays(client: Client, police: str) -> None:
    sign = f"/boards/partner/countersign/?name={police}"
    bare = client.post(sign, {"agreed": "no", "said_by": "Gethin Strand"})
    assert "Enter what is wrong" in words_of(bare)
    assert not Countersign.objects.exists()
    sent = {"agreed": "no", "said_by": "Gethin Strand", "words": "We were there in May."}
    client.post(sign, sent)
    listed = client.get("/boards/partners.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(listed)))
    assert [row["Figures"] for row in rows] == ["The partner says that they are wrong"]
    assert "it says that its figures are wrong: We were there in May" in words_of(
        client.get("/boards/partners/")
    )
    with pytest.raises(HistoryStandsError):
        Countersign.objects.get().delete()


def test_an_organisation_that_nobody_knows_has_no_page(client: Client, police: str) -> None:
    assert client.get("/boards/partner/?name=Nobody").status_code == 404
    assert client.get("/boards/partner/").status_code == 404


def test_the_terms_of_reference_are_kept_version_by_version(
    client: Client, body: Body, director: User
) -> None:
    body.remit, body.agreed_on = "Second terms.", date(2026, 11, 2)
    keeping.change(body, 1, director, NOW)
    body.chair = "Percival Oddie"
    keeping.change(body, 2, director, NOW)
    shown = words_of(client.get(f"/boards/{body.pk}/"))
    assert "2 versions of these terms" in shown
    newest, oldest = shown.index("Version 2, which holds"), shown.index("Version 1")
    assert newest < shown.index("agreed: 2 November 2026", newest) < oldest
    assert oldest < shown.index("First terms.", oldest)


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("visit", "seen"), ("promise", "note"), ("planned", "scope"), ("support", "deliverables"),
        ("board", "remit"), ("scrutineer-report", "summary"), ("committee-report", "part-summary"),
    ],
)  # fmt: skip
def test_no_text_may_count_one_to_five_children(client: Client, address: str, field: str) -> None:
    shown = client.post(f"/boards/new/{address}/", {field: "We met three children there."})
    assert "“three children” tells of fewer than six children" in words_of(shown)


def test_what_an_answer_says_counts_no_few_children_either(
    client: Client, body: Body, director: User
) -> None:
    row = Matter(
        body=body, kind=MatterKind.QUESTION, words="How many?", raised_by="May Ash",
        raised_on=DAY, owner="Hal Own", organisation="The council", due=DAY,
    )  # fmt: skip
    keeping.make(row, director, NOW)
    shown = client.post(f"/boards/matters/{row.pk}/answer/", {"said": "Two boys were missed."})
    assert "“Two boys” tells of fewer than six" in words_of(shown)
    assert not row.steps.exists()


def test_a_question_unanswered_for_a_round_past_its_day_goes_up(body: Body, director: User) -> None:
    row = Matter(
        body=body, kind=MatterKind.QUESTION, words="How many?", raised_by="May Ash",
        raised_on=DAY, owner="Hal Own", organisation="The council", due=date(2026, 10, 20),
    )  # fmt: skip
    keeping.make(row, director, NOW)
    # six weeks after 20 October is 1 December
    assert goes_up_to(standing_of(row), date(2026, 11, 30)) == ""
    assert goes_up_to(standing_of(row), date(2026, 12, 1)) == "Cabinet"
    steps.answer(row, "Seven.", director, NOW, with_evidence=True)
    assert goes_up_to(standing_of(row), date(2026, 12, 1)) == ""


def test_the_share_of_officers_papers_by_quarter(body: Body) -> None:
    def paper(day: date, source: Source) -> Paper:
        return Paper(meeting=Meeting(body=body, day=day), source=source)

    rows = over_time(
        [
            paper(date(2026, 7, 1), Source.OFFICER),
            paper(date(2026, 6, 30), Source.OFFICER),
            paper(date(2026, 9, 30), Source.CHILDREN),
            paper(date(2026, 8, 5), Source.FRONTLINE),
            paper(date(2026, 8, 5), Source.DATA),
        ]
    )
    assert rows == [
        ["Board", "2026, quarter 2", 1, 1, "100%"],
        ["Board", "2026, quarter 3", 4, 1, "25%"],
    ]


def test_a_target_without_measure_says_who_judges_it(client: Client, body: Body) -> None:
    address = f"/boards/new/target/?of={body.pk}"
    sent = {"words": "Children feel heard.", "by_when": "1 3 2027", "version": 1}
    assert "Choose a measure, or say below who judges it" in words_of(client.post(address, sent))
    assert client.post(address, {**sent, "judged_by": "The chair"}).status_code == 302
    assert Target.objects.get().judged_by == "The chair"


def word_text(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml").decode()


def test_a_committee_report_points_out_its_faults_and_is_handed_out_as_word(
    client: Client, body: Body, director: User
) -> None:
    report = CommitteeReport(
        body=body, title="The plan", author="Dee Rex", sections=demo_reports.REPORT
    )
    keeping.make(report, director, NOW)
    shown = words_of(client.get(f"/boards/committee-reports/{report.pk}/"))
    assert "Two sections still to be written; three answers to be looked at." in shown
    assert "Agree additional and recurrent investment" in shown
    given = client.get(f"/boards/committee-reports/{report.pk}/report.docx")
    text = word_text(given.content)
    assert "Alternatives considered and rejected" in text
    assert "This section is not written yet." in text
    assert client.get(f"/boards/committee-reports/{report.pk}/report.exe").status_code == 404


def test_a_change_of_a_report_is_told_section_by_section(
    client: Client, body: Body, director: User
) -> None:
    report = CommitteeReport(
        body=body, title="The plan", author="Dee Rex", sections={"climate": "Yes"}
    )
    keeping.make(report, director, NOW)
    sent = {
        "body": body.pk, "title": "The plan", "author": "Dee Rex", "version": 1,
        "part-climate": "None, because nothing is built.",
    }  # fmt: skip
    assert client.post(f"/boards/change/committee-report/{report.pk}/", sent).status_code == 302
    newest = keeping.history(report).last()
    assert newest is not None
    assert newest.changes == [
        {
            "what": "Climate emergency implications",
            "before": "Yes",
            "after": "None, because nothing is built.",
        }
    ]


def test_a_claim_of_impact_without_evidence_is_marked_on_the_page_and_in_the_file(
    client: Client, body: Body, director: User
) -> None:
    report = ScrutineerReport(
        body=body, title="Work and impact", author="Ottilie Crane", begins=date(2025, 10, 1),
        ends=date(2026, 9, 30), due=date(2026, 10, 31),
    )  # fmt: skip
    keeping.make(report, director, NOW)
    told = (("Children feel safer.", ""), ("Police come more often.", "strategy_with_police"))
    for words, measure in told:
        item = ReportItem(report=report, kind=ItemKind.IMPACT, words=words, measure=measure)
        keeping.make(item, director, NOW)
    shown = words_of(client.get(f"/boards/scrutineer-reports/{report.pk}/"))
    assert "1 of 2 claims of impact rests on nothing that is shown." in shown
    given = client.get(f"/boards/scrutineer-reports/{report.pk}/report.docx")
    assert "the claim is not bound to a measure or a report" in word_text(given.content)
    pdf = client.get(f"/boards/scrutineer-reports/{report.pk}/report.pdf")
    assert pdf.content.startswith(b"%PDF")


def test_a_pack_for_readers_outside_holds_no_figure_that_is_not_countersigned(
    client: Client, police: str
) -> None:
    today = timezone.localdate()
    inside, outside = (
        pack_section.sections(today, outside=each)[0].table for each in (False, True)
    )
    assert inside is not None
    assert outside is not None
    assert inside.rows[0][:4] == (POLICE, "Not countersigned", "1 of 2", "1 of 2")
    assert set(outside.rows[0][1:]) == {"Not countersigned"}
    sign = f"/boards/partner/countersign/?name={police}"
    client.post(sign, {"agreed": "yes", "said_by": "Gethin Strand"})
    agreed = pack_section.sections(today, outside=True)[0].table
    assert agreed is not None
    assert agreed.rows[0][:3] == (POLICE, "Countersigned", "1 of 2")


def test_what_a_member_asked_before_and_since_their_training(body: Body, director: User) -> None:
    member = Member(
        body=body, name="May Ash", role="Councillor", organisation="The council",
        since=date(2026, 1, 1),
    )  # fmt: skip
    keeping.make(member, director, NOW)
    training = Training(member=member, topic="Asking", on=date(2026, 6, 1))
    keeping.make(training, director, NOW)
    for day in (date(2026, 5, 31), date(2026, 6, 1), date(2026, 7, 1)):
        row = Matter(
            body=body, kind=MatterKind.QUESTION, words="How many?", raised_by="May Ash",
            raised_on=day, owner="Hal Own", organisation="The council", due=day,
        )  # fmt: skip
        keeping.make(row, director, NOW)
    steps.answer(row, "Seven.", director, NOW, with_evidence=True)
    judge = User.objects.create_user("c.ash", role="councillor")
    steps.accept(row, "We know now.", judge, NOW, changed_something=True)
    rows = questions_asked([member], standings())
    assert rows == [["May Ash", "Board", date(2026, 6, 1), 1, 0, 2, 1]]


def test_a_meeting_to_come_offers_questions_on_what_its_board_oversees(
    client: Client, body: Body, director: User
) -> None:
    body.themes = ["education"]
    keeping.change(body, 1, director, NOW)
    ahead = Meeting(body=body, day=timezone.localdate() + timedelta(days=20))
    keeping.make(ahead, director, NOW)
    shown = words_of(client.get(ahead.get_absolute_url()))
    assert "Would this be good enough for my child?" in shown
    assert "Who is not in school today?" in shown
    assert "Who has no dentist" not in shown


@pytest.fixture
def demo(director: User) -> User:
    keeper, owner, judge = (
        User.objects.create_user(role, role=role)
        for role in ("improvement_lead", "analyst", "councillor")
    )
    add_demo_boards(keeper, owner, judge, timezone.localdate())
    return keeper


def test_the_demo_shows_a_partner_not_countersigned_a_late_paper_and_a_letter_not_tabled(
    demo: User, client: Client
) -> None:
    assert "Marlshire Police: not countersigned" in words_of(client.get("/boards/partners/"))
    missing = "Critical friend on supervision"
    marks = words_of(client.get("/boards/reviews/"))
    assert "nobody says why" in marks[marks.index(missing) :]
    met = Meeting.objects.filter(body__kind=BodyKind.IMPROVEMENT, day__lt=timezone.localdate())
    newest = met.order_by("-day")[0]
    shown = words_of(client.get(newest.get_absolute_url()))
    assert "Late" in shown
    assert "More to read than the board agreed" in shown
    scrutiny = words_of(client.get("/boards/in-depth-reviews/"))
    assert "the executive has not responded within two months" in scrutiny


def test_no_text_of_the_demo_counts_few_children(demo: User, client: Client) -> None:
    """Whatever a form would refuse, the demo does not show either."""
    for kind in KINDS.values():
        for row in kind.model._default_manager.all():
            form = kind.form(instance=row)
            for name, field in form.fields.items():
                value = form.initial.get(name, field.initial)
                if value and isinstance(value, str) and not hasattr(field, "choices"):
                    field.run_validators(value)


@pytest.mark.parametrize("slug", ["partners", "reviews", "targets", "meetings", "papers", "noted"])
def test_a_list_asks_the_database_no_more_often_the_longer_it_is(
    demo: User, client: Client, slug: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(20):
        client.get(f"/boards/{slug}/")
