"""Annex A as it comes: sheets under any name, headings that vary, words for codes."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from sightline.returns.annex_a import TABLES
from sightline.returns.annex_a.lists import LISTS
from sightline.returns.annex_a.words import READERS
from sightline.returns.annex_a.words.about_the_child import read_yes_no
from sightline.returns.fields import UNSTATED
from tests.returns_files import (
    column,
    messages,
    read_file,
    read_table,
    rules,
    write_csv,
    write_workbook,
)

CONTACTS = [
    "Child Unique ID",
    "Gender",
    "Ethnicity",
    "Date of Birth",
    "Age",
    "Date of Contact",
    "Contact Source",
]
A_CONTACT: list[Any] = [
    9212044,
    "b) Female",
    "a) WBRI",
    date(2015, 1, 25),
    6.1,
    date(2020, 9, 16),
    "q) 6: Police",
]


def test_a_list_is_known_by_its_headings_not_its_sheet(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "a.xlsx", {"Sheet7": [CONTACTS, A_CONTACT], "Notes": [["x", "y"]]}
    )
    table = read_table(path)
    assert (table.return_name, table.table, table.year) == ("annex_a", "list_1", None)
    assert table.data.to_pylist() == [
        {
            "child_id": "9212044",
            "sex": "F",
            "ethnicity": "WBRI",
            "date_of_birth": date(2015, 1, 25),
            "age": 6.1,
            "contact_date": date(2020, 9, 16),
            "contact_source": "POLICE",
            "source_row": 2,
        }
    ]


def test_titles_above_and_a_column_to_the_left(tmp_path: Path) -> None:
    rows = [
        ["List 1", ""],
        [],
        ["", *CONTACTS],
        ["", *A_CONTACT],
        [],
        ["", *A_CONTACT[:-1], "Aunt"],
    ]
    table = read_table(write_workbook(tmp_path / "a.xlsx", {"x": rows}))
    assert column(table, "source_row") == [4, 6]
    assert column(table, "contact_source") == ["POLICE", "INDIVIDUAL"]


def test_every_list_is_known_by_the_headings_ofsted_gives(tmp_path: Path) -> None:
    sheets = {f"s{at}": [[c.heading for c in each.columns]] for at, each in enumerate(LISTS)}
    read = read_file(write_workbook(tmp_path / "a.xlsx", sheets))
    assert [table.table for table in read.tables] == [each.name for each in LISTS]
    assert rules(read) == []


@pytest.mark.parametrize(
    "vary", [str.upper, str.lower, lambda h: f" {h} (Y/N) ", lambda h: h.replace("'", "’")]
)
def test_headings_vary(tmp_path: Path, vary: Any) -> None:
    for each in LISTS:
        path = write_csv(tmp_path / "a.csv", ";".join(vary(c.heading) for c in each.columns))
        table = read_table(path)
        assert (table.table, rules(table)) == (each.name, [])


@pytest.mark.parametrize(
    ("table", "heading", "name"),
    [
        ("list_1", "Client ID (child)", "child_id"),
        ("list_8", "Age at 31 March", "age"),
        ("list_8", "Date of last health assessment (RHA)", "last_health_assessment"),
        (
            "list_8",
            "Number of Episodes the Child has been ‘Missing’ from Placement",
            "missing_12_months",
        ),
        ("list_9", "Allocated Personal Adviser", "personal_adviser"),
    ],
)
def test_headings_in_other_words(table: str, heading: str, name: str) -> None:
    from sightline.returns.annex_a.headings import SHAPES

    (shape,) = (shape for shape in SHAPES if shape.table == table)
    assert shape.column(heading) == name


def test_a_sheet_is_named_in_the_message(tmp_path: Path) -> None:
    rows = [CONTACTS, [*A_CONTACT[:-2], "31/02/2020", "x"]]
    read = read_table(write_workbook(tmp_path / "a.xlsx", {"Front door": rows}))
    assert messages(read)[0] == (
        "Row 2 of sheet 'Front door' of a.xlsx: Date of Contact '31/02/2020' is not a date that "
        "can be read, day first, such as 31/01/2024, so the row cannot be placed."
    )


def test_words_that_cannot_be_told_are_blank_and_said(tmp_path: Path) -> None:
    read = read_table(
        write_workbook(tmp_path / "a.xlsx", {"x": [CONTACTS, [*A_CONTACT[:-1], "Zyx"]]})
    )
    assert (column(read, "contact_source"), rules(read)) == ([None], ["value_not_told"])


def test_dates_of_a_list_in_order(tmp_path: Path) -> None:
    heading = [c.heading for c in TABLES_OF["list_8"]]
    row: dict[str, Any] = dict.fromkeys(heading, "")
    row |= {
        "Child Unique ID": 5,
        "Date Started to be Looked After": datetime(2023, 5, 1),  # noqa: DTZ001
        "Date Ceased to be Looked After": date(2023, 4, 1),
        "Reason Ceased to be Looked After": "E4A",
    }
    read = read_table(write_workbook(tmp_path / "a.xlsx", {"x": [heading, list(row.values())]}))
    assert rules(read) == ["care_ended_before_care_started"]
    assert read.kept == 1


TABLES_OF = {each.name: each.columns for each in LISTS}


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [
        ("sex", "a) Male", "M"),
        ("sex", "2", "F"),
        ("sex", "Unborn/Unknown", "U"),
        ("ethnicity", "b) WIRI", "WIRI"),
        ("ethnicity", "Mixed - White & Black Caribbean", "MWBC"),
        ("ethnicity", "Asian/Asian British - Pakistani", "APKN"),
        ("ethnicity", "WENG - White English", "WBRI"),
        ("ethnicity", "Refused to say", "REFU"),
        ("ethnicity", "Black or Black British", "BLACK"),
        ("need", "N1 - Abuse or Neglect", "N1"),
        ("need", "Family in acute stress", "N4"),
        ("need", "Cases other than children in need", "N9"),
        ("legal_status", "E1: Placement order", "E1"),
        ("legal_status", "Interim Care Order s38", "C1"),
        ("legal_status", "Section 20 accommodation", "V2"),
        ("placement_type", "f) U6: Foster placement - not FFA", "U6"),
        ("placement_type", "Placement with relative or friend - long term fostering", "U1"),
        ("placement_type", "Foster placement", "U"),
        ("placement_type", "Placed with own parents", "P1"),
        ("placement_type", "Z11", "Z11"),
        ("placement_provider", "e) PR4 - Private provision", "PR4"),
        ("placement_provider", "Private", "PRIVATE"),
        ("placement_location", "Out of borough", "OUT"),
        ("permanence_plan", "c) SGO/CAO", "SGO_CAO"),
        ("permanence_plan", "Return to birth parents", "RETURN_HOME"),
        ("reason_ceased", "E45 - SGO to former foster carers", "E45"),
        ("reason_ceased", "Special guardianship order granted", "E45"),
        ("reason_ceased", "Adopted", "E11"),
        ("in_touch", "b) No", "NO"),
        ("accommodation", "Y: Other accommodation", "Y"),
        ("activity", "F2: Full time in education other than higher", "F2"),
        ("initial_category", "Neglect, Emotional", "MUL"),
        ("referral_source", "o) 5B: LA services", "LA"),
        ("contact_source", "School nurse", "HEALTH"),
        ("status", "Child in need plan", "NEED"),
        ("eligibility", "Former relevant child", "FORMER_RELEVANT"),
        ("suitability", "Accommodation is considered unsuitable", "NOT_SUITABLE"),
        ("reason_reversed", "RD2: Court did not make a placement order", "RD2"),
        ("reason_left", "Process put on hold", "ON_HOLD"),
    ],
)
def test_words_for_codes(name: str, words: str, code: str) -> None:
    assert READERS[name](words) == code


@pytest.mark.parametrize(
    ("words", "answer"),
    [("a) Yes", True), ("N", False), ("0 - No", False), ("Unknown", UNSTATED), ("perhaps", None)],
)
def test_yes_and_no(words: str, answer: object) -> None:
    assert read_yes_no(words) == answer


def test_every_coded_column_has_a_reader() -> None:
    for table in TABLES.values():
        for each in table.fields:
            assert (each.told is not None) == (each.kind in ("code", "flag"))
