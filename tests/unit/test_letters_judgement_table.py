"""The table of judgements, however its cells are wrapped, aligned or drawn."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from sightline.letters import Grade, read

LEADERS = "The impact of leaders on social work practice"
HELP = "The experiences and progress of children who need help and protection"
CARE = "The experiences and progress of children in care"
LEAVERS = "The experiences and progress of care leavers"
OVERALL = "Overall effectiveness"
BOARD = "The effectiveness of the Local Safeguarding Children Board"

LABEL_LEFT, GRADE_LEFT, GRADE_RIGHT, LEADING = 72.0, 360.0, 520.0, 14.0
Align = Literal["top", "middle", "bottom"]
PROSE = (
    "Children in Northmoor are helped by social workers who know them and their families,",
    "and who visit them as often as they need. Leaders know where practice is not yet good",
    "and have a plan to put that right, which children and carers have helped to write.",
)
Row = tuple[str, str]  # label and grade; "/" parts the lines of a cell


def print_table(
    path: Path,
    rows: Sequence[Row],
    *,
    align: Align = "top",
    padding: float = 8.0,
    centred: bool = False,
    by_column: bool = False,
) -> Path:
    """An inspection report with one table: `padding` points between rows, grades set as asked.

    `by_column` draws all labels before all grades, as some programs do.
    """
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica-Bold", 24)
    canvas.drawString(LABEL_LEFT, 740, "Inspection of Northmoor children's services")
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(LABEL_LEFT, 700, "Judgement")
    canvas.drawString(GRADE_LEFT, 700, "Grade")
    canvas.setFont("Helvetica", 12)
    labels, grades = _placed(rows, align, padding)
    in_rows = [cell for pair in zip(labels, grades, strict=True) for cell in pair]
    for cell in [*labels, *grades] if by_column else in_rows:
        for line, y in cell:
            if cell in labels:
                canvas.drawString(LABEL_LEFT, y, line)
            elif centred:
                canvas.drawCentredString((GRADE_LEFT + GRADE_RIGHT) / 2, y, line)
            else:
                canvas.drawString(GRADE_LEFT, y, line)
    foot = min(y for cell in (*labels, *grades) for _, y in cell)
    for place, line in enumerate(PROSE):
        canvas.drawString(LABEL_LEFT, foot - 40 - LEADING * place, line)
    canvas.save()
    return path


Cell = list[tuple[str, float]]  # each line and the height of its foot on the page


def _placed(rows: Sequence[Row], align: Align, padding: float) -> tuple[list[Cell], list[Cell]]:
    """The labels and the grades, each line with its height."""
    columns: tuple[list[Cell], list[Cell]] = ([], [])
    top = 676.0
    for row in rows:
        height = max(len(cell.split("/")) for cell in row)
        for column, cell in zip(columns, row, strict=True):
            lines = cell.split("/")
            down = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[align] * (height - len(lines))
            column.append([(line, top - LEADING * (down + n)) for n, line in enumerate(lines)])
        top -= LEADING * height + padding
    return columns


def judged(path: Path) -> list[tuple[str, Grade]]:
    return [(each.judgement, each.grade) for each in read(path).judgements]


REQUIRES = (
    "Requires improvement to be good",
    "Requires improvement to be/good",
    "Requires improvement to/be good",
    "Requires improvement/to be good",
    "Requires/improvement to be good",
    "Requires/improvement to/be good",
    "Requires/improvement/to be good",
    "Requires/improvement/to be/good",
    "Requires improvement",
    "Requires/improvement",
)


@pytest.mark.parametrize("align", ["top", "middle", "bottom"])
@pytest.mark.parametrize("words", REQUIRES)
def test_a_grade_is_whole_however_its_cell_wraps(words: str, align: Align, tmp_path: Path) -> None:
    rows = [
        ("The impact of leaders on/social work practice", "Good"),
        ("The experiences and progress of/children who need help and/protection", words),
        ("The experiences and progress of/children in care", words),
        ("The experiences and progress of/care leavers", "Outstanding"),
        (OVERALL, words),
    ]
    assert judged(print_table(tmp_path / "report.pdf", rows, align=align)) == [
        (LEADERS, Grade.GOOD),
        (HELP, Grade.REQUIRES_IMPROVEMENT),
        (CARE, Grade.REQUIRES_IMPROVEMENT),
        (LEAVERS, Grade.OUTSTANDING),
        (OVERALL, Grade.REQUIRES_IMPROVEMENT),
    ]


@pytest.mark.parametrize("padding", [0.0, 3.0, 12.0])
@pytest.mark.parametrize("by_column", [False, True])
@pytest.mark.parametrize("align", ["top", "middle"])
def test_one_line_labels_beside_wrapped_grades(
    align: Align, by_column: bool, padding: float, tmp_path: Path
) -> None:
    """A row's second line is no row of its own, even where no space parts the rows."""
    rows = [
        ("Leaders", "Requires improvement to be/good"),
        ("Children in care", "Good"),
        ("Care leavers", "Requires/improvement to/be good"),
        (OVERALL, "Requires improvement to be/good"),
    ]
    path = print_table(
        tmp_path / "report.pdf", rows, align=align, by_column=by_column, padding=padding
    )
    assert judged(path) == [
        ("Leaders", Grade.REQUIRES_IMPROVEMENT),
        ("Children in care", Grade.GOOD),
        ("Care leavers", Grade.REQUIRES_IMPROVEMENT),
        (OVERALL, Grade.REQUIRES_IMPROVEMENT),
    ]


