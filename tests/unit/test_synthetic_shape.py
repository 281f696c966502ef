"""The figures that compare the made-up authority with England, on a return one can count."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.synthetic import generate_returns, shape, shape_care

DOC = Path(__file__).parents[2] / "docs" / "made-up-authority.md"

HEADER = """\
CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
1,M,31/03/2020,WBRI,,,
2,F,01/04/2010,WBRI,,,
3,F,01/01/2015,WBRI,,,
4,M,15/06/2008,WBRI,,,
"""
# Child 1 is six on the last day of March 2026; child 2 is fifteen, a day short of sixteen.
# Child 1 stays; 2 moves twice; 3 changes status only; 4 left at 16 years old.
EPISODES_2026 = """\
CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
1,01/02/2021,S,C2,N1,U4,PR1,,,,,,
2,01/05/2025,S,V2,N1,U6,PR1,01/06/2025,X1,CARPL,,,
2,01/06/2025,P,V2,N1,K2,PR4,01/07/2025,X1,CREQB,,,
2,01/07/2025,B,C1,N1,U6,PR4,,,,,,
3,01/05/2023,S,C1,N1,U6,PR1,01/05/2025,X1,STAND,,,
3,01/05/2025,U,C2,N1,U4,PR1,,,,,,
4,01/05/2024,S,V2,N1,K3,PR4,01/08/2025,E4A,,,,
"""
OC2 = """\
CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED
1,31/03/2020,10,,0,,1,1,1,0,,
3,01/01/2015,20,,0,,1,0,1,0,,
"""
MISSING = """\
CHILD,DOB,MISSING,MIS_START,MIS_END
2,01/04/2010,M,01/08/2025,02/08/2025
2,01/04/2010,M,01/09/2025,02/09/2025
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for year in (2025, 2026):
        here = tmp_path / "ssda903" / str(year)
        here.mkdir(parents=True)
        (here / "header.csv").write_text(HEADER)
        (here / "episodes.csv").write_text(EPISODES_2026)
        (here / "oc2.csv").write_text(OC2)
        (here / "missing.csv").write_text(MISSING)
        (here / "uasc.csv").write_text("CHILD,SEX,DOB,DUC\n")
    return tmp_path


def reached(folder: Path) -> dict[str, str]:
    return {figure.name: figure.reached for figure in shape.figures(folder)}


def test_ages_are_in_completed_years_on_31_march(folder: Path) -> None:
    now = shape_care.in_care(shape_care.read_return(folder / "ssda903", 2026))
    assert dict(now.select("CHILD", "age").rows()) == {"1": 6, "2": 15, "3": 11}


def test_a_new_status_with_the_same_carer_is_no_placement(folder: Path) -> None:
    counted = shape_care.placements_in_year(shape_care.read_return(folder / "ssda903", 2026))
    assert dict(counted.rows()) == {"1": 1, "2": 3, "3": 1}


def test_stability_counts_those_under_16_in_care_for_two_and_a_half_years(folder: Path) -> None:
    years = [shape_care.read_return(folder / "ssda903", year) for year in (2025, 2026)]
    assert shape_care.long_term_stability(years) == (2, 2)  # children 1 and 3, both with one carer


def test_shares_are_of_the_children_they_should_be_of(folder: Path) -> None:
    figures = reached(folder)
    assert figures["Children in care at 31 March"] == "3"
    assert figures["Girls"] == "66.7%"
    assert figures["Foster placements (U1 to U6)"] == "100.0%"
    assert figures["3 or more placements in the year"] == "33.3%"
    assert figures["Teeth checked in the year"] == "50.0%"
    assert figures["SDQ, mean score"] == "15.0"
    assert figures["Missing at least once, of all in the year"] == "25.0%"
    assert figures["Missing incidents for each such child"] == "2.0"


def test_one_return_is_not_enough(tmp_path: Path) -> None:
    (tmp_path / "ssda903" / "2026").mkdir(parents=True)
    with pytest.raises(ValueError, match="need two"):
        shape.figures(tmp_path)


def test_the_page_holds_what_the_command_prints_for_seed_1(tmp_path: Path) -> None:
    generate_returns(tmp_path, seed=1, until=date(2026, 10, 31))
    text = DOC.read_text(encoding="utf-8")
    printed = text.split("<!-- shape -->\n")[1].split("<!-- /shape -->")[0]
    found = shape.figures(tmp_path)
    assert printed.strip() == shape.as_markdown(found).strip()
    assert [figure.name for figure in found if not figure.holds] == []
    assert len([figure for figure in found if figure.tolerance]) > 75
