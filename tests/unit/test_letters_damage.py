"""Text that has suffered is put together where that is sure, and marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from sightline.letters import Finding, Letter, read
from sightline.letters.damage import MAY_STOP, NO_STOP, SPLIT, STOPS

HEAD = """Report to:\tScrutiny Committee\tDate of Meeting:\t4 October 2022
Subject:\tChildren's services in Northmoor

Key issues:

"""


def _letter(tmp_path: Path, body: str) -> Letter:
    path = tmp_path / "paper.txt"
    path.write_text(HEAD + body, encoding="utf-8")
    return read(path)


def _findings(tmp_path: Path, body: str) -> dict[str, Finding]:
    return {each.paragraph: each for each in _letter(tmp_path, body).findings}


def test_a_lost_number_is_found_between_its_neighbours(tmp_path: Path) -> None:
    found = _findings(
        tmp_path,
        "- 2.3 Staff are keen to make the improvements that children need.\n"
        "- Leaders are seen more often than they were, and staff say so.\n"
        "- 2.5 Not all of the workforce has the skills that it needs yet.\n",
    )
    assert list(found) == ["2.3", "2.4", "2.5"]
    assert found["2.4"].damage == "Has lost its number; read as 2.4."
    assert found["2.4"].text == "Leaders are seen more often than they were, and staff say so."


def test_items_of_a_list_under_a_paragraph_have_not_lost_a_number(tmp_path: Path) -> None:
    found = _findings(
        tmp_path,
        "- 1.3 The commissioner is expected to take these steps for children:\n"
        "- To see what the council can do by itself for its children.\n"
        "- 1.5 The council welcomes what was recommended for its children.\n",
    )
    assert "1.4" not in found


def test_a_paragraph_split_by_a_page_is_one_again(tmp_path: Path) -> None:
    found = _findings(
        tmp_path,
        "- 2.1 The children's peer review asked for more and the Council made its Overview and\n"
        "\nScrutiny functions stronger by meeting on a cycle of six weeks.\n",
    )
    assert found["2.1"].text.endswith(
        "its Overview and Scrutiny functions stronger by meeting on a cycle of six weeks."
    )
    assert found["2.1"].damage == SPLIT


@pytest.mark.parametrize(
    ("end", "damage"),
    [
        ("and the work that was done with children of the", STOPS),
        ("and leaders recognise that previous work.", MAY_STOP),
        ("and leaders recognise that much is still to be done.", ""),
        ("and leaders recognise that previous work was poor.", ""),
        ("and some of them wait far too long for a visit", NO_STOP),
        ("and this was said before. (Recommendation)", ""),
    ],
)
def test_a_paragraph_that_stops_says_so(tmp_path: Path, end: str, damage: str) -> None:
    letter = _letter(
        tmp_path, f"- 2.1 Children wait too long to be seen in some of the teams, {end}\n"
    )
    assert letter.findings[0].damage == damage
    assert [each.reason for each in letter.unread if "Paragraph" in each.reason] == (
        [f"Paragraph 2.1: {damage}"] if damage else []
    )
