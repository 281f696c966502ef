"""CSV as it comes: encodings, delimiters, quotes, ragged rows, headings out of order."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.returns_files import (
    A_REVIEW,
    AN_EPISODE,
    EPISODES,
    HEADER,
    REVIEWS,
    column,
    messages,
    read_table,
    rules,
    write_csv,
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    row = A_REVIEW.replace("1,", "É1,", 1)
    table = read_table(write_csv(tmp_path / "a.csv", REVIEWS, row, encoding=encoding))
    assert column(table, "CHILD") == ["É1"]
    assert rules(table) == []


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{REVIEWS}\n{A_REVIEW}\n".replace(",", delimiter))
    assert column(read_table(path), "REVIEW_CODE") == ["PN1"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(ending.join([REVIEWS, A_REVIEW, ""]).encode())
    assert read_table(path).kept == 1


def test_a_table_is_known_whatever_the_case_order_and_spaces_of_its_headings(
    tmp_path: Path,
) -> None:
    path = write_csv(
        tmp_path / "whatever.txt",
        ' review code,"Review" ,Child , dob',
        "PN1,05/06/2024,1,12/02/2010",
    )
    table = read_table(path)
    assert table.table == "reviews"
    assert column(table, "CHILD") == ["1"]


def test_lines_above_the_heading_row_are_no_rows(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", "Our return 2024", "", REVIEWS, A_REVIEW))
    assert (table.rows, column(table, "source_row")) == (1, [4])


def test_blank_lines_are_no_rows_but_keep_their_place(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "a.csv", REVIEWS, A_REVIEW, "", ",,,", A_REVIEW.replace("1,", "2,", 1)
    )
    table = read_table(path)
    assert (table.rows, column(table, "source_row")) == (2, [2, 5])


def test_a_row_with_more_values_than_headings(tmp_path: Path) -> None:
    table = read_table(
        write_csv(tmp_path / "a.csv", REVIEWS, A_REVIEW + ",,", f"2{A_REVIEW[1:]}2,oops")
    )
    assert rules(table) == ["code_unknown", "row_ragged"]
    assert table.rows == 2


def test_a_row_with_fewer_values_than_headings(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", REVIEWS, "1,12/02/2010,05/06/2024"))
    assert rules(table) == ["required_blank", "row_ragged"]


def test_a_quote_that_never_closes_costs_one_row_nothing(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", REVIEWS, '"' + A_REVIEW, A_REVIEW.replace("1,", "2,", 1))
    table = read_table(path)
    assert column(table, "CHILD") == ["1", "2"]
    assert messages(table) == [
        "Row 2 of a.csv has a quotation mark that opens and never closes; it was left out."
    ]


def test_quoted_cells_with_delimiters_and_line_breaks(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        '"Child Unique\nID","Date of Contact","Contact Source"\n'
        '7,05/06/2024,"6: Police, ""DA"" hub"\n'
    )
    table = read_table(path)
    assert (table.table, column(table, "contact_source")) == ("list_1", ["POLICE"])


def test_a_column_that_comes_twice(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "a.csv", "CHILD,DOB,REVIEW,Review,REVIEW_CODE", "1,1/2/2010,5/6/2024,x,PN1"
    )
    table = read_table(path)
    assert rules(table) == ["header_repeated"]
    assert table.kept == 1


def test_columns_of_no_return_are_told_and_left(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", REVIEWS + ",Team,", A_REVIEW + ",North,"))
    assert messages(table) == [
        "a.csv: the column 'Team' is not part of the return; it is not read."
    ]


def test_a_missing_column_is_read_as_blank(tmp_path: Path) -> None:
    table = read_table(
        write_csv(tmp_path / "a.csv", "CHILD,REVIEW,REVIEW_CODE", "1,05/06/2024,PN1")
    )
    assert rules(table) == ["column_missing"]
    assert column(table, "DOB") == [None]


def test_a_table_without_a_key_column_is_rejected_whole(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "a.csv", "CHILD,DOB,REVIEW_CODE", "1,1/2/2010,PN1", "2,1/2/2010,PN1"
    )
    table = read_table(path, year=2024)
    assert (table.rows, table.kept, table.rejected) == (2, 0, 2)
    assert messages(table) == ["a.csv has no column REVIEW, so no row can be placed."]


def test_characters_that_cannot_be_text_are_left_out_and_told(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", REVIEWS, A_REVIEW.replace("PN", "P\x00N")))
    assert rules(table) == ["bytes_unreadable"]
    assert column(table, "REVIEW_CODE") == ["PN1"]


def test_headings_decide_between_tables_that_share_columns(tmp_path: Path) -> None:
    heads = {
        "header": HEADER,
        "episodes": EPISODES,
        "uasc": "CHILD,SEX,DOB,DUC",
        "previous_permanence": "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM",
        "dolo": "CHILD,DOB,DOLO_START,DOLO_END",
        "sw_episodes": "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON",
    }
    for name, heading in heads.items():
        assert read_table(write_csv(tmp_path / "x.csv", heading)).table == name


def test_an_episode_is_read_in_full(tmp_path: Path) -> None:
    from datetime import date

    (row,) = read_table(write_csv(tmp_path / "a.csv", EPISODES, AN_EPISODE)).data.to_pylist()
    assert row == {
        "CHILD": "1",
        "DECOM": date(2024, 6, 5),
        "RNE": "S",
        "LS": "C2",
        "CIN": "N1",
        "PLACE": "U6",
        "PLACE_PROVIDER": "PR4",
        "DEC": None,
        "REC": None,
        "REASON_PLACE_CHANGE": None,
        "HOME_POST": "AB1 2CD",
        "PL_POST": "EF3 4GH",
        "URN": "1234567",
        "source_row": 2,
    }
