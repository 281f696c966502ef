"""Improvement plans in the sheets that authorities keep them in, read and written. No database.

In comes a workbook or CSV; out come its actions, each with where it stands, and issues in plain
words. What a sheet says that Sightline has no room for is kept beside it, word for word.
"""

from sightline.plan_sheets.days import Day, DayKind, read_day
from sightline.plan_sheets.headings import (
    FIELDS,
    Field,
    Layout,
    fingerprint,
    may_be_headings,
    suggested,
)
from sightline.plan_sheets.reading import PlanSheetError, opened, read_plan
from sightline.plan_sheets.rows import Issue, PlanBook, PlanRow, Step
from sightline.plan_sheets.writing import OWN_LAYOUT, write_plan

__all__ = [
    "FIELDS", "OWN_LAYOUT", "Day", "DayKind", "Field", "Issue", "Layout", "PlanBook", "PlanRow",
    "PlanSheetError", "Step", "fingerprint", "may_be_headings", "opened", "read_day",
    "read_plan", "suggested", "write_plan",
]  # fmt: skip
