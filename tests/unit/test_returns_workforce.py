"""The social work workforce census: the authority, and a row for each worker."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.returns import ReadFile
from tests.census_files import A_WORKER, workforce, written
from tests.returns_files import column, messages, read_file, rules


def _read(tmp_path: Path, text: str, year: int | None = None) -> ReadFile:
    return read_file(written(tmp_path / "csww.xml", text), year)


def test_the_authority_and_its_workers(tmp_path: Path) -> None:
    authority, workers = _read(tmp_path, workforce(A_WORKER)).tables
    assert (authority.table, workers.table) == ("authority", "workers")
    assert authority.period == workers.period == date(2025, 9, 30)
    assert (authority.year, authority.return_name) == (2025, "workforce")
    names = ("LEA", "NumberOfVacancies", "NoAgencyFTE", "NoAgencyHeadcount")
    assert [column(authority, name)[0] for name in names] == ["999", 12.5, 3.0, 4]
    found = {name: column(workers, name)[0] for name in ("SWENo", "FTE", "OrgRole", "Cases30")}
    assert found == {"SWENo": "SW1234567890", "FTE": 0.8, "OrgRole": "5", "Cases30": 17}
    assert column(workers, "AgencyWorker") == [False]
    assert rules(authority) == rules(workers) == []


def test_more_than_one_place_of_qualification(tmp_path: Path) -> None:
    two = A_WORKER.replace("</QualInst>", "</QualInst><QualInst>Easthaven University</QualInst>")
    _, workers = _read(tmp_path, workforce(two)).tables
    assert column(workers, "QualInst") == ["Midshire College; Easthaven University"]
    assert rules(workers) == []


def test_placeholders_are_told_and_the_worker_stays(tmp_path: Path) -> None:
    odd = (
        A_WORKER.replace("<FTE>0.8", "<FTE>TBC")
        .replace("<OrgRole>5", "<OrgRole>99")
        .replace("<Cases30>17", "<Cases30>-1")
    )
    _, workers = _read(tmp_path, workforce(odd)).tables
    assert (workers.rows, workers.kept) == (1, 1)
    assert sorted(rules(workers)) == ["code_unknown", "number_out_of_range", "number_unreadable"]
    assert messages(workers)[0].startswith("Line 8 of csww.xml: ")
    assert [column(workers, name) for name in ("FTE", "OrgRole", "Cases30")] == [[None]] * 3


def test_a_worker_without_a_number_is_lost_and_counted(tmp_path: Path) -> None:
    nobody = A_WORKER.replace("<SWENo>SW1234567890</SWENo>", "<SWENo></SWENo>")
    _, workers = _read(tmp_path, workforce(nobody, A_WORKER, A_WORKER)).tables
    assert (workers.rows, workers.kept, workers.rejected) == (3, 1, 2)
    assert sorted(rules(workers)) == ["duplicate_row", "key_blank"]


@pytest.mark.parametrize(
    ("day", "year", "is_told"),
    [("2022-09-30", 2022, False), ("2022-12-01", 2022, True), ("2023-01-15", 2022, True)],
)
def test_the_year_of_a_reference_date(tmp_path: Path, day: str, year: int, is_told: bool) -> None:
    for table in _read(tmp_path, workforce(A_WORKER, day=day)).tables:
        assert table.year == year
        assert rules(table) == ["reference_date_unusual"] * is_told


def test_without_a_header_a_person_must_say_the_year(tmp_path: Path) -> None:
    bare = f"<Message>{A_WORKER}</Message>"
    [workers] = _read(tmp_path, bare).tables
    assert (workers.year, workers.period, rules(workers)) == (None, None, ["year_unknown"])
    [workers] = _read(tmp_path, bare, 2024).tables
    assert workers.period == date(2024, 9, 30)
