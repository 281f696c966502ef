"""The 21 recommendations of a published report as a plan; skips where the report is not here."""

import os
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sightline.improvement import decisions
from sightline.improvement.models import FindingKind
from sightline.improvement.reading import add_review
from sightline.plan.models import Outcome, PlanAction
from sightline.plan.sheets.recommending import plan_recommendations
from tests.answers_data import NOW, person
from tests.plan_data import a_plan

SHARED = Path(os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[2].parent / "shared"))
REPORT = SHARED / "sources" / "sefton-scrutiny-commissioner-report-2022-11-07.txt"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not REPORT.is_file(), reason="the published report is not here"),
]


def test_each_part_of_the_21_recommendations_is_a_deliverable(
    settings: Settings, tmp_path: Path
) -> None:
    settings.DATA = tmp_path / "data"
    lead = person("improvement_lead", "Imogen")
    review = add_review(REPORT, lead)
    for each in review.findings.filter(kind=FindingKind.RECOMMENDATION):
        decisions.confirm(each, lead, NOW)
    plan_recommendations(a_plan(lead), review, lead, NOW)
    assert Outcome.objects.count() == 21
    places = PlanAction.objects.select_related("action").prefetch_related(
        "action__answers__finding"
    )
    answered = [(place.action.answers.get(), place) for place in places]
    many = Counter(link.finding.number for link, _ in answered)
    assert set(many) == {str(number) for number in range(1, 22)}
    assert {number: many[number] for number in ("8", "10", "14", "20")} == {
        "8": 4, "10": 2, "14": 2, "20": 2,
    }  # fmt: skip
    eighth = [(link.part, place.action.due) for link, place in answered
              if link.finding.number == "8"]  # fmt: skip
    assert sorted(eighth) == [(part, date(2022, 10, 31)) for part in (1, 2, 3, 4)]
