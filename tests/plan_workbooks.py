"""Plans in Excel as authorities lay them out, in invented words: four layouts."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter


def workbook(*sheets: tuple[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook of sheets: (name, rows); a merged cell holds its words at its top."""
    to = BytesIO()
    book = xlsxwriter.Workbook(to)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    green = book.add_format({"bg_color": "#00FF00"})
    for name, rows in sheets:
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(at, place, cell, day)
                elif cell == "Complete":
                    sheet.write(at, place, cell, green)
                elif cell is not None:
                    sheet.write(at, place, cell)
    book.close()
    return to.getvalue()


ONE_TABLE = (
    "Plan",
    (
        ("Northmoor children’s services improvement plan",),
        ("Version 4, for the board of May",),
        (),
        ("Ref", "Priority", "Outcome for children", "Action", "Lead officer", "Partners",
         "Start date", "Due date", "Milestones", "How will we know?", "Progress update", "RAG",
         "Risk owner"),
        ("1.1", "Permanence", "Children know where they will grow up",
         "Read every plan at six months", "Petra Hollowell", "Courts", date(2025, 9, 1),
         date(2026, 3, 31), "1. First panel (30/11/2025)\n2. All teams (28/02/2026)",
         "Plan by second review",
         "Panel sat twice.", "Green", "T. Renn"),
        ("1.2", None, None, "Match at a fortnightly panel", "Tobias Renn",
         None, None, "Ongoing", None, "Children matched", "Slow.", "Complete", None),
        (None, None, "Nobody waits for a match", "Two panels a month",
         "Petra Hollowell / Tobias Renn", None, None, "31/09/2025", None, None, None, "Red", None),
        ("2.1", "Health", "Children are well", "Nurse in the team", "Ravi Castellan", "Trust", None,
         "Q2 2025/26", None, None, None, "Amber", None),
        ("Total", None, None, None, None, None, None, None, None, None, None, "4", None),
    ),
)  # fmt: skip

A_SHEET_A_PRIORITY = (
    (
        "Workforce",
        (
            ("What we will do", "Who", "By when", "Status", "% complete"),
            ("Pay the newly qualified more", "HR partner", "Sept 2026", "On track", 0.4),
            ("Exit conversations for all who leave", "Principal social worker", "End of Dec 2026",
             "Not started", 0),
        ),
    ),
    (
        "Front door",
        (
            ("What we will do", "Who", "By when", "Status", "% complete"),
            ("Contacts decided in one working day", "Head of front door", "1st March 2026",
             "Complete", 1),
        ),
    ),
    ("Glossary", (("Word", "Meaning"), ("IRO", "Reviewing officer"))),
)  # fmt: skip

RECOMMENDATIONS = (
    "Tracker",
    (
        ("Rec no.", "Linked recommendation", "Task", "Accountable officer", "Timescale", "Cost (£)",
         "BRAG", "Evidence of impact"),
        (8, "Improve the court work", "Train twelve social workers in court work", "Legal manager",
         date(2026, 10, 31), "12,000", "B", "Fewer statements sent back"),
        (8, "Improve the court work", "Write one template for statements", "Legal manager",
         date(2026, 10, 31), None, "G", "#REF!"),
        ("Rec no.", "Linked recommendation", "Task", "Accountable officer", "Timescale", "Cost (£)",
         "BRAG", "Evidence of impact"),
        (None, None, None, "Nobody yet", date(2026, 12, 1), None, "R", None),
    ),
)  # fmt: skip


def painted() -> bytes:
    """A board's sheet: headings in two rows, merged cells, fills, a struck and a hidden row."""
    to = BytesIO()
    book = xlsxwriter.Workbook(to)
    sheet = book.add_worksheet("Board")
    for place, heading in enumerate(("Outcome", "Action", "Lead")):
        sheet.merge_range(1, place, 2, place, heading)
    sheet.write(0, 0, "Board plan, invented")
    sheet.merge_range(1, 3, 1, 4, "Timescale")
    sheet.write_row(2, 3, ["Start", "End"])
    sheet.merge_range(1, 5, 2, 5, "RAG")
    sheet.merge_range(1, 6, 2, 6, "Milestones")
    _painted_rows(sheet, book)
    book.close()
    return to.getvalue()


def _painted_rows(sheet: Any, book: Any) -> None:
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    green, red = (book.add_format({"bg_color": each}) for each in ("#92D050", "#FF0000"))
    struck = book.add_format({"font_strikeout": True})
    sheet.merge_range(3, 0, 3, 6, "Priority 1: Help early")
    sheet.merge_range(4, 0, 6, 0, "Children are safe at home")
    sheet.merge_range(4, 1, 5, 1, "Give every family one plan")
    sheet.merge_range(4, 2, 5, 2, "Petra Hollowell")
    sheet.write_datetime(4, 3, date(2025, 9, 1), day)
    sheet.write_datetime(4, 4, date(2026, 3, 31), day)
    sheet.write_blank(4, 5, None, green)
    sheet.write(4, 6, "Write the guide (30/11/2025)")
    sheet.write(5, 6, "Train every team (31/01/2026)")
    sheet.write(6, 1, "Open a second centre", struck)
    sheet.write(6, 5, "Green", green)
    sheet.write_row(7, 0, ["Families are heard", "Ask families each month", "Tobias Renn"])
    sheet.write(7, 5, "Amber", red)
    sheet.set_row(7, None, None, {"hidden": True})
    sheet.set_column(3, 3, None, None, {"hidden": True})
    sheet.merge_range(8, 0, 8, 6, "Priority 2: Leaving care")
    sheet.write_row(9, 1, ["Name an adviser at sixteen", "Petra Hollowell and Tobias Renn"])
    sheet.write(9, 5, "Complete")
