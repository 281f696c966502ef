"""Which identifiers are one child. Each test is a story of a child, told by the returns."""

from __future__ import annotations

from pathlib import Path

from tests.asciitable import annex_a, cin_census, ssda903, templates
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


ADOPTED = """
    CHILD  | DECOM      | RNE | LS | PLACE | DEC        | REC
    500001 | 2023-06-01 | S   | E1 | A5    | 2024-07-10 | E12
    """


def test_a_child_adopted_under_a_new_identity_is_never_linked_to_the_old_one(
    tmp_path: Path,
) -> None:
    """The school kept the UPN after the adoption, and the birth is the same. The link is barred.

    What is reported names the old identity alone: to name the new one would itself be the link.
    """
    store = load(
        tmp_path,
        ssda903(
            2025,
            header="CHILD | SEX | DOB | UPN\n500001 | M | 2020-02-03 | A123456789012",
            episodes=ADOPTED,
        ),
        cin_census(
            2026,
            children="LAchildID | Sex | PersonBirthDate | UPN\n777001 | M | 2020-02-03 | A123456789012",
            cin_details="LAchildID | CINdetailsID | CINreferralDate\n777001 | 1 | 2025-11-05",
        ),
    )

    assert shown(store, "person", "child_id") == ["500001", "777001"]
    assert shown(store, "referral", "child_id date") == ["777001 2025-11-05"]
    assert shown(store, "identity_clash", "child_id other_child_id kind outcome") == [
        "500001 - adopted not linked"
    ]
    with store.open() as records:
        clash = records.connection.to_pyarrow(records.table("identity_clash")).to_pylist()
    assert "777001" not in str(clash)


def test_a_former_upn_after_an_adoption_is_barred_as_well(tmp_path: Path) -> None:
    store = load(
        tmp_path,
        ssda903(
            2025,
            header="CHILD | SEX | DOB | UPN\n500001 | M | 2020-02-03 | A123456789012",
            episodes=ADOPTED,
        ),
        cin_census(
            2026,
            children="""
            LAchildID | Sex | PersonBirthDate | UPN           | FormerUPN
            777001    | M   | 2020-02-03      | B999999999999 | A123456789012
            """,
        ),
    )

    assert shown(store, "person", "child_id") == ["500001", "777001"]
    assert shown(store, "identity_clash", "child_id other_child_id kind") == ["500001 - adopted"]


def test_the_bar_holds_through_a_third_identifier(tmp_path: Path) -> None:
    """The census knew him by another number before the adoption: that one is linked to the old
    identity, and the number that came after the adoption is linked to neither."""
    before = cin_census(
        2024,
        children="LAchildID | Sex | PersonBirthDate | UPN\n600009 | M | 2020-02-03 | A123456789012",
    )
    after = cin_census(
        2026,
        children="LAchildID | Sex | PersonBirthDate | UPN\n777001 | M | 2020-02-03 | A123456789012",
    )
    store = load(
        tmp_path,
        ssda903(
            2025,
            header="CHILD | SEX | DOB | UPN\n500001 | M | 2020-02-03 | A123456789012",
            episodes=ADOPTED,
        ),
        before,
        after,
    )

    assert shown(store, "identifier", WHO) == [
        "cin_census 600009 500001 upn",
        "cin_census 777001 777001 same_id",
        "ssda903 500001 500001 same_id",
    ]


