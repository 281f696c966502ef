"""Dates of Annex A lists that must be in order, or go with a reason; each child once."""

from __future__ import annotations

import polars as pl

from sightline.returns.annex_a.tables import TABLES
from sightline.returns.checks import Check
from sightline.returns.tables import Severity

col = pl.col

# list, the earlier date, the later date that must not come before it
_IN_ORDER: tuple[tuple[str, str, str], ...] = (
    ("list_2", "assessment_start", "assessment_end"),
    ("list_4", "assessment_start", "authorised"),
    ("list_5", "strategy_discussion", "conference_date"),
    ("list_6", "started", "ended"),
    ("list_7", "started", "ended"),
    ("list_7", "started", "last_visit"),
    ("list_7", "started", "last_review"),
    ("list_8", "care_started", "care_ended"),
    ("list_8", "care_started", "placement_started"),
    ("list_8", "care_started", "last_visit"),
    ("list_8", "care_started", "last_review"),
    ("list_8", "placement_started", "care_ended"),
    ("list_8", "legal_status_started", "care_ended"),
    ("list_10", "care_started", "adoption_decision"),
    ("list_10", "adoption_decision", "matched"),
    ("list_10", "adoption_decision", "placed"),
    ("list_10", "adoption_decision", "decision_reversed"),
    ("list_10", "matched", "placed"),
    ("list_10", "placed", "adoption_order"),
    ("list_10", "placement_order", "adoption_order"),
    ("list_11", "stage1_start", "stage1_end"),
    ("list_11", "stage1_end", "stage2_start"),
    ("list_11", "stage2_start", "stage2_end"),
    ("list_11", "enquiry", "stage1_start"),
    ("list_11", "application", "approved"),
    ("list_11", "approved", "matched"),
    ("list_11", "matched", "placed"),
    ("list_11", "placed", "adoption_order"),
)

# list, a date that cannot come before the child's birth (work before birth has its own lists)
_NOT_BEFORE_BIRTH = (
    ("list_8", "care_started"),
    ("list_8", "placement_started"),
    ("list_8", "last_visit"),
    ("list_8", "last_review"),
    ("list_8", "last_health_assessment"),
    ("list_8", "last_dental_check"),
    ("list_9", "last_contact"),
    ("list_10", "care_started"),
)

_ONE_ROW_A_CHILD = ("list_8", "list_9", "list_10")

# list, a date, and the reason that goes with it
_DATE_AND_REASON = (
    ("list_6", "ended", "reason_closed"),
    ("list_8", "care_ended", "reason_ceased"),
    ("list_10", "decision_reversed", "reason_reversed"),
    ("list_11", "left_process", "reason_left"),
)


def _heading(table: str, column: str) -> str:
    return TABLES[table][column].label


CHECKS = (
    *(
        Check(
            f"{later}_before_{earlier}",
            table,
            (later, earlier),
            f"is before '{_heading(table, earlier)}'",
            col(later) < col(earlier),
            do="Correct whichever of the two dates is wrong",
        )
        for table, earlier, later in _IN_ORDER
    ),
    *(
        Check(
            f"{column}_before_birth",
            table,
            (column, "date_of_birth"),
            "is before the date of birth",
            col(column) < col("date_of_birth"),
            do="Correct whichever of the two dates is wrong",
            severity=Severity.ERROR,
        )
        for table, column in _NOT_BEFORE_BIRTH
    ),
    *(
        Check(
            "child_repeated",
            table,
            ("child_id",),
            "has more than one row",
            col("child_id").is_duplicated(),
            do="Keep the row that is right, or make sure that both periods are meant",
        )
        for table in _ONE_ROW_A_CHILD
    ),
    *(
        Check(
            f"{when}_without_reason",
            table,
            (when, why),
            f"is given, but '{_heading(table, why)}' does not say why",
            col(when).is_not_null() & col(why).is_null(),
            do="Give the reason, or take the date out",
        )
        for table, when, why in _DATE_AND_REASON
    ),
    *(
        Check(
            f"{why}_without_date",
            table,
            (why, when),
            f"is given, but '{_heading(table, when)}' gives no date",
            col(why).is_not_null() & col(when).is_null(),
            do="Give the date, or take the reason out",
        )
        for table, when, why in _DATE_AND_REASON
    ),
)
