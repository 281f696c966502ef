"""What earlier reviews recommended is carried forward, and its age never restarts."""

from datetime import date

import pytest
from pytest_django.fixtures import Settings

from sightline.improvement import assuring
from sightline.improvement.assuring import AssuranceError, repeats
from sightline.improvement.carry_forward import carried_forward, repeat_findings
from sightline.improvement.models import Finding, FindingKind, Review
from sightline.improvement.said_before import Said, chains
from sightline.improvement.sources import Voiced, witnesses
from sightline.letters import LetterKind
from sightline.people.models import User
from tests.answers_data import NOW, TODAY, action, finding, person, review, said_before

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> User:
    return person("improvement_lead", "Imogen")


@pytest.fixture
def said(lead: User) -> list[Finding]:
    """Recommended in 2015, worded anew in 2019, and found weak once more in 2022."""
    days = (date(2015, 7, 1), date(2019, 7, 1), date(2022, 7, 1))
    reviews = [review(lead, day) for day in days]
    rows = [
        finding(reviews[0], "Match children sooner.", kind=FindingKind.RECOMMENDATION),
        finding(reviews[1], "Matching should be quicker.", kind=FindingKind.RECOMMENDATION),
        finding(reviews[2], "Children wait to be matched."),
    ]
    said_before(rows[1], rows[0])
    said_before(rows[2], rows[1])
    return rows


def of(found: Review) -> list[tuple[str, int | None, int | None, int]]:
    rows = carried_forward(found, found.findings.all(), TODAY)
    return [(row.finding.text, row.days_then, row.days_now, row.times_said) for row in rows]


def test_a_recommendation_of_2015_is_aged_in_days_however_often_reworded(
    said: list[Finding],
) -> None:
    # 1 July 2015 to 1 July 2019: 4 × 365 + 1 (29 February 2016) = 1,461 days; to 1 July 2022:
    # 1,461 + 3 × 365 + 1 (2020) = 2,557; to 30 November 2026: 2,557 + 4 × 365 + 1 (2024) + 152.
    assert of(said[1].review) == [("Match children sooner.", 1461, 4170, 2)]
    assert of(said[2].review) == [
        ("Match children sooner.", 2557, 4170, 3),
        ("Matching should be quicker.", 2557, 4170, 3),
    ]


def test_another_theme_is_not_carried_forward(said: list[Finding], lead: User) -> None:
    newest = review(lead, date(2024, 7, 1))
    finding(newest, "Visits are late.", "visits")
    assert of(newest) == []


def test_what_was_found_strong_carries_nothing_forward(said: list[Finding], lead: User) -> None:
    newest = review(lead, date(2024, 7, 1))
    finding(newest, "Children are matched soon.", direction="strength")
    assert of(newest) == []


def test_other_authorities_reviews_are_left_out(
    said: list[Finding], lead: User, settings: Settings
) -> None:
    settings.AUTHORITY_NAME = "Eastholme"
    elsewhere = review(lead, date(2014, 7, 1), authority="Westmarsh")
    finding(elsewhere, "Match them at once.", kind=FindingKind.RECOMMENDATION)
    assert [row[0] for row in of(said[1].review)] == ["Match children sooner."]


def test_actions_taken_are_beside_it(said: list[Finding], lead: User) -> None:
    made = action(said[0], lead)
    rows = carried_forward(said[1].review, said[1].review.findings.all(), TODAY)
    assert rows[0].actions == (made,)


def test_only_evidence_that_two_people_agree_to_clears_a_repeat(
    said: list[Finding], lead: User
) -> None:
    newest = said[2]
    assert repeat_findings(newest.review.findings.all()) == (newest,)
    offered = assuring.offer(newest, "Forty plans read again.", lead, NOW)
    assert repeats(Finding.objects.filter(pk=newest.pk)).exists(), "one person alone clears nothing"
    with pytest.raises(AssuranceError, match="another person"):
        assuring.agree(offered, lead, NOW)
    assuring.agree(offered, person("director", "Dilys"), NOW)
    assert repeat_findings(newest.review.findings.all()) == ()


def test_what_is_assured_is_carried_forward_no_longer(said: list[Finding], lead: User) -> None:
    offered = assuring.offer(said[0], "Forty plans read again.", lead, NOW)
    assuring.agree(offered, person("director", "Dilys"), NOW)
    assert of(said[1].review) == []


def test_a_review_without_a_date_carries_nothing_forward(lead: User, said: list[Finding]) -> None:
    undated = review(lead, None)
    finding(undated, "Children wait.")
    assert of(undated) == []


def test_chains_that_loop_come_to_an_end() -> None:
    rows = {
        1: Said(date(2020, 1, 1), Voiced(10, LetterKind.INSPECTION, True), {2}),
        2: Said(None, Voiced(20, LetterKind.NEWS, True), {1, 99}),
    }
    found = chains(rows)
    assert found[1] == found[2]
    assert found[2].first_said == date(2020, 1, 1)
    assert found[2].independent == {10}


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        # two who looked for themselves, and news that repeats them
        (["inspection", "monitoring_visit", "news"], {0, 1}),
        # what officers say in their own report's paragraphs is no witness
        (["inspection", "cover_report"], {0}),
        # the recommendations it carries are the reviewer's
        (["inspection", "cover_report asks"], {0, 1}),
        # but not once more beside the report that they repeat
        (["commissioner_report", "cover_report asks", "statement"], {0}),
        (["internal_audit", "other"], set()),
    ],
)
def test_who_counts_as_a_witness(said: list[str], heard: set[int]) -> None:
    rows = [
        Voiced(place, LetterKind(each.split()[0]), each.endswith(" asks"))
        for place, each in enumerate(said)
    ]
    assert witnesses(rows) == heard
