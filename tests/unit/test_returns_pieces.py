"""A delimited file is split a piece at a time: the rows, their numbers and issues are of the whole.

Pieces are made of a few lines here, so that every kind of file crosses their edges.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sightline.returns import text_grid
from sightline.returns.text_grid import pieces
from tests.returns_files import EPISODES, read_table, write_csv


@pytest.fixture(autouse=True)
def _small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_grid, "_PIECE", 150)


def _row(child: int, started: str, quoted: bool) -> str:
    place = '"U6"' if quoted else "U6"
    return f"{child},{started},S,C2,N1,{place},PR1,,,,AB1 2CD,EF3 4GH,1234567"


@pytest.mark.parametrize("quoted", [False, True])
def test_rows_and_their_numbers_are_those_of_the_file(tmp_path: Path, quoted: bool) -> None:
    rows = [_row(at, "05/06/2024", quoted) for at in range(2, 40)]
    rows[20] = ""  # row 22 of the file, where the heading is row 1
    rows[30] = _row(32, "31/02/2024", quoted)
    table = read_table(write_csv(tmp_path / "a.csv", EPISODES, *rows))
    assert (table.rows, table.kept, table.rejected) == (37, 36, 1)
    assert table.data["source_row"].to_pylist() == [at for at in range(2, 40) if at not in (22, 32)]
    assert table.data["CHILD"].to_pylist() == [str(at) for at in range(2, 40) if at not in (22, 32)]
    lost = [row for row in table.issues.to_pylist() if row["rule"] == "key_unreadable"]
    assert [(row["row"], row["column"], row["value"]) for row in lost] == [
        (32, "DECOM", "31/02/2024")
    ]


def test_a_quotation_mark_that_never_closes_is_told_with_its_row(tmp_path: Path) -> None:
    rows = [_row(at, "05/06/2024", quoted=False) for at in range(2, 40)]
    rows[33] = rows[33].replace("U6", '"U6')
    table = read_table(write_csv(tmp_path / "a.csv", EPISODES, *rows))
    told = [row for row in table.issues.to_pylist() if row["rule"] == "quote_unbalanced"]
    assert [row["row"] for row in told] == [35]
    assert table.data["PLACE"].to_pylist() == ["U6"] * 38


def test_a_row_is_read_once_wherever_it_comes_again(tmp_path: Path) -> None:
    rows = [_row(at, "05/06/2024", quoted=False) for at in range(2, 40)]
    table = read_table(write_csv(tmp_path / "a.csv", EPISODES, *rows, rows[0], rows[25], rows[0]))
    assert (table.rows, table.kept) == (41, 38)
    told = [row["row"] for row in table.issues.to_pylist() if row["rule"] == "duplicate_row"]
    assert told == [40, 41, 42]


@pytest.mark.parametrize("text", ["", "a", "a\n", "a\nb", "\n\n", "a" * 200 + "\nb\n" + "c" * 200])
@pytest.mark.parametrize("after", [0, 1, 3])
def test_pieces_are_the_lines_of_the_text(text: str, after: int) -> None:
    assert [line for lines in pieces(text, after) for line in lines] == text.split("\n")[after:]
