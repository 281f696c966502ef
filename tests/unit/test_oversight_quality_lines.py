"""Counts of issues as lines, and rows of issues as they stand on a page."""

from dataclasses import replace
from datetime import date

import pytest

from sightline.jobs.quality import Count, Row
from sightline.oversight.quality_lines import about, count_lines
from sightline.oversight.quality_words import check_words, own_advice, said_plainly, to_do
from sightline.oversight.templatetags.quality import by_child


@pytest.mark.parametrize(
    ("issues", "shown"), [(0, 0), (1, None), (5, None), (6, 10), (14, 10), (15, 20), (1339, 1340)]
)
def test_those_outside_have_counts_to_the_nearest_ten(issues: int, shown: int | None) -> None:
    assert about(issues) == shown


def test_a_small_count_is_not_left_over_when_others_are_taken_from_the_total() -> None:
    """Of 3 and 80, 83 in all: 80 of 80 says nothing of the 3."""
    counts = [Count("key_blank", 3, 0, 3, None, None), Count("code_unknown", 0, 80, 9, None, None)]
    shown = [line.issues for line in count_lines(counts, "check", exact=False)]
    assert shown == [None, 80]
    assert about(83) == 80


def test_checks_with_errors_come_first_for_those_who_see_them() -> None:
    counts = [Count("code_unknown", 0, 80, 9, None, None), Count("key_blank", 3, 0, 3, None, None)]
    assert [line.name for line in count_lines(counts, "check", exact=True)] == [
        *("key_blank", "code_unknown")
    ]
    assert [line.name for line in count_lines(counts, "check", exact=False)] == [
        *("code_unknown", "key_blank")
    ]


def test_a_check_says_what_is_wrong_apart_from_what_to_do() -> None:
    rule = "strategy_without_partners"
    assert check_words(rule) == (
        "Discussion date is of a strategy discussion without police, health or social care, all of "
        "whom it needs."
    )
    assert own_advice(rule).startswith("Correct who was there")
    assert to_do(rule).endswith("so that the next extract carries it.")
    assert own_advice("code_unknown") == ""


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("worker_id is a worker", "Worker id is a worker"),
        ("safe is yes", "Safe is yes"),
        ("ReasonForClosure says closed", "ReasonForClosure says closed"),
        ("DECOM began a placement", "DECOM began a placement"),
    ],
)
def test_a_column_begins_a_sentence_as_words(words: str, plain: str) -> None:
    assert said_plainly(words) == plain


ROW = Row(
    id=1,
    return_name="templates",
    period=date(2026, 10, 30),
    table="supervision",
    file="supervision.csv",
    row=470,
    column="worker_id",
    value="X",
    child_id="C1",
    rule="worker_not_in_workforce",
    severity="warning",
    message="Row 470 of supervision.csv: worker_id 'X' is not in the census.",
    first_seen=date(2026, 10, 30),
    new=None,
    owner="North team",
    worker="Ada Reed",
)


def other(row: int, **what: object) -> Row:
    message = f"Row {row} of supervision.csv: worker_id 'X' is not in the census."
    return replace(ROW, **{"id": row, "row": row, "message": message, **what})  # type: ignore[arg-type]


def test_what_is_said_of_several_rows_of_a_child_stands_once() -> None:
    [group] = by_child([ROW, other(703), other(1310)])
    assert (group.child_id, group.owner, group.worker) == ("C1", "North team", "Ada Reed")
    [item] = group.items
    assert item.message == "Worker id 'X' is not in the census."
    assert item.places == "rows 470, 703 and 1,310"


def test_what_differs_in_anything_but_the_row_stands_apart() -> None:
    [group] = by_child([ROW, other(703, severity="error"), other(9, period=date(2026, 9, 30))])
    assert [item.places for item in group.items] == ["row 470", "row 703", "row 9"]


def test_each_child_is_a_group_of_their_own() -> None:
    assert [group.child_id for group in by_child([ROW, other(2, child_id="C2"), other(3)])] == [
        *("C1", "C2", "C1")
    ]


def test_an_xml_file_has_lines_and_a_whole_file_has_no_place() -> None:
    message = "Row or line 12 of table 'reviews' of census.xml: CPPreviewDate is wrong."
    [group] = by_child([replace(ROW, file="census.xml", row=12, message=message)])
    assert group.items[0].places == "line 12"
    assert group.items[0].message == "CPPreviewDate is wrong."
    [group] = by_child([replace(ROW, row=None, message="note.txt is no return.")])
    assert group.items[0].places == ""
