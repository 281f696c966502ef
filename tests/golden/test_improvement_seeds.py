"""What is done about findings, on the published reports themselves; skipped where they are not.

Paragraphs and numbers are named; no words of the reports are kept here but single phrases.
"""

import os
import re
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sightline.improvement import decisions
from sightline.improvement.models import Finding, FindingKind, Review
from sightline.improvement.quantities import quantities
from sightline.improvement.reading import add_review
from sightline.improvement.unanswered import orphan_findings
from sightline.people.models import User
from tests.answers_data import NOW, person, shown, signed_in

REPORT = "sefton-scrutiny-commissioner-report-2022-11-07.txt"
LETTER = "sefton-monitoring-visit-letter-2023-08-23.txt"

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
