"""SSD tables from CSV and Parquet: known by their columns, bad cells told, absurd files refused."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sightline.returns import ReadFile, extract_dates, read_files

PLANS = "lacp_table_id,lacp_person_id,lacp_cla_care_plan_json"
VISITS = "clav_cla_visit_date,CLAV_PERSON_ID,ours,[clav_cla_visit_id]"


def read(path: Path) -> ReadFile:
    [file] = read_files([path])
    return file


def written(folder: Path, heading: str, *rows: str, name: str = "anything.txt") -> Path:
    path = folder / name
    path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    return path


def rules(file: ReadFile) -> list[str]:
    return [str(rule) for rule in file.all_issues()["rule"].to_pylist() if rule != "column_missing"]


def test_a_table_is_known_by_its_columns_in_any_order_and_case(tmp_path: Path) -> None:
    file = read(written(tmp_path, VISITS, "2026-01-05 00:00:00.000,P1,x,7"))
    [table] = file.tables
    assert (table.return_name, table.table, table.rows, table.kept) == (
        "ssd",
        "ssd_cla_visits",
        1,
        1,
    )
    [row] = table.data.to_pylist()
    assert (row["clav_person_id"], row["clav_cla_visit_date"]) == ("P1", date(2026, 1, 5))
    assert rules(file) == ["column_extra"]


def test_a_row_without_its_child_is_rejected_and_named(tmp_path: Path) -> None:
    file = read(written(tmp_path, VISITS, "2026-01-05,,x,7", "2026-01-05,P1,x,8"))
    [table] = file.tables
    assert (table.rows, table.kept, table.rejected) == (2, 1, 1)
    assert "key_blank" in rules(file)


@pytest.mark.parametrize(
    ("cell", "ticked", "rule"),
    [
        ('"{""ADOPTION"": ""Y"", ""RETURN6M"": """"}"', "ADOPTION", None),
        ('"[""ADOPTION"", ""RETURN6M""]"', "RETURN6M,ADOPTION", None),
        ('"{""ADOPTION"": true, ""LTFOST18"": 1}"', "LTFOST18,ADOPTION", None),
        ("LTFOST18", "LTFOST18", None),
        ("{broken", None, "json_unreadable"),
        ('"{""ADOPTION"": ""perhaps""}"', None, "json_unreadable"),
        ('"[""ADOPTION"", ""ELSEWHERE""]"', "ADOPTION", "option_unknown"),
        ("[" * 5000, None, "json_unreadable"),
    ],
)
def test_a_list_of_options(tmp_path: Path, cell: str, ticked: str | None, rule: str | None) -> None:
    file = read(written(tmp_path, PLANS, f"1,P1,{cell}"))
    [row] = file.tables[0].data.to_pylist()
    assert row["lacp_cla_care_plan_json"] == ticked
    assert rules(file) == ([rule] if rule else [])


def test_names_are_not_kept(tmp_path: Path) -> None:
    heading = "pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob"
    [table] = read(written(tmp_path, heading, "P1,Ada,Of Nowhere,Female,2015-01-01")).tables
    [row] = table.data.to_pylist()
    assert row["pers_sex"] == "F"
    assert not {"pers_forename", "pers_surname"} & row.keys()


def test_the_files_of_a_folder_speak_of_one_day(tmp_path: Path) -> None:
    days = [f"2026-10-{day:02},P1,x,{day}" for day in (2, 14, 29)]
    written(tmp_path, VISITS, *days, name="visits.csv")
    written(tmp_path, "pers_person_id,pers_sex,pers_dob", "P1,F,2015-01-01", name="people.csv")
    found = extract_dates(read_files([tmp_path]), date(2026, 11, 24))
    assert set(found.values()) == {date(2026, 10, 29)}
    assert len(found) == 2


def parquet(folder: Path, **columns: object) -> Path:
    path = folder / "table.parquet"
    pq.write_table(pa.table(columns), path)
    return path


def test_parquet_is_read_whatever_its_types(tmp_path: Path) -> None:
    path = parquet(
        tmp_path,
        clav_cla_visit_id=[1, 2],
        clav_person_id=["P1", "P2"],
        clav_cla_visit_date=[datetime(2026, 1, 5), None],  # noqa: DTZ001
        clav_cla_visit_seen=[True, False],
    )
    [table] = read(path).tables
    first, second = table.data.to_pylist()
    assert (first["clav_cla_visit_id"], first["clav_cla_visit_date"]) == ("1", date(2026, 1, 5))
    assert (second["clav_cla_visit_seen"], second["clav_cla_visit_date"]) == (False, None)


@pytest.mark.parametrize("cut", [20, 200])
def test_a_parquet_file_that_breaks_off_is_told(tmp_path: Path, cut: int) -> None:
    path = parquet(tmp_path, clav_cla_visit_id=["1"], clav_person_id=["P1"])
    path.write_bytes(path.read_bytes()[:-cut])
    assert rules(read(path)) == ["file_truncated"]


def test_a_parquet_file_that_would_unpack_to_more_than_a_gigabyte_is_refused(
    tmp_path: Path,
) -> None:
    long = pa.DictionaryArray.from_arrays(pa.array([0] * 3000, pa.int32()), ["x" * 1_000_000])
    path = parquet(tmp_path, clav_cla_visit_id=long, clav_person_id=["P1"] * 3000)
    assert path.stat().st_size < 2_000_000
    assert rules(read(path)) == ["file_too_large"]


def test_a_million_columns_are_refused(tmp_path: Path) -> None:
    heading = ",".join(f"c{at}" for at in range(1_000_000))
    assert rules(read(written(tmp_path, heading))) == ["file_too_large"]
    assert rules(read(parquet(tmp_path, **{f"c{at}": [1] for at in range(5000)}))) == [
        "file_too_large"
    ]
