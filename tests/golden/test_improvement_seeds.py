"""What is done about findings, on the published reports themselves; skipped where they are not.

Paragraphs and numbers are named; no words of the reports are kept here but single phrases.
"""

import os
import re
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sightline.improvement import decisions
from sightline.improvement.corroboration import Wanted, rows_of
from sightline.improvement.models import Finding, FindingKind, Review
from sightline.improvement.quantities import quantities
from sightline.improvement.reading import add_review
from sightline.improvement.unanswered import orphan_findings
from sightline.people.models import User
from tests.answers_data import NOW, person, shown, signed_in

REPORT = "sefton-scrutiny-commissioner-report-2022-11-07.txt"
LETTER = "sefton-monitoring-visit-letter-2023-08-23.txt"
NEWS = (
    "sefton-monitoring-visit-news-2023-08-23.txt",
    "sefton-commissioner-news-2022-11-10.txt",
    "medway-commissioner-news-2020-01-13.txt",
)

SHARED = Path(os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[2].parent / "shared"))
SOURCES = SHARED / "sources"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not SOURCES.is_dir(), reason="the published reports are not here"),
]


@pytest.fixture
def lead(settings: Settings, tmp_path: Path) -> User:
    settings.DATA = tmp_path / "data"
    return person("improvement_lead", "Imogen")


def added(name: str, lead: User) -> Review:
    return add_review(SOURCES / name, lead)


def test_the_parts_of_recommendation_8_are_four_actions_with_one_date(lead: User) -> None:
    asked = added(REPORT, lead).findings.exclude(kind=FindingKind.FINDING).get(number="8")
    decisions.confirm(asked, lead, NOW)
    body = shown(signed_in(lead), f"/findings/{asked.pk}/answer/parts/")
    assert re.findall(r"Part (\d) of 4", body) == ["1", "2", "3", "4"]
    assert body.count('value="31 10 2022"') == 4


def test_each_recommendation_of_the_commissioner_is_an_orphan_once_confirmed(lead: User) -> None:
    asked = added(REPORT, lead).findings.exclude(kind=FindingKind.FINDING)
    for each in asked:
        decisions.confirm(each, lead, NOW)
    numbers = sorted(int(each.number) for each in orphan_findings())
    assert numbers == list(range(1, 22))


def test_the_words_of_quantity_of_the_monitoring_letter(lead: User) -> None:
    added(LETTER, lead)
    said = {
        phrase.said.lower() for each in Finding.objects.all() for phrase in quantities(each.text)
    }
    assert {"too many", "a small number of instances", "a significant number of children"} <= said


def test_delay_in_permanence_has_two_witnesses_17_months_apart_and_the_news_is_none(
    lead: User, settings: Settings
) -> None:
    """Inspection of 21 February 2022 on, visit to 20 July 2023: the articles on both add none."""
    settings.AUTHORITY_NAME = "Sefton"
    add_review(SOURCES / "ofsted" / "sefton-inspection-2022-05-09.pdf", lead)
    for name in (LETTER, *NEWS):
        added(name, lead)
    wanted = Wanted(theme="permanence", group="in_care")
    (row,) = rows_of(Finding.objects.all(), wanted)
    assert [each.kind for each in row.independent] == ["inspection", "monitoring_visit"]
    assert row.months_apart == 17
    assert [(each.year, each.independent) for each in row.years] == [(2022, 1), (2023, 1)]
    derived = {each.review.file_name for each in row.retold}
    assert NEWS[0] in derived, "the article on the visit tells of the delay again"
    assert NEWS[2] not in derived, "the article on another council says nothing of this one"


@pytest.mark.parametrize(
    ("name", "authority"),
    [
        (REPORT, "Sefton"),
        (LETTER, "Sefton"),
        (NEWS[0], "Sefton"),
        (NEWS[1], ""),
        (NEWS[2], "Medway"),
    ],
)
def test_whose_each_text_is_or_nobodys_where_no_headline_says(
    name: str, authority: str, lead: User
) -> None:
    """The article of 2022 names its council nowhere but within its sentences."""
    assert added(name, lead).authority == authority
