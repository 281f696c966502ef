"""The JSON of `letters read`: what others may build on, key by key."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sightline.cli import main
from sightline.letters import (
    THEME_IDS,
    Direction,
    Grade,
    ImprovementKind,
    LetterKind,
    letter_as_json,
    read,
)
from tests.letters_print import bullet, grades, heading, numbered, print_letter, title


def test_it_keeps_the_contract(tmp_path: Path) -> None:
    path = print_letter(
        tmp_path / "northmoor-2022-05-09.pdf",
        [
            title("Inspection of Northmoor local authority children's services"),
            heading("Inspection dates: 17 to 28 January 2022"),
            grades(("The impact of leaders", "Good"), ("Overall effectiveness", "Good")),
            heading("What needs to improve?", large=True),
            bullet("The speed of assessment."),
            heading("The impact of leaders: good"),
            numbered(
                1, "Leaders are ambitious for children and know the quality of practice well."
            ),
        ],
    )
    plain = json.loads(json.dumps(letter_as_json(read(path))))
    assert plain["authority"] == "Northmoor"
    assert plain["kind"] == "inspection"
    assert plain["visited"] == {"from": "2022-01-17", "to": "2022-01-28"}
    assert plain["published"] == "2022-05-09"
    assert plain["published_source"] == "file_name"
    assert plain["judgements"][0] == {
        "judgement": "The impact of leaders",
        "grade": "Good",
        "page": 1,
    }
    assert {"text": "The speed of assessment.", "page": 1}.items() <= plain["improvements"][
        0
    ].items()
    finding = plain["findings"][0]
    assert (finding["paragraph"], finding["page"], finding["direction"]) == ("1", 1, "strength")
    assert finding["section"] == "The impact of leaders: good"
    assert finding["themes"][0] == "leadership"
    assert plain["unread"] == []


CONTRACT = {"authority", "kind", "visited", "published", "judgements", "improvements", "findings"}
JUDGEMENT = {"judgement", "grade"}
IMPROVEMENT = {"text", "page"}
FINDING = {"text", "page", "paragraph", "section", "themes", "direction"}


def _printed(*paths: Path) -> Any:
    """What the command prints, as read back."""
    run = CliRunner().invoke(main, ["letters", "read", *map(str, paths), "--json"])
    assert run.exit_code == 0, run.output
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return print_letter(
        tmp_path_factory.mktemp("letters") / "report.pdf",
        [
            title("Inspection of Northmere and Easthollow children's services"),
            heading("Inspection dates: 30 January to 3 February 2023"),
            grades(
                ("The impact of leaders", "Inadequate"),
                ("Children in care", "Requires improvement to be good"),
                ("Care leavers", "Outstanding"),
                ("Overall effectiveness", "Good"),
            ),
            heading("What needs to improve?", large=True),
            bullet("The speed of assessment."),
            bullet("The quality of plans, so that each says by when."),
            heading("The impact of leaders: inadequate"),
            numbered(1, "Too many children wait for an assessment, and some for far too long."),
            numbered(2, "Social workers visit children often and know them and their carers well."),
        ],
    )


def test_the_command_prints_every_key_of_the_contract(report: Path) -> None:
    letter = _printed(report)
    assert letter.keys() >= CONTRACT
    assert letter["visited"].keys() == {"from", "to"}
    assert all(each.keys() >= JUDGEMENT for each in letter["judgements"])
    assert all(each.keys() >= IMPROVEMENT for each in letter["improvements"])
    assert all(each.keys() >= FINDING for each in letter["findings"])
    assert [len(letter[part]) for part in ("judgements", "improvements", "findings")] == [4, 2, 2]


def test_grades_are_plain_words(report: Path) -> None:
    assert [each["grade"] for each in _printed(report)["judgements"]] == [
        "Inadequate",
        "Requires improvement to be good",
        "Outstanding",
        "Good",
    ]
    assert {grade.value for grade in Grade} == {
        "Outstanding",
        "Good",
        "Requires improvement to be good",
        "Adequate",
        "Inadequate",
    }


def test_dates_are_iso_and_a_date_that_is_not_printed_is_null(report: Path) -> None:
    letter = _printed(report)
    assert letter["visited"] == {"from": "2023-01-30", "to": "2023-02-03"}
    assert letter["published"] is None


def test_pages_are_numbers_and_paragraphs_are_as_printed(report: Path) -> None:
    letter = _printed(report)
    assert [(each["page"], each["paragraph"]) for each in letter["findings"]] == [
        (1, "1"),
        (1, "2"),
    ]
    assert [each["page"] for each in letter["improvements"]] == [1, 1]


def test_themes_and_directions_are_ids(report: Path) -> None:
    first, second = _printed(report)["findings"]
    assert (first["direction"], second["direction"]) == ("weakness", "strength")
    assert set(first["themes"]) | set(second["themes"]) <= set(THEME_IDS)
    assert "assessment" in first["themes"]


def test_every_id_is_in_snake_case() -> None:
    ids = [*THEME_IDS, *LetterKind, *Direction, *ImprovementKind]
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", each) for each in ids)
    assert {kind.value for kind in LetterKind} == {
        "inspection",
        "focused_visit",
        "monitoring_visit",
        "jtai",
        "send_inspection",
        "peer_review",
        "practice_review",
        "iro_report",
        "ombudsman",
        "internal_audit",
        "scrutiny_review",
        "commissioner_report",
        "dfe_review",
        "direction",
        "court_feedback",
        "staff_survey",
        "review",
        "cover_report",
        "statement",
        "news",
        "other",
    }


def test_one_file_prints_one_letter_and_several_a_list(report: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.pdf"
    again.write_bytes(report.read_bytes())
    assert [each["authority"] for each in _printed(report, again)] == [
        "Northmere and Easthollow",
        "Northmere and Easthollow",
    ]


def test_a_file_that_is_no_letter_is_an_input_error_and_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7 and no more")
    run = CliRunner().invoke(main, ["letters", "read", str(path), "--json"])
    assert run.exit_code == 1
    assert "broken.pdf is not a readable PDF" in run.stderr
    assert isinstance(run.exception, SystemExit)
