"""One identifier: when it is one child whose record slipped, and when it has been used for two."""

from __future__ import annotations

from pathlib import Path

from tests.asciitable import annex_a, cin_census, ssda903, templates
from tests.recorded import load, shown

WHO = "source source_id child_id how"


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
