"""What the tables say: each case is a row that cannot be right, and the sentence a clerk gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from sightline.returns import read_files
from tests.returns_files import (
    EPISODES,
    HEADER,
    MISSING,
    OC2,
    REVIEWS,
    messages,
    read_table,
    rules,
    write_csv,
)

GOOD = "7,01/05/2023,S,C2,N1,U6,PR4,01/06/2023,E4A,,AB1 2CD,EF3 4GH,1234567"


def _episode(**changes: str) -> str:
    cells = dict(zip(EPISODES.split(","), GOOD.split(","), strict=True))
    return ",".join({**cells, **changes}.values())


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([_episode()], []),
        ([_episode(DEC="01/04/2023")], ["episode_ends_before_start"]),
        ([_episode(DEC="")], ["rec_without_dec"]),
        ([_episode(REC="")], ["dec_without_rec"]),
        ([_episode(DECOM="01/05/2024", DEC="", REC="")], ["episode_starts_after_year_end"]),
        ([_episode(DEC="01/04/2024")], ["episode_ends_after_year_end"]),
        ([_episode(REC="X1")], ["care_continues_but_no_next"]),
        ([_episode(REC="X1"), _episode(DECOM="01/06/2023", DEC="02/06/2023")], []),
        ([_episode(), _episode(DECOM="20/05/2023")], ["episode_overlaps_next"]),
        (
            [_episode(DEC="", REC=""), _episode(DECOM="20/05/2023")],
            ["episode_open_before_next"],
        ),
        ([_episode(), _episode(LS="C1")], ["episode_overlaps_next", *["episode_repeated"] * 2]),
        ([_episode(REC="E11")], ["adopted_from_no_adoptive_placement"]),
        ([_episode(REC="E11", PLACE="A5")], []),
        ([_episode(PLACE="P1")], ["with_parents_but_other_provider"]),
        ([_episode(PLACE="P1", PLACE_PROVIDER="PR0")], []),
        ([_episode(PLACE_PROVIDER="")], ["provider_blank"]),
        ([_episode(PLACE="T1", PLACE_PROVIDER="")], []),
        ([_episode(URN="12")], ["urn_form"]),
        ([_episode(URN="SC123456")], []),
        ([_episode(PL_POST="nowhere")], ["pl_post_form"]),
    ],
)
def test_episodes(tmp_path: Path, rows: list[str], expected: list[str]) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", EPISODES, *rows), year=2024)
    assert sorted(rules(table)) == sorted(expected)
    assert table.kept == len(rows)


@pytest.mark.parametrize(
    ("heading", "row", "expected"),
    [
        (HEADER, "1,1,12/02/2025,WBRI,UN1,0,", ["born_after_year_end"]),
        (HEADER, "1,1,12/02/2010,WBRI,123,0,", ["upn_form"]),
        (HEADER, "1,2,12/02/2007,WBRI,A123456789012,1,", ["mother_without_birth"]),
        (HEADER, "1,1,12/02/2007,WBRI,UN5,1,01/05/2023", ["mother_not_female"]),
        (HEADER, "1,2,12/02/2015,WBRI,UN5,1,01/05/2023", ["mother_child_before_own_birth"]),
        (REVIEWS, "1,12/02/2010,05/06/2024,PN1", ["review_after_year_end"]),
        (REVIEWS, "1,12/02/2010,05/06/2009,PN0", ["review_before_birth"]),
        (REVIEWS, "1,12/02/2010,12/02/2014,PN0", ["pn0_from_four"]),
        (REVIEWS, "1,12/02/2010,11/02/2014,PN1", ["under_four_without_pn0"]),
        (OC2, "1,12/02/2010,14,SDQ1,0,,1,1,1,0,,", ["sdq_score_and_reason"]),
        (OC2, "1,12/02/2010,,,0,,1,1,1,0,,", ["sdq_neither"]),
        (OC2, "1,12/02/2022,,,0,,1,1,1,0,,", []),
        (OC2, "1,12/02/2010,14,,0,,1,1,1,1,,", ["misuse_without_intervention"]),
        (MISSING, "1,12/02/2010,M,05/06/2023,04/06/2023", ["missing_ends_before_start"]),
        ("CHILD,SEX,DOB,DUC", "1,1,12/02/2010,13/02/2028", ["duc_after_18"]),
        ("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", "1,12/02/2004,YES,0,K1", ["in_touch_without_activity"]),
    ],
)
def test_other_tables(tmp_path: Path, heading: str, row: str, expected: list[str]) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", heading, row), year=2024)
    assert rules(table) == expected


def test_children_are_held_against_the_header_that_lies_beside(tmp_path: Path) -> None:
    write_csv(tmp_path / "header.csv", HEADER, "7,1,01/01/2010,WBRI,UN1,0,")
    write_csv(
        tmp_path / "episodes.csv",
        EPISODES,
        _episode(DECOM="01/01/2009", DEC="02/01/2009"),
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
    assert messages(table) == ["Row 2 of a.csv: DEC '01/04/2023' is before DECOM."]
