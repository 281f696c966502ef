"""Family and friends who care: where children live with them, and how carers are approved.

Sources: SSDA903 placement codes U1–U3; Care Planning Regulations 2010, regs 24 and 25, as changed by
SI 2020/445 for the months of 2020.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

EXAMPLES = (
    Example(
        "fostered_by_family",
        "fostered, which living with parents is not",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2025-01-01 | -
            Ben      | 2025-01-01 | -
            Cai      | 2025-01-01 | -
            Dot      | 2025-01-01 | -
            Eve      | 2025-01-01 | -
            Fay      | 2025-01-01 | -
            Gus      | 2025-01-01 | -
            Hal      | 2025-01-01 | 2026-03-31
            """,
            "placement": """
            child_id | started    | ended      | placement_type
            Ada      | 2025-01-01 | -          | U1
            Ben      | 2025-01-01 | 2026-03-31 | U6
            Ben      | 2026-03-31 | -          | U3
            Cai      | 2025-01-01 | -          | U2
            Dot      | 2025-01-01 | -          | U4
            Eve      | 2025-01-01 | -          | P1
            Fay      | 2025-01-01 | 2026-03-31 | U3
            Fay      | 2026-03-31 | -          | U6
            Hal      | 2025-01-01 | -          | U3
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | long-term, with a relative
        Ben   | yes              | moved in today
        Cai   | yes              | with relatives who may adopt
        Dot   | no               | long-term, with others
        Eve   | no               | at home
        Fay   | no               | moved away today
        Gus   | no, not recorded | nobody says where he lives
        Hal   | left out         | left care today
        """,
        numerator=3,
        denominator=7,
    ),
    Example(
        "guardianship_not_considered",
        "a year with the same carers, whatever the placement was called",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2023-01-01 | -
            Ben      | 2023-01-01 | -
            Cai      | 2023-01-01 | -
            Dot      | 2023-01-01 | -
            Eve      | 2023-01-01 | -
            Fay      | 2022-04-01 | 2022-10-01
            Fay      | 2023-01-01 | -
            Gus      | 2023-01-01 | -
            Hal      | 2023-01-01 | -
            Ivy      | 2023-01-01 | -
            """,
            "placement": """
            child_id | started    | ended      | placement_type | carer_since
            Ada      | 2025-03-31 | -          | U3             | -
            Ben      | 2025-04-01 | -          | U3             | -
            Cai      | 2023-01-01 | 2025-10-01 | U3             | 2023-01-01
            Cai      | 2025-10-01 | -          | U1             | 2023-01-01
            Dot      | 2023-01-01 | -          | U3             | 2023-01-01
            Eve      | 2023-01-01 | -          | U3             | 2023-01-01
            Fay      | 2023-01-01 | -          | U3             | 2023-01-01
            Gus      | 2023-01-01 | -          | U6             | 2023-01-01
            Hal      | 2023-01-01 | -          | U3             | 2023-01-01
            Ivy      | 2023-01-01 | -          | U3             | 2023-01-01
            """,
            "carer_assessment": """
            child_id | carer_id | kind                 | started
            Dot      | K1       | special guardianship | 2026-03-31
            Eve      | K2       | full                 | 2023-01-10
            Fay      | K3       | special guardianship | 2022-05-01
            Hal      | K4       | special guardianship | 2024-01-01
            Hal      | K5       | special guardianship | 2025-01-01
            Ivy      | K6       | special guardianship | 2026-04-01
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | a year today
        Ben   | left out | a year tomorrow
        Cai   | yes      | the same carers for three years, though the placement is half a year old
        Dot   | no       | assessed from today
        Eve   | yes      | assessed as foster carers only
        Fay   | yes      | looked at in an earlier time in care, not in this one
        Gus   | left out | not with family
        Hal   | no       | assessed twice, counts once
        Ivy   | yes      | the assessment begins tomorrow
        """,
        numerator=5,
        denominator=7,
    ),
    Example(
        "temporary_approval_overdue",
        "sixteen weeks to 31 March began on 9 December",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2025-01-01 | -
            Ben      | 2025-01-01 | -
            Cai      | 2025-01-01 | -
            Dot      | 2025-01-01 | -
            Eve      | 2025-01-01 | -
            Fay      | 2025-01-01 | -
            Gus      | 2025-01-01 | -
            Hal      | 2025-01-01 | -
            Ivy      | 2025-01-01 | -
            Joy      | 2025-01-01 | -
            Kim      | 2025-01-01 | -
            """,
            "placement": """
            child_id | started    | ended | placement_type
            Ada      | 2025-10-01 | -     | U3
            Ben      | 2025-10-01 | -     | U3
            Cai      | 2025-10-01 | -     | U3
            Dot      | 2025-10-01 | -     | U3
            Eve      | 2025-10-01 | -     | U3
            Fay      | 2025-10-01 | -     | U3
            Gus      | 2025-10-01 | -     | U6
            Hal      | 2025-10-01 | -     | U3
            Ivy      | 2025-10-01 | -     | U3
            Joy      | 2025-10-01 | -     | U3
            Kim      | 2025-10-01 | -     | U3
            """,
            "carer_assessment": """
            child_id | carer_id | kind          | started    | decided    | decision
            Ada      | K1       | regulation 24 | 2025-12-01 | 2025-12-08 | approved
            Ben      | K2       | regulation 24 | 2025-12-01 | 2025-12-09 | approved
            Cai      | K3       | regulation 24 | 2025-10-01 | 2025-10-01 | approved
            Cai      | K3       | full          | 2025-10-10 | 2026-03-31 | approved
            Dot      | K4       | regulation 24 | 2025-10-01 | 2025-10-01 | Approved
            Dot      | K4       | full          | 2025-10-10 | 2026-01-10 | not approved
            Eve      | K5       | regulation 24 | 2025-10-01 | 2025-10-01 | not approved
            Fay      | K6       | regulation 24 | 2025-10-01 | -          | -
            Gus      | K7       | regulation 24 | 2025-09-01 | 2025-09-01 | approved
            Hal      | K8       | regulation 24 | 2025-06-01 | 2025-06-01 | approved
            Hal      | K9       | regulation 24 | 2026-02-01 | 2026-02-01 | approved
            Joy      | K10      | full          | 2025-04-01 | 2025-06-01 | approved
            Joy      | K11      | regulation 24 | 2025-10-01 | 2025-10-01 | approved
            Kim      | K12      | regulation 24 | 2026-04-01 | 2026-04-01 | approved
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | ran out yesterday
        Ben   | no       | runs out when today has gone
        Cai   | left out | fully approved, today
        Dot   | yes      | full approval was refused, and she lives there still
        Eve   | left out | no temporary approval was given
        Fay   | left out | asked for, not decided
        Gus   | left out | has moved to other foster carers
        Hal   | no       | the newest approval is two months old
        Ivy   | left out | nobody says how the carers were approved
        Joy   | yes      | full approval was of an earlier carer, before this one
        Kim   | left out | to be approved tomorrow
        """,
        numerator=3,
        denominator=5,
    ),
    Example(
        "temporary_approval_overdue",
        "an approval given from 24 April 2020 lasted 24 weeks",
        as_at="2020-09-30",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Lea      | 2020-01-01 | -
            Mia      | 2020-01-01 | -
            """,
            "placement": """
            child_id | started    | ended | placement_type
            Lea      | 2020-04-23 | -     | U3
            Mia      | 2020-04-24 | -     | U3
            """,
            "carer_assessment": """
            child_id | carer_id | kind          | started    | decided    | decision
            Lea      | K1       | regulation 24 | 2020-04-23 | 2020-04-23 | approved
            Mia      | K2       | regulation 24 | 2020-04-24 | 2020-04-24 | approved
            """,
        },
        expected="""
        child | counts | because
        Lea   | yes    | sixteen weeks ended on 13 August
        Mia   | no     | twenty-four weeks end on 9 October
        """,
        numerator=1,
        denominator=2,
    ),
    Example(
        "temporary_approval_overdue",
        "and one given from 26 September 2020 sixteen again",
        as_at="2021-01-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ned      | 2020-01-01 | -
            Oma      | 2020-01-01 | -
            """,
            "placement": """
            child_id | started    | ended | placement_type
            Ned      | 2020-09-25 | -     | U3
            Oma      | 2020-09-26 | -     | U3
            """,
            "carer_assessment": """
            child_id | carer_id | kind          | started    | decided    | decision
            Ned      | K1       | regulation 24 | 2020-09-25 | 2020-09-25 | approved
            Oma      | K2       | regulation 24 | 2020-09-26 | 2020-09-26 | approved
            """,
        },
        expected="""
        child | counts | because
        Ned   | no     | twenty-four weeks end on 12 March
        Oma   | yes    | sixteen weeks ended on 16 January
        """,
        numerator=1,
        denominator=2,
    ),
    Example(
        "carer_assessments_overridden",
        "by the month of the decision, whatever the assessment was for",
        as_at="2026-03-31",
        tables={
            "carer_assessment": """
            child_id | carer_id | kind                 | started    | decided    | overridden
            Ada      | K1       | full                 | 2025-12-01 | 2026-03-01 | true
            Ben      | K2       | full                 | 2025-12-01 | 2026-03-31 | false
            Cai      | K3       | full                 | 2025-12-01 | 2026-02-28 | true
            Dot      | K4       | special guardianship | 2025-12-01 | 2026-03-10 | -
            Eve      | K5       | full                 | 2026-03-01 | -          | -
            Fay      | K6       | viability            | 2026-03-01 | 2026-03-31 | true
            Gus      | K7       | full                 | 2026-03-01 | 2026-04-01 | true
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | decided on the first of the month
        Ben   | no               | as recommended
        Cai   | left out         | decided in February
        Dot   | no, not recorded | blank
        Eve   | left out         | not decided
        Fay   | yes              | decided today
        Gus   | left out         | to be decided tomorrow
        """,
        numerator=2,
        denominator=4,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
