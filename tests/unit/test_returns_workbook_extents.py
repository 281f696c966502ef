"""Workbooks of every kind are measured before they are opened, and what is no larger is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from sightline.returns import workbook_limits
from sightline.returns.trouble import UnreadableError
from sightline.returns.workbook_limits import check_workbook
from tests.hostile_files import LAST_COLUMN, LAST_ROW, binary_workbook, ods_cell, ods_row
from tests.hostile_files import opendocument as ods
from tests.returns_files import A_REVIEW, REVIEWS, read_file

HEADS, ROW = REVIEWS.split(","), A_REVIEW.split(",")


def test_a_binary_workbook_is_read(tmp_path: Path) -> None:
    """Written by hand, so that what we look at in its records is what its reader reads."""
    texts = [*HEADS, *ROW]
    cells = [(at // len(HEADS), at % len(HEADS), at) for at in range(len(texts))]
    path = tmp_path / "reviews.xlsb"
    path.write_bytes(binary_workbook(cells, texts))
    [table] = read_file(path).tables
    assert (table.table, table.rows, table.kept) == ("reviews", 1, 1)


def test_an_opendocument_workbook_with_far_empty_cells_is_read(tmp_path: Path) -> None:
    """Spreadsheet programs end each sheet with empty cells to its last row and column."""
    rows = ods_row(*map(ods_cell, HEADS), ods_cell(times=LAST_COLUMN - len(HEADS)))
    rows += ods_row(*map(ods_cell, ROW)) + ods_row(ods_cell(times=LAST_COLUMN), times=LAST_ROW - 2)
    path = tmp_path / "reviews.ods"
    path.write_bytes(ods(rows))
    [table] = read_file(path).tables
    assert (table.table, table.rows, table.kept) == ("reviews", 1, 1)


def test_each_sheet_of_an_opendocument_workbook_is_measured_by_itself() -> None:
    """Nineteen million cells in each of two sheets: neither is too large."""
    rows = ods_row(ods_cell("1", 19), times=1_000_000)
    check_workbook(ods(rows, rows))
    with pytest.raises(UnreadableError, match="too far"):
        check_workbook(ods(rows + ods_row(ods_cell("1"), times=100_000)))


def test_a_corner_within_the_limit_is_not_refused() -> None:
    """19 columns by 1,048,576 rows are 19.9 million; 20 columns are 20.97 million."""
    check_workbook(binary_workbook([(0, 0, 0), (LAST_ROW - 1, 18, 0)], ["1"]))
    with pytest.raises(UnreadableError, match="too far"):
        check_workbook(binary_workbook([(0, 0, 0), (LAST_ROW - 1, 19, 0)], ["1"]))


@pytest.mark.parametrize("piece", [1, 3, 7, 64])
def test_a_record_cut_between_two_pieces_is_whole(
    piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_limits, "_PIECE", piece)
    within = [(row, row % 5, row % 2) for row in range(50)]
    check_workbook(binary_workbook(within, ["x" * 300, "1"]))
    with pytest.raises(UnreadableError, match="too far"):
        check_workbook(
            binary_workbook([*within, (LAST_ROW - 1, LAST_COLUMN - 1, 0)], ["x" * 300, "1"])
        )
