"""Which identifiers are one child. Each test is a story of a child, told by the returns."""

from __future__ import annotations

from pathlib import Path

from tests.asciitable import annex_a, cin_census, ssda903
from tests.recorded import load, shown

WHO = "source source_id child_id how"


def test_the_same_identifier_and_birth_in_three_returns_is_one_child(tmp_path: Path) -> None:
    store = load(
        tmp_path,
        ssda903(2025, header="CHILD  | SEX | DOB\n500001 | F   | 2012-05-01"),
        cin_census(
            2025, children="LAchildID | Sex | PersonBirthDate\n500001    | F   | 2012-05-01"
        ),
        annex_a(
            "2025-04-30",
            list_8="child_id | sex | date_of_birth | care_started\n500001 | F | 2012-05-01 | 2024-06-01",
        ),
    )

    assert shown(store, "person", "child_id date_of_birth") == ["500001 2012-05-01"]
    assert shown(store, "identity_clash", "child_id kind") == []


def test_twins_stay_two_children(tmp_path: Path) -> None:
    """Born the same day, of one sex, at one address: nothing but the identifier tells them apart."""
    header = """
        CHILD  | SEX | DOB        | UPN
        500001 | F   | 2014-02-03 | A123456789012
        500002 | F   | 2014-02-03 | A123456789013
        """
    children = """
        LAchildID | Sex | PersonBirthDate | UPN
        500001    | F   | 2014-02-03      | A123456789012
        500002    | F   | 2014-02-03      | A123456789013
        """
    episodes = """
        CHILD  | DECOM      | RNE | LS | PLACE | DEC | REC | HOME_POST
        500001 | 2024-06-01 | S   | C1 | U6    | -   | -   | QX1 1AA
        500002 | 2024-06-01 | S   | C1 | U6    | -   | -   | QX1 1AA
        """
    store = load(
        tmp_path,
        ssda903(2025, header=header, episodes=episodes),
        cin_census(2025, children=children),
    )

    assert shown(store, "person", "child_id upn") == [
        "500001 A123456789012",
        "500002 A123456789013",
    ]
    assert shown(store, "period_of_care", "child_id started") == [
        "500001 2024-06-01",
        "500002 2024-06-01",
    ]
    assert shown(store, "identity_clash", "child_id") == []


def test_twins_with_a_copied_upn_stay_two_and_the_copy_is_reported(tmp_path: Path) -> None:
    """One return names both: whatever they share, they are two."""
    children = """
        LAchildID | Sex | PersonBirthDate | UPN
        500001    | F   | 2014-02-03      | A123456789012
        500002    | F   | 2014-02-03      | A123456789012
        """
    store = load(
        tmp_path,
        ssda903(2025, episodes="CHILD | DECOM | RNE\n500001 | 2024-06-01 | S"),
        cin_census(2025, children=children),
    )

    assert shown(store, "person", "child_id") == ["500001", "500002"]
    assert shown(store, "identity_clash", "child_id other_child_id kind outcome") == [
        "500001 500002 upn_together not linked"
    ]


def test_a_boy_and_a_girl_who_share_upn_and_birth_are_never_linked(tmp_path: Path) -> None:
    store = load(
        tmp_path,
        ssda903(
            2025,
            header="CHILD | SEX | DOB | UPN\n500001 | F | 2014-02-03 | A123456789012",
            episodes="CHILD | DECOM | RNE\n500001 | 2024-06-01 | S",
        ),
        cin_census(
            2025,
            children="LAchildID | Sex | PersonBirthDate | UPN\n600002 | M | 2014-02-03 | A123456789012",
        ),
    )

    assert shown(store, "person", "child_id sex") == ["500001 F", "600002 M"]
    assert shown(store, "identity_clash", "kind outcome") == ["upn_sex not linked"]


def test_two_identifiers_with_one_upn_and_one_birth_are_linked_and_it_says_why(
    tmp_path: Path,
) -> None:
    """The 903 and the census number their children apart. The newest extract's number stands."""
    store = load(
        tmp_path,
        ssda903(
            2025,
            header="CHILD | SEX | DOB | UPN\n500001 | F | 2014-02-03 | A123456789012",
            episodes="CHILD | DECOM | RNE | LS | PLACE\n500001 | 2024-06-01 | S | C2 | U6",
        ),
        cin_census(
            2024,
            children="LAchildID | Sex | PersonBirthDate | UPN\n600009 | F | 2014-02-03 | A123456789012",
            child_protection_plans="LAchildID | CPPstartDate | CPPendDate\n600009 | 2023-05-01 | 2024-01-10",
        ),
    )

    assert shown(store, "identifier", f"{WHO} reason") == [
        "cin_census 600009 500001 upn the same UPN and date of birth under another identifier",
        "ssda903 500001 500001 same_id the identifier itself",
    ]
    assert shown(store, "protection_plan", "child_id started") == ["500001 2023-05-01"]
    assert shown(store, "person", "child_id") == ["500001"]


def test_a_former_upn_links_too(tmp_path: Path) -> None:
    store = load(
        tmp_path,
        ssda903(
            2024,
            header="CHILD | SEX | DOB | UPN\n500001 | F | 2014-02-03 | A123456789012",
            episodes="CHILD | DECOM | RNE\n500001 | 2023-06-01 | S",
        ),
        cin_census(
            2025,
            children="""
            LAchildID | Sex | PersonBirthDate | UPN           | FormerUPN
            600009    | F   | 2014-02-03      | B999999999999 | A123456789012
            """,
        ),
    )

    assert shown(store, "identifier", WHO) == [
        "cin_census 600009 600009 same_id",
        "ssda903 500001 600009 former_upn",
    ]


def test_a_upn_alone_links_nobody(tmp_path: Path) -> None:
    """One UPN, two dates of birth: a UPN typed into the wrong record."""
    store = load(
        tmp_path,
        ssda903(
            2025,
            header="CHILD | SEX | DOB | UPN\n500001 | F | 2014-02-03 | A123456789012",
            episodes="CHILD | DECOM | RNE\n500001 | 2024-06-01 | S",
        ),
        cin_census(
            2025,
            children="LAchildID | Sex | PersonBirthDate | UPN\n600009 | F | 2014-03-02 | A123456789012",
        ),
    )

    assert shown(store, "person", "child_id") == ["500001", "600009"]
    assert shown(store, "identity_clash", "child_id other_child_id kind value other_value") == [
        "500001 600009 upn_birth 2014-02-03 2014-03-02"
    ]


def test_a_code_that_says_there_is_no_upn_links_nobody(tmp_path: Path) -> None:
    store = load(
        tmp_path,
        ssda903(
            2025,
            header="CHILD | SEX | DOB | UPN\n500001 | F | 2014-02-03 | UN3",
            episodes="CHILD | DECOM | RNE\n500001 | 2024-06-01 | S",
        ),
        cin_census(
            2025, children="LAchildID | Sex | PersonBirthDate | UPN\n600009 | F | 2014-02-03 | UN3"
        ),
    )

    assert shown(store, "person", "child_id") == ["500001", "600009"]
    assert shown(store, "identity_clash", "kind") == []
