"""The workers, on the day of the newest census: 30 September 2025 for every month until the next.

Source: Children's social work workforce, official statistics: in post on 30 September is who began
by then and had not left by then; turnover is of the twelve months to it.
"""

from __future__ import annotations

import pytest

from tests.measures_worked import Example, check

EXAMPLES = (
    Example(
        "agency_workers",
        "by heads, of the newest census that there is by the moment",
        as_at="2026-03-31",
        tables={
            "worker": """
            worker_id | as_at      | agency | role_started | role_ended
            Una       | 2025-09-30 | true   | 2025-09-30   | -
            Vic       | 2025-09-30 | false  | 2020-01-01   | -
            Wyn       | 2025-09-30 | -      | 2020-01-01   | -
            Xia       | 2025-09-30 | true   | 2020-01-01   | 2025-09-30
            Yan       | 2025-09-30 | true   | 2025-10-01   | -
            Zoe       | 2025-09-30 | true   | 2020-01-01   | 2025-10-01
            Abe       | 2024-09-30 | true   | 2020-01-01   | -
            Bea       | 2025-09-30 | false  | 2020-01-01   | -
            Bea       | 2025-09-30 | false  | 2024-01-01   | -
            Cal       | 2025-09-30 | true   | 2020-01-01   | 2025-05-01
            Cal       | 2025-09-30 | false  | 2025-05-01   | -
            Dee       | 2025-09-30 | false  | -            | -
            Eli       | 2026-09-30 | true   | 2020-01-01   | -
            """,
        },
        expected="""
        worker | counts           | because
        Una    | yes              | began on the day of the census
        Vic    | no               | the authority's own
        Wyn    | no, not recorded | blank
        Xia    | left out         | left on the day of the census
        Yan    | left out         | began on the day after it
        Zoe    | yes              | left on the day after it
        Abe    | left out         | in the census before only
        Bea    | no               | holds two roles, counts once
        Cal    | no               | came from an agency and is now the authority's own
        Dee    | no               | nobody says since when, but she is listed and has not left
        Eli    | left out         | in the census of a September to come
        """,
        numerator=2,
        denominator=7,
    ),
    Example(
        "caseload",
        "what each holds, divided by their hours",
        as_at="2026-03-31",
        tables={
            "worker": """
            worker_id | as_at      | caseload | fte_on_day | role_started | role_ended
            Una       | 2025-09-30 | 15       | 1.0        | 2020-01-01   | -
            Vic       | 2025-09-30 | 10       | 0.5        | 2020-01-01   | -
            Wyn       | 2025-09-30 | 0        | 1.0        | 2020-01-01   | -
            Xia       | 2025-09-30 | -        | 1.0        | 2020-01-01   | -
            Yan       | 2025-09-30 | 12       | -          | 2020-01-01   | -
            Zoe       | 2025-09-30 | 12       | 0.0        | 2020-01-01   | -
            Abe       | 2025-09-30 | 12       | 1.0        | 2020-01-01   | 2025-09-30
            Bea       | 2024-09-30 | 12       | 1.0        | 2020-01-01   | -
            """,
        },
        expected="""
        worker | counts       | because
        Una    | 15           | full-time
        Vic    | 20           | ten in half the hours
        Wyn    | left out     | holds none
        Xia    | not recorded | nobody says how many
        Yan    | not recorded | nobody says in how many hours
        Zoe    | not recorded | twelve in no hours at all cannot be
        Abe    | left out     | left on the day of the census
        Bea    | left out     | in the census before only
        """,
        numerator=35,
        denominator=2,
    ),
    Example(
        "caseload_of_twenty",
        "twenty or more, whatever the hours",
        as_at="2026-03-31",
        tables={
            "worker": """
            worker_id | as_at      | caseload | fte_on_day | role_started | role_ended
            Una       | 2025-09-30 | 20       | 1.0        | 2020-01-01   | -
            Vic       | 2025-09-30 | 19       | 0.5        | 2020-01-01   | -
            Wyn       | 2025-09-30 | 0        | 1.0        | 2020-01-01   | -
            Xia       | 2025-09-30 | -        | 1.0        | 2020-01-01   | -
            Yan       | 2025-09-30 | 1        | -          | 2020-01-01   | -
            Zoe       | 2025-09-30 | 25       | 1.0        | 2020-01-01   | 2025-09-30
            Abe       | 2024-09-30 | 25       | 1.0        | 2020-01-01   | -
            """,
        },
        expected="""
        worker | counts       | because
        Una    | yes          | twenty
        Vic    | no           | nineteen, though in half the hours
        Wyn    | left out     | holds none
        Xia    | not recorded | nobody says how many
        Yan    | no           | holds one
        Zoe    | left out     | left on the day of the census
        Abe    | left out     | in the census before only
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "workers_absent",
        "away on the day of the census",
        as_at="2026-03-31",
        tables={
            "worker": """
            worker_id | as_at      | absent | role_started | role_ended
            Una       | 2025-09-30 | true   | 2020-01-01   | -
            Vic       | 2025-09-30 | false  | 2020-01-01   | -
            Wyn       | 2025-09-30 | -      | 2020-01-01   | -
            Xia       | 2025-09-30 | true   | 2020-01-01   | 2025-09-30
            Yan       | 2024-09-30 | true   | 2020-01-01   | -
            """,
        },
        expected="""
        worker | counts           | because
        Una    | yes              | away
        Vic    | no               | at work
        Wyn    | no, not recorded | blank
        Xia    | left out         | left on the day of the census
        Yan    | left out         | in the census before only
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "newly_qualified",
        "in the assessed and supported year on the day of the census",
        as_at="2026-03-31",
        tables={
            "worker": """
            worker_id | as_at      | asye  | role_started | role_ended
            Una       | 2025-09-30 | true  | 2025-09-30   | -
            Vic       | 2025-09-30 | false | 2020-01-01   | -
            Wyn       | 2025-09-30 | -     | 2020-01-01   | -
            Xia       | 2025-09-30 | true  | 2025-10-01   | -
            Yan       | 2024-09-30 | true  | 2024-09-01   | -
            """,
        },
        expected="""
        worker | counts           | because
        Una    | yes              | began on the day of the census
        Vic    | no               | long qualified
        Wyn    | no, not recorded | blank
        Xia    | left out         | began on the day after
        Yan    | left out         | in the census before only
        """,
        numerator=1,
        denominator=3,
    ),
    Example(
        "workers_left",
        "the year to 30 September 2025 began on 1 October 2024",
        as_at="2026-03-31",
        tables={
            "worker": """
            worker_id | as_at      | agency | role_started | role_ended
            Una       | 2025-09-30 | false  | 2020-01-01   | 2025-09-30
            Vic       | 2025-09-30 | false  | 2020-01-01   | 2024-10-01
            Wyn       | 2025-09-30 | false  | 2020-01-01   | 2024-09-30
            Xia       | 2025-09-30 | true   | 2020-01-01   | 2025-05-01
            Yan       | 2025-09-30 | false  | 2020-01-01   | 2025-05-01
            Yan       | 2025-09-30 | false  | 2025-05-01   | -
            Zoe       | 2025-09-30 | false  | 2020-01-01   | -
            Abe       | 2025-09-30 | -      | 2020-01-01   | 2025-03-01
            Bea       | 2025-09-30 | false  | 2020-01-01   | 2025-10-01
            Cal       | 2025-09-30 | false  | 2020-01-01   | 2025-01-01
            Cal       | 2025-09-30 | false  | 2025-01-01   | 2025-06-01
            Dee       | 2024-09-30 | false  | 2020-01-01   | 2024-09-01
            """,
        },
        expected="""
        worker | counts            | because
        Una    | yes               | left on the day of the census
        Vic    | yes               | left on the first day of the year
        Wyn    | left out          | left the day before the year began
        Xia    | left out          | came from an agency
        Yan    | no                | changed role, and stayed
        Zoe    | no                | in post
        Abe    | yes, not recorded | nobody says whether he came from an agency
        Bea    | no                | left on the day after the census
        Cal    | yes               | left both roles in the year, counts once
        Dee    | left out          | in the census before only
        """,
        numerator=4,
        denominator=7,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_measure(example: Example) -> None:
    check(example)
