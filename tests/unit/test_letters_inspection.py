"""An inspection report of 2018 onwards, printed small: every part of it is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.letters import Direction, Grade, ImprovementKind, Letter, LetterKind, read
from tests.letters_print import bullet, grades, heading, numbered, para, print_letter, title

HELP = "The experiences and progress of children who need help and protection"
CARE = "The experiences and progress of children in care"
LEAVERS = "The experiences and progress of care leavers"
LEADERS = "The impact of leaders on social work practice with children and families"


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Letter:
    path = tmp_path_factory.mktemp("letters") / "northmoor.pdf"
    filler = [
        numbered(n, f"Team {n} knows its children well and plans for them.") for n in range(5, 40)
    ]
    print_letter(
        path,
        [
            title("Inspection of Northmoor local authority children's services"),
            heading("Inspection dates: 28 February to 11 March 2022"),
            heading("Lead inspector: A. N. Other, Inspector"),
            grades(
                (LEADERS, "Inadequate"),
                (HELP, "Requires improvement to be good"),
                (CARE, "Good"),
                (LEAVERS, "Outstanding"),
                ("Overall effectiveness", "Requires improvement to be good"),
            ),
            para("Services in Northmoor are not yet good. Too many children wait for a visit."),
            heading("What needs to improve?", large=True),
            bullet(
                "The speed with which children are seen by social workers once a referral is made."
            ),
            bullet("Caseloads."),
            bullet("The use of well-matched homes."),
            heading(f"{HELP}: requires improvement to be good"),
            numbered(
                1, "Strategy discussions are often late. Too many take place without the police."
            ),
            numbered(2, "Early help is strong. Families benefit from timely support."),
            numbered(3, "Supervision is improving. It has improved since the last inspection."),
            heading(f"{CARE}: good"),
            numbered(4, "Northmoor has two children's homes in the borough."),
            *filler,
        ],
        foot="Inspection of Northmoor local authority children's services",
    )
    return read(path)


def test_the_identity_is_read_from_the_title(letter: Letter) -> None:
    assert (letter.authority, letter.kind) == ("Northmoor", LetterKind.INSPECTION)
    assert (letter.visited_from, letter.visited_to) == (date(2022, 2, 28), date(2022, 3, 11))


def test_every_row_of_the_table_is_a_judgement(letter: Letter) -> None:
    assert [(each.judgement, each.grade) for each in letter.judgements] == [
        (LEADERS, Grade.INADEQUATE),
        (HELP, Grade.REQUIRES_IMPROVEMENT),
        (CARE, Grade.GOOD),
        (LEAVERS, Grade.OUTSTANDING),
        ("Overall effectiveness", Grade.REQUIRES_IMPROVEMENT),
    ]


def test_bullets_are_whole_and_in_order(letter: Letter) -> None:
    assert [each.text for each in letter.improvements] == [
        "The speed with which children are seen by social workers once a referral is made.",
        "Caseloads.",
        "The use of well-matched homes.",
    ]
    assert {each.kind for each in letter.improvements} == {ImprovementKind.AREA_FOR_IMPROVEMENT}


def test_paragraphs_keep_their_printed_numbers_over_pages(letter: Letter) -> None:
    assert [each.paragraph for each in letter.findings[1:]] == [str(n) for n in range(1, 40)]
    assert letter.pages > 1
    assert letter.findings[-1].page == letter.pages


def test_findings_have_section_theme_and_direction(letter: Letter) -> None:
    strategy, early_help, supervision = letter.findings[1:4]
    assert strategy.section == f"{HELP}: requires improvement to be good"
    assert (strategy.themes[0], strategy.direction) == ("strategy_discussions", Direction.WEAKNESS)
    assert (early_help.themes[0], early_help.direction) == ("early_help", Direction.STRENGTH)
    assert (supervision.themes[0], supervision.direction) == ("supervision", Direction.PROGRESS)
    assert letter.findings[4].direction is Direction.NEUTRAL


def test_running_foot_and_page_numbers_are_in_no_finding(letter: Letter) -> None:
    assert not any("Inspection of Northmoor" in each.text for each in letter.findings)


def test_nothing_is_left_unread_but_the_date_of_publication(letter: Letter) -> None:
    assert [each.reason for each in letter.unread] == ["The date of publication was not found."]


def test_a_report_without_a_table_says_so_and_guesses_nothing(tmp_path: Path) -> None:
    path = print_letter(
        tmp_path / "2022-05-09.pdf",
        [
            title("Inspection of Northmoor local authority children's services"),
            para("Services for children are inadequate in every respect that inspectors saw."),
        ],
    )
    read_letter = read(path)
    assert read_letter.judgements == ()
    reasons = [each.reason for each in read_letter.unread]
    assert "No table of judgements was found." in reasons
    assert any("What needs to improve" in reason for reason in reasons)


def test_the_file_name_gives_the_date_that_the_report_does_not(tmp_path: Path) -> None:
    path = print_letter(
        tmp_path / "northmoor-2022-05-09.pdf",
        [title("Inspection of Northmoor local authority children's services"), para("Children.")],
    )
    assert read(path).published == date(2022, 5, 9)
