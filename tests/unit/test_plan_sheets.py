"""Plans in Excel: read whatever their headings, and written back with the same meaning."""

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.plan_sheets import (
    OWN_LAYOUT,
    Day,
    DayKind,
    Field,
    PlanBook,
    PlanRow,
    PlanSheetError,
    Step,
    fingerprint,
    read_day,
    read_plan,
    write_plan,
)
from tests.plan_workbooks import A_SHEET_A_PRIORITY, ONE_TABLE, RECOMMENDATIONS, painted, workbook


def written(book: PlanBook) -> PlanBook:
    """The same plan, written in the layouts in which it came and read again."""
    to = BytesIO()
    write_plan(to, book.rows, book.layouts)
    return read_plan(book.file, to.getvalue())


def meaning(book: PlanBook) -> list[PlanRow]:
    """Its rows without their place in a sheet, which blank lines above the headings move."""
    return [replace(row, row=0) for row in book.rows]


def test_one_table_with_a_title_above_it_and_merged_priorities() -> None:
    book = read_plan("plan.xlsx", workbook(ONE_TABLE))
    assert [row.row for row in book.rows] == [5, 6, 7, 8], "as Excel shows them; the sum is none"
    first, second, third, fourth = book.rows
    assert first.reference == "1.1"
    assert (first.start, first.due) == (date(2025, 9, 1), date(2026, 3, 31))
    assert first.steps == (
        Step("First panel", date(2025, 11, 30)), Step("All teams", date(2026, 2, 28)),
    )  # fmt: skip
    assert first.measure == "Plan by second review"
    assert first.further == {"Risk owner": "T. Renn"}
    assert (second.priority, second.outcome) == (
        "Permanence", "Children know where they will grow up",
    )  # fmt: skip
    assert (second.due, second.due_words, second.status) == (None, "Ongoing", "Complete")
    assert third.outcome == "Nobody waits for a match"
    assert (fourth.priority, fourth.due) == ("Health", date(2025, 9, 30))
    said = {(issue.row, issue.column): issue.message for issue in book.issues}
    assert said[6, "Due date"].startswith("“Ongoing” is no day")
    assert said[7, "Due date"] == "There is no day 31/09/2025. The row is kept without it."


def test_a_sheet_a_priority_is_named_by_its_sheet() -> None:
    book = read_plan("plan.xlsx", workbook(*A_SHEET_A_PRIORITY))
    assert [row.priority for row in book.rows] == ["Workforce", "Workforce", "Front door"]
    assert [row.due for row in book.rows] == [
        date(2026, 9, 30), date(2026, 12, 31), date(2026, 3, 1),
    ]  # fmt: skip
    assert book.passed_over == ("Glossary",)


def test_a_tracker_of_recommendations_keeps_good_rows_and_says_what_it_could_not_take() -> None:
    book = read_plan("tracker.xlsx", workbook(RECOMMENDATIONS))
    assert [row.action for row in book.rows] == [
        "Train twelve social workers in court work", "Write one template for statements",
    ]  # fmt: skip
    assert book.rows[0].finding == "Improve the court work"
    assert (book.rows[0].cost, book.rows[1].evidence) == ("12,000", "")
    assert book.rejected == 1
    assert (book.read, len(book.rows), book.aside) == (3, 2, 1), "the headings come once more"
    assert [issue.sentence for issue in book.issues] == [
        "tracker.xlsx, sheet “Tracker”, row 3, Evidence of impact: The formula is broken: nothing "
        "is read.",
        "tracker.xlsx, sheet “Tracker”, row 5, Task: The row says who, when or how far, and not "
        "what is to be done.",
    ]


@pytest.mark.parametrize("sheets", [(ONE_TABLE,), A_SHEET_A_PRIORITY, (RECOMMENDATIONS,)])
def test_written_in_the_layout_in_which_it_came_it_means_the_same(sheets: tuple) -> None:  # type: ignore[type-arg]
    book = read_plan("plan.xlsx", workbook(*sheets))
    again = written(book)
    assert meaning(again) == meaning(book)
    assert [each.headings for each in again.layouts] == [each.headings for each in book.layouts]