def test_an_identifier_used_again_for_a_new_child_is_two_children(tmp_path: Path) -> None:
    """Births twelve years apart. The child of today keeps the number; the one before is kept apart
    under the return that told of her, and her placements stay hers."""
    store = load(
        tmp_path,
        ssda903(
            2019,
            header="CHILD | SEX | DOB\n500001 | F | 2003-04-01",
            episodes="CHILD | DECOM | RNE | LS | PLACE | DEC | REC\n500001 | 2018-05-01 | S | C2 | U6 | 2019-02-01 | E4A",
        ),
        ssda903(
            2025,
            header="CHILD | SEX | DOB\n500001 | F | 2015-09-09",
            episodes="CHILD | DECOM | RNE | LS | PLACE | DEC | REC\n500001 | 2024-08-01 | S | C1 | K2 | - | -",
        ),
    )

    assert shown(store, "person", "child_id date_of_birth") == [
        "500001 2015-09-09",
        "ssda903:500001 2003-04-01",
    ]
    assert shown(store, "placement", "child_id started placement_type") == [
        "500001 2024-08-01 K2",
        "ssda903:500001 2018-05-01 U6",
    ]
    assert shown(store, "identity_clash", "child_id other_child_id kind value other_value") == [
        "500001 ssda903:500001 kept_apart 2015-09-09 2003-04-01"
    ]
    assert shown(store, "identifier", "source_id child_id valid_from valid_to") == [
        "500001 500001 2025-03-31 -",
        "500001 ssda903:500001 - 2025-03-31",
    ]


def test_one_identifier_with_another_birth_and_another_sex_is_two_children(tmp_path: Path) -> None:
    """Ten weeks apart, but a boy and a girl: two records under one number."""
    store = load(
        tmp_path,
        ssda903(
            2025,
            header="CHILD | SEX | DOB\n500001 | F | 2012-05-01",
            episodes="CHILD | DECOM | RNE\n500001 | 2024-06-01 | S",
        ),
        annex_a(
            "2025-04-30",
            list_8="child_id | sex | date_of_birth | care_started\n500001 | M | 2012-07-12 | 2025-04-02",
        ),
    )

    assert shown(store, "person", "child_id sex date_of_birth") == [
        "500001 M 2012-07-12",
        "ssda903:500001 F 2012-05-01",
    ]
    assert shown(store, "identity_clash", "kind outcome") == ["kept_apart kept apart"]


def test_a_slip_in_a_birth_date_is_one_child_and_is_reported(tmp_path: Path) -> None:
    """1 May and 5 January of one year, both a girl: day and month changed places somewhere."""
    store = load(
        tmp_path,
        ssda903(
            2025,
            header="CHILD | SEX | DOB\n500001 | F | 2012-05-01",
            episodes="CHILD | DECOM | RNE\n500001 | 2024-06-01 | S",
        ),
        annex_a(
            "2025-04-30",
            list_8="child_id | sex | date_of_birth | care_started\n500001 | F | 2012-01-05 | 2024-06-01",
        ),
    )

    assert shown(store, "person", "child_id date_of_birth") == ["500001 2012-01-05"]
    assert shown(
        store, "identity_clash", "child_id kind source value other_source other_value outcome"
    ) == ["500001 birth_date annex_a 2012-01-05 ssda903 2012-05-01 one child"]


def test_one_birth_and_two_sexes_is_one_child_and_is_reported(tmp_path: Path) -> None:
    store = load(
        tmp_path,
        ssda903(
            2025,
            header="CHILD | SEX | DOB\n500001 | F | 2012-05-01",
            episodes="CHILD | DECOM | RNE\n500001 | 2024-06-01 | S",
        ),
        cin_census(2025, children="LAchildID | Sex | PersonBirthDate\n500001 | M | 2012-05-01"),
    )

    assert shown(store, "person", "child_id") == ["500001"]
    assert shown(store, "identity_clash", "child_id kind value other_value outcome") == [
        "500001 sex F M one child"
    ]


def test_an_unborn_child_and_the_child_who_is_born_are_one(tmp_path: Path) -> None:
    """Expected in May in one census, born in April by the next."""
    store = load(
        tmp_path,
        ssda903(2025, episodes="CHILD | DECOM | RNE\n900001 | 2024-06-01 | S"),
        cin_census(
            2024,
            children="LAchildID | Sex | PersonBirthDate | ExpectedPersonBirthDate\n500001 | - | - | 2024-05-20",
        ),
        cin_census(
            2025,
            children="LAchildID | Sex | PersonBirthDate | ExpectedPersonBirthDate\n500001 | F | 2024-04-28 | -",
        ),
    )

    assert shown(store, "person", "child_id sex date_of_birth expected_birth") == [
        "500001 F 2024-04-28 2024-05-20"
    ]
    assert shown(store, "identity_clash", "kind") == []


