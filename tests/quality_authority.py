"""A few children in two monthly lists and one 903 year, with known things wrong. All is invented.

North has N1 to N6, South S1 to S6. Five things are wrong:

- the newest list, of 31 October 2026, has a day that does not exist for the teeth of N1, where
  September's had one that does;
- it has no plan for S1 that can be told, and neither has September's;
- in the 903 of 2025/26 a review of N2 has a day that does not exist: the row is lost;
- there too the code of a review of S2 is a formula;
- a note among the files is no return.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.test import Client

from sightline.jobs import loads
from sightline.people.models import User
from sightline.returns.annex_a.tables import TABLES
from tests.few_measures import few_measures
from tests.page_words import words_of
from tests.returns_files import EPISODES, HEADER, REVIEWS, write_csv, write_workbook

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)
LIST_8 = TABLES["list_8"]
NIGHT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
NORTH, SOUTH = "North team", "South team"
CHILDREN = [f"{team}{number}" for team in "NS" for number in range(1, 7)]


def child(child_id: str, **other: object) -> dict[str, object]:
    """A child in care with nothing wrong, but for what is given."""
    return {
        "child_id": child_id,
        "sex": "F",
        "ethnicity": "WBRI",
        "date_of_birth": date(2015, 5, 4),
        "care_started": date(2024, 6, 3),
        "legal_status_started": date(2024, 6, 3),
        "legal_status": "C2",
        "last_review": date(2026, 8, 3),
        "last_visit": date(2026, 9, 14),
        "permanence_plan": "Long term fostering",
        "last_health_assessment": date(2026, 6, 1),
        "last_dental_check": date(2026, 5, 1),
        "placement_started": date(2024, 6, 3),
        "placement_type": "U6",
        "urn": "1234567",
        "team": NORTH if child_id[0] == "N" else SOUTH,
        "worker": "Ada Reed" if child_id[0] == "N" else "Bo Finch",
        **other,
    }


def write_list_8(path: Path, *children: dict[str, object]) -> Path:
    """An Annex A workbook of list 8 alone."""
    heads = [field.label for field in LIST_8.fields]
    rows = [[one.get(field.name) for field in LIST_8.fields] for one in children]
    return write_workbook(path, {"List 8": [heads, *rows]})


def load_list_8(data: Path, day: date, *children: dict[str, object], at: datetime = NIGHT) -> None:
    """One monthly list, loaded."""
    file = write_list_8(data.parent / f"list-{day.isoformat()}.xlsx", *children)
    loads.load([file], data, loaded_at=at, as_at=day)


def write_903(folder: Path, *reviews: str, children: list[str] | None = None) -> Path:
    """The 903 of 2025/26: header, episodes and the given reviews."""
    named = children or CHILDREN
    write_csv(folder / "header.csv", HEADER, *(f"{c},F,04/05/2015,WBRI,UN2,0," for c in named))
    write_csv(
        folder / "episodes.csv",
        EPISODES,
        *(f"{c},03/06/2024,S,C2,N1,U6,PR4,,,,AB1 2CD,EF3 4GH,1234567" for c in named),
    )
    write_csv(folder / "reviews.csv", REVIEWS, *reviews)
    return folder


def fill(data: Path) -> Path:
    """The data folder that this module's first lines describe."""
    planless = child("S1", permanence_plan="somewhere nice")
    well = [child(each) for each in CHILDREN if each != "S1"]
    load_list_8(data, SEPTEMBER, *well, planless)
    toothless = child("N1", last_dental_check="31/09/2026")
    newest = write_list_8(data.parent / "newest.xlsx", toothless, *well[1:], planless)
    note = write_csv(data.parent / "note.txt", "Dear Ada, the files are late.")
    yearly = write_903(
        data.parent / "2026",
        "N1,04/05/2015,03/12/2025,PN1",
        "N2,04/05/2015,30/02/2026,PN1",
        "S2,04/05/2015,04/12/2025,=1+1",
    )
    loads.load([newest, note, yearly], data, loaded_at=NIGHT, as_at=OCTOBER, year=2026)
    return data


@pytest.fixture(scope="session")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That folder, filled once a session; nobody changes it."""
    with few_measures():
        return fill(tmp_path_factory.mktemp("faulty") / "data")


def seen(
    role: str, address: str, *, team: str = NORTH, worker: str = "Ada Reed", status: int = 200
) -> str:
    """The words of a page as that person sees it."""
    user, _ = User.objects.get_or_create(
        username=f"{role} {worker} of {team}", role=role, team=team, worker=worker
    )
    client = Client()
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == status
    return words_of(response)
