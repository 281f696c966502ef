"""`sightline letters compare|precedents|journeys`: what they print, and what bad input is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sightline.cli import main
from tests.improvement_letters import (
    BLAMED,
    FOCUSED_VISIT_2021,
    FOCUSED_VISIT_2023,
    pdf_inspection,
    text_letter,
)


def letters(*arguments: object) -> Result:
    result = CliRunner().invoke(main, ["letters", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two letters on one authority, and one of the same words on another."""
    text_letter(tmp_path, FOCUSED_VISIT_2021, "older.txt")
    text_letter(tmp_path, FOCUSED_VISIT_2023, "newer.txt")
    other = FOCUSED_VISIT_2021.replace("Eastholme", "Westmoor")
    text_letter(tmp_path, other, "westmoor.txt")
    return tmp_path


def test_compare_finds_what_the_newer_letter_says_again(folder: Path) -> None:
    result = letters("compare", folder / "older.txt", folder / "newer.txt", "--json")
    again = json.loads(result.stdout)["recurrences"]
    assert BLAMED in {each["text"] for each in again}
    assert {each["source"] for each in again} == {"newer.txt"}


def test_precedents_are_those_of_other_authorities(folder: Path) -> None:
    result = letters("precedents", folder, "--words", BLAMED, "--json")
    told = json.loads(result.stdout)["precedents"]
    assert {each["authority"] for each in told} == {"Eastholme", "Westmoor"}
    named = letters("precedents", folder, "--finding", "newer.txt:1:1", "--json")
    assert {each["authority"] for each in json.loads(named.stdout)["precedents"]} == {"Westmoor"}


def test_journeys_of_reports_without_an_inadequate_judgement(tmp_path: Path) -> None:
    pdf_inspection(tmp_path)
    result = letters("journeys", tmp_path)
    assert result.exit_code == 0
    assert "Eastholme: 2024 Requires improvement to be good" in result.stdout
    assert "No report here judged an authority inadequate overall." in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("compare", "gone.pdf"), "does not exist"),
        (("journeys", "gone"), "does not exist"),
        (("precedents", "gone", "--words", "x"), "does not exist"),
        (("journeys", "."), "There is no report in"),
        (("precedents", ".", "--words", "x"), "There is no report in"),
    ],
)
def test_what_is_not_there_is_a_mistake_in_the_command(
    arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = letters(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "Give either --words or --finding."),
        (("--words", "x", "--finding", "newer.txt:1:1"), "Give either --words or --finding."),
        (("--words", "   "), "Give either --words or --finding."),
        (("--finding", "newer.txt"), "No finding newer.txt"),
        (("--finding", "newer.txt:99:1"), "No finding newer.txt:99:1"),
        (("--finding", ":::"), "No finding"),
    ],
)
def test_a_finding_that_is_none_is_a_mistake_in_the_command(
    options: tuple[str, ...], said: str, folder: Path
) -> None:
    result = letters("precedents", folder, *options)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("command", ["compare", "precedents", "journeys"])
def test_one_bad_file_is_told_and_stops_none_of_the_others(command: str, folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    where = sorted(folder.iterdir()) if command == "compare" else [folder]
    words = ["--words", BLAMED] if command == "precedents" else []
    result = letters(command, *where, *words, "--json")
    assert result.exit_code == 1
    assert "broken.pdf" in result.stderr
    told = json.loads(result.stdout)
    assert told["version"] == 1
    assert told.get("recurrences") or told.get("precedents") or told["class"]
