"""Any stack of list 8, compared in sets, says what a plain reading child by child says."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from sightline.records import Snapshots
from sightline.records.rewritten import WATCHED
from sightline.records.rewritten.compare import first_shown, rewritten
from sightline.records.rewritten.side_by_side import side_by_side
from sightline.records.rewritten.versions import versions
from tests.asciitable import NOON, annex_a
from tests.costly_examples import costly
from tests.rewritten_record import Extract

ENDS = (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30))
FIRST = date(2025, 12, 20)
Row = tuple[date, date | None, date | None, date | None]  # came into care, left, visit, review
Listed = dict[str, Row]
APART = 14

# Weeks apart, and the extracts' own days, so that what lies just on a limit comes up often.
days = st.one_of(
    st.integers(0, 18).map(lambda n: FIRST + timedelta(weeks=n)), st.sampled_from(ENDS)
)
maybe = st.one_of(st.none(), days)
one_row = st.tuples(st.sampled_from([FIRST, FIRST + timedelta(days=60)]), maybe, maybe, maybe)
listed = st.dictionaries(st.sampled_from("ABC"), one_row, max_size=3)


def extract(end: date, rows: Listed) -> Extract:
    lines = [f"{child} | " + " | ".join(map(written, row)) for child, row in rows.items()]
    head = "child_id | care_started | care_ended | last_visit | last_review"
    return annex_a(end.isoformat(), list_8="\n".join([head, *lines, "Z | 2025-01-01 | - | - | -"]))


def written(value: date | None) -> str:
    return value.isoformat() if value else "-"


def plainly(stack: Sequence[tuple[date, Listed]]) -> tuple[set[object], set[object]]:
    """(what was recorded late, what was rewritten), one child and one month at a time."""
    so_late: set[object] = set()
    rewrites: set[object] = set()
    for (before, then), (now, rows) in pairwise(stack):
        for child in {*then, *rows}:
            one_child(so_late, rewrites, child, (then.get(child), rows.get(child)), (before, now))
    return so_late, rewrites


def one_child(
    so_late: set[object],
    rewrites: set[object],
    child: str,
    rows: tuple[Row | None, Row | None],
    ends: tuple[date, date],
) -> None:
    (old, new), (before, now) = rows, ends
    if old and new and old[0] != new[0]:
        ends_alike = old[1] is not None and old[1] == new[1]
        if new[0] <= before and (old[1] is None or ends_alike):  # it should be there: it moved
            rewrites.add((child, "care_started", "changed", old[0], new[0], now))
            return
        old = None
    if old and new:
        stayed(so_late, rewrites, child, (old, new), ends)
    elif new:
        came(so_late, child, new, before, now)
    elif old and old[1] is None:
        rewrites.add((child, "row", "vanished", old[0], None, now))


def came(so_late: set[object], child: str, new: Row, before: date, now: date) -> None:
    if new[0] <= before:
        so_late.add((child, "care_started", new[0], now))
    for name, value in zip(("care_ended", "last_visit", "last_review"), new[1:], strict=True):
        if value and new[0] <= value <= before:
            so_late.add((child, name, value, now))


def stayed(
    so_late: set[object],
    rewrites: set[object],
    child: str,
    rows: tuple[Row, Row],
    ends: tuple[date, date],
) -> None:
    (_, left_then, *then), (_, left, *latest) = rows
    before, now = ends
    if left_then is None and left is not None and left <= before:
        so_late.add((child, "care_ended", left, now))
    if left_then is not None and left_then != left:
        what = "changed" if left else "vanished"
        rewrites.add((child, "care_ended", what, left_then, left, now))
    for name, old, new in zip(("last_visit", "last_review"), then, latest, strict=True):
        told = moved_or_late(name, old, new, before, left)
        if told == "late":
            so_late.add((child, name, new, now))
        elif told:
            rewrites.add((child, name, told, old, new, now))


def moved_or_late(
    name: str, old: date | None, new: date | None, before: date, left: date | None
) -> str:
    if new is None:
        return "vanished" if old and left is None else ""
    if old and new < old:
        return "changed"
    if old == new or new > before:
        return ""
    near = old is not None and name == "last_review" and (new - old).days <= APART
    return "changed" if near else "late"


def compared(folder: Path, extracts: Sequence[Extract]) -> tuple[set[object], set[object]]:
    """(what was recorded late, what was rewritten), as the sets say."""
    snapshots = Snapshots(folder)
    snapshots.commit(
        [file for file, _ in extracts], {file.path: end for file, end in extracts}, NOON
    )
    [list_8] = [each for each in WATCHED if each.name == "annex_a.list_8"]
    pairs = side_by_side(list_8, versions(list_8, snapshots, snapshots.loads()))
    so_late = first_shown(pairs).filter("late").select("who", "column", "day", "seen_now")
    names = ("who", "column", "what", "was_day", "now_day", "seen_now")
    return set(so_late.iter_rows()), set(rewritten(pairs).select(names).iter_rows())


def reviewed(*weeks: int) -> list[Listed]:
    """A's latest review in each month, so many weeks after the first day."""
    return [{"A": (FIRST, None, None, FIRST + timedelta(weeks=n))} for n in weeks]


@costly
@given(st.lists(listed, min_size=2, max_size=4))
@example(reviewed(1, 3))
@example(reviewed(1, 4))
def test_as_a_plain_reading(months: list[Listed]) -> None:
    stack = list(zip(ENDS, months, strict=False))
    with tempfile.TemporaryDirectory() as folder:
        found = compared(Path(folder), [extract(end, rows) for end, rows in stack])
    assert found == plainly(stack)
