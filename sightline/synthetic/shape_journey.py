"""What the improvement journey looks like from outside: a figure a year, from the files alone.

Run as `python -m sightline.synthetic.shape_journey FOLDER`. It reads list 8 of every monthly
workbook and two templates, and knows nothing of the simulation. A year ends on the last workbook's
day.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from python_calamine import CalamineWorkbook

from sightline.returns.annex_a.lists import LISTS
from sightline.returns.templates import TEMPLATES

YEARS = 6
SIX_WEEKS, HALF_YEAR, INITIAL, SECOND_REVIEW, THREE_DAYS = 42, 184, 28, 118, 3
LONG_TERM, NOT_YET = ("U1", "U4"), ("U3", "U6")
Cells = dict[str, object]


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: its name, and (children or events with it, all of them) a year, oldest first."""

    name: str
    counted: tuple[tuple[int, int], ...]

    def shown(self) -> list[str]:
        """A percentage a year; a dash where nothing was kept."""
        return [f"{100 * part / whole:.0f}%" if whole else "–" for part, whole in self.counted]


@dataclass(frozen=True, slots=True)
class Month:
    """List 8 on a month-end: the children then in care."""

    on: date
    children: tuple[Cells, ...]


def months(folder: Path) -> list[Month]:
    """List 8 of every workbook, in order of time. FileNotFoundError where there is none."""
    paths = sorted((folder / "annex-a").glob("annex-a-*.xlsx"))
    if not paths:
        raise FileNotFoundError(f"{folder / 'annex-a'} holds no workbook.")
    return [_month(path) for path in paths]


def _month(path: Path) -> Month:
    names = [column.name for column in LISTS[7].columns]
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("List 8").to_python()[1:]
    found: Iterator[Cells] = (dict(zip(names, row, strict=True)) for row in rows)
    on = date.fromisoformat(path.stem.removeprefix("annex-a-"))
    return Month(on, tuple(child for child in found if not child["care_ended"]))


def _day(child: Cells, column: str) -> date | None:
    cell = child[column]
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else None


def _since(child: Cells, column: str, on: date) -> int | None:
    """Days from a date of the child's to a day; None where it is not given."""
    day = _day(child, column)
    return None if day is None else (on - day).days


def _in_care_days(child: Cells, on: date) -> int:
    return _since(child, "care_started", on) or 0


def _placement(child: Cells) -> str:
    """The 903's code, which the words of list 8 hold."""
    found = re.search(r"\b([UKHZPRSTA]\d)\b", str(child["placement_type"]))
    return found[1] if found else ""


def _visits(month: Month) -> Iterator[bool]:
    """Of children six weeks in care, but for those matched, whose visits may be rarer."""
    for child in month.children:
        matched = _placement(child) in LONG_TERM
        if not matched and _in_care_days(child, month.on) > SIX_WEEKS:
            days = _since(child, "last_visit", month.on)
            yield days is not None and days <= SIX_WEEKS


def _initial_health(month: Month) -> Iterator[bool]:
    """Of children four weeks in care at this month-end and not at the last."""
    for child in month.children:
        start, seen = _day(child, "care_started"), _day(child, "last_health_assessment")
        if INITIAL < _in_care_days(child, month.on) <= INITIAL + 31:
            yield seen is not None and start is not None and (seen - start).days <= INITIAL


def _permanence(month: Month) -> Iterator[bool]:
    """Of children whose second review fell due in the month."""
    for child in month.children:
        if SECOND_REVIEW < _in_care_days(child, month.on) <= SECOND_REVIEW + 31:
            yield bool(child["permanence_plan"])


def _matched(month: Month) -> Iterator[bool]:
    """Of children in a foster home for a year whose plan is that they stay in foster care."""
    for child in month.children:
        kind, days = _placement(child), _since(child, "placement_started", month.on)
        planned = "ong-term foster" in str(child["permanence_plan"])
        if planned and kind in (*LONG_TERM, *NOT_YET) and (days or 0) > 365:
            yield kind in LONG_TERM


def _offered(month: Month) -> Iterator[bool]:
    """Of children missing in the year before, after the last time."""
    for child in month.children:
        if child["return_interview_offered"]:
            yield str(child["return_interview_offered"]).lower().endswith("yes")


