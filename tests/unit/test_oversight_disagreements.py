"""Where returns disagree: which was used and why, and the children of whom they do."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from python_calamine import CalamineWorkbook

from sightline.jobs.doubts import DisagreementCount
from sightline.oversight.disagreement_rows import count_rows
from sightline.people.models import User
from sightline.people.models.access_event import AccessEvent, Act
from tests.quality_authority import NORTH, SOUTH, seen

pytestmark = pytest.mark.django_db

PAGE = "/data/quality/sources-disagree/"
FILE = "/data/quality/sources-disagree.xlsx"


@pytest.fixture(autouse=True)
def loaded(settings: Settings, doubtful: Path) -> None:
    settings.DATA = doubtful


def named(page: str) -> set[str]:
    """The children whom a page links to."""
    return {f"50000{n}" for n in range(1, 8) if f'href="/children/50000{n}/"' in page}


def test_says_of_each_fact_which_return_was_used_and_why() -> None:
    page = seen("analyst", PAGE)
    assert "Returns disagree about two children." in page
    summary = page.split('id="facts"')[1].split("</table>")[0]
    assert summary.index("Date of birth") < summary.index("Sex") < summary.index("Ethnicity")
    assert "The newest extract that says anything is believed." in summary
    assert summary.count('data-label="Used">Annex A<') == 3
    assert summary.count('data-label="Not used">SSDA903<') == 3


def test_says_of_each_child_what_each_return_says() -> None:
    rows = seen("analyst", PAGE).split('id="rows"')[1]
    assert "3 May 2012" in rows
    assert "(Annex A of 31 May 2025)" in rows
    assert "1 May 2012" in rows
    assert "(SSDA903 of 31 Mar 2025)" in rows
    assert "3 disagreements" in rows
    assert named(rows) == {"500001", "500003"}


@pytest.mark.parametrize(
    ("query", "children"),
    [
        ("what=sex", {"500003"}),
        ("what=date+of+birth", {"500001"}),
        ("what=shoe+size", {"500001", "500003"}),  # not a fact, so not narrowed
        ("what=end+of+care", set()),
        ("page=99", {"500001", "500003"}),
    ],
)
def test_is_narrowed_to_a_fact(query: str, children: set[str]) -> None:
    assert named(seen("analyst", f"{PAGE}?{query}")) == children


def test_the_rows_are_of_the_children_whom_a_person_may_see() -> None:
    assert named(seen("team_manager", PAGE)) == {"500001", "500003"}
    assert named(seen("team_manager", PAGE, team=SOUTH)) == set()
    assert named(seen("social_worker", PAGE, worker="Cy Vale")) == {"500003"}
    assert named(seen("team_manager", PAGE, team="")) == set()


@pytest.mark.parametrize("role", ["improvement_lead", "board_chair", "councillor", "commissioner"])
def test_no_row_is_shown_to_those_who_see_no_child(role: str) -> None:
    page = seen(role, PAGE)
    assert "Child by child" not in page
    assert named(page) == set()
    assert not AccessEvent.objects.filter(act=Act.LISTED_CHILDREN).exists()


def test_small_numbers_are_withheld_from_those_outside() -> None:
    page = seen("councillor", PAGE)
    assert "Returns disagree about a few children." in page
    assert page.count('data-label="Children">c<') == 3
    assert "sl-bar__" not in page


def test_a_small_number_cannot_be_worked_out_from_the_others() -> None:
    """Of 3, 8 and 40 the 3 is withheld, and so is the 8; the bars are of what is shown alone."""
    counts = [
        DisagreementCount(what, "ssda903", "annex_a", "Why.", facts=n + 1, children=n)
        for what, n in (("sex", 3), ("start of care", 8), ("type of placement", 40))
    ]
    told = count_rows(counts, exact=False)
    assert [row.children for row in told] == [None, None, 40]
    assert [row.facts for row in told] == [None, None, None]
    assert [row.children for row in count_rows(counts, exact=True)] == [3, 8, 40]


def test_every_look_is_in_the_access_log() -> None:
    seen("analyst", f"{PAGE}?what=sex")
    event = AccessEvent.objects.latest("pk")
    assert (event.act, event.why) == (Act.LISTED_CHILDREN, "sources disagree")


@pytest.mark.parametrize(
    ("team", "children"), [(NORTH, ["500001", "500003", "500003"]), (SOUTH, [])]
)
def test_goes_into_a_workbook_as_the_person_may_see_it(team: str, children: list[str]) -> None:
    user = User.objects.create(username="manager", role="team_manager", team=team)
    client = Client()
    client.force_login(user)
    content = client.get(FILE).content
    head, *rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    assert [str(row[0]) for row in rows] == children
    if rows:
        first = dict(zip(head, rows[0], strict=True))
        assert (first["About"], first["Used"], first["Not used"]) == (
            *("Date of birth", "3 May 2012", "1 May 2012"),
        )
        assert first["Of the day"] == date(2025, 5, 31)
    assert AccessEvent.objects.latest("pk").act == Act.DOWNLOADED
