"""Where returns disagree: which is used, and what is said of it."""

from __future__ import annotations

from pathlib import Path

from tests.asciitable import annex_a, cin_census, ssda903
from tests.recorded import load, shown

DISAGREEMENT = "child_id what used_source used_value other_source other_value"

YEAR = ssda903(
    2025,
    header="CHILD | SEX | DOB | ETHNIC\n500001 | F | 2012-05-01 | WBRI\n500002 | M | 2013-05-01 | BCRB",
    episodes="""
    CHILD  | DECOM      | RNE | LS | PLACE | DEC        | REC
    500001 | 2024-06-01 | S   | C1 | U6    | -          | -
    500002 | 2024-05-01 | S   | C2 | K2    | 2025-02-01 | E4A
    """,
)


def test_who_a_child_is_comes_from_the_newest_extract(tmp_path: Path) -> None:
    """Sex, birth and ethnicity: the list of April is newer than the 903 of March."""
    april = annex_a(
        "2025-04-30",
        list_8="""
        child_id | sex | date_of_birth | ethnicity | care_started | legal_status_started | legal_status | placement_started | placement_type
        500001   | M   | 2012-05-01    | MWBC      | 2024-06-01   | 2024-06-01           | C1           | 2024-06-01        | U6
        """,
    )
    store = load(tmp_path, YEAR, april)

    assert shown(store, "person", "child_id sex ethnicity") == ["500001 M MWBC", "500002 M BCRB"]
    assert shown(store, "disagreement", f"{DISAGREEMENT} reason") == [
        "500001 ethnicity annex_a MWBC ssda903 WBRI The newest extract that says anything is "
        "believed.",
        "500001 sex annex_a M ssda903 F The newest extract that says anything is believed.",
    ]


def test_on_the_same_day_the_checked_return_is_believed(tmp_path: Path) -> None:
    """A 903 and an Annex A, both of 31 March."""
    march = annex_a(
        "2025-03-31",
        list_3="child_id | sex | date_of_birth | referral_date\n500001 | F | 2012-01-05 | 2024-05-01",
    )
    store = load(tmp_path, YEAR, march)

    assert shown(store, "person", "child_id date_of_birth")[0] == "500001 2012-05-01"
    assert shown(store, "disagreement", DISAGREEMENT) == [
        "500001 date of birth ssda903 2012-05-01 annex_a 2012-01-05"
    ]


def test_for_days_that_the_903_covers_it_is_believed_on_care(tmp_path: Path) -> None:
    """A list of January has another start, order and home; and a child in care whom the 903 had
    leave on 1 February is still listed at the end of that month."""
    january = annex_a(
        "2025-01-31",
        list_8="""
        child_id | sex | date_of_birth | care_started | legal_status_started | legal_status | placement_started | placement_type
        500001   | F   | 2012-05-01    | 2024-06-08   | 2024-06-08           | C2           | 2024-06-08        | K2
        500002   | M   | 2013-05-01    | 2024-05-01   | 2024-05-01           | C2           | 2024-05-01        | K2
        """,
    )
    february = annex_a(
        "2025-02-28",
        list_8="""
        child_id | sex | date_of_birth | care_started | legal_status_started | legal_status | placement_started | placement_type
        500001   | F   | 2012-05-01    | 2024-06-08   | 2024-06-08           | C2           | 2024-06-08        | K2
        500002   | M   | 2013-05-01    | 2024-05-01   | 2024-05-01           | C2           | 2024-05-01        | K2
        """,
    )
    store = load(tmp_path, YEAR, january, february)

    assert shown(store, "period_of_care", "child_id started ended") == [
        "500001 2024-06-01 -",
        "500002 2024-05-01 2025-02-01",
    ]
    assert shown(store, "disagreement", DISAGREEMENT) == [
        "500001 legal status ssda903 C1 annex_a C2",
        "500001 start of care ssda903 2024-06-01 annex_a 2024-06-08",
        "500001 start of legal status ssda903 2024-06-01 annex_a 2024-06-08",
        "500001 start of placement ssda903 2024-06-01 annex_a 2024-06-08",
        "500001 type of placement ssda903 U6 annex_a K2",
        "500002 end of care ssda903 2025-02-01 annex_a goes on",
    ]
    [reason] = set(shown(store, "disagreement", "reason"))
    assert reason.startswith("The 903 is checked and complete")


def test_what_a_return_has_since_put_right_is_no_disagreement(tmp_path: Path) -> None:
    """January's list had another home; February's has the one of the 903."""
    lists = [
        annex_a(
            month,
            list_8=f"""
            child_id | sex | date_of_birth | care_started | placement_started | placement_type
            500001   | F   | 2012-05-01    | 2024-06-01   | 2024-06-01        | {place}
            """,
        )
        for month, place in (("2025-01-31", "K2"), ("2025-02-28", "U6"))
    ]
    store = load(tmp_path, YEAR, *lists)

    assert shown(store, "disagreement", DISAGREEMENT) == []


def test_a_protection_plan_told_twice_is_one_plan(tmp_path: Path) -> None:
    """The census of March has it start on the 3rd, the list of October on the 10th, and end."""
    census = cin_census(
        2025,
        children="LAchildID | Sex | PersonBirthDate\n500001 | F | 2012-05-01",
        child_protection_plans="""
        LAchildID | CPPstartDate | CPPendDate | InitialCategoryOfAbuse
        500001    | 2022-01-04   | 2022-11-30 | NEG
        500001    | 2025-02-03   | -          | EMO
        """,
    )
    october = annex_a(
        "2025-10-31",
        list_7="""
        child_id | sex | date_of_birth | started    | ended      | initial_category
        500001   | F   | 2012-05-01    | 2025-02-10 | 2025-08-20 | EMO
        """,
    )
    store = load(tmp_path, YEAR, census, october)

    assert shown(store, "protection_plan", "child_id started ended source") == [
        "500001 2022-01-04 2022-11-30 cin_census",
        "500001 2025-02-10 2025-08-20 annex_a",
    ]
    assert shown(store, "disagreement", DISAGREEMENT) == [
        "500001 start of child protection plan annex_a 2025-02-10 cin_census 2025-02-03"
    ]


def test_one_event_told_by_two_returns_is_one_and_each_fills_the_others_blanks(
    tmp_path: Path,
) -> None:
    census = cin_census(
        2025,
        section47="""
        LAchildID | S47ActualStartDate | InitialCPCtarget | DateOfInitialCPC | ICPCnotRequired
        500001    | 2025-01-06         | 2025-01-27       | 2025-01-24       | false
        """,
    )
    list_5 = """
        child_id | strategy_discussion | conference_date | led_to_plan
        500001   | 2025-01-06          | 2025-01-24      | true
        """
    store = load(tmp_path, YEAR, census, annex_a("2025-02-28", list_5=list_5))

    assert shown(
        store, "section47", "strategy_discussion conference_target conference led_to_plan"
    ) == ["2025-01-06 2025-01-27 2025-01-24 True"]
    assert shown(store, "conference", "date target") == ["2025-01-24 2025-01-27"]
