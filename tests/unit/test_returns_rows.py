"""What happens to a row: kept with a value lost, kept as it is, or rejected with its reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sightline.returns import ISSUE_SCHEMA
from sightline.returns.rules import READING_RULES
from tests.returns_files import (
    A_REVIEW,
    AN_EPISODE,
    EPISODES,
    HEADER,
    OC2,
    REVIEWS,
    column,
    messages,
    read_table,
    rules,
    write_csv,
)

A_CHILD = "1,M,12/02/2010,WBRI,UN2,0,"


def test_a_row_without_its_child_is_rejected(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", REVIEWS, A_REVIEW, A_REVIEW[1:]))
    assert (table.rows, table.kept, table.rejected) == (2, 1, 1)
    assert messages(table) == ["Row 3 of a.csv: CHILD is blank, so the row cannot be placed."]


def test_a_row_whose_key_date_cannot_be_read_is_rejected(tmp_path: Path) -> None:
    row = A_REVIEW.replace("05/06/2024", "31/02/2024")
    table = read_table(write_csv(tmp_path / "a.csv", REVIEWS, row), year=2024)
    assert (table.rejected, rules(table)) == (1, ["key_unreadable"])
    (issue,) = table.issues.to_pylist()
    assert issue["path"] == str(tmp_path / "a.csv")
    assert (issue["table"], issue["row"], issue["column"]) == ("reviews", 2, "REVIEW")
    assert (issue["value"], issue["severity"]) == ("31/02/2024", "error")


def test_any_other_unreadable_date_costs_its_value_only(tmp_path: Path) -> None:
    table = read_table(
        write_csv(tmp_path / "a.csv", EPISODES, AN_EPISODE.replace("PR4,", "PR4,soon", 1))
    )
    assert (table.kept, column(table, "DEC")) == (1, [None])
    assert messages(table) == [
        "Row 2 of a.csv: DEC 'soon' is not a date that can be read, day first, such as 31/01/2024."
    ]


def test_an_exact_repeat_is_read_once(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", REVIEWS, A_REVIEW, A_REVIEW, A_REVIEW))
    assert (table.rows, table.kept, table.rejected) == (3, 1, 2)
    assert rules(table) == ["duplicate_row", "duplicate_row"]


def test_the_same_key_with_other_content_is_kept_and_told(tmp_path: Path) -> None:
    rows = (A_REVIEW, A_REVIEW.replace("PN1", "PN2"))
    table = read_table(write_csv(tmp_path / "a.csv", REVIEWS, *rows))
    assert (table.kept, rules(table)) == (2, ["review_repeated", "review_repeated"])


def test_an_unknown_code_is_told_with_the_codes_that_are_right(tmp_path: Path) -> None:
    rows = (AN_EPISODE.replace(",C2,", ",C9,"),)
    table = read_table(write_csv(tmp_path / "a.csv", EPISODES, *rows))
    assert column(table, "LS") == [None]
    assert messages(table) == [
        "Row 2 of a.csv: LS 'C9' is not one of the codes of 2024/25: C1, C2, D1, E1, V2, V3, V4, "
        "L1, L2, L3 and 3 more."
    ]


def test_a_code_of_another_year_is_kept_and_told(tmp_path: Path) -> None:
    rows = (
        AN_EPISODE.replace("U6", "H5"),
        AN_EPISODE.replace("1,05", "2,05", 1).replace("U6", "Z11"),
    )
    table = read_table(write_csv(tmp_path / "a.csv", EPISODES, *rows))
    assert column(table, "PLACE") == ["H5", "Z11"]
    assert rules(table)[:2] == ["code_not_this_year", "code_not_this_year"]


def test_codes_in_small_letters_are_codes(tmp_path: Path) -> None:
    assert column(
        read_table(write_csv(tmp_path / "a.csv", EPISODES, AN_EPISODE.lower())), "PLACE"
    ) == ["U6"]


def test_sex_is_a_letter_in_every_year(tmp_path: Path) -> None:
    rows = [A_CHILD, A_CHILD.replace("1,M", "2,2"), A_CHILD.replace("1,M", "3,1")]
    new = read_table(write_csv(tmp_path / "a.csv", HEADER, *rows), year=2025)
    old = read_table(tmp_path / "a.csv", year=2020)
    assert column(new, "SEX") == column(old, "SEX") == ["M", "F", "M"]
    assert rules(new) == ["code_not_this_year"] * 2
    assert rules(old) == ["code_not_this_year"]


def test_flags_numbers_and_their_limits(tmp_path: Path) -> None:
    born = "12/02/2010"
    rows = (f"1,{born},41,,1,0,,,,,,", f"2,{born},high,,x,1.0,,,,,,", f"3,{born},17,,0,,,,,,,")
    table = read_table(write_csv(tmp_path / "a.csv", OC2, *rows), year=2024)
    assert column(table, "SDQ_SCORE") == [None, None, 17]
    assert column(table, "CONVICTED") == [True, None, False]
    assert column(table, "HEALTH_CHECK") == [False, True, None]
    found = [rule for rule in rules(table) if rule in READING_RULES]
    assert found == ["number_out_of_range", "number_unreadable", "flag_unreadable"]


def test_a_required_value_that_is_blank(tmp_path: Path) -> None:
    table = read_table(
        write_csv(tmp_path / "a.csv", HEADER, A_CHILD.replace("WBRI", "")), year=2025
    )
    assert messages(table) == ["Row 2 of a.csv: ETHNIC is blank; the return asks for a value."]


def test_an_identifier_that_a_spreadsheet_rounded(tmp_path: Path) -> None:
    row = A_REVIEW.replace("1,", "1.23E+11,", 1)
    assert rules(read_table(write_csv(tmp_path / "a.csv", REVIEWS, row))) == ["id_damaged"]


def test_types_are_those_of_the_contract(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", HEADER, A_CHILD), year=2024)
    types = {field.name: str(field.type) for field in table.data.schema}
    assert types == {
        "CHILD": "string",
        "SEX": "string",
        "DOB": "date32[day]",
        "ETHNIC": "string",
        "UPN": "string",
        "MOTHER": "bool",
        "MC_DOB": "date32[day]",
        "source_row": "int64",
    }
    assert column(table, "DOB") == [date(2010, 2, 12)]
    assert table.issues.schema == ISSUE_SCHEMA
