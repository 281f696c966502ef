"""Checks as a file's reader runs them; what each one says is told by `spec/checks`."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from sightline.returns import read_files
from sightline.returns.checks import Check, run_checks, verified
from sightline.returns.issues import Place
from sightline.returns.schemas import TABLES
from tests.returns_files import (
    EPISODES,
    HEADER,
    REVIEWS,
    messages,
    read_table,
    rules,
    write_csv,
)

GOOD = "7,01/05/2023,S,C2,N1,U6,PR4,01/06/2023,E4A,,AB1 2CD,EF3 4GH,1234567"
HEADER_TABLE = TABLES["ssda903"]["header"]


def _episode(**changes: str) -> str:
    cells = dict(zip(EPISODES.split(","), GOOD.split(","), strict=True))
    return ",".join({**cells, **changes}.values())


def test_an_episode_without_fault_trips_nothing(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", EPISODES, _episode()), year=2024)
    assert rules(table) == []


def test_a_check_loses_no_row(tmp_path: Path) -> None:
    rows = [_episode(DEC="01/04/2023"), _episode(CHILD="8", REC="", URN="12"), _episode(CHILD="9")]
    table = read_table(write_csv(tmp_path / "a.csv", EPISODES, *rows), year=2024)
    assert table.kept == 3
    assert {"episode_ends_before_start", "dec_without_rec", "urn_form"} <= set(rules(table))


def test_children_are_held_against_the_header_that_lies_beside(tmp_path: Path) -> None:
    write_csv(tmp_path / "header.csv", HEADER, "7,1,01/01/2010,WBRI,UN2,0,")
    write_csv(
        tmp_path / "episodes.csv",
        EPISODES,
        _episode(DECOM="01/05/2009", DEC="02/05/2023"),
        _episode(CHILD="8"),
    )
    write_csv(tmp_path / "reviews.csv", REVIEWS, "7,02/01/2010,05/06/2023,PN1")
    found = {Path(f.path).name: rules(f) for f in read_files([tmp_path], year=2024)}
    assert found == {
        "episodes.csv": ["episode_before_birth", "child_not_in_header"],
        "header.csv": [],
        "reviews.csv": ["birth_not_as_in_header"],
    }


def test_a_check_reads_as_a_sentence(tmp_path: Path) -> None:
    table = read_table(
        write_csv(tmp_path / "a.csv", EPISODES, _episode(DEC="01/04/2023")), year=2024
    )
    assert messages(table) == [
        "Row 2 of a.csv: DEC '01/04/2023' is before DECOM. "
        "Correct whichever of the two dates is wrong."
    ]


def test_a_check_that_fails_is_an_error_and_the_others_still_look() -> None:
    fine = Check("fine", "header", ("SEX",), "is not known", pl.col("SEX") == "U")
    broken = Check("broken", "header", ("DOB",), "is odd", pl.col("DOB").str.len_chars() > 3)
    frame = pl.DataFrame(
        {"CHILD": ["1"], "SEX": ["U"], "DOB": [None], "source_row": [2]},
        schema_overrides={"DOB": pl.Date},
    )
    found = pl.concat(run_checks(frame, HEADER_TABLE, [broken, fine], Place("a.csv", "header")))
    assert dict(zip(found["rule"], found["severity"], strict=True)) == {
        "check_failed": "error",
        "fine": "warning",
    }
    told = found.filter(pl.col("rule") == "check_failed")["message"].item()
    assert told.startswith("a.csv: the check broken could not be run on header")
    assert "was not looked at" in told


@pytest.mark.parametrize(
    ("check", "words"),
    [
        (Check("x", "header", ("GONE",), "", pl.lit(True)), "header has no GONE"),
        (Check("x", "header", ("DOB",), "", pl.col("GONE").is_null()), "header has no GONE"),
        (Check("x", "gone", ("DOB",), "", pl.lit(True)), "there is no table gone"),
    ],
)
def test_a_check_of_a_column_that_is_not_there_is_not_taken(check: Check, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        verified([check], TABLES["ssda903"])
