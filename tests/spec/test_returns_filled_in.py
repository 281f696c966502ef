"""Templates filled in by hand, and what is read: the tables are what a person wrote and gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from sightline.returns.templates import TEMPLATES
from tests.asciitable import rows, typed
from tests.returns_files import csv_text, messages, read_table


@pytest.fixture(autouse=True)
def no_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """How a list is read; what the checks doubt in it is proven example by example elsewhere."""
    monkeypatch.setattr("sightline.returns.templates.reader.CHECKS", ())


MATCHES = """
Child ID | Date of match decision | Kind of match        | Match decision | Date of matching panel | Carer ID
10305    | 17/09/2026             | long-term fostering  | agreed         | 08/09/2026             | F2071
10306    | 17-Sep-2026            | LONG TERM FOSTERING  | Agreed.        | -                      | F2072
10307    | 2026-09-18             | Long term foster     | not  agreed    | 08/09/2026             | -
10308    | 18/09/2026             | Adoption             | Defered        | 08/09/2026             | -
10309    | 18/09/2026             | adoptoin             | unagreed       | -                      | -
10310    | 18/09/2026             | not known            | agreed         | -                      | -
-        | 18/09/2026             | adoption             | agreed         | -                      | -
10312    | 31/09/2026             | adoption             | agreed         | -                      | -
"""
MATCHES_READ = """
child_id | decision_date | kind                | decision   | panel_date | carer_id
10305    | 2026-09-17    | long_term_fostering | agreed     | 2026-09-08 | F2071
10306    | 2026-09-17    | long_term_fostering | agreed     | -          | F2072
10307    | 2026-09-18    | long_term_fostering | not agreed | 2026-09-08 | -
10308    | 2026-09-18    | adoption            | deferred   | 2026-09-08 | -
10309    | 2026-09-18    | adoption            | -          | -          | -
10310    | 2026-09-18    | -                   | agreed     | -          | -
"""
MATCHES_SAID = (
    "Row 6 of list.csv: Match decision 'unagreed' is not one of the codes: agreed, not agreed, "
    "deferred; it is read as blank.",
    "Row 8 of list.csv: Child ID is blank, so the row cannot be placed.",
    "Row 9 of list.csv: Date of match decision '31/09/2026' is not a date that can be read, day "
    "first, such as 31/01/2024, so the row cannot be placed.",
)

SUPERVISION = """
Minutes | Date of supervision | Worker ID | Child ID | Reflective | Actions set | Supervisor ID
60      | 22/09/2026          | W117      | 10482    | Yes        | Y           | W031
45.0    | 22/09/2026          | W117      | -        | no         | 0           | W031
-5      | 23/09/2026          | W118      | 10483    | perhaps    | yes         | W031
"""
SUPERVISION_READ = """
worker_id | child_id | supervision_date | supervisor_id | minutes | reflective | actions_set
W117      | 10482    | 2026-09-22       | W031          | 60      | true       | true
W117      | -        | 2026-09-22       | W031          | 45      | false      | false
W118      | 10483    | 2026-09-23       | W031          | -       | -          | true
"""
SUPERVISION_SAID = (
    "Row 4 of list.csv: Minutes '-5' is not from 0 to 600.",
    "Row 4 of list.csv: Reflective 'perhaps' is neither yes nor no (1 or 0).",
)

FAMILY_TIME = """
child id | DATE FAMILY TIME PLANNED | Family time  with | Family time happened | Reason it did not happen | Family time arranged by
10219    | 26/09/2026               | Siblings          | No                   | No supervisor was free   | authority
10219    | 26/09/2026               | mum               | Yes                  | -                        | authority
10219    | 03/10/2026               | Grandparents      | -                    | -                        | carer
"""
FAMILY_TIME_READ = """
child_id | with_whom           | planned_date | happened | arranged_by | reason_not
10219    | brothers or sisters | 2026-09-26   | false    | authority   | No supervisor was free
10219    | mother              | 2026-09-26   | true     | authority   | -
10219    | wider family        | 2026-10-03   | -        | carer       | -
"""


@pytest.mark.parametrize(
    ("name", "written", "expected", "said"),
    [
        ("match_decisions", MATCHES, MATCHES_READ, MATCHES_SAID),
        ("supervision", SUPERVISION, SUPERVISION_READ, SUPERVISION_SAID),
        ("family_time", FAMILY_TIME, FAMILY_TIME_READ, ()),
    ],
    ids=["match decisions", "supervision", "family time"],
)
def test_a_list_filled_in_by_hand(
    name: str, written: str, expected: str, said: tuple[str, ...], tmp_path: Path
) -> None:
    given = rows(written)
    path = tmp_path / "list.csv"
    cells = [list(given[0]), *([cell or "" for cell in row.values()] for row in given)]
    path.write_text(csv_text(cells), encoding="utf-8")
    read = read_table(path)
    assert read.table == name
    assert read.rows == len(given) == read.kept + read.rejected
    kinds = {column.name: column.kind for column in TEMPLATES[name].columns}
    wanted = [
        {column: cell if kinds[column] in ("text", "code") else typed(cell)}
        for row in rows(expected)
        for column, cell in row.items()
    ]
    found = [
        {column: cell}
        for row in read.data.drop_columns("source_row").to_pylist()
        for column, cell in row.items()
    ]
    assert found == wanted
    assert tuple(messages(read)) == said
