"""The day a file speaks of, told by the events in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.returns import (
    UndatedExtractError,
    annex_a,
    as_at,
    extract_date,
    extract_dates,
    read_files,
    says_nothing,
)
from tests.returns_files import read_file, write_csv, write_zip

TODAY = date(2026, 11, 24)
CONTACTS = "Child Unique ID,Date of Birth,Date of Contact,Contact Source"


def contacts(folder: Path, *days: str, name: str = "contacts.csv") -> date:
    rows = [f"C{at},01/02/2012,{day},1A" for at, day in enumerate(days)]
    return extract_date(read_file(write_csv(folder / name, CONTACTS, *rows)), TODAY)


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
        extract_date(read_file(path), TODAY)


def test_the_events_of_annex_a_are_dates_of_its_lists() -> None:
    for name, columns in annex_a.EVENTS.items():
        assert [annex_a.TABLES[name][column].kind for column in columns] == ["date"] * len(columns)


MATCHES = "Child ID,Date of match decision,Kind of match,Match decision,Date of matching panel"


def test_a_running_list_goes_as_far_as_its_newest_event_however_lonely(tmp_path: Path) -> None:
    rows = [f"{child},{day}/2026,adoption,agreed," for child, day in enumerate(("03/02", "20/08"))]
    read = read_file(write_csv(tmp_path / "matches.csv", MATCHES, *rows))
    assert extract_date(read, TODAY) == date(2026, 8, 20)


def test_a_running_list_goes_no_further_than_the_day_it_was_given(tmp_path: Path) -> None:
    """A slip of the year, or a day planned ahead."""
    read = read_file(write_csv(tmp_path / "matches.csv", MATCHES, "1,20/08/2027,adoption,agreed,"))
    assert extract_date(read, TODAY) == TODAY


def test_an_annex_a_beside_a_running_list_tells_the_day(tmp_path: Path) -> None:
    days = ("02/10/2026", "14/10/2026", "29/10/2026")
    given = {
        "contacts.csv": "\n".join([CONTACTS, *(f"C1,01/02/2012,{day},1A" for day in days)]),
        "matches.csv": f"{MATCHES}\n1,02/11/2026,adoption,agreed,",
    }
    encoded = {name: text.encode() for name, text in given.items()}
    read = read_file(write_zip(tmp_path / "all.zip", encoded))
    assert len(read.tables) == 2
    assert extract_date(read, TODAY) == date(2026, 10, 29)


def test_only_running_lists_without_a_row_say_nothing(tmp_path: Path) -> None:
    assert says_nothing(read_file(write_csv(tmp_path / "matches.csv", MATCHES)))
    row = "1,20/08/2026,adoption,agreed,"
    assert not says_nothing(read_file(write_csv(tmp_path / "matches.csv", MATCHES, row)))
    assert not says_nothing(read_file(write_csv(tmp_path / "contacts.csv", CONTACTS)))


def test_files_that_make_one_extract_share_the_day_that_all_of_them_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(as_at, "_FOLDERS", {"annex_a"})

    def days(folder: str) -> set[date]:
        given = [
            write_csv(tmp_path / folder / f"{name}.csv", CONTACTS, *rows)
            for name, of in (("north", ("02", "14")), ("south", ("20", "29")), ("east", ()))
            for rows in [[f"1,,{day}/10/2026,1A" for day in of]]
        ]
        return set(extract_dates(read_files(given), TODAY).values())

    assert days("lists") == {date(2026, 10, 29)}
    assert days("lists 2026-10-31") == {date(2026, 10, 31)}


def test_files_of_no_such_return_each_tell_their_own_day(tmp_path: Path) -> None:
    given = [
        write_csv(tmp_path / f"{day}.csv", MATCHES, f"1,{day}/08/2026,adoption,agreed,")
        for day in ("03", "20")
    ]
    found = extract_dates(read_files(given), TODAY)
    assert list(found.values()) == [date(2026, 8, 3), date(2026, 8, 20)]
