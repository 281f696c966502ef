"""A year of monthly workbooks of the made-up authority: what was planted is found, and no more.

`truth.json` says which visits were recorded too late for a month-end's workbook, and which reviews
later workbooks tell otherwise. It comes from the simulation; what is found comes from the files.
Run with -s to read the marks.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from sightline.records import Store
from sightline.records.rewritten import LATE, REWRITTEN, keep_changes
from sightline.returns import extract_dates, read_files
from sightline.synthetic import Made, generate
from sightline.synthetic.authority import THORNMERE, simulate
from sightline.synthetic.days import iso
from sightline.synthetic.extract import Extract
from sightline.synthetic.files import TEXT, Sheet, Written, write_csv
from sightline.synthetic.ssd import extract_of, tables_of
from tests.asciitable import NOON
from tests.rewritten_record import kept

MONTHS = 13  # a year's, and one to be compared with
CONTACT_BEFORE_REVIEW = timedelta(days=5)  # the workbook shows both with the review


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return generate(tmp_path_factory.mktemp("rewritten"), children_in_care=100, years=2, seed=3)


@pytest.fixture(scope="module")
def store(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Store:
    held = Store(tmp_path_factory.mktemp("held"))
    files = read_files(made.workbooks[-MONTHS:])
    held.commit(files, extract_dates(files, made.until), NOON)
    held.refresh(lambda records: keep_changes(records, held.snapshots))
    return held


def marked(what: str, planted: set[object], found: set[object]) -> None:
    """Prints how many were planted and found, and asserts that they are the same."""
    right = len(planted & found)
    print(
        f"\n{what}: {len(planted)} planted, {len(found)} found; "
        f"recall {right / len(planted):.3f}, precision {right / len(found):.3f}"
    )
    assert found == planted


def of_column(store: Store, table: str, column: str) -> Iterable[dict[str, Any]]:
    rows = kept(store, table)
    return (row for row in rows if (row["table"], row["column"]) == ("list_8", column))


def since(made: Made) -> date:
    return date.fromisoformat(made.workbooks[-MONTHS].stem.removeprefix("annex-a-"))


def test_visits_recorded_late(made: Made, store: Store) -> None:
    """All that a workbook shows in time to come; one hidden by a later visit is in none."""
    oldest = since(made)
    planted = {
        (one["child_id"], one["visited"], one["first_shown"])
        for one in made.truth["recorded_late"]
        if one["first_shown"] and one["first_shown"] > oldest.isoformat()
    }
    year_ago = date.fromisoformat(made.truth["last_extract"]) - timedelta(days=365)
    found = {
        (row["child_id"], row["day"].isoformat(), row["seen_now"].isoformat())
        for row in of_column(store, LATE, "last_visit")
        if row["day"] >= year_ago
    }
    assert len(planted) > 20
    marked("Visits recorded late", set(planted), set(found))


def test_reviews_told_otherwise(made: Made, store: Store) -> None:
    oldest = since(made)
    planted = {
        (one["child_id"], one["held"], one["told"], one["since"])
        for one in made.truth["rewritten"]
        if one["since"] > oldest.isoformat()
    }
    found = {
        (row["child_id"], row["was"], row["now"], row["seen_now"].isoformat())
        for row in of_column(store, REWRITTEN, "last_review")
        if row["what"] == "changed"
    }
    assert planted
    marked("Reviews told otherwise", set(planted), set(found))


def test_all_else_that_is_found_is_dirt_in_a_cell_or_the_way_the_workbook_is_made(
    made: Made, store: Store
) -> None:
    """A day that could not be read is gone, and shown late by the next workbook that has it."""
    dirty = {
        (piece["table"], piece["column"])
        for piece in made.truth["dirt"]
        if piece["path"].startswith("annex-a/")
    }
    others = [
        row
        for table in (LATE, REWRITTEN)
        for row in kept(store, table)
        if row["column"] != "last_visit" and row.get("what") != "changed"
    ]
    for row in others:
        if row["column"] == "last_iro_contact":
            assert row["day"] + CONTACT_BEFORE_REVIEW > row["seen_before"]
        else:
            assert (row["table"], row["column"]) in dirty
    assert sum(row["column"] != "last_iro_contact" for row in others) <= 4


def test_three_months_of_the_data_set(tmp_path: Path) -> None:
    """Each month-end's extract is the whole history, its rows numbered as the case system does."""
    authority = simulate(60, 2, 3, date(2026, 10, 31), THORNMERE)
    months = authority.extracts[-3:]
    held = Store(tmp_path / "held")
    for on in months:
        extract = Extract.of(authority, on, extract_of(authority).since)
        folder = tmp_path / str(on)
        folder.mkdir()
        for name, columns, rows in tables_of(extract):
            sheet = Sheet(name, columns, columns, [TEXT] * len(columns), rows)
            write_csv(folder / f"{name}.csv", sheet, Written())
        files = read_files([folder])
        held.commit(files, {file.path: date.fromordinal(on) for file in files}, NOON)
    held.refresh(lambda records: keep_changes(records, held.snapshots))

    planted = {
        (person.child_id, iso(visit.day), iso(now))
        for person in authority.people
        for period in person.periods
        for visit in period.visits
        for before, now in pairwise(months)
        if visit.day <= before < visit.recorded <= now
    }
    rewritten = {
        (one.child_id, iso(one.held), iso(one.told), iso(one.since))
        for one in authority.planted.rewritten
        if months[0] < one.since
    }
    late = kept(held, LATE)
    assert {row["table"] for row in late} == {"ssd_cla_visits"}
    found = {(row["child_id"], str(row["day"]), str(row["seen_now"])) for row in late}
    marked("Visits recorded late, in the data set", set(planted), set(found))
    changed = {
        (row["child_id"], row["was"], row["now"], str(row["seen_now"]))
        for row in kept(held, REWRITTEN)
    }
    assert changed == rewritten


def test_two_years_of_the_census(made: Made, tmp_path: Path) -> None:
    """Nothing was rewritten: only a day, or a child's number, that could not be read is gone, or
    late where it could be read a year on."""
    held = Store(tmp_path / "held")
    held.commit(read_files([made.workbooks[-1]]), {str(made.workbooks[-1]): made.until}, NOON)
    held.commit(read_files(made.censuses), {}, NOON)
    held.refresh(lambda records: keep_changes(records, held.snapshots))
    before, now = (unreadable(made, census.name) for census in made.censuses)
    found = kept(held, REWRITTEN)
    assert {row["child_id"] for row in found} <= now
    assert {row["what"] for row in found} <= {"vanished"}
    assert {row["child_id"] for row in kept(held, LATE)} <= before


def unreadable(made: Made, census: str) -> set[str | None]:
    """The children of a census of whom a day or the number was spoilt."""
    return {
        piece["whose"]
        for piece in made.truth["dirt"]
        if piece["path"].endswith(census) and "code" not in piece["what"]
    }
