"""Which year a set of SSDA903 files is of: told from dates, never from names."""

from __future__ import annotations

from pathlib import Path

import pytest

from sightline.returns import read_files
from tests.returns_files import (
    A_REVIEW,
    AN_EPISODE,
    EPISODES,
    HEADER,
    REVIEWS,
    read_table,
    rules,
    write_csv,
    write_zip,
)

A_CHILD = "1,M,12/02/2010,WBRI,UN1,0,"


def _episodes(*started: str) -> list[str]:
    return [f"{at}{AN_EPISODE[1:]}".replace("05/06/2024", day) for at, day in enumerate(started)]


@pytest.mark.parametrize(
    ("day", "year"),
    [("31/03/2024", 2024), ("01/04/2024", 2025), ("01/04/2016", 2017), ("31/03/2027", 2027)],
)
def test_a_year_ends_on_31_march(tmp_path: Path, day: str, year: int) -> None:
    assert read_table(write_csv(tmp_path / "a.csv", EPISODES, *_episodes(day))).year == year


def test_the_latest_date_decides_however_long_ago_the_others_are(tmp_path: Path) -> None:
    rows = _episodes("01/05/2012", "01/05/2019", "01/06/2023")
    assert read_table(write_csv(tmp_path / "a.csv", EPISODES, *rows)).year == 2024


@pytest.mark.parametrize("slip", ["05/06/2091", "05/06/2026"])
def test_one_slip_of_the_pen_does_not_decide(tmp_path: Path, slip: str) -> None:
    rows = _episodes(*["05/06/2022"] * 60, slip)
    assert read_table(write_csv(tmp_path / "a.csv", EPISODES, *rows)).year == 2023


def test_the_year_given_decides_over_the_dates(tmp_path: Path) -> None:
    assert read_table(write_csv(tmp_path / "a.csv", EPISODES, AN_EPISODE), year=2022).year == 2022


def test_files_that_lie_together_share_a_year(tmp_path: Path) -> None:
    write_csv(tmp_path / "header.csv", HEADER, A_CHILD)
    write_csv(tmp_path / "episodes.csv", EPISODES, AN_EPISODE)
    assert [table.year for file in read_files([tmp_path]) for table in file.tables] == [2025, 2025]


def test_numbers_in_names_keep_years_apart_but_do_not_name_them(tmp_path: Path) -> None:
    for stamp, day in (("2017", "05/06/2017"), ("2018", "05/06/2018")):
        write_csv(tmp_path / f"{stamp}-header.csv", HEADER, A_CHILD)
        write_csv(tmp_path / f"{stamp}-episodes.csv", EPISODES, *_episodes(day))
    years = {Path(f.path).name: f.tables[0].year for f in read_files([tmp_path])}
    assert years == {
        "2017-header.csv": 2018,
        "2017-episodes.csv": 2018,
        "2018-header.csv": 2019,
        "2018-episodes.csv": 2019,
    }


def test_a_file_without_dates_takes_the_year_of_its_folder(tmp_path: Path) -> None:
    write_csv(tmp_path / "episodes_20240601.csv", EPISODES, AN_EPISODE)
    write_csv(tmp_path / "header_20240602.csv", HEADER, A_CHILD)
    assert {file.tables[0].year for file in read_files([tmp_path])} == {2025}


def test_a_zip_is_a_folder_of_its_own(tmp_path: Path) -> None:
    members = {
        "episodes.csv": f"{EPISODES}\n{AN_EPISODE}".encode(),
        "header.csv": f"{HEADER}\n{A_CHILD}".encode(),
    }
    (read,) = read_files([write_zip(tmp_path / "a.zip", members)])
    assert {table.year for table in read.tables} == {2025}


def test_no_date_no_year(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", HEADER, A_CHILD))
    assert (table.year, rules(table)) == (None, ["year_unknown"])


def test_a_year_we_hold_no_codes_for(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", REVIEWS, A_REVIEW.replace("2024", "2015")))
    assert (table.year, rules(table)) == (2016, ["year_unsupported"])


def test_a_table_that_was_not_yet_collected(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "a.csv", "CHILD,DOB,DOLO_START,DOLO_END", "1,12/02/2010,05/06/2024,"
    )
    table = read_table(path)
    assert (table.kept, rules(table)) == (1, ["table_not_this_year"])
