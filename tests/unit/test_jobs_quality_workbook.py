"""The workbook of what is to be put right: no sheet holds more rows than Excel can."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from sightline.jobs import quality, quality_workbook
from sightline.jobs.quality import Wanted

FIVE_THINGS_WRONG = 5  # in `faulty`, as tests.quality_authority says


def rows_of(path: Path) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_path(str(path))
    names = [name for name in book.sheet_names if name.startswith("Rows")]
    return {name: book.get_sheet_by_name(name).to_python() for name in names}


def test_rows_beyond_what_a_sheet_holds_go_on_in_the_next(
    faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, split = tmp_path / "whole.xlsx", tmp_path / "split.xlsx"
    assert quality_workbook.write(faulty, whole, Wanted()) == FIVE_THINGS_WRONG
    monkeypatch.setattr(quality_workbook, "ROWS_A_SHEET", 2)
    assert quality_workbook.write(faulty, split, Wanted()) == FIVE_THINGS_WRONG
    sheets = rows_of(split)
    assert {name: len(rows) - 1 for name, rows in sheets.items()} == {
        "Rows": 2,
        "Rows 2": 2,
        "Rows 3": 1,
    }
    [[head, *rows]] = rows_of(whole).values()
    assert all(rows[0] == head for rows in sheets.values())
    assert [row for each in sheets.values() for row in each[1:]] == rows


def test_where_nothing_fits_there_is_a_sheet_with_its_headings(
    faulty: Path, tmp_path: Path
) -> None:
    path = tmp_path / "none.xlsx"
    assert quality_workbook.write(faulty, path, Wanted(rule="no such rule")) == 0
    assert {name: len(rows) for name, rows in rows_of(path).items()} == {"Rows": 1}


def test_pages_one_after_another_are_the_whole_list(faulty: Path) -> None:
    whole = quality.rows(faulty, Wanted())
    pages = [quality.rows(faulty, Wanted(), first=first, limit=2) for first in (0, 2, 4)]
    assert len(whole) == FIVE_THINGS_WRONG
    assert [row for page in pages for row in page] == whole
