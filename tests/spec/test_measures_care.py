"""Children in care: who counts on a day, whose reviews and visits are in time.

Sources: LAIT, children looked after; Care Planning Regulations 2010, regs 28 and 33.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

EXAMPLES = (
    Example(
        "children_in_care",
        "a child counts from the day she comes until the day before she leaves",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended      | reason_ceased | end_unknown
            Ada      | 2025-05-01 | -          | -             | false
            Ben      | 2025-05-01 | 2026-03-31 | E4A           | false
            Cai      | 2026-03-31 | -          | -             | false
            Dot      | 2024-01-01 | 2026-04-01 | E4A           | false
            Eve      | 2025-06-01 | -          | -             | false
            Fay      | 2025-06-01 | -          | -             | false
            Gus      | 2025-06-01 | 2025-12-31 | -             | true
            Hal      | 2025-06-01 | -          | -             | false
            """,
            "legal_status": """
            child_id | started    | ended      | legal_status
            Ada      | 2025-05-01 | -          | C2
            Eve      | 2025-06-01 | -          | V4
            Fay      | 2025-06-01 | -          | V3
            Hal      | 2025-06-01 | 2026-03-31 | V4
            Hal      | 2026-03-31 | -          | C2
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | in care, under a care order
        Ben   | left out | her care ended on the day itself
        Cai   | yes      | came into care on the day
        Dot   | yes      | leaves tomorrow
        Eve   | left out | a series of short breaks (V4)
        Fay   | left out | a single short break (V3)
        Gus   | left out | vanished from the extracts in December: taken to have left
        Hal   | yes      | short breaks until today, a care order from today
        """,
        numerator=4,
        denominator=None,
    ),
    Example(
        "change_in_children_in_care",
        "those in care now, less those in care twelve months before",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended      | reason_ceased
            Ada      | 2024-01-01 | -          | -
            Ben      | 2025-03-31 | -          | -
            Cai      | 2025-04-01 | -          | -
            Dot      | 2024-01-01 | 2025-03-31 | E4A
            Eve      | 2024-01-01 | 2025-04-01 | E4A
            Fay      | 2024-01-01 | 2025-09-01 | E4A
            Fay      | 2026-01-01 | -          | -
            Gus      | 2024-01-01 | -          | -
            Hal      | 2024-01-01 | -          | -
            Ivy      | 2025-05-01 | 2025-08-01 | E4A
            Joy      | 2024-01-01 | 2025-06-01 | E4A
            Joy      | 2025-09-01 | 2025-12-01 | E4B
            """,
            "legal_status": """
            child_id | started    | ended      | legal_status
            Gus      | 2024-01-01 | 2025-06-01 | V4
            Gus      | 2025-06-01 | -          | C2
            Hal      | 2024-01-01 | 2025-12-01 | C2
            Hal      | 2025-12-01 | -          | V4
            """,
        },
        expected="""
        child | counts   | because
        Ada   | 0        | in care both days
        Ben   | 0        | came on the day a year ago, and stayed
        Cai   | +1       | came the day after
        Dot   | left out | left on the day a year ago: in care on neither
        Eve   | -1       | left the day after
        Fay   | 0        | left and came back between the two
        Gus   | +1       | had short breaks a year ago, which do not count; now a care order
        Hal   | -1       | the other way round
        Ivy   | left out | came and left between the two
        Joy   | -1       | in care a year ago; left twice since
        """,
        numerator=-1,  # five now (Ada, Ben, Cai, Fay, Gus) less the six before
        denominator=6,  # Ada, Ben, Eve, Fay, Hal, Joy
    ),
    Example(
        "reviews_in_timescale",
        "20 working days over Easter, then three months, then six",
        as_at="2026-05-29",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2026-03-20 | -
            Ben      | 2026-03-20 | -
            Cai      | 2026-03-21 | -
            Dot      | 2025-10-01 | -
            Eve      | 2025-10-01 | -
            Fay      | 2024-01-10 | -
            Gus      | 2026-05-20 | -
            Hal      | 2026-03-20 | -
            Ivy      | 2024-06-03 | -
            """,
            "review": """
            child_id | date
            Ada      | 2026-04-21
            Ben      | 2026-04-22
            Cai      | 2026-04-21
            Dot      | 2025-10-29
            Dot      | 2026-01-29
            Eve      | 2025-10-29
            Eve      | 2026-01-30
            Fay      | 2024-02-07
            Fay      | 2024-05-07
            Fay      | 2025-03-01
            Fay      | 2025-09-01
            Fay      | 2026-02-20
            Ivy      | 2024-07-01
            Ivy      | 2024-10-01
            Ivy      | 2025-05-29
            Ivy      | 2025-11-29
            """,
        },
        expected="""
        child | counts   | because
        Ada   | yes      | the 20th working day after Friday 20 March, Good Friday and Easter Monday passed over, is 21 April
        Ben   | no       | a day later
        Cai   | yes      | came on the Saturday: the same 20th working day
        Dot   | yes      | first on the 20th working day (29 October), second three months on to the day
        Eve   | no       | second a day too late
        Fay   | yes      | the late one of March 2025 was due in November 2024, over a year ago; the two since were in time
        Gus   | left out | no review has fallen due yet
        Hal   | no       | never reviewed
        Ivy   | yes      | November's was in time; the next is due today and is not late until today has gone
        """,
        numerator=5,
        denominator=8,
    ),
    Example(
        "reviews_in_timescale",
        "in the months of 2020 in which limits were relaxed, only the first review could be late",
        as_at="2020-09-30",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Kim      | 2020-02-14 | -
            Lea      | 2020-05-01 | -
            """,
            "review": """
            child_id | date
            Kim      | 2020-03-13
            Kim      | 2020-09-20
            Lea      | 2020-06-03
            """,
        },
        expected="""
        child | counts | because
        Kim   | yes    | the second was due on 13 June 2020, while limits were relaxed
        Lea   | no     | the first was due on 2 June (8 and 25 May were bank holidays): that limit stood
        """,
        numerator=1,
        denominator=2,
    ),
    Example(
        "visits_in_timescale",
        "each child by the rule for her own placement and order",
        as_at="2026-03-31",
        tables={
            "period_of_care": """
            child_id | started    | ended
            Ada      | 2025-12-01 | -
            Ben      | 2025-12-01 | -
            Cai      | 2026-03-24 | -
            Dot      | 2026-03-23 | -
            Eve      | 2024-03-01 | -
            Fay      | 2024-03-01 | -
            Gus      | 2026-01-05 | -
            Hal      | 2026-01-05 | -
            Ivy      | 2026-01-05 | -
            Joy      | 2026-01-05 | -
            """,
            "placement": """
            child_id | started    | ended      | placement_type
            Ada      | 2025-12-01 | -          | U6
            Ben      | 2025-12-01 | -          | U6
            Cai      | 2026-03-24 | -          | U6
            Dot      | 2026-03-23 | -          | U6
            Eve      | 2024-03-01 | -          | K2
            Fay      | 2024-03-01 | -          | U6
            Gus      | 2026-01-05 | -          | P1
            Hal      | 2026-01-05 | -          | P1
            Ivy      | 2026-01-05 | 2026-03-20 | U6
            Ivy      | 2026-03-20 | -          | U6
            """,
            "legal_status": """
            child_id | started    | ended | legal_status
            Gus      | 2026-01-05 | -     | C1
            Hal      | 2026-01-05 | -     | C1
            """,
            "care_plan": """
            child_id | started    | ended | permanence_plan
            Eve      | 2024-04-30 | -     | LONG_TERM_RESIDENTIAL
            """,
            "review": """
            child_id | date
            Gus      | 2026-02-02
            """,
            "visit": """
            child_id | date       | kind
            Ada      | 2025-12-05 | social_work
            Ada      | 2026-02-17 | social_work
            Ben      | 2026-02-16 | social_work
            Ben      | 2026-03-30 | iro
            Eve      | 2025-12-31 | social_work
            Fay      | 2025-12-31 | social_work
            Gus      | 2026-03-03 | social_work
            Hal      | 2026-03-23 | social_work
            Ivy      | 2026-03-18 | social_work
            """,
        },
        expected="""
        child | counts       | because
        Ada   | yes          | six weeks from the last visit end today: due today is in time
        Ben   | no           | they ended yesterday; the reviewing officer's visit is another duty
        Cai   | yes          | placed a week ago today: the first visit is due today
        Dot   | no           | placed eight days ago and not seen
        Eve   | yes          | meant to stay to 18 and over a year there: three months, ending today
        Fay   | no           | no such plan: six weeks
        Gus   | yes          | at home on an interim order, reviewed since: four weeks, ending today
        Hal   | no           | the same, not reviewed: weekly
        Ivy   | no           | seen in the old placement; the new one is owed a visit in its first week
        Joy   | not recorded | nobody says where she lives
        """,
        numerator=4,
        denominator=9,
    ),
    Example(
        "placed_with_parents",
        "at home under an interim or full care order, tonight",
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
            """,
            "placement": """
            child_id | started    | ended      | placement_type
            Ada      | 2025-01-01 | -          | P1
            Ben      | 2025-01-01 | -          | P1
            Cai      | 2025-01-01 | -          | P1
            Dot      | 2025-01-01 | -          | U6
            Eve      | 2025-01-01 | 2026-03-31 | U6
            Eve      | 2026-03-31 | -          | P1
            Fay      | 2025-01-01 | 2026-03-31 | P1
            Fay      | 2026-03-31 | -          | U6
            """,
            "legal_status": """
            child_id | started    | ended | legal_status
            Ada      | 2025-01-01 | -     | C2
            Ben      | 2025-01-01 | -     | C1
            Cai      | 2025-01-01 | -     | E1
            Dot      | 2025-01-01 | -     | C2
            Eve      | 2025-01-01 | -     | C2
            Fay      | 2025-01-01 | -     | C2
            Gus      | 2025-01-01 | -     | C2
            """,
        },
        expected="""
        child | counts       | because
        Ada   | yes          | at home on a full care order
        Ben   | yes          | at home on an interim one
        Cai   | no           | at home under another order
        Dot   | no           | fostered
        Eve   | yes          | went home today
        Fay   | no           | left home today
        Gus   | not recorded | nobody says where he lives
        """,
        numerator=3,
        denominator=6,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
