"""Reports of 2013 to 2017: numbered recommendations, a safeguarding board, footnotes, contents."""

from __future__ import annotations

from datetime import date

import pytest

from sightline.letters import Grade, ImprovementKind, Letter, LetterKind, read
from tests.letters_print import (
    bullet,
    footnote,
    grades,
    heading,
    new_page,
    numbered,
    para,
    print_letter,
    title,
)


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> Letter:
    """A report of the single inspection framework."""
    path = tmp_path_factory.mktemp("letters") / "single.pdf"
    return read(
        print_letter(
            path,
            [
                title("Northmoor Metropolitan Borough Council"),
                heading(
                    "Inspection of services for children in need of help and protection", large=True
                ),
                heading("Inspection date: 19 November – 11 December 2013"),
                heading("Report published: 14 February 2014"),
                heading(
                    "Children’s services in Northmoor require improvement to be good", large=True
                ),
                grades(
                    ("1. Children who need help and protection", "Requires improvement"),
                    ("2. Children looked after and achieving permanence", "Good"),
                    ("2.1 Adoption performance", "Outstanding"),
                    ("3. Leadership, management and governance", "Inadequate"),
                ),
                footnote(
                    "1 This note names the law under which children are inspected in this place."
                ),
                new_page(),
                heading("Contents", large=True),
                para("Recommendations 3"),
                para("Summary for children and young people 4"),
                new_page(),
                heading("The local authority", large=True),
                heading("Recommendations", large=True),
                numbered(1, "Ensure that every assessment is read by a manager (paragraph 12)."),
                numbered(2, "Ensure that:"),
                bullet("plans say who does what"),
                bullet("plans say by when."),
                heading("Summary for children and young people", large=True),
                para(
                    "We think that your social workers should see you more often than they do now."
                ),
                heading("Information about this local authority area", large=True),
                para("About 40,000 children live in Northmoor, which has a river and two hills."),
                heading("Leadership, management and governance", large=True),
                numbered(3, "Leaders lack a full view of practice, and audits are too optimistic."),
                heading("The Local Safeguarding Children Board is good", large=True),
                heading("Recommendations", large=True),
                numbered(4, "The board should publish its plan."),
            ],
        )
    )


def test_the_council_in_the_largest_letters_is_the_authority(single: Letter) -> None:
    assert (single.authority, single.kind) == ("Northmoor", LetterKind.INSPECTION)
    assert single.published == date(2014, 2, 14)
    assert (single.visited_from, single.visited_to) == (date(2013, 11, 19), date(2013, 12, 11))


def test_judgements_come_from_headline_table_and_board(single: Letter) -> None:
    assert [(each.judgement, each.grade) for each in single.judgements] == [
        ("Overall effectiveness", Grade.REQUIRES_IMPROVEMENT),
        ("Children who need help and protection", Grade.REQUIRES_IMPROVEMENT),
        ("Children looked after and achieving permanence", Grade.GOOD),
        ("Adoption performance", Grade.OUTSTANDING),
        ("Leadership, management and governance", Grade.INADEQUATE),
        ("The Local Safeguarding Children Board", Grade.GOOD),
    ]


def test_a_recommendation_keeps_its_sub_list(single: Letter) -> None:
    assert [(each.number, each.text) for each in single.improvements] == [
        ("1", "Ensure that every assessment is read by a manager (paragraph 12)."),
        ("2", "Ensure that:\nplans say who does what\nplans say by when."),
        ("4", "The board should publish its plan."),
    ]
    assert {each.kind for each in single.improvements} == {ImprovementKind.RECOMMENDATION}


def test_only_what_inspectors_found_is_a_finding(single: Letter) -> None:
    assert [each.paragraph for each in single.findings] == ["3"]


def test_time_limits_are_no_end_of_the_list(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("letters") / "looked-after.pdf"
    print_letter(
        path,
        [
            title("Inspection of looked after children services"),
            para("Northmoor County Council"),
            heading("Areas for improvement", large=True),
            numbered(
                1,
                "To improve services for children the authority should take the following action.",
            ),
            heading("Immediately:"),
            bullet("see every child"),
            heading("Within three months:"),
            bullet("write to every child"),
            heading("Outcomes for looked after children", large=True),
            numbered(2, "Outcomes for looked after children are weak in health and in education."),
        ],
    )
    letter = read(path)
    assert [each.text for each in letter.improvements] == [
        "see every child",
        "write to every child",
    ]
    assert [each.paragraph for each in letter.findings] == ["2"]
