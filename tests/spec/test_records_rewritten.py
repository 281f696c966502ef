"""What one extract showed of the past and the next showed otherwise, as stories.

Every table is a stack of monthly Annex A extracts. A lives in care all the while, unless it is said
otherwise; B is there so that no extract is of one child alone.
"""

from __future__ import annotations

from pathlib import Path

from tests.asciitable import annex_a, day, ssda903
from tests.rewritten_record import changed, kept, late, loaded, monthly, shown


def test_a_visit_recorded_three_weeks_late(tmp_path: Path) -> None:
    """On 20 March A was visited. The extract of 31 March does not show it, that of 30 April does:
    it was recorded 11 days after the visit at the least, 41 at the most."""
    store = loaded(tmp_path, monthly("""
        month      | child_id | care_started | last_visit | team
        2026-02-28 | A        | 2025-01-10   | 2026-02-10 | North
        2026-03-31 | A        | 2025-01-10   | 2026-02-10 | North
        2026-04-30 | A        | 2025-01-10   | 2026-03-20 | South
        2026-02-28 | B        | 2025-01-10   | 2026-02-11 | North
        2026-03-31 | B        | 2025-01-10   | 2026-03-11 | North
        2026-04-30 | B        | 2025-01-10   | 2026-04-11 | North
    """))  # fmt: skip
    assert late(store) == [("A", "last_visit", "2026-03-20", "2026-04-30", 11, 41)]
    assert [row["team"] for row in kept(store, "late_recording")] == ["South"]
    assert shown(store)["last_visit"] == (3, 1)
    assert changed(store) == []


def test_a_visit_on_the_day_of_an_extract_is_one_that_it_should_show(tmp_path: Path) -> None:
    store = loaded(tmp_path, monthly("""
        month      | child_id | care_started | last_visit
        2026-03-31 | A        | 2025-01-10   | 2026-03-01
        2026-04-30 | A        | 2025-01-10   | 2026-03-31
        2026-03-31 | B        | 2025-01-10   | 2026-03-01
        2026-04-30 | B        | 2025-01-10   | 2026-04-01
    """))  # fmt: skip
    assert late(store) == [("A", "last_visit", "2026-03-31", "2026-04-30", 0, 30)]


def test_a_visit_hidden_by_a_later_one_is_never_seen(tmp_path: Path) -> None:
    """A was visited on 20 March too, and it was recorded in April; but by then there was a later
    one, and an extract shows the last visit alone."""
    store = loaded(tmp_path, monthly("""
        month      | child_id | care_started | last_visit
        2026-03-31 | A        | 2025-01-10   | 2026-02-10
        2026-04-30 | A        | 2025-01-10   | 2026-04-20
    """))  # fmt: skip
    assert late(store) == []
    assert shown(store)["last_visit"] == (1, 0)


def test_a_review_moved_from_the_25th_to_the_20th(tmp_path: Path) -> None:
    store = loaded(tmp_path, monthly("""
        month      | child_id | care_started | last_review
        2026-03-31 | A        | 2025-01-10   | 2026-03-25
        2026-04-30 | A        | 2025-01-10   | 2026-03-20
        2026-03-31 | B        | 2025-01-10   | 2026-03-25
        2026-04-30 | B        | 2025-01-10   | 2026-03-25
    """))  # fmt: skip
    assert changed(store) == [
        ("A", "last_review", "changed", "2026-03-25", "2026-03-20", "2026-03-31", "2026-04-30")
    ]
    assert [row["days"] for row in kept(store, "rewritten")] == [-5]
    assert late(store) == []


def test_a_review_moved_on_by_days_is_no_second_review(tmp_path: Path) -> None:
    """Two reviews of one child are not five days apart; two visits may be."""
    store = loaded(tmp_path, monthly("""
        month      | child_id | care_started | last_review | last_visit
        2026-03-31 | A        | 2025-01-10   | 2026-03-20  | 2026-03-20
        2026-04-30 | A        | 2025-01-10   | 2026-03-25  | 2026-03-25
    """))  # fmt: skip
    assert changed(store) == [
        ("A", "last_review", "changed", "2026-03-20", "2026-03-25", "2026-03-31", "2026-04-30")
    ]
    assert late(store) == [("A", "last_visit", "2026-03-25", "2026-04-30", 6, 36)]


