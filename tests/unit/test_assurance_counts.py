"""Counts in conflict: how many recommendations, how many visits, which visit it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from sightline.assurance import Conflict, FactKind, Paper, conflicts_among, read_paper
from sightline.assurance.days import How

REPORT = """Commissioner's report on children's services in Eastholme

Report published: 3 August 2025

I was appointed by the Secretary of State to review children's services in Eastholme.

## Recommendations to Eastholme Borough Council

- 1. Read again the plan of every child who waits.
- 2. Appoint a permanent director.
- 3. Publish a timetable for reviews.
"""
VISIT = """Monitoring visit to Eastholme children's services

This letter summarises the findings of the monitoring visit to Eastholme children's services on 4 and 5 March 2025. This was the third monitoring visit since the authority was judged inadequate in May 2023.

Report published: 7 April 2025

## Findings

Too many children in Eastholme wait too long for a permanent home and plans drift.
"""  # noqa: E501
COVER = """Report to:	Overview and Scrutiny Committee	Date of Meeting:	DAY
Subject:	Children's Services in Eastholme

1. Introduction

- 1.1 SAID
- 1.2 The council thanks all who work with children in Eastholme, and carers in Eastholme.
"""


@pytest.fixture
def papers(tmp_path: Path) -> dict[str, Paper]:
    """The report and the visit."""
    found = {}
    for name, text in (("report", REPORT), ("visit", VISIT)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        found[name] = read_paper(tmp_path / f"{name}.txt")
    return found


def cover(tmp_path: Path, said: str, day: str = "Monday 8 September 2025") -> Paper:
    path = tmp_path / "cover.txt"
    path.write_text(COVER.replace("SAID", said).replace("DAY", day), encoding="utf-8")
    return read_paper(path)


def counted(*papers: Paper) -> list[Conflict]:
    kinds = {FactKind.COUNT, FactKind.VISIT_NUMBER}
    return [each for each in conflicts_among(papers) if each.kind in kinds]


@pytest.mark.parametrize(
    "said",
    [
        "The Commissioner made five recommendations.",
        "The Commissioner’s report sets out 5 recommendations, all of which are accepted.",
        "In her report of August 2025 the Commissioner listed 5 recommendations.",
        "Five recommendations were made by the Commissioner.",
        "The Commissioner’s report has been published. It makes 5 recommendations.",
    ],
)
def test_another_number_than_the_report_lists(
    papers: dict[str, Paper], tmp_path: Path, said: str
) -> None:
    (found,) = counted(papers["report"], cover(tmp_path, said))
    assert found.how is How.CONTRADICTS
    assert {fact.amount for fact in found.facts} == {3, 5}
    assert "Lists 3 recommendations." in {fact.words for fact in found.facts}


@pytest.mark.parametrize(
    "said",
    [
        "The Commissioner made three recommendations.",
        "Two of the Commissioner’s recommendations are complete.",
        "The Commissioner made two recommendations about the director of children’s services.",
        "The Commissioner’s two recommendations that remain will be closed by the spring.",
        "The first two recommendations of the Commissioner are in hand.",
        "The scrutiny review made 5 recommendations.",
        "The peer review and the Commissioner made 5 recommendations.",
        "The Commissioner of 2019 made 5 recommendations in March 2019.",
        "Officers make two recommendations to the committee.",
    ],
)
def test_a_part_another_reviewer_or_another_year_is_no_conflict(
    papers: dict[str, Paper], tmp_path: Path, said: str
) -> None:
    assert counted(papers["report"], cover(tmp_path, said)) == []


def test_a_count_more_than_a_year_later_is_of_another_report(
    papers: dict[str, Paper], tmp_path: Path
) -> None:
    said = "The Commissioner made five recommendations."
    later = cover(tmp_path, said, "Monday 7 September 2026")
    assert counted(papers["report"], later) == []


@pytest.mark.parametrize(
    ("said", "day", "how"),
    [
        ("The fourth monitoring visit took place in March 2025.", "12 May 2025", How.CONTRADICTS),
        ("Ofsted’s fourth monitoring visit was positive.", "12 May 2025", How.CONTRADICTS),
        ("There have been two monitoring visits.", "12 May 2025", How.CONTRADICTS),
        ("There have been four monitoring visits.", "8 September 2025", How.PARTLY),
    ],
)
def test_one_visit_with_two_numbers(
    papers: dict[str, Paper], tmp_path: Path, said: str, day: str, how: How
) -> None:
    (found,) = counted(papers["visit"], cover(tmp_path, said, f"Monday {day}"))
    assert (found.kind, found.how) == (FactKind.VISIT_NUMBER, how)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Ofsted’s third monitoring visit was positive.", "12 May 2025"),
        ("There have been three monitoring visits.", "12 May 2025"),
        ("The fourth monitoring visit is planned for May.", "12 May 2025"),
        ("The fourth monitoring visit took place in September 2025.", "8 December 2025"),
        ("The second monitoring visit took place in November 2024.", "12 May 2025"),
        ("There have been two monitoring visits.", "10 February 2025"),
    ],
)
def test_another_visit_or_one_still_to_come_is_no_conflict(
    papers: dict[str, Paper], tmp_path: Path, said: str, day: str
) -> None:
    assert counted(papers["visit"], cover(tmp_path, said, f"Monday {day}")) == []


def test_one_number_in_figures_and_in_words_is_told_once(
    papers: dict[str, Paper], tmp_path: Path
) -> None:
    said = "The Commissioner made five recommendations. The Commissioner listed 5 recommendations."
    (found,) = counted(papers["report"], cover(tmp_path, said))
    assert found.sentence == "How many there were: 3 recommendations or five recommendations."
