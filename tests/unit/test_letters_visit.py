"""Letters of focused and monitoring visits."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.letters import DateSource, ImprovementKind, Letter, LetterKind, read
from tests.letters_print import bullet, heading, para, print_letter


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Letter:
    path = tmp_path_factory.mktemp("letters") / "visit.pdf"
    return read(
        print_letter(
            path,
            [
                para("3 June 2024"),
                para("Northmoor Council, Town Hall, High Street"),
                para("Dear Director"),
                heading("Focused visit to Northmoor children’s services"),
                para(
                    "This letter summarises the findings of the focused visit to "
                    "Northmoor children’s services on 30 April and 1 May 2024. There were two."
                ),
                para("Inspectors looked at the local authority’s arrangements for care leavers."),
                heading("Headline findings"),
                para(
                    "Care leavers in Northmoor are well supported by advisers who know them well."
                ),
                heading("Areas for priority action"),
                bullet("The safety of care leavers in temporary homes."),
                heading("What needs to improve in this area of social work practice?"),
                bullet("The timeliness of pathway plans."),
                bullet("Access to a dentist."),
                heading("Main findings"),
                bullet("Pathway plans are not always written with the young person they are for."),
                para("Yours sincerely"),
                para("An inspector of children's services who signs here at the end of it."),
            ],
        )
    )


def test_the_identity_of_a_letter(letter: Letter) -> None:
    assert (letter.authority, letter.kind) == ("Northmoor", LetterKind.FOCUSED_VISIT)
    assert (letter.visited_from, letter.visited_to) == (date(2024, 4, 30), date(2024, 5, 1))
    assert (letter.published, letter.published_source) == (date(2024, 6, 3), DateSource.DOCUMENT)


def test_priority_action_is_told_from_area_for_improvement(letter: Letter) -> None:
    assert [(each.kind, each.text) for each in letter.improvements] == [
        (ImprovementKind.PRIORITY_ACTION, "The safety of care leavers in temporary homes."),
        (ImprovementKind.AREA_FOR_IMPROVEMENT, "The timeliness of pathway plans."),
        (ImprovementKind.AREA_FOR_IMPROVEMENT, "Access to a dentist."),
    ]


def test_what_a_letter_says_of_the_visit_itself_is_no_finding(letter: Letter) -> None:
    assert [each.section for each in letter.findings] == ["Headline findings", "Main findings"]


def test_a_focused_visit_has_no_grades_and_misses_none(letter: Letter) -> None:
    assert (letter.judgements, letter.unread) == ((), ())


MONITORING = """5 March 2021

Dear Director

## Monitoring visit to Northmoor children's services

This letter summarises the findings of the monitoring visit to Northmoor children's services on
9 and 10 February 2021.

## Areas covered by the visit

- The quality of plans for children in care in the borough of Northmoor.

## **Headline findings**

Plans for children in care are often written without the child, and many are late. While the pace

is slow, leaders have begun to act on what auditors tell them about plans.

## Findings

Visits to children in care are regular and purposeful, and children are seen alone.

Yours sincerely
"""


def test_a_monitoring_letter_in_markdown(tmp_path: Path) -> None:
    path = tmp_path / "monitoring.md"
    path.write_text(MONITORING, encoding="utf-8")
    letter = read(path)
    assert (letter.authority, letter.kind) == ("Northmoor", LetterKind.MONITORING_VISIT)
    assert (letter.visited_from, letter.visited_to) == (date(2021, 2, 9), date(2021, 2, 10))
    assert (letter.improvements, letter.unread) == ((), ())
    assert [(each.section, each.paragraph) for each in letter.findings] == [
        ("Headline findings", "1"),
        ("Findings", "2"),
    ]


def test_a_paragraph_cut_in_two_by_a_blank_line_is_one(tmp_path: Path) -> None:
    path = tmp_path / "monitoring.md"
    path.write_text(MONITORING, encoding="utf-8")
    assert (
        read(path)
        .findings[0]
        .text.endswith(
            "While the pace is slow, leaders have begun to act on what auditors tell them "
            "about plans."
        )
    )
