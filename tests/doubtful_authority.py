"""A few children about whom the returns do not agree. All is invented.

North has 500001, 500003, 500004 and 500006; South has 500002 and 600004. What is in doubt:

- 500001 was born on 1 May 2012 by the 903, on 3 May 2012 by Annex A: within a year, so a slip;
- the number 500002 is a child born in 2013 in the 903, and one born in 2009 in Annex A;
- 500003 is a girl by the 903 and a boy by Annex A;
- 500004 and 600004 have one UPN and two dates of birth;
- of 500006, adopted in 2024, someone first heard of later has the UPN and the date of birth.

Nothing is in doubt of 500007, whom North has too, or of 600006, who is the adopted child.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sightline.jobs.authority import store
from sightline.jobs.loads import refresh
from tests.asciitable import NOON, annex_a, cin_census, ssda903
from tests.few_measures import few_measures

NORTH, SOUTH = "North team", "South team"

HEADER = """
    CHILD  | SEX | DOB        | ETHNIC | UPN
    500001 | F   | 2012-05-01 | WBRI   | -
    500002 | M   | 2013-05-01 | BCRB   | -
    500003 | F   | 2014-02-03 | WBRI   | -
    500004 | F   | 2014-06-07 | WBRI   | A123456789012
    500006 | M   | 2020-02-03 | WBRI   | B123456789012
    500007 | M   | 2015-02-03 | WBRI   | -
    """
EPISODES = """
    CHILD  | DECOM      | RNE | LS | PLACE | DEC        | REC
    500001 | 2023-06-01 | S   | C2 | U6    | -          | -
    500002 | 2023-06-01 | S   | C2 | U6    | -          | -
    500003 | 2023-06-01 | S   | C2 | U6    | -          | -
    500004 | 2023-06-01 | S   | C2 | U6    | -          | -
    500006 | 2023-06-01 | S   | E1 | A5    | 2024-07-10 | E12
    500007 | 2023-06-01 | S   | C2 | U6    | -          | -
    """
CHILDREN = """
    LAchildID | Sex | PersonBirthDate | UPN
    600004    | F   | 2014-06-17      | A123456789012
    600006    | M   | 2020-02-03      | B123456789012
    """
LIST_8 = f"""
    child_id | sex | date_of_birth | ethnicity | care_started | team    | worker
    500001   | F   | 2012-05-03    | WBRI      | 2023-06-01   | {NORTH} | Ada Reed
    500002   | M   | 2009-01-31    | BCRB      | 2023-06-01   | {SOUTH} | Bo Finch
    500003   | M   | 2014-02-03    | MWBC      | 2023-06-01   | {NORTH} | Cy Vale
    500004   | F   | 2014-06-07    | WBRI      | 2023-06-01   | {NORTH} | Ada Reed
    600004   | F   | 2014-06-17    | WBRI      | 2025-04-02   | {SOUTH} | Bo Finch
    500007   | M   | 2015-02-03    | WBRI      | 2023-06-01   | {NORTH} | Ada Reed
    """
EARLIER = f"""
    child_id | sex | date_of_birth | ethnicity | care_started | team    | worker
    500006   | M   | 2020-02-03    | WBRI      | 2023-06-01   | {NORTH} | Ada Reed
    """


def fill(data: Path) -> Path:
    """The data folder that this module's first lines describe."""
    extracts = [annex_a("2024-06-30", list_8=EARLIER), annex_a("2025-05-31", list_8=LIST_8)]
    read = [
        *(file for file, _ in extracts),
        ssda903(2025, header=HEADER, episodes=EPISODES),
        cin_census(2026, children=CHILDREN),
    ]
    held = store(data)
    held.commit(read, {file.path: day for file, day in extracts}, NOON)
    refresh(held)
    return data


@pytest.fixture(scope="session")
def doubtful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That folder, filled once a session; nobody changes it."""
    with few_measures():
        return fill(tmp_path_factory.mktemp("doubtful") / "data")