def test_a_child_who_vanished(tmp_path: Path) -> None:
    """A goes with no end to her time in care. B left on 10 April, so later lists may drop her."""
    store = loaded(tmp_path, monthly("""
        month      | child_id | care_started | care_ended
        2026-03-31 | A        | 2025-01-10   | -
        2026-03-31 | B        | 2025-02-01   | -
        2026-04-30 | B        | 2025-02-01   | 2026-04-10
        2026-04-30 | C        | 2025-03-01   | 2026-04-10
        2026-05-31 | C        | 2025-03-01   | 2026-04-10
    """))  # fmt: skip
    assert changed(store) == [
        ("A", "row", "vanished", "2025-01-10", None, "2026-03-31", "2026-04-30")
    ]


def test_a_child_who_came_into_care_and_was_entered_a_month_later(tmp_path: Path) -> None:
    """What happened in her first weeks was late too; a check from before she came is no news."""
    store = loaded(tmp_path, monthly("""
        month      | child_id | care_started | last_visit | last_dental_check
        2026-03-31 | B        | 2025-02-01   | 2026-03-20 | -
        2026-04-30 | B        | 2025-02-01   | 2026-03-20 | -
        2026-04-30 | A        | 2026-03-02   | 2026-03-09 | 2025-11-01
    """))  # fmt: skip
    assert late(store) == [
        ("A", "care_started", "2026-03-02", "2026-04-30", 29, 59),
        ("A", "last_visit", "2026-03-09", "2026-04-30", 22, 52),
    ]


def test_the_day_she_came_into_care_was_moved(tmp_path: Path) -> None:
    """The old row goes and another of hers comes for a past day: one row, moved, and not a child
    vanished, one entered late, and her visits late with her."""
    store = loaded(tmp_path, monthly("""
        month      | child_id | care_started | last_visit
        2026-03-31 | A        | 2026-03-09   | 2026-03-20
        2026-04-30 | A        | 2026-03-02   | 2026-03-20
        2026-03-31 | B        | 2025-02-01   | 2026-03-20
        2026-04-30 | B        | 2025-02-01   | 2026-03-20
    """))  # fmt: skip
    assert changed(store) == [
        ("A", "care_started", "changed", "2026-03-09", "2026-03-02", "2026-03-31", "2026-04-30")
    ]
    assert late(store) == []


def test_a_child_who_left_and_came_back_has_not_vanished(tmp_path: Path) -> None:
    """Some lists show her new time in care alone."""
    store = loaded(tmp_path, monthly("""
        month      | child_id | care_started | last_visit
        2026-03-31 | A        | 2025-01-10   | 2026-03-20
        2026-04-30 | A        | 2026-04-20   | 2026-04-25
        2026-03-31 | B        | 2025-02-01   | 2026-03-20
        2026-04-30 | B        | 2025-02-01   | 2026-03-20
    """))  # fmt: skip
    assert changed(store) == []
    assert late(store) == []


def test_an_order_may_change_but_not_under_the_same_day(tmp_path: Path) -> None:
    """B's care order is made on 10 April. A's had the day of her interim order all along."""
    store = loaded(tmp_path, monthly("""
        month      | child_id | care_started | legal_status | legal_status_started
        2026-03-31 | A        | 2025-01-10   | C1           | 2025-01-20
        2026-04-30 | A        | 2025-01-10   | C2           | 2025-01-20
        2026-03-31 | B        | 2025-01-10   | C1           | 2025-01-20
        2026-04-30 | B        | 2025-01-10   | C2           | 2026-04-10
    """))  # fmt: skip
    assert changed(store) == [
        ("A", "legal_status", "changed", "C1", "C2", "2026-03-31", "2026-04-30")
    ]


