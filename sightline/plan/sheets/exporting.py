"""The plan as a workbook, with how closure says that each action stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO

from sightline.closure.standing import standings
from sightline.plan.models import Plan
from sightline.plan.sheets.differing import places_of
from sightline.plan.sheets.drawing import drawn
from sightline.plan_sheets import Layout, write_plan


def workbook_of(plan: Plan, layouts: Sequence[Layout], today: date, to: Path | IO[bytes]) -> int:
    """Writes every action of the plan in these layouts; gives how many there were.

    Actions stand in the order of the workbook they came from, then in that of the plan.
    """
    names = {each.sheet for each in layouts}
    pairs = [(place, drawn(place)) for place in places_of(plan)]
    pairs.sort(key=lambda pair: pair[1].row or _LAST)
    found = standings([place.action for place, _ in pairs], today)
    rows, beside = [], {}
    for at, (place, row) in enumerate(pairs, start=1):
        sheet = row.sheet if row.sheet in names else layouts[0].sheet
        rows.append(replace(row, sheet=sheet, row=at))
        standing = found[place.action_id]
        beside[sheet, at] = (standing.sentence, str(standing.effect.plain))
    return write_plan(to, rows, layouts, beside)


_LAST = 10_000_000
