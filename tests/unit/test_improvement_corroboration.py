"""Who says a thing and since when: witnesses by theme, group of children and year."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.improvement import assuring, decisions, trajectories
from sightline.improvement.corroboration import Row, Wanted, rows_of
from sightline.improvement.corroboration_picture import picture_of
from sightline.improvement.models import Finding, FindingKind, Trajectory
from sightline.improvement.reading import add_review
from sightline.improvement.review_forms import ReviewForm
from sightline.improvement.trajectories import Step
from sightline.letters.groups import groups_of
from sightline.people.models import User
from tests.answers_data import NOW, finding, person, review, shown, signed_in
from tests.improvement_letters import text_letter

IN_CARE = "Children in care wait too long for a permanent home."
LEAVERS = "Care leavers wait too long for a permanent home."
ARTICLE = """Children in care at Eastholme still wait too long, inspectors say

Posted on 20 May 2023 by Rowan Ashby in Children

Inspectors from Ofsted have said that children in care in Eastholme wait too long for permanence.

“Too many children in care experience drift and delay in permanence,” the report on Eastholme said.
"""


@pytest.fixture
def lead(db: None, settings: Settings, tmp_path: Path) -> User:
    settings.DATA = tmp_path / "data"
    settings.AUTHORITY_NAME = "Eastholme"
    return person("improvement_lead", "Imogen")


def rows(**wanted: object) -> list[Row]:
    return list(rows_of(Finding.objects.all(), Wanted(**{"least": 0, **wanted})))  # type: ignore[arg-type]


def one(**wanted: object) -> Row:
    (found,) = rows(**wanted)
    return found


@pytest.mark.parametrize(
    ("text", "section", "groups"),
    [
        ("Children in care and care leavers wait for a dentist.", "", ("in_care", "care_leavers")),
        ("Care leavers are well housed.", "", ("care_leavers",)),
        ("Children wait.", "The experiences of care leavers", ("care_leavers",)),
        ("Social workers’ caseloads are too high.", "", ("every",)),
        ("Homeless young people aged 16 and 17 are not always assessed.", "", ("homeless",)),
        ("Some unaccompanied young people wait for a school place.", "", ("unaccompanied",)),
    ],
)
def test_whom_a_passage_is_about(text: str, section: str, groups: tuple[str, ...]) -> None:
    assert groups_of(text, section) == groups


def test_two_reviews_on_one_group_are_two_witnesses_and_another_group_is_another_row(
    lead: User,
) -> None:
    finding(review(lead, date(2021, 4, 21)), IN_CARE)
    second = review(lead, date(2023, 10, 18), "peer_review")
    finding(second, IN_CARE)
    finding(second, IN_CARE + " Again.")
    finding(second, LEAVERS)
    care, leavers = rows()
    assert (care.group, len(care.independent), care.first_said, care.last_said) == (
        "in_care", 2, date(2021, 4, 21), date(2023, 10, 18),
    )  # fmt: skip
    assert care.months_apart == 30, "21 April 2021 to 18 October 2023 is 29 months and 27 days"
    assert [(each.year, each.independent) for each in care.years] == [(2021, 1), (2023, 1)]
    assert (leavers.group, len(leavers.independent), leavers.months_apart) == (
        "care_leavers", 1, None,
    )  # fmt: skip


def test_months_run_from_fieldwork_to_fieldwork(lead: User) -> None:
    """The worked example: fieldwork from 21 February 2022, and to 20 July 2023: 514 days."""
    first, second = review(lead, date(2022, 5, 9)), review(lead, date(2023, 8, 23))
    first.visited_from, first.visited_to = date(2022, 2, 21), date(2022, 3, 4)
    second.visited_from, second.visited_to = date(2023, 7, 19), date(2023, 7, 20)
    for each in (first, second):
        each.save()
        finding(each, IN_CARE)
    assert one().months_apart == 17


def test_the_authority_itself_and_what_rests_on_another_are_no_witnesses(lead: User) -> None:
    inspection = review(lead, date(2022, 5, 9))
    peers = review(lead, date(2022, 9, 1), "peer_review")
    for each in (inspection, peers, review(lead, date(2022, 11, 1), "internal_audit")):
        finding(each, IN_CARE)
    assert [len(one().independent), len(one().own)] == [2, 1]
    peers.rests_on = inspection
    peers.save()
    assert one().independent == (inspection,)
    assert [(each.independent, each.others) for each in one().years] == [(1, 2)]


def test_of_two_that_rest_on_one_that_did_not_say_it_both_count(lead: User) -> None:
    """It is the saying that is repeated: what the first review did not say, the second saw."""
    inspection = review(lead, date(2022, 5, 9))
    peers = review(lead, date(2022, 9, 1), "peer_review")
    peers.rests_on = inspection
    peers.save()
    finding(peers, IN_CARE)
    assert one().independent == (peers,)


def test_an_article_is_listed_as_repeating_and_adds_no_witness(lead: User, tmp_path: Path) -> None:
    finding(review(lead, date(2023, 5, 9)), IN_CARE)
    add_review(text_letter(tmp_path, ARTICLE, "news.txt"), lead)
    row = one(theme="permanence", group="in_care")
    assert len(row.independent) == 1
    assert [each.review.file_name for each in row.retold] == ["news.txt"]


def test_an_article_on_another_authority_repeats_nothing_here(lead: User, tmp_path: Path) -> None:
    finding(review(lead, date(2023, 5, 9)), IN_CARE)
    other = ARTICLE.replace("Eastholme", "Westmoor")
    add_review(text_letter(tmp_path, other, "news.txt"), lead)
    assert one(theme="permanence", group="in_care").retold == ()


def test_strengths_the_rejected_and_other_authorities_say_nothing(lead: User) -> None:
    of = review(lead, date(2022, 5, 9))
    finding(of, IN_CARE, direction="strength")
    decisions.reject(finding(of, IN_CARE, status="candidate"), lead, NOW, "Misread.")
    finding(review(lead, date(2022, 5, 9), authority="Westmoor"), IN_CARE)
    assert rows() == []


def test_weak_again_after_it_was_recorded_as_embedded(lead: User) -> None:
    said = finding(review(lead, date(2021, 4, 21)), IN_CARE)
    step = Step(Trajectory.EMBEDDED, date(2022, 1, 10), "Matched in time.", "Audit")
    trajectories.add(said, step, lead, NOW)
    assert (one().resolved_on, one().regressed_on) == (date(2022, 1, 10), None)
    finding(review(lead, date(2023, 10, 18)), IN_CARE)
    assert one().regressed_on == date(2023, 10, 18)
    assert len(rows(regressed=True)) == 1


def test_the_authority_saying_it_again_is_no_regression_found_by_a_witness(lead: User) -> None:
    said = finding(review(lead, date(2021, 4, 21)), IN_CARE)
    trajectories.add(
        said, Step(Trajectory.CONSISTENT, date(2022, 1, 10), "Seen.", "Audit"), lead, NOW
    )
    finding(review(lead, date(2023, 10, 18), "internal_audit"), IN_CARE)
    assert one().regressed_on is None
    trajectories.add(
        said, Step(Trajectory.REGRESSED, date(2024, 2, 1), "Late again.", "Audit"), lead, NOW
    )
    assert one().regressed_on == date(2024, 2, 1)


def test_evidence_counts_as_put_right_only_when_a_second_person_agreed(lead: User) -> None:
    said = finding(review(lead, date(2021, 4, 21)), IN_CARE)
    offered = assuring.offer(said, "Forty records were read.", lead, NOW)
    assert one().resolved_on is None
    assuring.agree(offered, person("qa_manager", "Dilys"), NOW)
    assert one().resolved_on == NOW.date()


def test_narrowed_by_theme_group_year_and_number(lead: User) -> None:
    finding(review(lead, date(2021, 4, 21)), IN_CARE, theme="permanence")
    finding(review(lead, date(2023, 10, 18)), IN_CARE, theme="permanence")
    finding(review(lead, date(2023, 10, 18)), LEAVERS, theme="housing")
    assert [row.theme for row in rows(least=2)] == ["permanence"]
    assert [row.theme for row in rows(group="care_leavers")] == ["housing"]
    assert {row.theme: len(row.independent) for row in rows(since=2022)} == {
        "permanence": 1, "housing": 1,
    }  # fmt: skip


def test_the_picture_has_a_disc_a_year_and_a_ring_where_only_the_authority_says_it(
    lead: User,
) -> None:
    finding(review(lead, date(2021, 4, 21)), IN_CARE)
    finding(review(lead, date(2023, 4, 21), "internal_audit"), IN_CARE)
    picture = picture_of(rows())
    assert picture is not None
    assert [year for year, _ in picture.years] == [2021, 2022, 2023]
    assert [each.independent for each in picture.lines[0].discs] == [1, 0]
    assert picture_of(()) is None


def test_the_pages_show_the_row_and_its_words(lead: User) -> None:
    first = review(lead, date(2021, 4, 21))
    finding(first, IN_CARE)
    finding(review(lead, date(2023, 10, 18), "peer_review"), IN_CARE)
    page = signed_in(lead)
    body = shown(page, "/findings/who-says-it/")
    assert "Permanence (children in care) is said most widely: by two independent reviews" in body
    assert "30 months between" in body
    body = shown(page, "/findings/who-says-it/permanence/in_care/")
    assert "Two independent reviews say it, 30 months apart." in body
    assert body.count(IN_CARE) == 2
    listed = page.get("/findings/who-says-it/list.csv").content.decode()
    assert "Permanence,Children in care,2021,1,0,2," in listed
    assert page.get("/findings/who-says-it/permanence/nobody/").status_code == 404
    assert page.get("/findings/who-says-it/list.pdf").status_code == 404


def test_nonsense_in_the_address_narrows_nothing(lead: User) -> None:
    finding(review(lead, date(2021, 4, 21)), IN_CARE)
    finding(review(lead, date(2023, 10, 18)), IN_CARE)
    body = shown(signed_in(lead), "/findings/who-says-it/?least=x&since=12&theme=%00&group=9")
    assert "30 months between" in body


def test_a_councillor_counts_only_what_is_confirmed(lead: User) -> None:
    for day in (date(2021, 4, 21), date(2023, 10, 18)):
        finding(review(lead, day), IN_CARE, status="candidate")
    body = shown(signed_in(person("councillor")), "/findings/who-says-it/")
    assert "No weakness is said by two independent reviews" in body


def test_a_person_says_that_a_review_repeats_another(lead: User) -> None:
    inspection = review(lead, date(2022, 5, 9))
    peers = review(lead, date(2022, 9, 1), "peer_review")
    for each in (inspection, peers):
        finding(each, IN_CARE, kind=FindingKind.RECOMMENDATION)
    said = {
        "kind": "peer_review", "authority": "Eastholme", "published": "1 9 2022",
        "rests_on": inspection.pk,
    }  # fmt: skip
    page: Client = signed_in(lead)
    assert page.post(f"/findings/reports/{peers.pk}/facts/", said).status_code == 302
    assert one().independent == (inspection,)
    refused = ReviewForm({**said, "rests_on": peers.pk}, instance=peers)
    assert "rests_on" in refused.errors, "no review repeats itself"
