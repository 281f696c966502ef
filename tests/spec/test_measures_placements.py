"""Where children live: moves, stability, and homes that no law allows.

Sources: LAIT, placement stability; Care Standards Act 2000, s 11; Care Planning Regulations 2010,
regs 27A–27C.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

SUPPORTED_ACCOMMODATION = {
    "period_of_care": """
    child_id | started    | ended
    Ada      | 2023-01-01 | -
    Ben      | 2023-01-01 | -
    Cai      | 2023-01-01 | -
    """,
    "placement": """
    child_id | started    | ended | placement_type | urn
    Ada      | 2023-06-01 | -     | H5             | XXXXXXX
    Ben      | 2023-06-01 | -     | H5             | 1234567
    Cai      | 2023-06-01 | -     | K2             | XXXXXXX
    """,
}

EXAMPLES = (
    Example(
        "three_or_more_placements",
        "homes lived in at any time from 1 April to 31 March, a day or more each",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2023-01-01 | -
            Ben      | 2023-01-01 | -
            Cai      | 2023-01-01 | -
            Dot      | 2023-01-01 | -
            Eve      | 2023-01-01 | -
            Fay      | 2023-01-01 | -
            Gus      | 2023-01-01 | -
            Hal      | 2023-01-01 | -
            Ivy      | 2023-01-01 | -
            Joy      | 2023-01-01 | -
            Kit      | 2023-01-01 | 2026-03-31
            """,
            "placement": """
            child_id | started    | ended      | placement_type | urn     | carer_since
            Ada      | 2024-01-01 | 2025-03-31 | U6             | 1000001 | 2024-01-01
            Ada      | 2025-03-31 | 2025-10-01 | U6             | 1000002 | 2025-03-31
            Ada      | 2025-10-01 | -          | K2             | 1000003 | 2025-10-01
            Ben      | 2024-01-01 | 2025-04-01 | U6             | 1000001 | 2024-01-01
            Ben      | 2025-04-01 | 2025-10-01 | U6             | 1000002 | 2025-04-01
            Ben      | 2025-10-01 | -          | K2             | 1000003 | 2025-10-01
            Cai      | 2024-01-01 | 2025-06-01 | U6             | 1000001 | 2024-01-01
            Cai      | 2025-06-01 | 2025-06-10 | T1             | -       | 2025-06-01
            Cai      | 2025-06-10 | 2025-12-01 | U6             | 1000001 | 2025-06-10
            Cai      | 2025-12-01 | 2025-12-15 | T2             | -       | 2025-12-01
            Cai      | 2025-12-15 | -          | U6             | 1000001 | 2025-12-15
            Dot      | 2024-01-01 | 2025-06-01 | U6             | 1000001 | 2024-01-01
            Dot      | 2025-06-01 | 2025-06-10 | T3             | -       | 2025-06-01
            Dot      | 2025-06-10 | 2025-12-01 | U6             | 1000002 | 2025-06-10
            Dot      | 2025-12-01 | -          | K2             | 1000003 | 2025-12-01
            Eve      | 2024-01-01 | 2025-05-01 | U6             | 1000001 | 2024-01-01
            Eve      | 2025-05-01 | 2025-09-01 | U6             | 1000002 | 2025-05-01
            Eve      | 2025-09-01 | -          | A5             | 1000002 | 2025-05-01
            Fay      | 2023-01-01 | 2024-01-01 | U6             | 1000001 | 2023-01-01
            Fay      | 2024-01-01 | 2025-07-01 | A5             | 1000001 | 2023-01-01
            Fay      | 2025-07-01 | 2025-08-01 | U6             | 1000002 | 2025-07-01
            Fay      | 2025-08-01 | -          | K2             | 1000003 | 2025-08-01
            Gus      | 2024-01-01 | 2025-06-01 | U6             | 1000001 | 2024-01-01
            Gus      | 2025-06-01 | 2025-06-01 | K2             | 1000004 | 2025-06-01
            Gus      | 2025-06-01 | -          | K2             | 1000003 | 2025-06-01
            Hal      | 2024-01-01 | 2025-06-01 | U6             | 1000001 | 2024-01-01
            Hal      | 2025-06-01 | 2025-06-02 | U6             | 1000004 | 2025-06-01
            Hal      | 2025-06-02 | -          | K2             | 1000003 | 2025-06-02
            Ivy      | 2024-01-01 | 2025-06-01 | K2             | 1000003 | 2024-01-01
            Ivy      | 2025-06-01 | 2025-10-01 | U6             | 1000001 | 2025-06-01
            Ivy      | 2025-10-01 | -          | U4             | 1000001 | 2025-06-01
            Kit      | 2024-01-01 | 2025-06-01 | U6             | 1000001 | 2024-01-01
            Kit      | 2025-06-01 | 2025-10-01 | U6             | 1000002 | 2025-06-01
            Kit      | 2025-10-01 | 2026-03-31 | K2             | 1000003 | 2025-10-01
            """,
        },
        expected="""
        child | counts           | because
        Ada   | no               | the first ended on 31 March a year ago, before the year began: two
        Ben   | yes              | the first was open on 1 April: three
        Cai   | no               | hospital and a holiday, and back to the same home each time: one
        Dot   | yes              | after her carers' holiday she went to other carers, then to a home: three
        Eve   | no               | her second carers adopt her: two
        Fay   | yes              | placed for adoption with her own carers on 1 April, then two more homes: three
        Gus   | no               | some hours in a home are not a day: two
        Hal   | yes              | one night with other carers is: three
        Ivy   | yes              | U6 to U4 with the same carers is a new placement: the one exception is adoption
        Joy   | no, not recorded | nobody says where she lived
        Kit   | left out         | three, but left care on the day
        """,
        numerator=5,
        denominator=10,
    ),
    Example(
        "long_term_stability",
        "two years with the same carers, of those under 16 and two and a half years in care",
        as_at="2026-03-31",
        tables={
            "person": """
            child_id | date_of_birth
            Ada      | 2015-01-01
            Ben      | 2015-01-01
            Cai      | 2015-01-01
            Dot      | 2010-03-31
            Eve      | 2010-04-01
            Fay      | 2015-01-01
            Gus      | 2020-01-01
            Hal      | 2020-01-01
            Ivy      | 2015-01-01
            Joy      | 2015-01-01
            Kit      | 2015-01-01
            Lou      | 2015-01-01
            """,
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2023-09-30 | -
            Ben      | 2023-10-01 | -
            Cai      | 2020-01-01 | -
            Dot      | 2020-01-01 | -
            Eve      | 2020-01-01 | -
            Fay      | 2020-01-01 | -
            Gus      | 2020-06-01 | -
            Hal      | 2020-06-01 | -
            Ivy      | 2020-01-01 | -
            Joy      | 2020-01-01 | -
            Kit      | 2020-01-01 | -
            Lou      | 2020-01-01 | -
            """,
            "placement": """
            child_id | started    | ended      | placement_type | urn     | carer_since
            Ada      | 2024-03-31 | -          | U6             | 1000001 | 2024-03-31
            Ben      | 2023-10-01 | -          | U6             | 1000001 | 2023-10-01
            Cai      | 2024-04-01 | -          | U6             | 1000001 | 2024-04-01
            Dot      | 2020-01-01 | -          | U4             | 1000001 | 2020-01-01
            Eve      | 2020-01-01 | -          | U4             | 1000001 | 2020-01-01
            Fay      | 2022-01-01 | 2025-06-01 | U6             | 1000001 | 2022-01-01
            Fay      | 2025-06-01 | -          | U4             | 1000001 | 2022-01-01
            Gus      | 2023-01-01 | 2025-10-01 | U6             | 1000001 | 2023-01-01
            Gus      | 2025-10-01 | -          | A6             | -       | 2025-10-01
            Hal      | 2022-01-01 | 2024-06-01 | K2             | 1000003 | 2022-01-01
            Hal      | 2024-06-01 | 2025-10-01 | U6             | 1000001 | 2024-06-01
            Hal      | 2025-10-01 | -          | A6             | -       | 2025-10-01
            Ivy      | 2020-01-01 | 2025-10-01 | U6             | 1000001 | 2020-01-01
            Ivy      | 2025-10-01 | -          | K2             | 1000003 | 2025-10-01
            Joy      | 2020-01-01 | 2026-03-25 | U4             | 1000001 | 2020-01-01
            Joy      | 2026-03-25 | -          | T1             | -       | 2026-03-25
            Kit      | 2020-01-01 | 2025-08-01 | U4             | 1000001 | 2020-01-01
            Kit      | 2025-08-01 | 2025-08-15 | T2             | -       | 2025-08-01
            Kit      | 2025-08-15 | -          | U4             | 1000001 | 2025-08-15
            """,
        },
        expected="""
        child | counts       | because
        Ada   | yes          | two and a half years in care to the day, two years there to the day
        Ben   | left out     | a day short of two and a half years in care
        Cai   | no           | a day short of two years with these carers
        Dot   | left out     | sixteen today
        Eve   | yes          | sixteen tomorrow
        Fay   | yes          | U6 became U4 last June: the carers stayed the same
        Gus   | yes          | placed for adoption for six months, two years and nine before it: over two years together
        Hal   | no           | 22 months together
        Ivy   | no           | five years with her carers, then moved
        Joy   | yes          | in hospital today: her home is with her carers
        Kit   | yes          | a holiday last August did not end the home
        Lou   | not recorded | nobody says where he lives
        """,
        numerator=6,
        denominator=9,
    ),
    Example(
        "unregistered_homes",
        "a home coded other, or one that must register and shows no number",
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
            Kit      | 2025-01-01 | 2026-03-31
            """,
            "placement": """
            child_id | started    | ended      | placement_type | urn
            Ada      | 2025-01-01 | -          | Z1             | 1234567
            Ben      | 2025-01-01 | -          | Z12            | -
            Cai      | 2025-01-01 | -          | K2             | -
            Dot      | 2025-01-01 | -          | K2             | XXXXXXX
            Eve      | 2025-01-01 | -          | K1             | xxxxxxx
            Fay      | 2025-01-01 | -          | K2             | 1234567
            Gus      | 2025-01-01 | -          | U6             | -
            Hal      | 2025-01-01 | -          | K3             | -
            Ivy      | 2025-01-01 | -          | P1             | -
            Kit      | 2025-01-01 | 2026-03-31 | Z1             | -
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | coded other, whatever number is given
        Ben   | yes              | one of the codes for other of 2026
        Cai   | yes              | a children's home with no number
        Dot   | yes              | a children's home whose number is put as unknown
        Eve   | yes              | a secure home whose number is put as unknown, in small letters
        Fay   | no               | a children's home with its number
        Gus   | no               | foster carers do not register as a home
        Hal   | yes              | supported accommodation with no number
        Ivy   | no               | with parents
        Joy   | no, not recorded | nobody says where she lives
        Kit   | left out         | left care today
        """,
        numerator=6,
        denominator=None,
    ),
    Example(
        "unregistered_homes",
        "supported accommodation need not register until 28 October 2023",
        as_at="2023-10-27",
        tables=SUPPORTED_ACCOMMODATION,
        expected="""
        child | counts | because
        Ada   | no     | lawful until the end of today
        Ben   | no     | lawful
        Cai   | yes    | a children's home had to register before
        """,
        numerator=1,
        denominator=None,
    ),
    Example(
        "unregistered_homes",
        "from 28 October 2023 it must",
        as_at="2023-10-28",
        tables=SUPPORTED_ACCOMMODATION,
        expected="""
        child | counts | because
        Ada   | yes    | unlawful from today
        Ben   | no     | registered
        Cai   | yes    | as before
        """,
        numerator=2,
        denominator=None,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