def test_headings_nobody_could_guess_are_told_by_a_person() -> None:
    heads = ("Nr", "Vorhaben", "Wer", "Bis")
    rows = ("Sheet1", (heads, ("1", "Read every plan", "Petra", date(2026, 3, 31))))
    with pytest.raises(PlanSheetError, match="no row that says what its columns are"):
        read_plan("plan.xlsx", workbook(rows))
    known = {fingerprint(heads): {Field.ACTION: 1, Field.OWNER: 2, Field.DUE: 3}}
    (row,) = read_plan("plan.xlsx", workbook(rows), known).rows
    assert (row.action, row.owner, row.due) == ("Read every plan", "Petra", date(2026, 3, 31))


WORDS = st.text("abcdefg hij,.", min_size=3, max_size=30).map(lambda t: "x" + " ".join(t.split()))
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
ROWS = st.builds(
    PlanRow,
    sheet=st.just(OWN_LAYOUT.sheet), row=st.just(0), action=WORDS, reference=WORDS, priority=WORDS,
    outcome=WORDS, owner=WORDS, partner=WORDS, start=st.none() | DAYS, due=st.none() | DAYS,
    steps=st.lists(st.builds(Step, WORDS, st.none() | DAYS), max_size=3).map(tuple),
    evidence=WORDS, measure=WORDS, progress=WORDS, status=WORDS, percent=WORDS, cost=WORDS,
    finding=WORDS,
)  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(rows=st.lists(ROWS, min_size=1, max_size=6))
def test_any_plan_written_and_read_again_means_the_same(rows: list[PlanRow]) -> None:
    to = BytesIO()
    write_plan(to, rows, [OWN_LAYOUT])
    book = read_plan("plan.xlsx", to.getvalue())
    assert [replace(row, row=0) for row in book.rows] == rows


@pytest.mark.parametrize("words", ['=HYPERLINK("http://x","y")', "+1", "-2", "@SUM(A1)"])
def test_nothing_written_is_run_as_a_formula(words: str) -> None:
    to = BytesIO()
    write_plan(to, [PlanRow(OWN_LAYOUT.sheet, 0, words, owner="Petra", status=words)], [OWN_LAYOUT])
    sheet = zipfile.ZipFile(BytesIO(to.getvalue())).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    (row,) = read_plan("plan.xlsx", to.getvalue()).rows
    assert row.action == words


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-03-31", date(2026, 3, 31)),
        ("31/03/2026", date(2026, 3, 31)),
        ("31.3.26", date(2026, 3, 31)),
        ("1st April 2026", date(2026, 4, 1)),
        ("Sept 2025", date(2025, 9, 30)),
        ("By end of February 2028", date(2028, 2, 29)),
        ("Q1 2025/26", date(2025, 6, 30)),
        ("End of Q4 2025/26", date(2026, 3, 31)),
        ("Ongoing", None),
        ("ASAP", None),
        ("", None),
    ],
)
def test_days_as_people_write_them(said: str, day: date | None) -> None:
    assert read_day(said).day == day


def test_a_day_that_is_none_is_told() -> None:
    assert read_day("31/09/2025") == Day("31/09/2025", None, DayKind.IMPOSSIBLE)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("plan.xlsx", b"", "cannot be opened|is empty"),
        ("plan.xlsx", b"not a workbook at all", "no row that says"),
        ("plan.pdf", b"%PDF-1.4", "is not a workbook"),
        ("plan.csv", b"", "is empty"),
        ("plan.csv", b"\xff\xfe\x00", "is empty"),
    ],
)
def test_what_is_no_plan_is_refused_in_words(name: str, data: bytes, why: str) -> None:
    with pytest.raises(PlanSheetError, match=why):
        read_plan(name, data)


def test_a_csv_of_an_old_computer_is_read() -> None:
    text = "Action,Owner,Due\r\nChildren’s plans read,Zoë,31/03/2026\r\n"
    (row,) = read_plan("plan.csv", text.encode("cp1252")).rows
    assert (row.action, row.owner) == ("Children’s plans read", "Zoë")


