"""Every kind of review is known by what it says of itself; each example is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from sightline.letters import Letter, LetterKind, Voice, Weight, paragraphs, read

WEAK = "Too many children wait for an assessment of their needs, and some wait far too long."
GOOD = "Social workers know their children well and visit them often, as children told us."

PEER = f"""# Northmoor Council: Local Government Association peer challenge of children's services

Feedback letter, 14 March 2024

Dear Alex

Thank you for inviting the peer team to Northmoor on 27 to 29 February 2024.

## Strengths

- {GOOD}
- Leaders are visible and staff speak warmly of the support that they give to one another.

## Areas for consideration

- The speed of assessment.
- How well plans are written with families.

## Recommendations

1. Set out by when each child is to be seen.
2. Share what the visiting team has learned.

Yours sincerely

The peer team
"""
JTAI = f"""# Joint targeted area inspection of Northmoor

Inspection of the multi-agency response to children who are victims of domestic abuse in Northmoor

Inspection dates: 4 to 8 March 2024

## Headline findings

{WEAK}

## Areas for priority action

- The timeliness of strategy discussions, which the police and health partners do not attend.

## Areas for improvement

- The analysis of risk in assessments.
"""
SEND = f"""# Area SEND inspection of Northmoor Local Area Partnership

Inspection dates: 10 to 14 June 2024

## What is it like to be a child or young person with SEND in this area?

{WEAK}

## Areas for priority action

- Leaders across the partnership should act urgently to reduce waits for specialist assessment.

## Areas for improvement

- Leaders should improve the quality of annual reviews.
"""
PRACTICE = f"""# Northmoor Safeguarding Children Partnership

## Local child safeguarding practice review: Child K

Published 3 May 2023

## Findings

1. {WEAK}

## Recommendations

1. The partnership should seek assurance by 31 October 2023 that histories are read.
2. The hospital trust should review how bruises are referred.
"""
IRO = f"""# Independent Reviewing Officer Service Annual Report 2022 to 2023

Northmoor Council

## Timeliness of reviews

{WEAK}

## Areas for development

- More children should chair their own reviews.
"""
OMBUDSMAN = f"""# Local Government and Social Care Ombudsman

Northmoor Council (22 001 234)

Decision: Upheld. Decision date: 11 July 2023

## The Ombudsman's final decision

1. The Council was at fault for its delay in assessing Ms X's child, who waited for six months.
2. {WEAK}

## Recommended action

Within one month of this decision the Council has agreed to:

- apologise to Ms X; and
- remind staff of the timescales for assessing a child.
"""
AUDIT = f"""# Internal Audit Report: Children's placements, Northmoor Council

Audit opinion: Limited assurance. Date: 2 February 2024

## Detailed findings

1. {WEAK}

## Recommendations

1. High: Record by when each child's home is reviewed, by 30 April 2024.
2. Medium: Reconcile the list of placements with payments each month.
"""
DIRECTION = f"""# Statutory direction to Northmoor Council in relation to children's services

Under section 497A(4B) of the Education Act 1996

Issued on 6 April 2023

The Secretary of State has noted that children's services are failing. {WEAK}

## The Secretary of State directs the Council as follows

1. To comply with any instructions of the Children's Services Commissioner.
2. To provide such information on its children as the Commissioner may require.
"""
NOTICE = f"""# Improvement notice

To: Northmoor Council. Date: 6 April 2023

This notice is given because of poor performance in children's services. {WEAK}

## Requirements

1. The council should appoint an independent chair by the end of May 2023.
2. The council should report to the Department each quarter.
"""
DFE = f"""# Department for Education adviser's six-month review of children's services in Northmoor

Date: 19 September 2024

## Findings

{WEAK}

## Recommendations

1. Keep the improvement board in place for another year.
"""
SCRUTINY = f"""# Northmoor Council

## Report of the Scrutiny Task and Finish Group on homes for children in care

January 2024

## What we found

{WEAK}

## Recommendations

1. That Cabinet agrees a plan for more local homes for children.
2. That the committee hears from children each year.
"""
COURT = f"""# Feedback from the Family Court to Northmoor Council, summer 2023

The Designated Family Judge and Cafcass gave these observations on work with children.

## Observations

- {WEAK}
- Statements are often filed late and without the family's history.
"""
SURVEY = f"""# Social work health check: staff survey 2023, Northmoor Council children's services

## What staff said

{WEAK}

## Areas for improvement

- Workloads in the assessment teams.
"""
COVER = f"""Report to:\tCorporate Parenting Board\tDate of Meeting:\t4 October 2023
Subject:\tLocal Government Association peer review of children's services
Report of:\tExecutive Director, Northmoor Council\tWards Affected:\tAll

Recommendation(s):

That the Board note the report.

Key issues:

- 2.1 The Council welcomes the review. {GOOD}
- 2.2 Plans are in place to see to it that children are assessed sooner than they have been.

Recommendations of the peer team

- 1. Appoint a practice lead.
- 2. Hear from children.
"""
STATEMENT = f"""Press release

Northmoor Council responds to Ofsted report on children's services

Issued 12 June 2023

We welcome the inspectors' findings. {GOOD}