def test_capitals_leading_zeros_and_a_point_nought_make_no_other_child(tmp_path: Path) -> None:
    """What a spreadsheet does to an identifier. The fullest form is the one that is shown."""
    store = load(
        tmp_path,
        ssda903(
            2025,
            header="CHILD | SEX | DOB\n0050001 | F | 2012-05-01\nAB700X | M | 2013-05-01",
            episodes="CHILD | DECOM | RNE\n0050001 | 2024-06-01 | S",
        ),
        annex_a(
            "2025-04-30",
            list_8="""
            child_id | sex | date_of_birth | care_started
            50001.0  | F   | 2012-05-01    | 2024-06-01
            ab700x   | M   | 2013-05-01    | 2024-06-01
            """,
        ),
        templates(
            "2025-04-30",
            placement_plans="child_id | placement_started | plan_date\n50001 | 2024-06-01 | 2024-06-05",
        ),
    )

    assert shown(store, "person", "child_id date_of_birth") == [
        "0050001 2012-05-01",
        "AB700X 2013-05-01",
    ]
    assert shown(store, "identifier", WHO) == [
        "annex_a 50001.0 0050001 form",
        "annex_a ab700x AB700X form",
        "ssda903 0050001 0050001 same_id",
        "ssda903 AB700X AB700X same_id",
        "templates 50001 0050001 form",
    ]
    assert shown(store, "placement_plan", "child_id date") == ["0050001 2024-06-05"]


def test_forms_that_one_table_tells_apart_are_two_children(tmp_path: Path) -> None:
    """A header that lists 050001 and 50001 means two children by them."""
    store = load(
        tmp_path,
        ssda903(
            2025,
            header="CHILD | SEX | DOB\n050001 | F | 2012-05-01\n50001 | F | 2012-05-01",
            episodes="CHILD | DECOM | RNE\n050001 | 2024-06-01 | S",
        ),
    )

    assert shown(store, "person", "child_id") == ["050001", "50001"]


def test_a_new_records_system_with_new_numbers_is_followed(tmp_path: Path) -> None:
    """All numbers changed between two years' returns; the UPN and the birth did not."""
    store = load(
        tmp_path,
        ssda903(
            2024,
            header="CHILD | SEX | DOB | UPN\n500001 | F | 2014-02-03 | A123456789012",
            episodes="CHILD | DECOM | RNE | LS | PLACE\n500001 | 2023-06-01 | S | C2 | U6",
        ),
        ssda903(
            2025,
            header="CHILD | SEX | DOB | UPN\n888001 | F | 2014-02-03 | A123456789012",
            episodes="CHILD | DECOM | RNE | LS | PLACE\n888001 | 2023-06-01 | S | C2 | U6",
        ),
    )

    assert shown(store, "period_of_care", "child_id started ended") == ["888001 2023-06-01 -"]


def test_numbers_that_come_and_go_in_one_return_are_not_one_childs(tmp_path: Path) -> None:
    """500001 is in the returns of 2023 and 2025, 500002 in that of 2024: no change of system goes
    back on itself. It may be twins with a copied UPN, in care in turn."""
    years = [
        ssda903(
            year,
            header=f"CHILD | SEX | DOB | UPN\n{child} | F | 2014-02-03 | A123456789012",
            episodes=f"CHILD | DECOM | RNE | DEC | REC\n{child} | {year - 1}-06-01 | S | {year}-01-01 | E4A",
        )
        for year, child in ((2023, 500001), (2024, 500002), (2025, 500001))
    ]
    store = load(tmp_path, *years)

    assert shown(store, "period_of_care", "child_id started") == [
        "500001 2022-06-01",
        "500001 2024-06-01",
        "500002 2023-06-01",
    ]
    assert shown(store, "identity_clash", "kind outcome") == ["upn_together not linked"]
