"""Files of other areas: each is known by its headings, and a bad cell is named."""

from __future__ import annotations

import zipfile
from pathlib import Path

import polars as pl
import pytest

from sightline.peers import Kind, NotBenchmarksError, read
from sightline.peers.dfe import year_of
from tests import peers_files as made

TEN = ["951", "952", "953", "954", "955", "956", "957", "958", "959", "960"]


def test_a_file_of_the_department_is_known_whatever_it_is_called(tmp_path: Path) -> None:
    file = made.stability(tmp_path / "download (3).txt", {"England": ("8500", "81770")})
    found = read(file)
    assert found.kind is Kind.DFE
    assert found.frame["children_count"].to_list() == [8500.0, 81770.0]
    assert found.frame["geographic_level"].to_list() == ["National", "National"]
    assert found.issues == ()


def test_numbers_may_have_commas_and_signs_are_not_numbers(tmp_path: Path) -> None:
    signs = ["c", "x", "z", "u", "k", "low", ":", "", "~"]
    rows = [f'{made.place("951", 2000 + n)},"{sign}"' for n, sign in enumerate(signs)]
    rows.append(f'{made.place("952")},"12,183,016"')
    found = read(made.dfe(tmp_path / "a.csv", "population_estimate", rows))
    assert found.frame["population_estimate"].to_list() == [*[None] * len(signs), 12183016.0]
    assert found.issues == ()


def test_a_value_that_is_no_number_is_named_and_the_other_rows_are_kept(tmp_path: Path) -> None:
    rows = [f"{made.place('951')},12", f"{made.place('952')},tvelve", f"{made.place('953')},13"]
    found = read(made.dfe(tmp_path / "a.csv", "children_count", rows))
    assert found.frame["children_count"].to_list() == [12.0, None, 13.0]
    (issue,) = found.issues
    assert (issue.file, issue.row, issue.column, issue.value) == (
        "a.csv",
        3,
        "children_count",
        "tvelve",
    )
    assert issue.message == (
        "Row 3 of a.csv: children_count 'tvelve' is not a number. It counts as not given."
    )


def test_infinity_is_no_number(tmp_path: Path) -> None:
    rows = [f"{made.place('951')},12", f"{made.place('952')},11", f"{made.place('953')},inf"]
    found = read(made.dfe(tmp_path / "a.csv", "children_count", rows))
    assert found.frame["children_count"].to_list() == [12.0, 11.0, None]
    assert [issue.value for issue in found.issues] == ["inf"]


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        (made.place("951", "soon"), "time_period", "soon"),
        (made.place("951").replace("Local authority", "Parish"), "geographic_level", "Parish"),
        (made.place("951").replace("951,E99000951", ","), "old_la_code", ""),
    ],
)
def test_a_row_of_no_time_or_place_is_named_and_left_out(
    row: str, column: str, value: str, tmp_path: Path
) -> None:
    found = read(made.dfe(tmp_path / "a.csv", "count", [f"{made.place('952')},1", f"{row},2"]))
    assert found.frame["count"].to_list() == [1.0]
    (issue,) = found.issues
    assert (issue.row, issue.column, issue.value) == (3, column, value)


def test_a_row_with_a_cell_too_many_is_named_and_left_out(tmp_path: Path) -> None:
    rows = [f"{made.place('951')},1", f"{made.place('952')},1,234", f"{made.place('953')},3"]
    found = read(made.dfe(tmp_path / "a.csv", "count", rows))
    assert found.frame["count"].to_list() == [1.0, 3.0]
    (issue,) = found.issues
    assert issue.row == 3
    assert "has 12 cells where the heading row has 11" in issue.message


def test_schools_and_wards_are_finer_than_we_look_and_are_no_error(tmp_path: Path) -> None:
    school = made.place("951").replace("Local authority", "School")
    found = read(made.dfe(tmp_path / "a.csv", "count", [f"{made.place('952')},1", f"{school},2"]))
    assert found.frame["count"].to_list() == [1.0]
    assert found.issues == ()


def test_a_file_as_windows_writes_it_is_read(tmp_path: Path) -> None:
    file = made.dfe(tmp_path / "a.csv", "count", [f"{made.place('952')},1"])
    text = file.read_text("utf-8-sig").replace("Ostermouth", "Ostermôuth")
    file.write_bytes(text.encode("cp1252"))
    assert read(file).frame["la_name"].to_list() == ["Ostermôuth"]


def test_the_lait_is_brought_to_the_shape_of_the_department(tmp_path: Path) -> None:
    values = {"England": "22.600000000000001", "Middlemere": "21.7", "951": "-", "952": "26.2"}
    found = read(made.lait(tmp_path / "l.parquet", made.lait_of("ReReferral", 2025, values)))
    assert found.kind is Kind.LAIT
    columns = ["geographic_level", "region_name", "old_la_code", "Short Desc", "Values"]
    assert found.frame.select(columns).rows() == [
        ("National", "England", "", "ReReferral", 22.6),
        ("Regional", "Middlemere", "", "ReReferral", 21.7),
        ("Local authority", "Middlemere", "951", "ReReferral", None),
        ("Local authority", "Middlemere", "952", "ReReferral", 26.2),
    ]


