"""The day a file speaks of, told by the events in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.returns import UndatedExtractError, annex_a, extract_date
from tests.returns_files import read_file, write_csv

CONTACTS = "Child Unique ID,Date of Birth,Date of Contact,Contact Source"


def contacts(folder: Path, *days: str, name: str = "contacts.csv") -> date:
    rows = [f"C{at},01/02/2012,{day},1A" for at, day in enumerate(days)]
    return extract_date(read_file(write_csv(folder / name, CONTACTS, *rows)))


def test_the_newest_event_tells_the_day(tmp_path: Path) -> None:
    days = ("02/10/2026", "14/10/2026", "29/10/2026")
    assert contacts(tmp_path, *days) == date(2026, 10, 29)


def test_a_slip_of_the_year_stands_alone_and_tells_nothing(tmp_path: Path) -> None:
    days = ("02/10/2026", "14/10/2026", "29/10/2026", "29/10/2036")
    assert contacts(tmp_path, *days) == date(2026, 10, 29)


def test_the_day_in_the_name_is_believed_where_the_events_end_in_the_month_before(
    tmp_path: Path,
) -> None:
    days = ("02/10/2026", "14/10/2026", "29/10/2026")
    assert contacts(tmp_path, *days, name="contacts 2026-10-31.csv") == date(2026, 10, 31)
    assert contacts(tmp_path, *days, name="contacts 2027-10-31.csv") == date(2026, 10, 29)


def test_a_file_without_an_event_is_sent_back_with_what_to_do(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "contacts.csv", CONTACTS)
    with pytest.raises(UndatedExtractError, match="Give the day it is as at"):
        extract_date(read_file(path))


def test_the_events_of_annex_a_are_dates_of_its_lists() -> None:
    for name, columns in annex_a.EVENTS.items():
        assert [annex_a.TABLES[name][column].kind for column in columns] == ["date"] * len(columns)