def test_a_date_that_is_no_longer_there(tmp_path: Path) -> None:
    """A's check is gone. B's end of care is gone: she is in care again as if never away. C has
    left, and with the row closed a system may blank what it likes."""
    store = loaded(tmp_path, monthly("""
        month      | child_id | care_started | last_dental_check | care_ended
        2026-03-31 | A        | 2025-01-10   | 2026-02-02        | -
        2026-04-30 | A        | 2025-01-10   | -                 | -
        2026-03-31 | B        | 2025-01-10   | 2026-02-02        | 2026-03-05
        2026-04-30 | B        | 2025-01-10   | 2026-02-02        | -
        2026-03-31 | C        | 2025-01-10   | 2026-02-02        | -
        2026-04-30 | C        | 2025-01-10   | -                 | 2026-04-02
    """))  # fmt: skip
    assert changed(store) == [
        ("A", "last_dental_check", "vanished", "2026-02-02", None, "2026-03-31", "2026-04-30"),
        ("B", "care_ended", "vanished", "2026-03-05", None, "2026-03-31", "2026-04-30"),
    ]


def test_a_list_of_six_months_forgets_what_is_older(tmp_path: Path) -> None:
    """The contact of 5 October leaves the list in April in the course of things; that of
    20 February is gone; that of 10 March was entered late; that of 1 August comes with a list that
    now goes back further, and was never late."""
    store = loaded(tmp_path, monthly(
        """
        month      | child_id | contact_date
        2026-03-31 | A        | 2025-10-05
        2026-03-31 | B        | 2026-02-20
        2026-03-31 | C        | 2026-03-15
        2026-04-30 | C        | 2026-03-15
        2026-04-30 | D        | 2026-03-10
        2026-04-30 | E        | 2025-08-01
        """, "list_1"))  # fmt: skip
    assert changed(store) == [
        ("B", "row", "vanished", "2026-02-20", None, "2026-03-31", "2026-04-30")
    ]
    assert late(store) == [("D", "contact_date", "2026-03-10", "2026-04-30", 21, 51)]


def test_the_same_month_sent_again_is_a_rewriting_too(tmp_path: Path) -> None:
    """March is loaded, then loaded again with A's visit on another day, B gone and C closed."""
    first = monthly("""
        month      | child_id | care_started | last_visit | care_ended
        2026-03-31 | A        | 2025-01-10   | 2026-03-25 | -
        2026-03-31 | B        | 2025-01-10   | 2026-03-25 | 2026-03-26
        2026-03-31 | C        | 2025-01-10   | 2026-03-25 | 2026-03-26
    """)  # fmt: skip
    again = monthly("""
        month      | child_id | care_started | last_visit | care_ended
        2026-03-31 | A        | 2025-01-10   | 2026-03-20 | -
        2026-03-31 | C        | 2025-01-10   | 2026-03-25 | 2026-03-26
    """)  # fmt: skip
    store = loaded(tmp_path, first, again)
    assert changed(store) == [
        ("A", "last_visit", "changed", "2026-03-25", "2026-03-20", "2026-03-31", "2026-03-31"),
        ("B", "row", "vanished", "2025-01-10", None, "2026-03-31", "2026-03-31"),
    ]
    assert {(row["load_before"], row["load_id"]) for row in kept(store, "rewritten")} == {(1, 2)}


def test_a_column_that_an_extract_does_not_give_says_nothing(tmp_path: Path) -> None:
    """Of twenty children and more, none has a check: the column was not filled in that month."""

    def lines(month: str, check: str) -> str:
        return "\n".join(f"{month} | C{n} | 2025-01-10 | {check}" for n in range(25))

    store = loaded(tmp_path, monthly("\n".join([
        "month | child_id | care_started | last_dental_check",
        lines("2026-03-31", "2026-01-15"), lines("2026-04-30", "-"), lines("2026-05-31", "2026-01-15"),
    ])))  # fmt: skip
    assert changed(store) == []
    assert late(store) == []


