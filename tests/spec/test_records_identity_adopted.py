"""A child adopted under a new identity is never linked to the one before it, by any way."""

from __future__ import annotations

from pathlib import Path

from tests.asciitable import cin_census, ssda903
from tests.recorded import load, shown

WHO = "source source_id child_id how"

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
