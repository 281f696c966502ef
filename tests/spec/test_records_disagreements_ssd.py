"""Where the SSD disagrees with the 903 or with Annex A on care: what is used, and what is said."""

from __future__ import annotations

from pathlib import Path

from sightline.returns.tables import ReadFile
from tests.asciitable import annex_a, ssd, ssda903
from tests.recorded import load, shown

DISAGREEMENT = "child_id what used_source used_value other_source other_value"

YEAR = ssda903(
    2025,
    header="CHILD | SEX | DOB\n500001 | F | 2012-05-01\n500002 | M | 2013-05-01",
    episodes="""
    CHILD  | DECOM      | RNE | LS | PLACE | DEC        | REC
    500001 | 2024-06-01 | S   | C1 | U6    | -          | -
    500002 | 2024-05-01 | S   | C2 | K2    | 2025-02-01 | E4A
    """,
)


def system(as_at: str, first: str, second: str) -> ReadFile:
    """An SSD of two children: each is the day of entry, the day of leaving, the home, the order."""
    begun, left, home, order = first.split()
    begun_2, left_2, home_2, order_2 = second.split()
    return ssd(
        as_at,
        ssd_person="""
        pers_person_id | pers_sex | pers_dob
        500001         | F        | 2012-05-01
        500002         | M        | 2013-05-01
        """,
        ssd_cla_episodes=f"""
        clae_person_id | clae_cla_episode_start_date | clae_cla_episode_start_reason | clae_cla_episode_ceased_date | clae_cla_episode_ceased_reason | clae_cla_placement_id
        500001         | {begun}                     | S                             | {left}                       | -                              | p1
        500002         | {begun_2}                   | S                             | {left_2}                     | E4A                            | p2
        """,
        ssd_cla_placement=f"""
        clap_cla_placement_id | clap_person_id | clap_cla_placement_start_date | clap_cla_placement_type
        p1                    | 500001         | {begun}                       | {home}
        p2                    | 500002         | {begun_2}                     | {home_2}
        """,
        ssd_legal_status=f"""
        lega_person_id | lega_legal_status | lega_legal_status_start_date
        500001         | {order}           | {begun}
        500002         | {order_2}         | {begun_2}
        """,
    )


AS_THE_903 = "2024-06-01 - U6 C1", "2024-05-01 2025-02-01 K2 C2"


def test_the_newer_ssd_is_used_and_what_the_903_said_otherwise_is_named(tmp_path: Path) -> None:
    """October's SSD has the girl come a week later, to a home not foster care, under another order;
    and has the boy leave five days later."""
    october = system("2025-10-31", "2024-06-08 - K2 C2", "2024-05-01 2025-02-06 K2 C2")
    store = load(tmp_path, YEAR, october)

    assert shown(store, "period_of_care", "child_id started ended") == [
        "500001 2024-06-08 -",
        "500002 2024-05-01 2025-02-06",
    ]
    assert shown(store, "disagreement", DISAGREEMENT) == [
        "500001 legal status ssd C2 ssda903 C1",
        "500001 start of care ssd 2024-06-08 ssda903 2024-06-01",
        "500001 start of legal status ssd 2024-06-08 ssda903 2024-06-01",
        "500001 start of placement ssd 2024-06-08 ssda903 2024-06-01",
        "500001 type of placement ssd K2 ssda903 U6",
        "500002 end of care ssd 2025-02-06 ssda903 2025-02-01",
    ]
    [reason] = set(shown(store, "disagreement", "reason"))
    assert reason.startswith(
        "A child's history of care comes whole from the newer of the SSD and the 903"
    )


def test_the_newer_903_is_used_and_what_the_ssd_said_otherwise_is_named(tmp_path: Path) -> None:
    """January's SSD had the girl come a week later. The boy was in care then, in both."""
    january = system("2025-01-31", "2024-06-08 - U6 C1", "2024-05-01 - K2 C2")
    store = load(tmp_path, YEAR, january)

    assert shown(store, "disagreement", DISAGREEMENT) == [
        "500001 start of care ssda903 2024-06-01 ssd 2024-06-08",
        "500001 start of legal status ssda903 2024-06-01 ssd 2024-06-08",
        "500001 start of placement ssda903 2024-06-01 ssd 2024-06-08",
    ]


def test_a_list_disagrees_with_the_ssd_as_with_the_903(tmp_path: Path) -> None:
    """List 8 of October says she came on 8 June. The 903 and the SSD both say the first."""
    october = annex_a(
        "2025-10-31",
        list_8="""
        child_id | sex | date_of_birth | care_started | placement_started | placement_type
        500001   | F   | 2012-05-01    | 2024-06-08   | 2024-06-01        | U6
        """,
    )
    store = load(tmp_path, YEAR, system("2025-10-31", *AS_THE_903), october)

    assert shown(store, "disagreement", DISAGREEMENT) == [
        "500001 start of care ssd 2024-06-01 annex_a 2024-06-08"
    ]


def test_what_happened_since_the_903_is_no_disagreement(tmp_path: Path) -> None:
    """By October the girl had moved, and by then she had left."""
    october = system("2025-10-31", "2024-06-01 2025-09-01 U6 C1", "2024-05-01 2025-02-01 K2 C2")
    store = load(tmp_path, YEAR, october)

    assert shown(store, "disagreement", DISAGREEMENT) == []


def test_a_903_that_holds_no_beginning_says_nothing_of_the_start(tmp_path: Path) -> None:
    """Her first episode in the 903 began with a move: when she came into care, it cannot say."""
    moved = ssda903(
        2025,
        header="CHILD | SEX | DOB\n500001 | F | 2012-05-01",
        episodes="CHILD | DECOM | RNE | LS | PLACE\n500001 | 2024-06-01 | P | C2 | U6",
    )
    october = ssd(
        "2025-10-31",
        ssd_person="pers_person_id | pers_sex | pers_dob\n500001 | F | 2012-05-01",
        ssd_cla_episodes="""
        clae_person_id | clae_cla_episode_start_date | clae_cla_episode_start_reason | clae_cla_episode_ceased_date | clae_cla_placement_id
        500001         | 2022-03-01                  | S                             | 2024-06-01                   | p1
        500001         | 2024-06-01                  | P                             | -                            | p2
        """,
        ssd_cla_placement="""
        clap_cla_placement_id | clap_person_id | clap_cla_placement_start_date | clap_cla_placement_type
        p1                    | 500001         | 2022-03-01                    | U6
        p2                    | 500001         | 2024-06-01                    | K2
        """,
        ssd_legal_status="""
        lega_person_id | lega_legal_status | lega_legal_status_start_date
        500001         | C2                | 2022-03-01
        """,
    )
    store = load(tmp_path, moved, october)

    assert shown(store, "period_of_care", "child_id started") == ["500001 2022-03-01"]
    assert shown(store, "disagreement", DISAGREEMENT) == [
        "500001 type of placement ssd K2 ssda903 U6"
    ]
