"""Which issues stand, are new or are gone: the whole-column answer is that of a plain reading.

The plain reading goes load by load and issue by issue, in the words of the docstring of `standing`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from sightline.records.snapshots import Load, Part, Snapshots
from sightline.records.standing import YEARLY, standing
from sightline.returns.tables import ISSUE_SCHEMA

PERIODS = {
    "ssda903": [date(2024, 3, 31), date(2025, 3, 31)],
    "annex_a": [date(2025, 9, 30), date(2025, 10, 31)],
}
TABLES = {"ssda903": ["header", "reviews"], "annex_a": ["list_8"]}
SAME = ("return_name", "table", "child_id", "column", "value", "rule")
Row = dict[str, Any]


@dataclass(frozen=True)
class Brought:
    """What one load brought: its parts, and the issues found in its files."""

    load: Load
    issues: tuple[Row, ...]


def file_of(return_name: str, period: date, table: str) -> str:
    """A 903 comes as a file a table; an Annex A as one workbook."""
    name = table if return_name == "ssda903" else "list"
    return f"in/{return_name}/{period.isoformat()}/{name}.csv"


KEYS = [
    (name, day, table) for name, days in PERIODS.items() for day in days for table in TABLES[name]
]
WHAT = st.fixed_dictionaries(
    {
        "child_id": st.sampled_from(["A", "B", None]),
        "column": st.sampled_from(["DOB", None]),
        "value": st.sampled_from(["x", None]),
        "rule": st.sampled_from(["date_unreadable", "key_blank"]),
        "severity": st.sampled_from(["error", "warning"]),
    }
)
UNREAD = st.just(("in/note.txt", None))


@st.composite
def histories(draw: st.DrawFn) -> list[Brought]:
    """One to four loads, a day apart, each of some tables, with issues in them and beside them."""
    brought = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True))
        places = [(file_of(*key), key[2]) for key in keys]
        of_files = [(path, None) for path, _ in places]
        where = st.one_of(st.sampled_from([*places, *of_files]), UNREAD)
        found = draw(st.lists(st.tuples(where, WHAT), max_size=8))
        parts = tuple(
            Part(*key, 10, 9, 1, "", (file_of(*key),), f"parts/{number}/{at}.parquet")
            for at, key in enumerate(keys)
        )
        load = Load(number, datetime(2026, 1, number, tzinfo=UTC), parts, "issues.parquet")
        issues = tuple(
            {**dict.fromkeys(ISSUE_SCHEMA.names), **what, "path": path, "table": table}
            for (path, table), what in found
        )
        brought.append(Brought(load, issues))
    return brought


class InMemory(Snapshots):
    """Snapshots whose issues are at hand."""

    def __init__(self, brought: Sequence[Brought]) -> None:
        super().__init__(Path("nowhere"))
        self._issues = {each.load.id: each.issues for each in brought}

    def issues(self, load: Load) -> pa.Table:
        return pa.Table.from_pylist(list(self._issues[load.id]), schema=ISSUE_SCHEMA)


@dataclass(frozen=True)
class Held:
    """One part as the plain reading sees it, with its issues."""

    load: Load
    part: Part
    issues: tuple[Row, ...]

    @property
    def kind(self) -> tuple[str, str]:
        return self.part.return_name, self.part.table

    @property
    def at(self) -> tuple[date, int]:
        return self.part.period, self.load.id


def lies_in(brought: Brought, issue: Row) -> Part | None:
    """The part of a load that an issue lies in: that of its table, or the first of its file."""
    for part in brought.load.parts:
        if issue["path"] in part.files and issue["table"] in (part.table, None):
            return part
    return None


class Plain:
    """What stands and what is gone, one file and one issue at a time."""

    def __init__(self, history: Sequence[Brought]) -> None:
        self.last = history[-1]
        self.held = [
            Held(each.load, part, tuple(i for i in each.issues if lies_in(each, i) is part))
            for each in history
            for part in each.load.parts
        ]
        self.days: dict[Any, set[date]] = {}
        for each in self.held:
            for issue in each.issues:
                key = same(issue, each.part.return_name)
                self.days.setdefault(key, set()).add(each.part.period)

    def current(self, each: Held) -> bool:
        """No later load brought the same table of the same day."""
        return not any(
            other.part.key == each.part.key and other.load.id > each.load.id for other in self.held
        )

    def newest(self, each: Held) -> bool:
        """Current, and of no later day is the table held."""
        same_kind = (other for other in self.held if other.kind == each.kind)
        return self.current(each) and each.part.period == max(o.part.period for o in same_kind)

    def before(self, each: Held) -> Held | None:
        """Of a newest file the one before: of the day before, or of the same day loaded earlier."""
        if not self.newest(each):
            return None
        earlier = [other for other in self.held if other.kind == each.kind and other.at < each.at]
        last = max(earlier, key=lambda other: other.at, default=None)
        other_year = last is not None and last.part.period != each.part.period
        return None if each.part.return_name in YEARLY and other_year else last

    def stands(self) -> Counter[Any]:
        """The issues of current files, and of what the newest load could not read."""
        found: Counter[Any] = Counter()
        for each in filter(self.current, self.held):
            name, last = each.part.return_name, self.before(each)
            known = None if last is None else {same(issue, name) for issue in last.issues}
            is_open = self.newest(each) or name in YEARLY
            for issue in each.issues:
                key = same(issue, name)
                new = None if known is None else key not in known
                seen = min(self.days[key]), len(self.days[key])
                found[(*key, issue["severity"], each.part.period, new, is_open, *seen)] += 1
        for issue in self.last.issues:
            if lies_in(self.last, issue) is None:
                found[(*same(issue, None), issue["severity"], None, None, True, None, 0)] += 1
        return found

    def gone(self) -> Counter[Any]:
        """The issues of the file before that the newest no longer has."""
        found: Counter[Any] = Counter()
        for each in self.held:
            name, last = each.part.return_name, self.before(each)
            left = {same(issue, name) for issue in each.issues}
            keys = [same(issue, name) for issue in last.issues] if last else []
            found.update(key for key in keys if key not in left)
        return found

    def counted(self) -> list[tuple[int, int]]:
        """Errors and warnings of each part."""
        severities = [Counter(i["severity"] for i in each.issues) for each in self.held]
        return [(each["error"], each["warning"]) for each in severities]


def same(issue: Row, return_name: str | None) -> tuple[Any, ...]:
    """What makes an issue the same in another file."""
    return tuple({**issue, "return_name": return_name}[name] for name in SAME)


@given(histories())
def test_what_stands_is_what_a_plain_reading_of_all_loads_gives(history: list[Brought]) -> None:
    found = standing(InMemory(history), [each.load for each in history])
    plain = Plain(history)
    columns = [*SAME, "severity", "period", "new", "open", "first_seen", "times"]
    assert Counter(found.issues.select(columns).rows()) == plain.stands()
    assert Counter(found.gone.select(SAME).rows()) == plain.gone()
    assert found.parts.select("errors", "warnings").rows() == plain.counted()
    assert found.issues["id"].to_list() == list(range(found.issues.height))


@given(histories())
def test_a_load_that_brings_the_same_again_changes_nothing_that_is_open(
    history: list[Brought],
) -> None:
    """Nothing is gone from a file that is loaded twice over, and nothing in it is new."""
    last = history[-1]
    anew = tuple(replace(part, parquet=f"again/{part.parquet}") for part in last.load.parts)
    again = replace(last.load, id=last.load.id + 1, parts=anew)
    twice = [*history, Brought(again, last.issues)]
    once = standing(InMemory(history), [each.load for each in history])
    found = standing(InMemory(twice), [each.load for each in twice])
    columns = [*SAME, "severity", "open"]
    assert Counter(once.issues.select(columns).rows()) == Counter(
        found.issues.select(columns).rows()
    )
    reloaded = {part.key for part in again.parts}
    for row in found.issues.filter(found.issues["part"].is_not_null()).to_dicts():
        if row["load_id"] == again.id and row["newest"]:
            assert (row["return_name"], row["period"], row["table"]) in reloaded or not row["table"]
            assert row["new"] is False


def test_a_reloaded_year_is_compared_with_itself_and_another_year_is_not() -> None:
    """Issue x of 2025 was there when 2025 was first loaded; in 2024 it does not matter."""
    what = {**dict.fromkeys(ISSUE_SCHEMA.names), "rule": "r", "severity": "error"}
    old, year = ("ssda903", date(2024, 3, 31), "header"), ("ssda903", date(2025, 3, 31), "header")

    def load(number: int, key: tuple[str, date, str], *values: str) -> Brought:
        part = Part(*key, 1, 1, 0, "", (file_of(*key),), f"{number}.parquet")
        issues = tuple(
            {**what, "path": file_of(*key), "table": "header", "value": value} for value in values
        )
        return Brought(Load(number, datetime(2026, 1, number, tzinfo=UTC), (part,), "i"), issues)

    first = [load(1, old, "x"), load(2, year, "x")]
    found = standing(InMemory(first), [each.load for each in first])
    assert [(r["period"].year, r["new"], r["open"]) for r in found.issues.to_dicts()] == [
        (2024, None, True),
        (2025, None, True),
    ]
    third = [*first, load(3, year, "x", "y")]
    found = standing(InMemory(third), [each.load for each in third])
    assert {(r["period"].year, r["value"], r["new"]) for r in found.issues.to_dicts()} == {
        (2024, "x", None),
        (2025, "x", False),
        (2025, "y", True),
    }
