"""How several extracts become one history of care."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sightline.records import Store
from tests.asciitable import NOON, annex_a, rows, ssda903
from tests.recorded import load, shown

EPISODES_2025 = """
CHILD | DECOM      | RNE | LS | PLACE | DEC        | REC | URN
A     | 2024-05-01 | S   | C1 | U6    | 2024-09-01 | X1  | 1111111
A     | 2024-09-01 | L   | C2 | U6    | 2024-12-01 | X1  | 1111111
A     | 2024-12-01 | P   | C2 | K2    | -          | -   | 2222222
B     | 2024-06-01 | S   | V2 | U6    | 2024-08-01 | E4A | 1111111
C     | 2024-07-01 | S   | C2 | U4    | -          | -   | 1111111
"""


def test_episodes_make_placements_legal_statuses_and_periods_of_care(tmp_path: Path) -> None:
    """A change of legal status alone (RNE L) leaves the placement whole."""
    store = load(tmp_path, ssda903(2025, episodes=EPISODES_2025))

    assert shown(store, "placement", "child_id started ended placement_type") == [
        "A 2024-05-01 2024-12-01 U6",
        "A 2024-12-01 - K2",
        "B 2024-06-01 2024-08-01 U6",
        "C 2024-07-01 - U4",
    ]
    assert shown(store, "legal_status", "child_id started ended legal_status") == [
        "A 2024-05-01 2024-09-01 C1",
        "A 2024-09-01 - C2",
        "B 2024-06-01 2024-08-01 V2",
        "C 2024-07-01 - C2",
    ]
    assert shown(store, "period_of_care", "child_id started ended reason_ceased") == [
        "A 2024-05-01 - -",
        "B 2024-06-01 2024-08-01 E4A",
        "C 2024-07-01 - -",
    ]


def test_a_newer_903_closes_the_older_ones_open_episode(tmp_path: Path) -> None:
    """A is closed by next year's return. C is not in it: she left, nobody says when."""
    newer = ssda903(
        2026,
        episodes="""
        CHILD | DECOM      | RNE | LS | PLACE | DEC        | REC | URN
        A     | 2024-12-01 | P   | C2 | K2    | 2025-10-01 | E46 | 2222222
        """,
    )
    store = load(tmp_path, ssda903(2025, episodes=EPISODES_2025), newer)

    assert shown(store, "period_of_care", "child_id started ended reason_ceased end_unknown") == [
        "A 2024-05-01 2025-10-01 E46 False",
        "B 2024-06-01 2024-08-01 E4A False",
        "C 2024-07-01 2025-04-01 - True",  # in care on 31 March, the return's last day
    ]


def test_a_start_date_put_right_in_a_newer_return_leaves_no_phantom_episode(
    tmp_path: Path,
) -> None:
    newer = ssda903(
        2026,
        episodes="""
        CHILD | DECOM      | RNE | LS | PLACE | DEC | REC | URN
        C     | 2024-07-03 | S   | C2 | U4    | -   | -   | 1111111
        """,
    )
    store = load(tmp_path, ssda903(2025, episodes=EPISODES_2025), newer)

    episodes = shown(store, "care_episode", "child_id started ended")
    assert [line for line in episodes if line.startswith("C")] == ["C 2024-07-03 -"]


def test_annex_a_carries_the_903_history_on_to_today(tmp_path: Path) -> None:
    """After the last 903 year the newest Annex A says who is in care, and where."""
    april = annex_a(
        "2025-04-30",
        list_8="""
        child_id | care_started | care_ended | reason_ceased | placement_started | placement_type | legal_status_started | legal_status
        A        | 2024-05-01   | -          | -             | 2024-12-01        | K2             | 2024-09-01           | C2
        C        | 2024-07-01   | -          | -             | 2024-07-01        | U4             | 2024-07-01           | C2
        D        | 2025-04-10   | -          | -             | 2025-04-10        | U6             | 2025-04-10           | C1
        """,
    )
    may = annex_a(
        "2025-05-31",
        list_8="""
        child_id | care_started | care_ended | reason_ceased | placement_started | placement_type | legal_status_started | legal_status
        A        | 2024-05-01   | -          | -             | 2025-05-20        | P1             | 2024-09-01           | C2
        C        | 2024-07-01   | 2025-05-05 | E45           | 2024-07-01        | U4             | 2024-07-01           | C2
        """,
    )
    store = load(tmp_path, ssda903(2025, episodes=EPISODES_2025), april, may)

    assert shown(store, "period_of_care", "child_id started ended reason_ceased end_unknown") == [
        "A 2024-05-01 - - False",
        "B 2024-06-01 2024-08-01 E4A False",
        "C 2024-07-01 2025-05-05 E45 False",
        "D 2025-04-10 2025-05-01 - True",  # listed on 30 April, gone in May, no end given
    ]
    assert shown(store, "placement", "child_id started ended placement_type") == [
        "A 2024-05-01 2024-12-01 U6",
        "A 2024-12-01 2025-05-20 K2",
        "A 2025-05-20 - P1",
        "B 2024-06-01 2024-08-01 U6",
        "C 2024-07-01 2025-05-05 U4",
        "D 2025-04-10 2025-05-01 U6",
    ]