def test_one_years_903_and_the_next(tmp_path: Path) -> None:
    """A's episode was open at the year's end and is not in the next return; B's began a day later
    than was said; C's was never told, though it began in the year before; D's home is another."""
    before = """
        CHILD | DECOM      | RNE | LS | PLACE | DEC
        A     | 2024-06-01 | S   | C2 | U6    | -
        B     | 2024-07-01 | S   | C2 | U6    | -
        D     | 2024-08-01 | S   | C2 | U6    | -
        E     | 2024-05-01 | S   | C2 | U6    | 2024-09-01
    """
    after = """
        CHILD | DECOM      | RNE | LS | PLACE | DEC
        B     | 2024-07-02 | S   | C2 | U6    | -
        C     | 2025-03-01 | S   | C2 | U6    | -
        D     | 2024-08-01 | S   | C2 | K2    | 2025-06-01
    """
    store = loaded(
        tmp_path,
        [(ssda903(2025, episodes=before), day("2025-03-31"))],
        [(ssda903(2026, episodes=after), day("2026-03-31"))],
    )
    assert changed(store) == [
        ("A", "row", "vanished", "2024-06-01", None, "2025-03-31", "2026-03-31"),
        ("B", "DECOM", "changed", "2024-07-01", "2024-07-02", "2025-03-31", "2026-03-31"),
        ("D", "PLACE", "changed", "U6", "K2", "2025-03-31", "2026-03-31"),
    ]
    assert late(store) == [("C", "DECOM", "2025-03-01", "2026-03-31", 30, 395)]


def test_reviews_of_a_year_are_compared_with_the_same_year_sent_again(tmp_path: Path) -> None:
    """The return of 2026 holds none of 2025's reviews, and that is as it should be."""

    def return_of(year: int, *reviews: str) -> tuple[object, object]:
        lines = "\n".join(f"A | {held} | PN1" for held in reviews)
        episode = "CHILD | DECOM | DEC | LS | PLACE | RNE\nA | 2024-06-01 | - | C2 | U6 | S"
        head = "CHILD | REVIEW | REVIEW_CODE\n"
        return ssda903(year, reviews=head + lines, episodes=episode), day(f"{year}-03-31")

    store = loaded(
        tmp_path,
        [return_of(2025, "2024-07-01", "2024-10-20")],  # type: ignore[list-item]
        [return_of(2025, "2024-07-01", "2024-10-10", "2025-03-01")],  # type: ignore[list-item]
        [return_of(2026, "2025-09-01")],  # type: ignore[list-item]
    )
    assert changed(store) == [
        ("A", "REVIEW", "changed", "2024-10-20", "2024-10-10", "2025-03-31", "2025-03-31")
    ]
    assert late(store) == [("A", "REVIEW", "2025-03-01", "2025-03-31", 30, 30)]


def test_where_a_return_names_no_team_the_one_that_had_her_then_is_meant(tmp_path: Path) -> None:
    listed = [
        annex_a(
            month,
            list_8=f"child_id | care_started | team | worker\nA | 2025-01-10 | {team} | W",
            list_1=f"child_id | contact_date\n{contacts}",
        )
        for month, team, contacts in [
            ("2026-03-31", "North", "B | 2025-11-02"),
            ("2026-04-30", "South", "B | 2025-11-02\nA | 2026-03-10"),
        ]
    ]
    store = loaded(tmp_path, listed)
    [row] = kept(store, "late_recording")
    assert (row["child_id"], row["team"], row["worker"]) == ("A", "South", "W")


def test_one_extract_alone_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    store = loaded(tmp_path, monthly("""
        month      | child_id | care_started | last_visit
        2026-03-31 | A        | 2025-01-10   | 2026-02-10
    """))  # fmt: skip
    assert late(store) == changed(store) == []
    assert shown(store) == {}