def _registered(month: Month) -> Iterator[bool]:
    """Of children in homes and supported accommodation, or where there should be one."""
    for child in month.children:
        kind = _placement(child)
        if kind in ("K1", "K2", "K3", "H5", "Z1"):
            yield kind == "Z1"


MONTHLY = (
    ("Visited in the last six weeks", _visits),
    ("First health assessment within four weeks", _initial_health),
    ("A plan for permanence by the second review", _permanence),
    ("Return interview offered", _offered),
    ("Matched, of long-term foster homes of a year", _matched),
    ("Not registered, of homes and supported accommodation", _registered),
)


def reviews(listed: list[Month]) -> tuple[list[tuple[date, bool]], list[tuple[date, bool]]]:
    """Each review's first month-end and whether it was in time: as first told, as told at last."""
    told: dict[tuple[str, str], list[list[tuple[date, date]]]] = {}
    for month in listed:
        for child in month.children:
            held = _day(child, "last_review")
            if held is None:
                continue
            seen = told.setdefault((str(child["child_id"]), str(child["care_started"])), [])
            if not seen or held > seen[-1][0][1]:
                seen.append([])
            seen[-1].append((month.on, held))
    pairs = [pair for seen in told.values() for pair in pairwise(seen)]
    first = [(after[0][0], _near(before[0][1], after[0][1])) for before, after in pairs]
    last = [(after[0][0], _near(before[-1][1], after[-1][1])) for before, after in pairs]
    return first, last


def _near(before: date, after: date) -> bool:
    return (after - before).days <= HALF_YEAR


def _rows(folder: Path, template: str) -> Iterator[dict[str, str]]:
    names = {column.heading: column.name for column in TEMPLATES[template].columns}
    with (folder / "templates" / f"{template}.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield {names[heading]: cell for heading, cell in row.items()}


def _typed(cell: str) -> date | None:
    try:
        day, month, year = map(int, cell.split("/"))
        return date(year, month, day)
    except ValueError:
        return None


def _strategy(folder: Path, column: str) -> list[tuple[date, bool]]:
    found = ((_typed(row["discussion_date"]), row[column] == "Yes")
             for row in _rows(folder, "strategy_discussions"))  # fmt: skip
    return [(day, there) for day, there in found if day is not None]


def _interviews(folder: Path) -> list[tuple[date, bool]]:
    """Of returns from being missing: the interview was held within three days."""
    made = []
    for row in _rows(folder, "return_interviews"):
        back, held = _typed(row["returned_date"]), _typed(row["interview_date"])
        if back is not None:
            made.append((back, held is not None and (held - back).days <= THREE_DAYS))
    return made


def lines(folder: Path) -> tuple[list[date], list[Line]]:
    """The days that the years end on, and every figure for each of them."""
    listed = months(folder)
    last = listed[-1].on
    ends = [date.fromordinal((last + timedelta(1)).replace(year=last.year - back).toordinal() - 1)
            for back in range(YEARS - 1, -1, -1)]  # fmt: skip
    ends = [end for end in ends if end >= listed[0].on]
    first, told = reviews(listed)
    found = [
        (name, [(m.on, met) for m in listed for met in of(m)]) for name, of in MONTHLY
    ] + [
        ("Reviews in time, as each was first told", first),
        ("Reviews in time, as they are told now", told),
        ("Police at strategy discussions", _strategy(folder, "police_present")),
        ("Health services at strategy discussions", _strategy(folder, "health_present")),
        ("Return interview held within three days", _interviews(folder)),
    ]  # fmt: skip
    return ends, [Line(name, tuple(_counted(met, end) for end in ends)) for name, met in found]


def _counted(events: list[tuple[date, bool]], end: date) -> tuple[int, int]:
    within = [met for day, met in events if end - timedelta(365) < day <= end]
    return sum(within), len(within)


def as_markdown(folder: Path) -> str:
    """The figures as a Markdown table, a column a year."""
    ends, found = lines(folder)
    heads = " | ".join(f"{end:%b %Y}" for end in ends)
    rows = [f"| year to | {heads} |", "|---|" + "---:|" * len(ends)]
    rows += [f"| {line.name} | {' | '.join(line.shown())} |" for line in found]
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python -m sightline.synthetic.shape_journey FOLDER")
    sys.stdout.write(as_markdown(Path(sys.argv[1])))
