"""Who is who: each clash in words, for the children whom a person may see."""

from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from python_calamine import CalamineWorkbook

from sightline.people.models import User
from sightline.people.models.access_event import AccessEvent, Act
from tests.quality_authority import NORTH, SOUTH, seen

pytestmark = pytest.mark.django_db

PAGE = "/data/quality/who-is-who/"
EVERY = ("500001", "500002", "500003", "500004", "500006", "500007", "600004", "600006")


@pytest.fixture(autouse=True)
def loaded(settings: Settings, doubtful: Path) -> None:
    settings.DATA = doubtful


def named(page: str) -> set[str]:
    """The children whom a page links to."""
    return {child for child in EVERY if f'href="/children/{child}/"' in page}


def card(page: str, title: str) -> str:
    """The words of one clash."""
    return page.split(title)[1].split("</dl>")[0]


def test_all_are_listed_those_first_that_most_need_a_person() -> None:
    page = seen("analyst", PAGE)
    assert "Five clashes of date of birth, sex or number" in page
    titles = (
        "One number used for two children: 500002 and ssda903:500002",
        "Two dates of birth for one child: 500001",
        "Two sexes for one child: 500003",
        "One UPN, two dates of birth: 500004 and 600004",
        "One UPN before and after an adoption: 500006",
    )
    assert [page.index(title) for title in titles] == sorted(page.index(title) for title in titles)


@pytest.mark.parametrize(
    ("title", "what", "did", "check"),
    [
        (
            "One number used for two children: ",
            "The number 500002 is used for two children: one born or due on 31 January 2009 "
            "(Annex A of 31 May 2025), and one born or due on 1 May 2013 (SSDA903 of 31 March "
            "2025)",
            "Kept two children apart, here as 500002 and ssda903:500002.",
            "give one of them a new one",
        ),
        (
            "Two dates of birth for one child: ",
            "Child 500001 is said to be born on 3 May 2012 (Annex A of 31 May 2025), and on "
            "1 May 2012 (SSDA903 of 31 March 2025).",
            "Kept one child, and used the newest: 3 May 2012. Dates of birth within a year",
            "birth certificate",
        ),
        (
            "Two sexes for one child: ",
            "Child 500003 is said to be a boy (Annex A of 31 May 2025), and a girl (SSDA903 of "
            "31 March 2025).",
            "Kept one child, and used the newest: a boy.",
            "Correct the sex where it is wrong",
        ),
        (
            "One UPN, two dates of birth: ",
            "Child 500004 has the same UPN as 600004, but was born on 7 June 2014, not on "
            "17 June 2014.",
            "Kept two children apart. They share a UPN but not a date of birth",
            "Ask the child’s school whose UPN it is",
        ),
        (
            "One UPN before and after an adoption: ",
            "Someone who is first heard of after child 500006 was adopted has their UPN.",
            "Kept two children apart.",
            "Do not look for the new identity",
        ),
    ],
)
def test_says_what_clashes_what_was_done_and_what_to_check(
    title: str, what: str, did: str, check: str
) -> None:
    told = card(seen("analyst", PAGE), title)
    assert what in told
    assert did in told
    assert check in told


def test_the_adopted_childs_new_identity_is_named_to_nobody() -> None:
    assert "600006" not in seen("analyst", PAGE)


def test_a_team_manager_has_those_of_the_team() -> None:
    assert named(seen("team_manager", PAGE)) == {"500001", "500003", "500004", "500006"}
    assert named(seen("team_manager", PAGE, team=SOUTH)) == {"500002", "600004"}


def test_a_social_worker_has_those_of_her_children() -> None:
    assert named(seen("social_worker", PAGE, worker="Cy Vale")) == {"500003"}


def test_a_child_of_another_team_is_neither_named_nor_told_of() -> None:
    page = seen("team_manager", PAGE)
    told = card(page, "One UPN, two dates of birth: 500004")
    assert "has the same UPN as a child whom you may not see" in told
    assert "600004" not in page
    assert "17 June 2014" not in page
    south = seen("team_manager", PAGE, team=SOUTH)
    assert "one born or due on 31 January 2009" in south
    assert "1 May 2013" not in south


def test_who_has_no_team_has_none() -> None:
    assert "No date of birth, sex or number clashes" in seen("team_manager", PAGE, team="")
    assert not AccessEvent.objects.filter(act=Act.LISTED_CHILDREN).exists()


def test_is_narrowed_to_one_kind() -> None:
    assert named(seen("analyst", f"{PAGE}?kind=sex")) == {"500003"}
    assert len(named(seen("analyst", f"{PAGE}?kind=nothing"))) == len(EVERY) - 2


def test_every_look_is_in_the_access_log() -> None:
    seen("analyst", f"{PAGE}?kind=sex")
    event = AccessEvent.objects.latest("pk")
    assert (event.act, event.why) == (Act.LISTED_CHILDREN, "who is who")
    assert event.path.endswith("?kind=sex")


@pytest.mark.parametrize(("team", "rows"), [(NORTH, 4), (SOUTH, 2)])
def test_goes_into_a_workbook_as_the_person_may_see_it(team: str, rows: int) -> None:
    user = User.objects.create(username="manager", role="team_manager", team=team)
    client = Client()
    client.force_login(user)
    response = client.get("/data/quality/who-is-who.xlsx")
    sheet = CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0)
    lines = sheet.to_python()
    assert lines[0][:3] == ["Clash", "Child", "Other child"]
    assert len(lines) == 1 + rows
    theirs = {NORTH: {"600004", "500002"}, SOUTH: {"500001", "500003", "500004", "500006"}}[team]
    assert not {str(cell) for line in lines for cell in line} & theirs
    event = AccessEvent.objects.latest("pk")
    assert (event.act, event.why) == (Act.DOWNLOADED, f"who-is-who.xlsx, {rows} rows")
