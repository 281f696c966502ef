"""Tables that share cells and totals, published together and one after another."""

from __future__ import annotations

import pytest

from sightline.insight.suppression import Difference, Sum, protect


def square(cells: dict[str, int]) -> tuple[dict[str, int], list[Sum]]:
    """A table of two rows (a, b) and columns (x, y, z) with its margins and total."""
    counts = dict(cells)
    sums = []
    for row in "ab":
        parts = tuple(f"{row}{column}" for column in "xyz")
        counts[row] = sum(counts[part] for part in parts)
        sums.append(Sum(row, parts))
    for column in "xyz":
        parts = (f"a{column}", f"b{column}")
        counts[column] = sum(counts[part] for part in parts)
        sums.append(Sum(column, parts))
    counts["all"] = counts["a"] + counts["b"]
    return counts, [*sums, Sum("all", ("a", "b")), Sum("all", ("x", "y", "z"))]


def test_nothing_small_nothing_withheld() -> None:
    counts, sums = square({"ax": 10, "ay": 20, "az": 0, "bx": 6, "by": 9, "bz": 30})
    found = protect(counts, sums)
    assert found.shown == counts
    assert (found.small, found.others, found.given_away) == ((), (), ())


def test_one_small_cell_takes_a_rectangle_with_it() -> None:
    """One other in its row, one in its column, and the one where those meet; no margin is lost."""
    counts, sums = square({"ax": 3, "ay": 20, "az": 40, "bx": 15, "by": 19, "bz": 30})
    found = protect(counts, sums)
    assert found.small == ("ax",)
    assert set(found.others) in ({"ay", "bx", "by"}, {"az", "bx", "bz"})
    assert all(found.shown[margin] == counts[margin] for margin in ("a", "b", "x", "y", "z", "all"))


def test_what_is_withheld_does_not_follow_from_size() -> None:
    """The same places are given up however large the others are: their order tells nothing."""
    small, sums = square({"ax": 3, "ay": 20, "az": 40, "bx": 15, "by": 19, "bz": 30})
    large, _ = square({"ax": 3, "ay": 90, "az": 10, "bx": 70, "by": 11, "bz": 12})
    assert protect(small, sums).others == protect(large, sums).others


def test_two_small_cells_of_one_line_need_a_third() -> None:
    """3 and 2 make 5: who knows that both are small could not have 4 or 5 among them."""
    found = protect({"a": 40, "b": 3, "c": 2, "all": 45}, [Sum("all", ("a", "b", "c"))])
    assert found.shown == {"a": None, "b": None, "c": None, "all": 45}


def test_where_no_cell_is_left_the_total_goes() -> None:
    found = protect({"a": 3, "b": 4, "all": 7}, [Sum("all", ("a", "b"))])
    assert found.shown == {"a": None, "b": None, "all": None}


def test_a_cell_safe_in_one_table_is_not_given_away_by_another() -> None:
    """By age, and by placement: the same 3 children who are missing stand in both."""
    counts = {"seen 0-9": 30, "seen 10+": 40, "missing": 3, "home": 50, "foster": 20, "all": 73}
    by_age = Sum("all", ("seen 0-9", "seen 10+", "missing"))
    by_place = Sum("all", ("home", "foster", "missing"))
    found = protect(counts, [by_age, by_place])
    for table in (by_age, by_place):
        assert sum(found.shown[part] is None for part in table.parts) >= 2


def test_a_share_with_few_not_counted_is_withheld_with_its_numerator() -> None:
    counts = {"children": 100, "seen": 97, "not seen": 3}
    found = protect(counts, [Sum("children", ("seen", "not seen"))])
    assert found.shown == {"children": 100, "seen": None, "not seen": None}


def test_twelve_then_thirteen_would_show_one_child() -> None:
    """The last month is out; this month's running count is withheld, and next month's is shown."""
    counts = {"to April": 12, "to May": 13}
    may = protect(counts, [], [Difference("to April", "to May")], {"to April": 12})
    assert may.shown == {"to April": 12, "to May": None}
    assert may.others == ("to May",)
    counts["to June"] = 24
    steps = [Difference("to April", "to May"), Difference("to May", "to June")]
    june = protect(counts, [], steps, may.shown)
    assert june.shown["to June"] == 24
    assert june.given_away == ()


def test_a_correction_of_one_child_is_withheld_too() -> None:
    found = protect({"first": 20, "again": 18}, [], [Difference("first", "again")], {"first": 20})
    assert found.shown["again"] is None


def test_no_change_and_a_large_change_may_be_seen() -> None:
    for later in (12, 18):
        counts = {"April": 12, "May": later}
        found = protect(counts, [], [Difference("April", "May")], {"April": 12})
        assert found.shown["May"] == later


def test_what_was_given_away_before_is_said() -> None:
    """Both totals are out already, and a cell alone between them."""
    counts = {"a": 40, "b": 3, "all": 43}
    found = protect(counts, [Sum("all", ("a", "b"))], published={"a": 40, "all": 43})
    assert found.given_away == ("b",)
    assert found.shown["b"] is None


def test_this_months_table_does_not_undo_last_months() -> None:
    """Last month b was withheld with a. This month everyone new is in a, and the total is shown:
    a alone must not tell b.
    """
    before = {"a0": 40, "b0": 3, "all0": 43}
    first = protect(before, [Sum("all0", ("a0", "b0"))])
    assert first.shown == {"a0": None, "b0": None, "all0": 43}
    now = {**before, "a1": 52, "b1": 3, "all1": 55}
    found = protect(
        now,
        [Sum("all0", ("a0", "b0")), Sum("all1", ("a1", "b1"))],
        [Difference("a0", "a1"), Difference("b0", "b1"), Difference("all0", "all1")],
        first.shown,
    )
    assert (found.shown["a1"], found.shown["b1"]) == (None, None)
    assert found.given_away == ()


def test_wrong_calls_are_refused() -> None:
    with pytest.raises(ValueError, match="not the sum"):
        protect({"a": 1, "b": 2, "t": 4}, [Sum("t", ("a", "b"))])
    with pytest.raises(ValueError, match="No count is given for c"):
        protect({"a": 1}, [Sum("a", ("c",))])
    with pytest.raises(ValueError, match="not below 0"):
        protect({"a": -1}, [])
    with pytest.raises(ValueError, match="was published as 7"):
        protect({"a": 8}, [], published={"a": 7})