VISITS = """
month      | last_visit
2026-01-31 | 2026-01-20
2026-02-28 | 2026-02-24
2026-03-31 | 2026-02-14
"""


def test_visits_come_from_the_stack_of_extracts_and_a_date_taken_back_goes(tmp_path: Path) -> None:
    """March shows 14 February where February had shown the 24th: the 24th was a mistake."""
    extracts = [
        annex_a(
            str(row["month"]),
            list_8=f"""
            child_id | care_started | last_visit
            A        | 2025-06-01   | {row["last_visit"]}
            """,
        )
        for row in rows(VISITS)
    ]
    store = load(tmp_path, *extracts)

    assert shown(store, "visit", "child_id date kind") == [
        "A 2026-01-20 social_work",
        "A 2026-02-14 social_work",
    ]


def test_february_stays_as_it_was_known_when_march_is_loaded(tmp_path: Path) -> None:
    """DAT-03: what was known after a load can be seen again after any later one."""
    february = annex_a(
        "2026-02-28",
        list_8="child_id | care_started | last_visit\nA | 2025-06-01 | 2026-02-24",
    )
    march = annex_a(
        "2026-03-31",
        list_8="child_id | care_started | last_visit\nA | 2025-06-01 | 2026-02-14",
    )
    load(tmp_path, february)
    store = load(tmp_path, march)

    assert shown(store, "visit", "date", known_at=1) == ["2026-02-24"]
    assert shown(store, "visit", "date", known_at=2) == ["2026-02-14"]
    assert shown(store, "visit", "date") == ["2026-02-14"]


def test_the_same_load_twice_changes_nothing(tmp_path: Path) -> None:
    store = load(tmp_path, ssda903(2025, episodes=EPISODES_2025))
    again = store.commit([ssda903(2025, episodes=EPISODES_2025)], {}, NOON)

    assert again is None
    assert len(store.snapshots.loads()) == 1


def test_a_load_that_fails_half_way_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The power goes between two tables: nothing of the load is there, and the next one works."""
    write = pq.write_table
    calls: list[object] = []

    def fails_on_the_second(*arguments: object, **options: object) -> None:
        calls.append(arguments)
        if len(calls) == 2:
            raise OSError("No space left on device")
        write(*arguments, **options)

    store = Store(tmp_path)
    extract = ssda903(2025, episodes=EPISODES_2025, header="CHILD | SEX\nA | F")
    monkeypatch.setattr(pq, "write_table", fails_on_the_second)
    with pytest.raises(OSError, match="No space left"):
        store.commit([extract], {}, NOON)
    monkeypatch.undo()

    assert store.snapshots.loads() == ()
    assert list((tmp_path / "parts").iterdir()) == []
    assert store.commit([extract], {}, NOON) is not None


def test_what_began_before_the_first_903_begins_where_annex_a_says(tmp_path: Path) -> None:
    """A 903 names only episodes open in its year: this child's first one was years earlier."""
    year = ssda903(
        2025,
        episodes="""
        CHILD | DECOM      | RNE | LS | PLACE | DEC | REC | URN
        A     | 2023-02-01 | L   | C2 | U4    | -   | -   | 1111111
        """,
    )
    extract = annex_a(
        "2024-10-31",
        list_8="""
        child_id | care_started | placement_started | placement_type | legal_status_started | legal_status
        A        | 2020-06-01   | 2021-09-01        | U4             | 2023-02-01           | C2
        """,
    )
    store = load(tmp_path, year, extract)

    assert shown(store, "period_of_care", "child_id started ended") == ["A 2020-06-01 -"]
    assert shown(store, "placement", "child_id started ended carer_since") == [
        "A 2021-09-01 - 2021-09-01"
    ]
    assert shown(store, "legal_status", "child_id started ended") == ["A 2023-02-01 -"]


def test_a_foster_home_recoded_long_term_is_still_the_same_home(tmp_path: Path) -> None:
    """U6 becomes U4 at the same postcode when the match is made; a move is another postcode."""
    extracts = [
        annex_a(
            month,
            list_8=f"""
            child_id | care_started | placement_started | placement_type | placement_postcode
            A        | 2020-06-01   | {a}               | {code}         | QX1 1AA
            B        | 2020-06-01   | {a}               | {code}         | {b}
            """,
        )
        for month, a, code, b in (
            ("2025-01-31", "2021-03-01", "U6", "QX1 1AA"),
            ("2025-02-28", "2025-02-10", "U4", "QX2 2BB"),
        )
    ]
    store = load(tmp_path, *extracts)

    assert shown(store, "placement", "child_id started placement_type carer_since") == [
        "A 2021-03-01 U6 2021-03-01",
        "A 2025-02-10 U4 2021-03-01",
        "B 2021-03-01 U6 2021-03-01",
        "B 2025-02-10 U4 2025-02-10",
    ]
