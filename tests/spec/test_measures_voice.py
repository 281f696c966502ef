"""Whether children are heard: at reviews, by their IRO, by family, and about their own story.

Sources: LAIT, participation in reviews (SSDA903 codes PN0–PN7); Sightline's templates on family
time, life story work and what IROs raised.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

EXAMPLES = (
    Example(
        "took_part_in_review",
        "aged four or over on the day of the review",
        as_at="2026-03-31",
        tables={
            "person": """
            child_id | date_of_birth
            Ada      | 2014-01-01
            Ben      | 2014-01-01
            Cai      | 2014-01-01
            Dot      | 2014-01-01
            Eve      | 2022-03-30
            Fay      | 2014-01-01
            Gus      | 2014-01-01
            Hal      | 2022-03-16
            Ivy      | 2022-03-15
            Kim      | 2014-01-01
            """,
            "review": """
            child_id | date       | participation
            Ada      | 2026-03-01 | PN1
            Ben      | 2026-03-31 | PN6
            Cai      | 2026-03-15 | PN7
            Dot      | 2026-03-15 | PN4
            Eve      | 2026-03-15 | PN0
            Fay      | 2026-02-28 | PN1
            Gus      | 2026-03-15 | -
            Hal      | 2026-03-15 | -
            Ivy      | 2026-03-15 | -
            Joy      | 2026-03-15 | PN5
            Kim      | 2026-04-01 | PN1
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | spoke, on the first of the month
        Ben   | yes              | sent his views, today
        Cai   | no               | did not come and sent nothing
        Dot   | no               | came and gave no views
        Eve   | left out         | under four then, though not now
        Fay   | left out         | reviewed in February
        Gus   | no, not recorded | blank, of a boy of twelve
        Hal   | left out         | blank, of a boy who was four the day after
        Ivy   | no, not recorded | blank, of a girl who was four that day
        Joy   | yes              | had an advocate speak; nobody says how old she is
        Kim   | left out         | to be reviewed tomorrow
        """,
        numerator=3,
        denominator=7,
    ),
    Example(
        "seen_by_iro",
        "since a month before the last review",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2024-01-01 | -
            Ben      | 2024-01-01 | -
            Cai      | 2024-01-01 | -
            Dot      | 2024-01-01 | -
            Eve      | 2022-06-01 | 2023-06-01
            Eve      | 2026-03-01 | -
            Fay      | 2024-01-01 | -
            Gus      | 2024-01-01 | -
            Hal      | 2024-01-01 | -
            Ivy      | 2024-01-01 | 2026-03-31
            """,
            "review": """
            child_id | date
            Ada      | 2026-03-10
            Ben      | 2026-03-10
            Cai      | 2026-01-10
            Dot      | 2026-03-10
            Eve      | 2023-01-10
            Fay      | 2025-09-01
            Fay      | 2026-03-01
            Gus      | 2026-01-10
            Hal      | 2026-01-10
            Ivy      | 2026-01-10
            """,
            "visit": """
            child_id | date       | kind
            Ada      | 2026-02-10 | iro
            Ben      | 2026-02-09 | iro
            Cai      | 2026-03-31 | iro
            Dot      | 2026-03-20 | social_work
            Eve      | 2026-03-20 | iro
            Fay      | 2025-10-01 | iro
            Gus      | 2026-01-10 | iro
            Gus      | 2026-02-10 | iro
            Hal      | 2026-04-01 | iro
            Ivy      | 2026-02-10 | iro
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | a month before the review, to the day
        Ben   | no       | a day earlier
        Cai   | yes      | today
        Dot   | no       | her social worker came, not her IRO
        Eve   | left out | not reviewed yet in this time in care
        Fay   | no       | seen after the review before the last
        Gus   | yes      | twice since, counts once
        Hal   | no       | to be seen tomorrow
        Ivy   | left out | left care today
        """,
        numerator=3,
        denominator=7,
    ),
    Example(
        "iro_concerns",
        "raised in March",
        as_at="2026-03-31",
        tables={
            "escalation": """
            child_id | started    | ended      | reason
            Ada      | 2026-03-01 | 2026-03-02 | drift
            Ben      | 2026-03-31 | -          | drift
            Cai      | 2026-02-28 | -          | drift
            Dot      | 2026-04-01 | -          | drift
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | raised on the first of the month, and answered
        Ben   | yes      | raised today
        Cai   | left out | raised in February, and open still
        Dot   | left out | raised tomorrow
        """,
        numerator=2,
        denominator=None,
    ),
    Example(
        "iro_concerns_overdue",
        "twenty working days ago was 3 March, a Tuesday",
        as_at="2026-03-31",
        tables={
            "escalation": """
            child_id | started    | ended      | reason
            Ada      | 2026-03-02 | -          | drift
            Ben      | 2026-03-03 | -          | drift
            Cai      | 2026-01-01 | 2026-03-31 | drift
            Dot      | 2026-01-01 | 2026-04-01 | drift
            Eve      | 2026-03-31 | -          | drift
            Fay      | 2026-04-01 | -          | drift
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | the twentieth working day was yesterday
        Ben   | no       | it is today
        Cai   | left out | resolved today
        Dot   | yes      | to be resolved tomorrow
        Eve   | no       | raised today
        Fay   | left out | raised tomorrow
        """,
        numerator=2,
        denominator=4,
    ),
    Example(
        "family_time_happened",
        "what was planned for a day in March",
        as_at="2026-03-31",
        tables={
            "family_time": """
            child_id | date       | with_whom | happened
            Ada      | 2026-03-01 | mother    | true
            Ben      | 2026-03-15 | mother    | false
            Cai      | 2026-03-15 | father    | -
            Dot      | 2026-02-28 | mother    | true
            Eve      | 2026-03-31 | father    | true
            Fay      | 2026-04-01 | mother    | -
            """,
        },
        expected="""
        child | counts           | because
        Ada   | yes              | on the first of the month
        Ben   | no               | did not take place
        Cai   | no, not recorded | nobody says whether it did
        Dot   | left out         | in February
        Eve   | yes              | today
        Fay   | left out         | tomorrow
        """,
        numerator=2,
        denominator=4,
    ),
    Example(
        "life_story_work_begun",
        "work with the child, begun in this time in care",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2024-01-01 | -
            Ben      | 2024-01-01 | -
            Cai      | 2024-01-01 | -
            Dot      | 2024-01-01 | -
            Eve      | 2024-01-01 | -
            Fay      | 2022-06-01 | 2023-06-01
            Fay      | 2024-01-01 | -
            Gus      | 2024-01-01 | -
            Hal      | 2024-01-01 | -
            Ivy      | 2024-01-01 | -
            """,
            "care_plan": """
            child_id | started    | ended | permanence_plan
            Ada      | 2024-06-30 | -     | ADOPTION
            Ben      | 2024-06-30 | -     | LONG_TERM_FOSTERING
            Cai      | 2024-06-30 | -     | RETURN_HOME
            Dot      | 2024-06-30 | -     | SGO_CAO
            Eve      | 2024-06-30 | -     | LONG_TERM_RESIDENTIAL
            Fay      | 2024-06-30 | -     | ADOPTION
            Hal      | 2024-06-30 | -     | ADOPTION
            Ivy      | 2024-06-30 | -     | ADOPTION
            """,
            "life_story_work": """
            child_id | started    | ended      | kind
            Ada      | 2026-03-31 | -          | life story work
            Cai      | 2026-01-01 | -          | life story work
            Dot      | 2026-01-01 | -          | later-life letter
            Eve      | 2024-01-01 | 2024-06-01 | direct work
            Fay      | 2023-01-01 | 2023-05-01 | life story work
            Gus      | 2026-01-01 | -          | life story work
            Hal      | 2025-01-01 | 2025-03-01 | life story work
            Hal      | 2025-06-01 | -          | direct work
            Ivy      | 2026-04-01 | -          | life story work
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | begun today
        Ben   | no       | none
        Cai   | left out | is to go home
        Dot   | no       | a letter to be read later is no work with her now
        Eve   | yes      | direct work, from her first day in care
        Fay   | no       | in an earlier time in care
        Gus   | left out | nobody says what his plan is
        Hal   | yes      | two pieces of work, counts once
        Ivy   | no       | to be begun tomorrow
        """,
        numerator=3,
        denominator=7,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
