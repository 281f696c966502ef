"""Committee papers and other documents as plain text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.letters import LetterKind, read
from sightline.letters.identity import short_name

PAPER = """Report to:\tScrutiny Committee\tDate of Meeting:\tTuesday 4 October 2022
Subject:\tChildren's Services Commissioner

Recommendation(s):

To note the report.

1. Introduction

- 1.1 The Commissioner began work with children's services in May and found much to put right.

Recommendations to Northmoor Metropolitan Borough Council

- 1. Appoint a practice lead.
- 2. Fund the plan
for three years.

- 3. Hear from children.
"""


def test_a_commissioners_report_gives_its_numbered_recommendations(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(PAPER, encoding="utf-8")
    letter = read(path)
    assert (letter.authority, letter.kind) == ("Northmoor", LetterKind.COVER_REPORT)
    assert letter.conveys is LetterKind.COMMISSIONER_REPORT
    assert letter.published == date(2022, 10, 4)
    assert [each.number for each in letter.improvements] == ["1", "2", "3"]
    assert letter.improvements[2].text == "Hear from children."
    assert [each.paragraph for each in letter.findings] == ["1.1"]


def test_a_news_report_claims_nothing(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(
        "Town told to do better for children\n\nA paper says that children in the town wait.\n",
        encoding="cp1252",
    )
    letter = read(path)
    assert letter.kind is LetterKind.OTHER
    assert (letter.judgements, letter.improvements, letter.findings) == ((), (), ())
    assert "Not recognised" in letter.unread[0].reason


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Joint targeted area inspection of services in Northmoor", LetterKind.JTAI),
        ("Area SEND inspection of Northmoor Local Area Partnership", LetterKind.SEND_INSPECTION),
        ("Peer challenge of Northmoor Council", LetterKind.PEER_REVIEW),
    ],
)
def test_other_kinds_are_known_by_their_titles(tmp_path: Path, text: str, kind: LetterKind) -> None:
    path = tmp_path / "letter.md"
    path.write_text(
        f"# {text}\n\n## Findings\n\nChildren wait too long for an assessment of their needs.\n",
        encoding="utf-8",
    )
    letter = read(path)
    assert (letter.kind, letter.authority) == (kind, "Northmoor")


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Northmoor", "Northmoor"),
        ("Northmoor Borough Council", "Northmoor"),
        ("City of Northmoor Metropolitan District Council", "Northmoor"),
        ("Northmoor MBC", "Northmoor"),
        ("London Borough of Eastmere", "Eastmere"),
        ("Royal Borough of Low and High Fell", "Low and High Fell"),
        ("Northmoor local authority", "Northmoor"),
        ("City of London", "City of London"),
        ("Isle of Gulls Council", "Isle of Gulls"),
    ],
)
def test_the_short_name_is_the_place(full: str, short: str) -> None:
    assert short_name(full) == short