Notes to editors

The report can be read on the inspectorate's pages about children's services in Northmoor.
"""
NEWS = f"""Council told to do better for town's children

By Jo Bloggs, Local Democracy Reporter

Inspectors have found that children wait too long, a report out today says.

The leader of the council said: “We accept these findings and will put them right.”

“It is not good enough,” said the leader of the opposition. “{WEAK}”

A parent told the paper: “We waited a year for anybody to come and see our children.”
"""
CASES = [
    (PEER, LetterKind.PEER_REVIEW, Weight.INDEPENDENT, 4),
    (JTAI, LetterKind.JTAI, Weight.INDEPENDENT, 2),
    (SEND, LetterKind.SEND_INSPECTION, Weight.INDEPENDENT, 2),
    (PRACTICE, LetterKind.PRACTICE_REVIEW, Weight.INDEPENDENT, 2),
    (IRO, LetterKind.IRO_REPORT, Weight.OWN, 1),
    (OMBUDSMAN, LetterKind.OMBUDSMAN, Weight.INDEPENDENT, 2),
    (AUDIT, LetterKind.INTERNAL_AUDIT, Weight.OWN, 2),
    (DIRECTION, LetterKind.DIRECTION, Weight.DERIVED, 2),
    (NOTICE, LetterKind.DIRECTION, Weight.DERIVED, 2),
    (DFE, LetterKind.DFE_REVIEW, Weight.INDEPENDENT, 1),
    (SCRUTINY, LetterKind.SCRUTINY_REVIEW, Weight.OWN, 2),
    (COURT, LetterKind.COURT_FEEDBACK, Weight.INDEPENDENT, 0),
    (SURVEY, LetterKind.STAFF_SURVEY, Weight.OWN, 1),
    (COVER, LetterKind.COVER_REPORT, Weight.OWN, 2),
    (STATEMENT, LetterKind.STATEMENT, Weight.DERIVED, 0),
    (NEWS, LetterKind.NEWS, Weight.DERIVED, 0),
]
IDS = [
    "peer challenge",
    "JTAI",
    "area SEND",
    "practice review",
    "IRO annual report",
    "ombudsman",
    "internal audit",
    "direction",
    "improvement notice",
    "DfE adviser",
    "scrutiny task group",
    "court feedback",
    "staff survey",
    "cover report",
    "press statement",
    "news",
]


def _read(tmp_path: Path, text: str) -> Letter:
    path = tmp_path / "document.txt"
    path.write_text(text, encoding="utf-8")
    return read(path)


@pytest.mark.parametrize(("text", "kind", "weight", "asked"), CASES, ids=IDS)
def test_its_kind_its_weight_and_what_it_asks_for(
    tmp_path: Path, text: str, kind: LetterKind, weight: Weight, asked: int
) -> None:
    letter = _read(tmp_path, text)
    assert (letter.kind, letter.kind.weight) == (kind, weight)
    assert len(letter.improvements) == asked


@pytest.mark.parametrize(
    ("text", "kind"), [(text, kind) for text, kind, _, _ in CASES[:14]], ids=IDS[:14]
)
def test_its_paragraphs_are_findings_in_its_own_voice(
    tmp_path: Path, text: str, kind: LetterKind
) -> None:
    findings = _read(tmp_path, text).findings
    expected = Voice.AUTHORITY if kind is LetterKind.COVER_REPORT else Voice.REVIEWER
    assert findings
    assert {each.voice for each in findings} == {expected}
    assert any(WEAK in each.text or GOOD in each.text for each in findings)


NAMED = [number for number, name in enumerate(IDS) if name not in ("news", "IRO annual report")]


@pytest.mark.parametrize("number", NAMED, ids=[IDS[number] for number in NAMED])
def test_the_authority_is_named(tmp_path: Path, number: int) -> None:
    assert _read(tmp_path, CASES[number][0]).authority == "Northmoor"


def test_a_cover_report_says_whose_recommendations_it_carries(tmp_path: Path) -> None:
    letter = _read(tmp_path, COVER)
    assert letter.conveys is LetterKind.PEER_REVIEW
    assert [each.text for each in letter.improvements] == [
        "Appoint a practice lead.",
        "Hear from children.",
    ]
    assert [each.paragraph for each in letter.findings] == ["2.1", "2.2"]


@pytest.mark.parametrize("text", [STATEMENT, NEWS], ids=["press statement", "news"])
def test_what_repeats_others_can_still_be_compared(tmp_path: Path, text: str) -> None:
    path = tmp_path / "document.txt"
    path.write_text(text, encoding="utf-8")
    assert read(path).findings == ()
    said = paragraphs(path)
    assert any(GOOD in each.text or WEAK in each.text for each in said)
    assert all(each.page == 1 for each in said)


def test_dates_that_audits_and_notices_state_are_read(tmp_path: Path) -> None:
    dues = [
        part.due_words
        for text in (AUDIT, NOTICE, PRACTICE, DFE)
        for each in _read(tmp_path, text).improvements
        for part in each.parts
        if part.due
    ]
    assert dues == [
        "by 30 April 2024",
        "by the end of May 2023",
        "by 31 October 2023",
    ]
