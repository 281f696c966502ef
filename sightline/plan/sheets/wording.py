"""What the plan makes of the words of a sheet's cells."""

from __future__ import annotations

import re

from sightline.plan_sheets import PlanRow

PRIORITY_UNNAMED = "Actions of no named priority"
OUTCOME_UNSTATED = "The sheet states no outcome for children."
NOBODY = "To be named"
TITLE, OWNER, NAME, STEP, RESOURCES = 500, 200, 200, 300, 300
_POUNDS = re.compile(
    r"(?i)£? ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)? ?(k)?"
    r"( ?(?:a year|per year|per annum|p\.?a\.?|yearly))?"
)
_MOST_POUNDS = 2_147_483_647  # what the column holds


def short(words: str, most: int) -> str:
    """The words on one line, cut with "…" where they are longer than the plan has room for."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def title_of(action: str) -> str:
    """The action's title."""
    return short(action, TITLE)


def first_owner(row: PlanRow) -> str:
    """The one who answers for the action; "To be named" where the sheet names nobody."""
    return short(row.owners[0], OWNER) if row.owners else NOBODY


def priority_name(row: PlanRow) -> str:
    """The name of the row's priority."""
    return short(row.priority, NAME) or PRIORITY_UNNAMED


def outcome_words(row: PlanRow) -> str:
    """What the row says will be different for children."""
    return " ".join(row.outcome.split()) or OUTCOME_UNSTATED


def cost_of(words: str) -> tuple[str, int | None, int | None]:
    """What a cell of costs says: resources in words, pounds once, pounds each year.

    Only words that are plainly an amount ("£12,000", "20k a year") are one.
    """
    found = _POUNDS.fullmatch(words.strip())
    if not found:
        return short(words, RESOURCES), None, None
    pounds = int(found[1].replace(",", "")) * (1_000 if found[2] else 1)
    if pounds > _MOST_POUNDS:
        return short(words, RESOURCES), None, None
    return ("", None, pounds) if found[3] else ("", pounds, None)
