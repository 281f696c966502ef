"""By when a review must be answered: each kind by its own clock, met, late or due."""

from datetime import date
from typing import Any

import pytest

from sightline.improvement.clocks import State, answers_due
from sightline.improvement.models import Review

RECEIVED = date(2024, 4, 29)  # a Monday
# Counted by hand in a calendar of England: 70 working days after 29 April 2024, without 6 May,
# 27 May and no other bank holiday before September, end on 7 August; 20 end on 29 May.
SEVENTY, TWENTY = date(2024, 8, 7), date(2024, 5, 29)


def due(today: date = RECEIVED, *, urgent: bool = False, **facts: Any) -> list[tuple[str, date]]:
    review = Review(**facts)
    return [
        (each.state.value, each.due) for each in answers_due(review, today, priority_actions=urgent)
    ]


def test_an_inspection_asks_for_a_plan_in_seventy_working_days() -> None:
    assert due(kind="inspection", final_shared=RECEIVED) == [("due", SEVENTY)]


@pytest.mark.parametrize(
    ("today", "sent", "state"),
    [
        (SEVENTY, None, State.DUE),
        (date(2024, 8, 8), None, State.LATE),
        (date(2026, 1, 1), SEVENTY, State.MET),
        (date(2026, 1, 1), date(2024, 8, 8), State.LATE),
    ],
)
def test_the_last_day_is_still_in_time(today: date, sent: date | None, state: State) -> None:
    found = due(today, kind="inspection", final_shared=RECEIVED, response_sent=sent)
    assert found == [(state.value, SEVENTY)]


def test_a_visit_that_found_priority_action_asks_for_a_draft_as_well() -> None:
    facts: dict[str, Any] = {
        "kind": "focused_visit",
        "final_shared": RECEIVED,
        "draft_plan_sent": TWENTY,
    }
    assert due(urgent=True, **facts) == [("met", TWENTY), ("due", SEVENTY)]
    assert due(urgent=False, **facts) == []


def test_a_draft_was_not_asked_for_before_august_2018() -> None:
    received = date(2018, 3, 1)
    found = due(received, urgent=True, kind="focused_visit", final_shared=received)
    assert len(found) == 1


def test_where_no_law_says_the_day_agreed_is_the_last() -> None:
    agreed = date(2024, 6, 1)
    assert due(kind="review", response_due=agreed) == [("due", agreed)]
    assert due(kind="review") == []
    assert due(kind="monitoring_visit", published=RECEIVED) == []


def test_an_unknown_day_of_receipt_is_said() -> None:
    (answer,) = answers_due(
        Review(kind="inspection", published=RECEIVED), date(2024, 9, 1), priority_actions=False
    )
    assert answer.sentence == (
        "Was due 7 August 2024; nothing is recorded as sent. "
        "Counted from publication: the day it was received is not recorded."
    )
    assert due(kind="inspection") == [], "no day at all: nothing can be counted"


def test_a_joint_inspection_asks_for_a_statement_unless_its_report_says_it_does_not() -> None:
    assert due(kind="jtai", final_shared=RECEIVED) == [("due", SEVENTY)]
    assert due(kind="jtai", final_shared=RECEIVED, no_answer_asked=True) == []
    named = date(2024, 8, 30)
    assert due(kind="jtai", final_shared=RECEIVED, response_due=named) == [("due", named)]
    assert due(kind="jtai", final_shared=date(2015, 3, 2)) == [], "before the Regulations"


def test_an_area_send_inspection_asks_for_a_plan_only_where_it_names_priority_action() -> None:
    """35 working days after 29 April 2024, without 6 and 27 May: 19 June."""
    facts: dict[str, Any] = {"kind": "send_inspection", "final_shared": RECEIVED}
    assert due(**facts) == []
    assert due(urgent=True, **facts) == [("due", date(2024, 6, 19))]
    before = {"kind": "send_inspection", "final_shared": date(2022, 3, 1)}
    (answer,) = answers_due(Review(**before), date(2022, 3, 2), priority_actions=True)
    assert answer.title == "Written statement of proposed action after a joint inspection"


def test_a_rule_that_nobody_has_read_where_it_stands_says_so() -> None:
    (plan,) = answers_due(
        Review(kind="send_inspection", final_shared=RECEIVED), RECEIVED, priority_actions=True
    )
    assert plan.rule.endswith("[unverified]")
    (statement,) = answers_due(
        Review(kind="jtai", final_shared=RECEIVED), RECEIVED, priority_actions=False
    )
    assert "SI 2015/1792" in statement.rule
    assert "unverified" not in statement.rule
