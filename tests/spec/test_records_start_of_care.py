"""When a child came into care, where the first episode held is not the beginning."""

from __future__ import annotations

from pathlib import Path

from sightline.returns.tables import ReadFile
from tests.asciitable import annex_a, ssd, ssda903
from tests.recorded import load, shown

START = "child_id started start_unknown"

MOVED = ssda903(
    2025,
    header="CHILD | SEX | DOB\n500001 | F | 2012-05-01\n500002 | M | 2013-05-01",
    episodes="""
    CHILD  | DECOM      | RNE | LS | PLACE | DEC | REC
    500001 | 2024-06-01 | P   | C2 | U6    | -   | -
    500002 | 2024-05-01 | S   | C2 | K2    | -   | -
    """,
)
"""500001 moved on 1 June 2024: when she came into care, the return does not say."""


def test_a_start_that_nobody_tells_is_marked(tmp_path: Path) -> None:
    store = load(tmp_path, MOVED)

    assert shown(store, "period_of_care", START) == [
        "500001 2024-06-01 True",
        "500002 2024-05-01 False",
    ]


def test_list_8_tells_the_start(tmp_path: Path) -> None:
    """Its extract of October 2024, in the year of the 903."""
    october = annex_a(
        "2024-10-31",
        list_8="""
        child_id | sex | date_of_birth | care_started
        500001   | F   | 2012-05-01    | 2022-03-01
        500002   | M   | 2013-05-01    | 2024-05-01
        """,
    )
    store = load(tmp_path, MOVED, october)

    assert shown(store, "period_of_care", START) == [
        "500001 2022-03-01 False",
        "500002 2024-05-01 False",
    ]


def test_an_earlier_time_in_care_is_not_the_start_of_this_one(tmp_path: Path) -> None:
    """List 8 of January 2024 had her leave on 5 January; she was in care again by June."""
    january = annex_a(
        "2024-01-31",
        list_8="""
        child_id | sex | date_of_birth | care_started | care_ended
        500001   | F   | 2012-05-01    | 2022-03-01   | 2024-01-05
        """,
    )
    store = load(tmp_path, MOVED, january)

    assert "500001 2024-06-01 True" in shown(store, "period_of_care", START)


def test_an_earlier_903_holds_the_beginning(tmp_path: Path) -> None:
    before = ssda903(
        2024,
        header="CHILD | SEX | DOB\n500001 | F | 2012-05-01",
        episodes="""
        CHILD  | DECOM      | RNE | LS | PLACE | DEC        | REC
        500001 | 2022-03-01 | S   | C2 | K2    | -          | -
        """,
    )
    after = ssda903(
        2025,
        header="CHILD | SEX | DOB\n500001 | F | 2012-05-01",
        episodes="""
        CHILD  | DECOM      | RNE | LS | PLACE | DEC        | REC
        500001 | 2022-03-01 | S   | C2 | K2    | 2024-06-01 | X1
        500001 | 2024-06-01 | P   | C2 | U6    | -          | -
        """,
    )
    store = load(tmp_path, before, after)

    assert shown(store, "period_of_care", START) == ["500001 2022-03-01 False"]


def _system(as_at: str, entered: str, reason: str) -> ReadFile:
    return ssd(
        as_at,
        ssd_person="pers_person_id | pers_sex | pers_dob\n500001 | F | 2012-05-01",
        ssd_cla_episodes=f"""
        clae_person_id | clae_cla_episode_start_date | clae_cla_episode_start_reason | clae_cla_episode_ceased_date | clae_entered_care_date
        500001         | 2024-06-01                  | {reason}                      | -                            | {entered}
        """,
    )


def test_the_ssd_says_when_she_entered_care(tmp_path: Path) -> None:
    """Its episodes begin with the move as well, but beside them stands the day she came."""
    store = load(tmp_path, _system("2025-10-31", "2022-03-01", "P"))

    assert shown(store, "period_of_care", START) == ["500001 2022-03-01 False"]


def test_an_ssd_that_does_not_say_leaves_it_unknown(tmp_path: Path) -> None:
    store = load(tmp_path, _system("2025-10-31", "-", "P"))

    assert shown(store, "period_of_care", START) == ["500001 2024-06-01 True"]


def test_an_older_ssd_helps_a_newer_903(tmp_path: Path) -> None:
    """The history is the 903's; the SSD of January had all her episodes."""
    january = ssd(
        "2025-01-31",
        ssd_person="pers_person_id | pers_sex | pers_dob\n500001 | F | 2012-05-01",
        ssd_cla_episodes="""
        clae_person_id | clae_cla_episode_start_date | clae_cla_episode_start_reason | clae_cla_episode_ceased_date
        500001         | 2022-03-01                  | S                             | 2024-06-01
        500001         | 2024-06-01                  | P                             | -
        """,
    )
    store = load(tmp_path, MOVED, january)

    assert "500001 2022-03-01 False" in shown(store, "period_of_care", START)
    assert shown(store, "disagreement", "what") == []


def test_list_8_since_the_903_keeps_the_mark(tmp_path: Path) -> None:
    """Listed in care in October 2025 without the day she came: still not known."""
    october = annex_a(
        "2025-10-31",
        list_8="""
        child_id | sex | date_of_birth | care_started
        500001   | F   | 2012-05-01    | 2024-06-01
        500002   | M   | 2013-05-01    | 2024-05-01
        """,
    )
    store = load(tmp_path, MOVED, october)

    assert shown(store, "period_of_care", f"{START} ended") == [
        "500001 2024-06-01 True -",
        "500002 2024-05-01 False -",
    ]
