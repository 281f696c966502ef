"""How the record changed: the page, its lists and files, as each person may see them."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.jobs.authority import store
from sightline.jobs.loads import refresh
from sightline.people.models import AccessEvent, User
from tests.asciitable import NOON
from tests.few_measures import few_measures
from tests.oversight_data import NORTH, SOUTH, seen_by
from tests.page_words import words_of
from tests.rewritten_record import monthly

pytestmark = pytest.mark.django_db

COLUMNS = "month | child_id | care_started | last_visit | team | worker"


def listed() -> str:
    """In April: N1's visit of 9 March is one of the 3rd, S1's of 20 March comes, S2 is gone."""
    lines = [
        f"2026-02-28 | N1 | 2025-01-05 | 2026-02-01 | {NORTH} | Ada Reed",
        f"2026-02-28 | S1 | 2025-01-05 | 2026-02-10 | {SOUTH} | Bo Finch",
        f"2026-02-28 | S2 | 2025-01-05 | 2026-02-10 | {SOUTH} | Bo Finch",
        f"2026-03-31 | N1 | 2025-01-05 | 2026-03-09 | {NORTH} | Ada Reed",
        f"2026-04-30 | N1 | 2025-01-05 | 2026-03-03 | {NORTH} | Ada Reed",
        f"2026-03-31 | S1 | 2025-01-05 | 2026-02-10 | {SOUTH} | Bo Finch",
        f"2026-04-30 | S1 | 2025-01-05 | 2026-03-20 | {SOUTH} | Bo Finch",
        f"2026-03-31 | S2 | 2025-01-05 | 2026-02-10 | {SOUTH} | Bo Finch",
    ]
    return "\n".join([COLUMNS, *lines])


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("changed")
    extracts = monthly(listed())
    held = store(data)
    held.commit([file for file, _ in extracts], {file.path: day for file, day in extracts}, NOON)
    with few_measures():
        refresh(held)
    return data


@pytest.fixture
def data(loaded: Path, settings: Settings) -> Path:
    settings.DATA = loaded
    return loaded


@pytest.mark.usefixtures("data")
class TestThePage:
    def test_tells_what_was_recorded_late_by_team_and_by_kind(self) -> None:
        page = seen_by("analyst", "/data/changes/")
        assert "50.0% of what extracts show for the first time" in page
        assert page.index("By team") < page.index(SOUTH) < page.index("By kind of event")
        assert "11 to 41" in page
        assert "Social worker’s visit" in page
        assert "questions to ask, not findings" in page
        assert "See the children whose record changed" in page

    def test_shows_a_councillor_no_small_number(self) -> None:
        page = seen_by("councillor", "/data/changes/")
        assert "Small numbers are withheld" in page
        assert "50.0%" not in page
        assert "11 to 41" not in page
        assert "See the children" not in page
        assert "Just inside the limit" not in page

    def test_says_what_was_said_then_to_those_who_see_exact_figures_alone(self) -> None:
        """How many figures differ would tell of figures that are withheld."""
        for role in ("analyst", "team_manager", "improvement_lead"):
            assert "Differ now" in seen_by(role, "/data/changes/")
        for role in ("councillor", "board_chair", "commissioner"):
            page = seen_by(role, "/data/changes/")
            assert "Differ now" not in page
            assert "What we said then" not in page

    def test_leads_from_a_team_to_its_children_who_may_be_seen(self) -> None:
        page = seen_by("analyst", "/data/changes/")
        assert 'href="/data/changes/children/?team=South%20team"' in page
        assert "?team=" not in seen_by("improvement_lead", "/data/changes/")

    def test_puts_its_tables_into_a_file(self) -> None:
        south = f"team,{SOUTH},1,1,1.0,11 to 41,0,1,0"
        assert south in seen_by("analyst", "/data/changes/changes.csv")
        withheld = seen_by("councillor", "/data/changes/changes.csv")
        assert f"team,{SOUTH},c,c,c,c," in withheld
        assert "11 to 41" not in withheld

    def test_draws_its_chart(self) -> None:
        assert "<svg" in seen_by("analyst", "/data/changes/chart.svg?narrow=1")


@pytest.mark.usefixtures("data")
class TestTheChildren:
    def test_are_listed_with_what_changed(self) -> None:
        page = seen_by("analyst", "/data/changes/children/")
        assert "3 changes" in page
        assert "Was 9 March 2026, is 3 March 2026 now." in page
        assert (
            "On 20 March 2026; first in the extract of 30 April 2026, so recorded 11 to 41 days"
            in page
        )
        assert "and nothing says why" in page
        assert AccessEvent.objects.get().sentence == "analyst listed children: whose record changed"

    def test_are_narrowed(self) -> None:
        page = seen_by("analyst", "/data/changes/children/?what=vanished")
        assert "S2" in page
        assert "N1" not in page
        page = seen_by("analyst", f"/data/changes/children/?team={NORTH}")
        assert "N1" in page
        assert "S1" not in page
        assert "Nothing fits" in seen_by("analyst", "/data/changes/children/?what=timely")

    def test_are_a_team_managers_own_alone(self) -> None:
        for address in ("/data/changes/children/", "/data/changes/children.csv"):
            page = seen_by("team_manager", address)
            assert "N1" in page
            assert "S1" not in page
            assert "S2" not in page

    def test_are_a_social_workers_own_alone(self) -> None:
        worker = User.objects.create_user("b.finch", role="social_worker", worker="Bo Finch")
        client = Client()
        client.force_login(worker)
        page = words_of(client.get("/data/changes/children/"))
        assert "S1" in page
        assert "N1" not in page

    def test_go_into_a_file(self) -> None:
        file = seen_by("analyst", "/data/changes/children.csv?what=late")
        assert f"S1,{SOUTH},late,Social worker’s visit,,2026-03-20,41,11," in file
        assert "N1" not in file


@pytest.mark.usefixtures("data")
def test_a_childs_page_leads_to_what_changed_of_her_record() -> None:
    page = seen_by("analyst", "/children/N1/")
    assert "What was changed of this record" in page
    assert "Was 9 March 2026, is 3 March 2026 now." in page


@pytest.mark.usefixtures("data")
class TestIntervals:
    def test_are_shown_by_team(self) -> None:
        page = seen_by("analyst", "/data/changes/intervals/")
        assert "Social worker’s visits: days between them" in page
        assert SOUTH in page
        assert "another event may lie hidden" in page

    def test_of_another_kind(self) -> None:
        assert "Reviews: days between them" in seen_by(
            "analyst", "/data/changes/intervals/?kind=review"
        )
        assert "Social worker’s visits" in seen_by("analyst", "/data/changes/intervals/?kind=lunch")

    def test_small_numbers_are_withheld(self) -> None:
        file = seen_by("councillor", "/data/changes/intervals.csv")
        assert f"visit,{SOUTH},c,c,c,c,c" in file
        assert f"visit,{SOUTH},1," in seen_by("analyst", "/data/changes/intervals.csv")


@pytest.mark.usefixtures("data")
def test_a_measures_page_says_what_was_said_then() -> None:
    page = seen_by("analyst", "/measures/visits_in_timescale/")
    assert "What we said then, what we say now" in page