def test_the_lait_writes_london_otherwise_than_the_department(tmp_path: Path) -> None:
    rows = [("ReReferral", 2025, "London (Inner)", "20", 987, "NA")]
    found = read(made.lait(tmp_path / "l.parquet", rows))
    assert found.frame["region_name"].to_list() == ["Inner London"]


def test_a_year_of_the_lait_that_is_none_is_named_as_the_file_names_it(tmp_path: Path) -> None:
    rows = made.lait_of("X", 2025, {"England": "1"}) + made.lait_of("X", 0, {"England": "1"})
    (issue,) = read(made.lait(tmp_path / "l.parquet", rows)).issues
    assert issue.message == ("Row 3 of l.parquet: Years '0' is not a year. The row is left out.")


def test_of_very_many_bad_cells_the_first_hundred_are_named_and_the_rest_counted(
    tmp_path: Path,
) -> None:
    good = [f"{made.place('951')},1" for _ in range(300)]
    bad = [f"{made.place('952')},one" for _ in range(250)]
    issues = read(made.dfe(tmp_path / "a.csv", "count", [*good, *bad])).issues
    assert len(issues) == 101
    assert issues[-1].row is None
    assert issues[-1].message == "a.csv: column count has 150 more such values."


def test_neighbours_are_found_beneath_the_rows_above_their_headings(tmp_path: Path) -> None:
    found = read(made.neighbours(tmp_path / "sn.xlsx", {"901": TEN}))
    assert found.kind is Kind.NEIGHBOURS
    assert found.frame["neighbour"].to_list() == TEN
    assert found.frame["place"].to_list() == list(range(1, 11))
    assert set(found.frame["region_name"]) == {"Middlemere"}


def test_a_neighbour_that_is_no_number_is_named(tmp_path: Path) -> None:
    found = read(made.neighbours(tmp_path / "sn.xlsx", {"901": ["951", "near", *TEN[2:]]}))
    assert len(found.frame) == 9
    (issue,) = found.issues
    assert issue.message == "Row 4 of sn.xlsx: 'near' is no neighbour's number (SN2)."


def test_the_list_of_areas_leaves_regions_aside(tmp_path: Path) -> None:
    file = tmp_path / "codes.csv"
    file.write_text(
        "LA Number,LA Name,Region,Type\n951,Fenwick Vale,Middlemere,UA\n970,England,NA,NA\n"
    )
    found = read(file)
    assert found.kind is Kind.AREAS
    assert found.frame.rows() == [("951", "Fenwick Vale", "Middlemere")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a,b\n1,2\n", "is not a file that can stand beside our figures"),
        (b"", "is empty"),
        (b"PAR1 and no more", "is not a Parquet file that can be read"),
        (b"\0\1\2\3", "is neither CSV, Excel nor Parquet"),
        (b"PK\x03\x04 and no more", "A zip file must be unpacked first"),
    ],
)
def test_what_cannot_be_kept_says_why(content: bytes, said: str, tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    file.write_bytes(content)
    with pytest.raises(NotBenchmarksError, match=said):
        read(file)


def test_a_zip_of_csv_files_must_be_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("data/a.csv", "a,b\n")
    with pytest.raises(NotBenchmarksError, match="must be unpacked first"):
        read(tmp_path / "all.zip")


def test_a_file_without_a_column_of_figures_says_so(tmp_path: Path) -> None:
    file = made.dfe(tmp_path / "a.csv", "stage", [f"{made.place('951')},02:10"])
    with pytest.raises(NotBenchmarksError, match=r"a\.csv has no column of figures"):
        read(file)


@pytest.mark.parametrize(
    ("period", "ends"),
    [
        ("2025", 2025),
        ("202425", 2025),
        ("2024-25", 2025),
        ("2024/25", 2025),
        ("2023/24-24/25", 2025),
        ("2023-25", 2025),
        ("2025 (prov)", 2025),
        ("2024-25 (OT)", 2025),
        ("199900", None),
        ("202426", None),
        ("0", None),
        ("", None),
        ("next year", None),
    ],
)
def test_a_period_is_known_by_the_year_it_ends_in(period: str, ends: int | None) -> None:
    assert year_of(period) == ends


def test_parquet_of_anything_else_is_refused(tmp_path: Path) -> None:
    pl.DataFrame({"a": [1]}).write_parquet(tmp_path / "a.parquet")
    with pytest.raises(NotBenchmarksError, match="Known by their headings"):
        read(tmp_path / "a.parquet")
