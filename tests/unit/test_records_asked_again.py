"""A question compiled once answers each value as if it had been asked for the first time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import ibis
import pytest
from ibis.expr.types import Table

from sightline.records import Records, Store, ask_again
from tests.loading_apart import FIRST_DAY, commit


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    for number in (0, 1):
        commit(tmp_path, number)
    with Store(tmp_path).open() as found:
        assert found.build is not None
        yield found


def in_list(records: Records, child: str, **more: str) -> list[str]:
    def hers(child: str, day: str = "") -> Table:
        found = records.table("period_of_care")
        found = found.filter(found.child_id == child)
        if day:
            found = found.filter(found.started == ibis.literal(day).cast("date"))
        return found.select("child_id")

    rows = ask_again(records, f"hers {sorted(more)}", hers, child=child, **more)
    return [row["child_id"] for row in rows]


def test_each_value_has_its_own_answer(records: Records) -> None:
    assert [in_list(records, child) for child in ("0-1", "1-2", "0-1")] == [
        ["0-1"],
        ["1-2"],
        ["0-1"],
    ]


def test_a_day(records: Records) -> None:
    assert in_list(records, "0-1", day="2024-05-01") == ["0-1"]
    assert in_list(records, "0-1", day=FIRST_DAY.isoformat()) == []


@pytest.mark.parametrize("child", ["", "x' OR '1'='1", "$child", "'", "<<the child asked for>>"])
def test_a_value_is_never_read_as_a_query(records: Records, child: str) -> None:
    assert in_list(records, "0-1") == ["0-1"]
    assert in_list(records, child) == []


def test_sums_are_whole_numbers_as_they_are_when_asked_once(records: Records) -> None:
    def counted(child: str) -> Table:
        found = records.table("period_of_care")
        return found.group_by("source").agg(n=(found.child_id != child).cast("int64").sum())

    [row] = ask_again(records, "counted", counted, child="0-1")
    assert (row["n"], type(row["n"])) == (5, int)
    assert ask_again(records, "counted", counted, child="nobody")[0]["n"] == 6


def test_a_later_build_is_asked_anew(records: Records, tmp_path: Path) -> None:
    assert in_list(records, "2-0") == []
    commit(tmp_path, 2)
    with Store(tmp_path).open() as newer:
        assert in_list(newer, "2-0") == ["2-0"]
    assert in_list(records, "2-0") == []  # whoever holds the old build still reads the old build