def test_merged_cells_split_headings_marks_and_titles_of_priorities() -> None:
    book = read_plan("board.xlsx", painted())
    assert [row.row for row in book.rows] == [5, 7, 8, 10]
    first, second, third, fourth = book.rows
    assert {row.outcome for row in (first, second)} == {"Children are safe at home"}
    assert first.steps == (
        Step("Write the guide", date(2025, 11, 30)),
        Step("Train every team", date(2026, 1, 31)),
    ), "the action is merged over two lines"
    assert (first.start, first.due) == (date(2025, 9, 1), date(2026, 3, 31))
    assert [row.priority for row in book.rows] == [
        "Priority 1: Help early",
        "Priority 1: Help early",
        "Priority 1: Help early",
        "Priority 2: Leaving care",
    ]
    assert [row.status for row in book.rows] == ["Green", "Green", "Amber", "Complete"]
    assert [row.said_done for row in book.rows] == [False, False, False, True]
    assert [row.struck for row in book.rows] == [False, True, False, False]
    assert third.further == {"Hidden in the sheet": "yes"}
    assert fourth.owners == ("Petra Hollowell", "Tobias Renn")
    assert (book.read, book.rejected, book.aside) == (4, 0, 3)
    said = {(issue.row, issue.message) for issue in book.issues}
    assert (7, "The action is struck out.") in said
    assert (3, "The column is hidden in the sheet. It is read.") in said
    assert (8, "The row is hidden in the sheet. It is read.") in said
    assert (8, "The word is “Amber”, the cell is red. The word is kept.") in said
    assert (10, "Several owners: Petra Hollowell, who comes first, answers for it.") in said
    assert meaning(written(book)) == meaning(book)


def test_a_csv_with_lines_in_its_cells() -> None:
    text = 'Action;Owner;Due;Milestones\nRead;Petra;31/03/2026;"1. One\n2. Two"\n;;;\nWrite;T;;\n'
    rows = read_plan("plan.csv", text.encode()).rows
    assert [row.action for row in rows] == ["Read", "Write"]
    assert rows[0].steps == (Step("One"), Step("Two"))


@pytest.mark.parametrize(
    ("status", "done"),
    [
        ("Complete", True),
        ("Completed", True),
        ("BLUE", True),
        ("100%", True),
        ("Closed", True),
        ("Green", False),
        ("Not complete", False),
        ("Partially complete", False),
        ("Incomplete", False),
        ("Complete by June", False),
        ("10%", False),
        ("", False),
    ],
)
def test_what_says_that_it_is_done(status: str, done: bool) -> None:
    assert PlanRow("Plan", 2, "Read", status=status).said_done is done


@pytest.mark.parametrize(
    ("owner", "names"),
    [
        ("Petra Hollowell, head of permanence", ("Petra Hollowell, head of permanence",)),
        ("Head of Early Help and Family Support", ("Head of Early Help and Family Support",)),
        ("Petra Hollowell and Tobias Renn", ("Petra Hollowell", "Tobias Renn")),
        ("HR\nLegal / Finance", ("HR", "Legal", "Finance")),
        ("", ()),
    ],
)
def test_owners_of_one_cell(owner: str, names: tuple[str, ...]) -> None:
    assert PlanRow("Plan", 2, "Read", owner=owner).owners == names


def test_no_word_is_lost_of_two_columns_of_one_name_or_of_one_without() -> None:
    heads = ("Action", "Owner", "Due", "Risk", "Risk")
    rows = ("Plan", (heads, ("Read", "Petra", "31/03/2026", "high", "low", "see minute 4")))
    book = read_plan("plan.xlsx", workbook(rows))
    assert book.rows[0].further == {"Risk": "high", "Risk (2)": "low", "Column 6": "see minute 4"}
    assert meaning(written(book)) == meaning(book)


def test_what_sightline_wrote_beside_a_plan_is_not_read_as_anybodys_word() -> None:
    book = read_plan("plan [v2].csv", b"Action,Owner,Due\nRead,Petra,31/03/2026\n")
    (row,) = book.rows
    to = BytesIO()
    beside = {(row.sheet, row.row): ("Closed", "Not shown")}
    assert write_plan(to, book.rows, book.layouts, beside) == 1
    (again,) = read_plan("plan.xlsx", to.getvalue()).rows
    assert (again.action, again.further, again.status) == ("Read", {}, "")
