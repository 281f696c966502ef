"""Who is who where two returns number children differently: told by return, to whom it concerns."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from python_calamine import CalamineWorkbook

from sightline.jobs.authority import store
from sightline.jobs.loads import refresh
from sightline.people.models import User
from sightline.people.models.access_event import AccessEvent, Act
from tests.asciitable import annex_a, ssda903
from tests.few_measures import few_measures
from tests.quality_authority import NORTH, seen

pytestmark = pytest.mark.django_db

PAGE = "/data/quality/who-is-who/"
NOON = datetime(2025, 5, 1, 12, tzinfo=UTC)
HOW_MANY = 25
BORN = [date(2010, 1, 1) + timedelta(days=120 * n) for n in range(HOW_MANY)]


def authority(data: Path, first: int) -> Path:
    """25 girls in the 903 from number 500001 on; 25 others in Annex A from `first` on."""
    header = [f"{500001 + n} | F | {b}" for n, b in enumerate(BORN)]
    episodes = [f"{500001 + n} | 2024-06-01 | S | C2 | U6" for n in range(HOW_MANY)]
    later = [b + timedelta(days=200) for b in BORN]
    list_8 = [
        f"{first + n} | F | {b} | 2025-04-02 | {NORTH} | Ada Reed" for n, b in enumerate(later)
    ]
    yearly = ssda903(
        2025,
        header="\n".join(["CHILD | SEX | DOB", *header]),
        episodes="\n".join(["CHILD | DECOM | RNE | LS | PLACE", *episodes]),
    )
    monthly, day = annex_a(
        "2025-04-05",
        list_8="\n".join(
            ["child_id | sex | date_of_birth | care_started | team | worker", *list_8]
        ),
    )
    held = store(data)
    held.commit([yearly, monthly], {monthly.path: day}, NOON)
    with few_measures():
        refresh(held)
    return data


@pytest.fixture(scope="module")
def same_numbers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return authority(tmp_path_factory.mktemp("same") / "data", 500001)


@pytest.fixture(scope="module")
def other_numbers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return authority(tmp_path_factory.mktemp("other") / "data", 900001)


def cards(page: str) -> list[str]:
    title = "Returns that number children differently: "
    return [each.split("</dl>")[0] for each in page.split(title)[1:]]


def test_numbers_used_twice_are_told_with_what_was_done(
    settings: Settings, same_numbers: Path
) -> None:
    settings.DATA = same_numbers
    page = seen("analyst", PAGE)
    assert "Two clashes of date of birth, sex or number" in page
    apart, not_held = cards(page)
    assert "A newer return uses the numbers in the SSDA903 (newest: 31 March 2025)" in apart
    assert "Kept 25 children of the SSDA903 apart" in apart
    assert "ssda903: and then the number" in apart
    assert "Give every child one number in all returns" in apart
    assert "The SSDA903 of 31/03/2025 names 25 children" in not_held
    assert "no check that looks for the children of the one in the other was run" in not_held


def test_numbers_of_another_system_are_told_of_as_returns_not_held_together(
    settings: Settings, other_numbers: Path
) -> None:
    settings.DATA = other_numbers
    [not_held] = cards(seen("analyst", PAGE))
    assert "Annex A of 05/04/2025 names 25: 0 of them are in both" in not_held
    assert "Ask whoever makes the two extracts" in not_held


def test_a_look_at_no_child_is_not_in_the_access_log(
    settings: Settings, same_numbers: Path
) -> None:
    settings.DATA = same_numbers
    page = seen("analyst", PAGE)
    assert "in the access log" not in page
    assert "Look at each" not in page
    assert not AccessEvent.objects.filter(act=Act.LISTED_CHILDREN).exists()


def test_whose_children_it_concerns_are_told_but_not_who_has_none(
    settings: Settings, same_numbers: Path
) -> None:
    settings.DATA = same_numbers
    assert len(cards(seen("team_manager", PAGE))) == 2
    assert cards(seen("team_manager", PAGE, team="")) == []


def test_the_overview_says_so_first(settings: Settings, same_numbers: Path) -> None:
    settings.DATA = same_numbers
    assert "Returns number children differently" in seen("analyst", "/data/quality/")


def test_goes_into_the_workbook_by_return(settings: Settings, same_numbers: Path) -> None:
    settings.DATA = same_numbers
    client = Client()
    client.force_login(User.objects.create(username="analyst of numbers", role="analyst"))
    response = client.get("/data/quality/who-is-who.xlsx?kind=numbering")
    sheet = CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0)
    heading, *lines = sheet.to_python()
    assert heading[:4] == ["Clash", "Child", "Other child", "Return"]
    assert [line[1:3] for line in lines] == [["", ""], ["", ""]]
    assert str(lines[0][3]) == "SSDA903"
    assert "Kept 25 children" in str(lines[0][5])
