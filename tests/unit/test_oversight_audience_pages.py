"""The pages of those who run the service."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sightline.jobs import figures
from sightline.measures import MeasureFigures, catalogue
from sightline.people.models import User
from sightline.people.models.access_event import AccessEvent
from tests.oversight_data import ALL, NORTH, SOUTH, months, seen_by, share, stand_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    """Beside the made-by-hand figures, visits of the whole authority: 120 of 150 were in time."""
    stand_in(monkeypatch, settings, tmp_path)
    visits = MeasureFigures(
        catalogue()["visits_in_timescale"], tuple(share(day, 120, 150) for day in months(27))
    )
    monkeypatch.setattr(figures, "latest", lambda data: (*ALL, visits))


def test_the_director_reads_the_one_thing_then_figures_under_questions() -> None:
    page = seen_by("director", "/for/director/")
    first, _, rest = page.partition("Are children safe today?")
    assert "Two children’s visits are overdue." in first
    assert "120 of 150 children in care" in rest
    assert "Caseload" not in rest
    assert "Children and families for each social worker: nothing that was loaded" in rest


def test_what_is_not_measured_is_on_every_page() -> None:
    """Annex A's list 8 alone tells of 4 of the 14 elements."""
    for name in ("director", "head-of-service", "team-manager", "iro-service"):
        assert "10 of 14 elements of care planning are not measured" in seen_by(
            "director", f"/for/{name}/"
        )


def test_a_head_of_service_reads_which_team_stands_apart() -> None:
    """South: 20 of 50, between 28% and 54% by Wilson's interval; the whole is 80%. North: 45 of 50,
    between 79% and 96%, which holds the 80%."""
    page = seen_by("head_of_service", "/for/head-of-service/")
    assert f"Apart from the rest: {SOUTH} 40% (worse)." in page
    assert f"{NORTH} 90%" not in page


def test_a_team_manager_sees_the_own_team_beside_the_whole() -> None:
    page = seen_by("team_manager", "/for/team-manager/")
    assert "between 79% and 96%" in page  # North, 45 of 50
    assert "between 73% and 86%" in page  # the whole, 120 of 150
    assert "No clear difference." in page
    assert AccessEvent.objects.filter(act="listed_children").count() == 1


def test_another_team_s_figures_but_not_its_children() -> None:
    page = seen_by("team_manager", "/for/team-manager/?team=South+team")
    assert "Lower than the whole authority, beyond chance: worse." in page
    assert "/children/S1/" not in page
    assert AccessEvent.objects.filter(act="listed_children").count() == 0


def test_who_sees_no_children_gets_counts_alone() -> None:
    for name in ("director", "team-manager", "iro-service"):
        assert "/children/" not in seen_by("improvement_lead", f"/for/{name}/")


def test_the_iro_service_reads_of_reviews_and_plans_and_not_of_visits() -> None:
    page = seen_by("iro", "/for/iro-service/")
    assert "Visit was due" not in page
    assert "Who has waited longest" in page


def test_today_leads_to_the_person_s_own_page() -> None:
    assert "/for/team-manager/" in seen_by("team_manager", "/")
    assert "/for/corporate-parenting-board/" in seen_by("councillor", "/")


def test_a_social_worker_begins_with_the_children_they_work_with_and_no_other() -> None:
    User.objects.create_user("social_worker", role="social_worker", team=NORTH, worker="Ada Reed")
    page = seen_by("social_worker", "/for/practitioner/")
    assert page.index("/children/N1/") < page.index("Has every child been seen?")
    assert "/children/S1/" not in page
    assert AccessEvent.objects.filter(act="listed_children").count() == 1


def test_a_social_worker_whom_the_data_does_not_name_is_shown_no_child() -> None:
    page = seen_by("social_worker", "/for/practitioner/")
    assert "Has every child been seen?" in page
    assert "Who has waited longest" not in page
    assert "/children/N1/" not in page