@pytest.mark.parametrize("padding", [0.0, 3.0, 12.0])
@pytest.mark.parametrize("align", ["top", "middle", "bottom"])
def test_a_label_of_several_lines_beside_a_grade_of_one(
    align: Align, padding: float, tmp_path: Path
) -> None:
    """A label's later line may start with a capital and is still the same label."""
    rows = [
        ("The impact of leaders on/social work practice", "Inadequate"),
        ("The experiences and/progress of children who/need help and protection", "Good"),
        ("The effectiveness of the/Local Safeguarding/Children Board", "Inadequate"),
        (OVERALL, "Inadequate"),
    ]
    path = print_table(tmp_path / "report.pdf", rows, align=align, padding=padding)
    assert judged(path) == [
        (LEADERS, Grade.INADEQUATE),
        (HELP, Grade.GOOD),
        (BOARD, Grade.INADEQUATE),
        (OVERALL, Grade.INADEQUATE),
    ]


def test_a_last_row_of_several_lines_is_whole(tmp_path: Path) -> None:
    rows = [
        ("Leaders", "Good"),
        ("The experiences and/progress of children who/need help and/protection", "Good"),
    ]
    assert judged(print_table(tmp_path / "report.pdf", rows)) == [
        ("Leaders", Grade.GOOD),
        (HELP, Grade.GOOD),
    ]


def test_grades_set_in_the_middle_of_their_column(tmp_path: Path) -> None:
    rows = [
        ("The impact of leaders on/social work practice", "Good"),
        ("The experiences and progress of/children in care", "Requires improvement to be/good"),
        ("The experiences and progress of/care leavers", "Outstanding"),
        (OVERALL, "Requires improvement to be/good"),
    ]
    path = print_table(tmp_path / "report.pdf", rows, centred=True, align="middle")
    assert judged(path) == [
        (LEADERS, Grade.GOOD),
        (CARE, Grade.REQUIRES_IMPROVEMENT),
        (LEAVERS, Grade.OUTSTANDING),
        (OVERALL, Grade.REQUIRES_IMPROVEMENT),
    ]


def test_a_label_that_fills_its_cell_leaves_a_narrow_gap(tmp_path: Path) -> None:
    """The second label ends ten points before the grade, less than its letters' height."""
    rows = [
        ("Leaders", "Good"),
        ("The experiences and progress of children in care..", "Requires improvement to be/good"),
        (OVERALL, "Good"),
    ]
    grades = [grade for _, grade in judged(print_table(tmp_path / "report.pdf", rows))]
    assert grades == [Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.GOOD]


def test_half_a_grade_is_no_grade(tmp_path: Path) -> None:
    """Where the rest of a grade cannot be found the row is left out, not guessed."""
    rows = [("Leaders", "Good"), ("Children in care", "Requires"), (OVERALL, "Inadequate")]
    path = print_table(tmp_path / "report.pdf", rows)
    assert judged(path) == [("Leaders", Grade.GOOD), (OVERALL, Grade.INADEQUATE)]
    reasons = [each.reason for each in read(path).unread]
    assert "The grade of “Children in care” could not be read: part of it is missing." in reasons


RULED = [
    (LEADERS, "Requires improvement to be good"),
    (HELP, "Inadequate"),
    (CARE, "Requires improvement to be good"),
    (LEAVERS, "Good"),
    (OVERALL, "Requires improvement to be good"),
]


def print_ruled_table(path: Path, width: int, valign: str) -> Path:
    """A report whose table a layout program has drawn, its column of grades `width` points wide."""
    style = ParagraphStyle("cell", fontName="Helvetica", fontSize=12, leading=14)
    cells = [[Paragraph(text, style) for text in row] for row in [("Judgement", "Grade"), *RULED]]
    table = Table(cells, colWidths=[200, width])
    table.setStyle([("GRID", (0, 0), (-1, -1), 1, "black"), ("VALIGN", (0, 0), (-1, -1), valign)])
    SimpleDocTemplate(str(path), pagesize=A4).build(
        [
            Paragraph("<b>Inspection of Northmoor children's services</b>", style),
            Spacer(1, 24),
            table,
            Spacer(1, 24),
            Paragraph(" ".join(PROSE), style),
        ]
    )
    return path


@pytest.mark.parametrize("valign", ["TOP", "MIDDLE", "BOTTOM"])
@pytest.mark.parametrize("width", [85, 110, 150, 180])
def test_a_ruled_table_at_any_width_of_column(width: int, valign: str, tmp_path: Path) -> None:
    path = print_ruled_table(tmp_path / "report.pdf", width, valign)
    assert [(name, grade.value) for name, grade in judged(path)] == RULED


@pytest.mark.parametrize("valign", ["TOP", "MIDDLE", "BOTTOM"])
@pytest.mark.parametrize("width", [40, 50, 60, 70, 80])
def test_the_tail_of_a_broken_grade_is_not_good(width: int, valign: str, tmp_path: Path) -> None:
    """The column is too narrow for "improvement", which is cut: no grade is better."""
    path = print_ruled_table(tmp_path / "report.pdf", width, valign)
    assert {(name, grade.value) for name, grade in judged(path)} <= set(RULED)
    assert read(path).unread
