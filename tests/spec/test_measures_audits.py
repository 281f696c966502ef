"""Case audits: done when due, moderated, graded, and whether the family was asked.

Source: Sightline's template on case audits.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

EXAMPLES = (
    Example(
        "audits_done",
        "due in March; done on the day or before is in time",
        as_at="2026-03-31",
        tables={
            "case_audit": """
            child_id | due        | date
            Ada      | 2026-03-01 | 2026-03-01
            Ben      | 2026-03-31 | 2026-02-10
            Cai      | 2026-03-10 | 2026-03-11
            Dot      | 2026-03-10 | -
            Eve      | 2026-02-28 | 2026-02-28
            Fay      | 2026-04-01 | 2026-03-20
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | done on the day
        Ben   | yes      | done weeks before
        Cai   | no       | a day late
        Dot   | no       | not done
        Eve   | left out | due in February
        Fay   | left out | due in April
        """,
        numerator=2,
        denominator=4,
    ),
    Example(
        "audits_moderated",
        "done in March, and graded by a second person by its end",
        as_at="2026-03-31",
        tables={
            "case_audit": """
            child_id | due        | date       | moderated
            Ada      | 2026-03-05 | 2026-03-01 | 2026-03-31
            Ben      | 2026-03-05 | 2026-03-31 | 2026-04-02
            Cai      | 2026-03-05 | 2026-03-31 | -
            Dot      | 2026-03-05 | -          | -
            Eve      | 2026-02-05 | 2026-02-28 | 2026-03-05
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | moderated on the last day
        Ben   | no       | moderated in April
        Cai   | no       | nobody graded it again
        Dot   | left out | not done
        Eve   | left out | done in February
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "audits_good_or_better",
        "the moderator's grade is the one that counts",
        as_at="2026-03-31",
        tables={
            "case_audit": """
            child_id | due        | date       | grade                | moderated_grade
            Ada      | 2026-03-05 | 2026-03-01 | good                 | -
            Ben      | 2026-03-05 | 2026-03-05 | outstanding          | good
            Cai      | 2026-03-05 | 2026-03-05 | good                 | requires improvement
            Dot      | 2026-03-05 | 2026-03-05 | inadequate           | -
            Eve      | 2026-03-05 | 2026-03-05 | requires improvement | good
            Fay      | 2026-03-05 | 2026-03-05 | -                    | -
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | good, and nobody graded it again
        Ben   | yes              | lowered, and still good
        Cai   | no               | the moderator saw less
        Dot   | no               | inadequate
        Eve   | yes              | the moderator saw more
        Fay   | no, not recorded | no grade
        """,
        numerator=3,
        denominator=6,
    ),
    Example(
        "audits_lowered",
        "moderated in March, whenever they were done",
        as_at="2026-03-31",
        tables={
            "case_audit": """
            child_id | due        | date       | moderated  | grade                | moderated_grade
            Ada      | 2026-02-05 | 2026-02-01 | 2026-03-01 | good                 | requires improvement
            Ben      | 2026-03-05 | 2026-03-05 | 2026-03-20 | outstanding          | inadequate
            Cai      | 2026-03-05 | 2026-03-05 | 2026-03-20 | good                 | good
            Dot      | 2026-03-05 | 2026-03-05 | 2026-03-20 | requires improvement | good
            Eve      | 2026-03-05 | 2026-03-05 | 2026-03-20 | -                    | good
            Fay      | 2026-03-05 | 2026-03-05 | -          | good                 | -
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | one grade lower
        Ben   | yes              | three grades lower
        Cai   | no               | they agreed
        Dot   | no               | raised
        Eve   | no, not recorded | nobody says what it was before
        Fay   | left out         | not moderated
        """,
        numerator=2,
        denominator=5,
    ),
    Example(
        "audits_family_asked",
        "done in March",
        as_at="2026-03-31",
        tables={
            "case_audit": """
            child_id | due        | date       | family_asked
            Ada      | 2026-03-05 | 2026-03-01 | true
            Ben      | 2026-03-05 | 2026-03-31 | false
            Cai      | 2026-03-05 | 2026-03-31 | -
            Dot      | 2026-03-05 | 2026-04-01 | true
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | asked
        Ben   | no               | not asked
        Cai   | no, not recorded | blank
        Dot   | left out         | done tomorrow
        """,
        numerator=1,
        denominator=3,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
