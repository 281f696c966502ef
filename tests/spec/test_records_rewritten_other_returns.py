"""What two snapshots of a census, a data set and a template say otherwise, through their readers.

Every table here was written to a file as an authority sends it, read, loaded and compared.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from sightline.records import Store
from sightline.records.rewritten import WATCHED, keep_changes
from sightline.records.rewritten.titles import title_of
from sightline.returns import read_files
from sightline.returns.schemas import table_named
from sightline.returns.templates import TEMPLATES
from tests.asciitable import NOON, annex_a, rows, typed
from tests.census_files import child, cin, referral, written
from tests.made_up_ssd import Row, write_csv
from tests.returns_templates import day_first, filled
from tests.rewritten_record import changed, late

MARCH, APRIL = date(2026, 3, 31), date(2026, 4, 30)


NOBODY_ELSE = annex_a("2026-03-31", list_8="child_id | care_started\nZ | 2025-01-01")


def read_and_compared(folder: Path, *loads: tuple[list[Path], date | None]) -> Store:
    """Files read by their return's own reader, each group a load of its day.

    Beside them an Annex A, of one child of whom nothing changes: something must say who is in care.
    """
    store = Store(folder / "data")
    file, day_of = NOBODY_ELSE
    assert store.commit([file], {file.path: day_of}, NOON) is not None
    for paths, day in loads:
        files = read_files(paths)
        periods = {each.path: day for each in files} if day else {}
        assert store.commit(files, periods, NOON) is not None
    store.refresh(lambda records: keep_changes(records, store.snapshots))
    return store


def census(folder: Path, year: int, *children: str, again: str = "") -> list[Path]:
    text = cin(*children, day=f"{year}-03-31", year=str(year))
    return [written(folder / f"cin-{year}{again}.xml", text)]


def closed(day: str) -> str:
    return f"<CINclosureDate>{day}</CINclosureDate>\n<ReasonForClosure>RC8</ReasonForClosure>\n"


def assessed(start: str, authorised: str) -> str:
    return (
        f"<Assessments>\n<AssessmentActualStartDate>{start}</AssessmentActualStartDate>\n"
        f"<AssessmentAuthorisationDate>{authorised}</AssessmentAuthorisationDate>\n</Assessments>\n"
    )


def plan(start: str, *reviews: str, ended: str | None = None) -> str:
    end = f"<CPPendDate>{ended}</CPPendDate>\n" if ended else ""
    held = "".join(f"<CPPreviewDate>{day}</CPPreviewDate>\n" for day in reviews)
    return (
        f"<ChildProtectionPlans>\n<CPPstartDate>{start}</CPPstartDate>\n{end}"
        "<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>\n<LatestCategoryOfAbuse>NEG"
        "</LatestCategoryOfAbuse>\n<NumberOfPreviousCPP>0</NumberOfPreviousCPP>\n"
        f"<Reviews>\n{held}</Reviews>\n</ChildProtectionPlans>\n"
    )


def of_census(found: list[tuple[object, ...]]) -> set[tuple[object, ...]]:
    """Without the days of the two returns, which are the same of all."""
    return {row[:-2] if len(row) == 7 else (*row[:3], *row[4:]) for row in found}


def test_one_years_census_and_the_next(tmp_path: Path) -> None:
    """On 31 March 2025 A, B and C are open; D's referral led to nothing, so it was never open.

    A year on, B's referral lies a week later and C is gone. A was closed on 20 March 2025, which
    the first census did not know, nor did it know of E's referral of 15 March; F's is new.
    """
    no_action = referral("2024-11-01").replace(
        "<ReferralNFA>0</ReferralNFA>", "<ReferralNFA>1</ReferralNFA>"
    )
    need = "<PrimaryNeedCode>N1</PrimaryNeedCode>\n"
    first = census(
        tmp_path,
        2025,
        child("A", referral("2024-06-03", need + assessed("2024-06-04", "2024-07-19"))),
        child("B", referral("2024-09-02", need)),
        child("C", referral("2024-10-01", need)),
        child("D", no_action),
    )
    second = census(
        tmp_path,
        2026,
        child(
            "A",
            referral(
                "2024-06-03",
                need + closed("2025-03-20") + assessed("2024-06-04", "2024-07-01"),
            ),
        ),
        child("B", referral("2024-09-09", need)),
        child("E", referral("2025-03-17", need)),
        child("F", referral("2025-05-01", need)),
    )
    store = read_and_compared(tmp_path, (first, None), (second, None))
    assert of_census(changed(store)) == {
        ("A", "AssessmentAuthorisationDate", "changed", "2024-07-19", "2024-07-01"),
        ("B", "CINreferralDate", "changed", "2024-09-02", "2024-09-09"),
        ("C", "row", "vanished", "2024-10-01", None),
    }
    assert of_census(late(store)) == {
        ("A", "CINclosureDate", "2025-03-20", 11, 376),
        ("E", "CINreferralDate", "2025-03-17", 14, 379),
    }


def test_the_same_years_census_sent_again(tmp_path: Path) -> None:
    """A review conference was moved by a week and a plan's end taken out; B's plan is gone."""
    need = "<PrimaryNeedCode>N1</PrimaryNeedCode>\n"

    def of_year(again: str, moved: str, ended: str | None, *others: str) -> list[Path]:
        a = referral("2024-06-03", need).replace(
            "</CINdetails>", plan("2024-08-01", moved, ended=ended) + "</CINdetails>"
        )
        return census(tmp_path, 2025, child("A", a), *others, again=again)

    b = referral("2024-07-01", need).replace(
        "</CINdetails>", plan("2024-09-02", "2024-11-20") + "</CINdetails>"
    )
    first = of_year("", "2024-10-31", "2025-02-03", child("B", b))
    again = of_year("-again", "2024-10-24", None, child("B", referral("2024-07-01", need)))
    store = read_and_compared(tmp_path, (first, None), (again, None))
    assert of_census(changed(store)) == {
        ("A", "CPPreviewDate", "changed", "2024-10-31", "2024-10-24"),
        ("A", "CPPendDate", "vanished", "2025-02-03", None),
        ("B", "row", "vanished", "2024-09-02", None),
        ("B", "row", "vanished", "2024-11-20", None),
    }
    assert late(store) == []


PREFIX = {
    "ssd_person": "pers",
    "ssd_linked_identifiers": "link",
    "ssd_cla_visits": "clav",
    "ssd_cla_reviews": "clar",
    "ssd_cla_episodes": "clae",
}


def data_set(folder: Path, **tables: str) -> list[Path]:
    """A folder of CSVs from little tables, whose headings lack the prefix that each table has."""
    content: dict[str, list[Row]] = {}
    for name, text in tables.items():
        prefix = PREFIX[name]
        content[name] = [
            {f"{prefix}_{column}": value for column, value in row.items()} for row in rows(text)
        ]
    write_csv(content, folder)
    return [folder]


EPISODES = """
cla_episode_id | person_id | cla_id | cla_episode_start_date
E1             | A         | P1     | 2025-01-10
E2             | B         | P2     | 2025-02-10
"""


def test_one_months_data_set_and_the_next(tmp_path: Path) -> None:
    """A's visit of 20 March comes in April: late. Of B's visits one is moved under its number, one
    is gone. A's review was planned only; that it was held on 12 March was recorded in April. B's
    review was held a week earlier than was said."""
    first = data_set(
        tmp_path / "march",
        ssd_cla_episodes=EPISODES,
        ssd_cla_visits="""
        cla_visit_id | person_id | cla_visit_date
        1            | A         | 2026-02-10
        2            | B         | 2026-02-11
        3            | B         | 2026-03-11
        """,
        ssd_cla_reviews="""
        cla_review_id | cla_id | cla_review_due_date | cla_review_date
        W0            | P1     | 2025-09-10          | 2025-09-09
        W1            | P1     | 2026-03-11          | -
        W2            | P2     | 2026-01-09          | 2026-01-15
        """,
    )
    second = data_set(
        tmp_path / "april",
        ssd_cla_episodes=EPISODES,
        ssd_cla_visits="""
        cla_visit_id | person_id | cla_visit_date
        1            | A         | 2026-02-10
        2            | B         | 2026-02-04
        4            | A         | 2026-03-20
        5            | A         | 2026-04-20
        """,
        ssd_cla_reviews="""
        cla_review_id | cla_id | cla_review_due_date | cla_review_date
        W0            | P1     | 2025-09-10          | 2025-09-09
        W1            | P1     | 2026-03-11          | 2026-03-12
        W2            | P2     | 2026-01-09          | 2026-01-08
        """,
    )
    store = read_and_compared(tmp_path, (first, MARCH), (second, APRIL))
    ends = ("2026-03-31", "2026-04-30")
    assert set(changed(store)) == {
        ("B", "clav_cla_visit_date", "changed", "2026-02-11", "2026-02-04", *ends),
        ("B", "row", "vanished", "2026-03-11", None, *ends),
        ("B", "clar_cla_review_date", "changed", "2026-01-15", "2026-01-08", *ends),
    }
    assert set(late(store)) == {
        ("A", "clav_cla_visit_date", "2026-03-20", "2026-04-30", 11, 41),
        ("A", "clar_cla_review_date", "2026-03-12", "2026-04-30", 19, 49),
    }


def test_rows_numbered_afresh_in_every_extract(tmp_path: Path) -> None:
    """A's visit of 5 March came late and stands among the others, so that each later one has the
    next number; B was visited twice on one day, and the two have changed places."""
    first = data_set(
        tmp_path / "march",
        ssd_cla_episodes=EPISODES,
        ssd_cla_visits="""
        cla_visit_id | person_id | cla_visit_date
        1            | A         | 2026-02-10
        2            | A         | 2026-03-10
        3            | A         | 2026-03-20
        4            | B         | 2026-03-02
        5            | B         | 2026-03-02
        6            | B         | 2026-03-16
        """,
    )
    second = data_set(
        tmp_path / "april",
        ssd_cla_episodes=EPISODES,
        ssd_cla_visits="""
        cla_visit_id | person_id | cla_visit_date
        1            | A         | 2026-02-10
        2            | A         | 2026-03-05
        3            | A         | 2026-03-10
        4            | A         | 2026-03-20
        5            | B         | 2026-03-02
        6            | B         | 2026-03-02
        7            | B         | 2026-03-16
        """,
    )
    store = read_and_compared(tmp_path, (first, MARCH), (second, APRIL))
    assert changed(store) == []
    assert late(store) == [("A", "clav_cla_visit_date", "2026-03-05", "2026-04-30", 26, 56)]


def test_children_known_by_new_numbers_have_neither_gone_nor_come(tmp_path: Path) -> None:
    """In April the system has merged two records of A: her visits stand under B0 now. The UPN and
    the day of birth, in both, say that she is one child. The day her visit was moved to is seen."""

    def of_month(month: str, person: str, visited: str) -> list[Path]:
        people = f"""
        person_id | dob        | sex
        {person}  | 2012-05-01 | F
        C         | 2013-05-01 | M
        """
        numbers = f"""
        table_id | person_id | identifier_type     | identifier_value
        1        | {person}  | Unique Pupil Number | A123456789012
        2        | C         | Case Number         | A123456789012
        """
        return data_set(
            tmp_path / month,
            ssd_person=people,
            ssd_linked_identifiers=numbers,
            ssd_cla_episodes=f"""
            cla_episode_id | person_id | cla_id | cla_episode_start_date
            E1             | {person}  | P1     | 2025-01-10
            """,
            ssd_cla_visits=f"""
            cla_visit_id | person_id | cla_visit_date
            1            | {person}  | 2026-02-10
            2            | {person}  | {visited}
            """,
        )

    march, april = of_month("march", "A", "2026-03-20"), of_month("april", "B0", "2026-03-13")
    store = read_and_compared(tmp_path, (march, MARCH), (april, APRIL))
    ends = ("2026-03-31", "2026-04-30")
    assert changed(store) == [
        ("B0", "clav_cla_visit_date", "changed", "2026-03-20", "2026-03-13", *ends)
    ]
    assert late(store) == []


def list_kept(folder: Path, table: str, text: str) -> list[Path]:
    """A template filled in as a CSV."""
    template = TEMPLATES[table]
    content = filled(
        template, *({name: typed(cell) for name, cell in row.items()} for row in rows(text))
    )
    folder.mkdir(exist_ok=True)
    path = folder / f"{table}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([day_first(cell) for cell in line] for line in content)
    return [path]


def test_one_months_template_and_the_next(tmp_path: Path) -> None:
    """A's interview was moved from 9 to 5 March, and B's is gone from the row; C's row is gone; that
    D came back on 20 March was entered in April, and so was E's interview of 25 March."""
    head = "child_id | returned_date | offered | offered_date | interview_date\n"
    first = list_kept(
        tmp_path / "march",
        "return_interviews",
        head + """
        A        | 2026-03-02    | true    | 2026-03-03   | 2026-03-09
        B        | 2026-03-02    | true    | 2026-03-03   | 2026-03-04
        C        | 2026-03-10    | true    | 2026-03-11   | 2026-03-12
        E        | 2026-03-23    | true    | 2026-03-24   | -
        F        | 2026-03-01    | true    | 2026-03-02   | -
        """,
    )  # fmt: skip
    second = list_kept(
        tmp_path / "april",
        "return_interviews",
        head + """
        A        | 2026-03-02    | true    | 2026-03-03   | 2026-03-05
        B        | 2026-03-02    | true    | 2026-03-03   | -
        D        | 2026-03-20    | true    | 2026-03-21   | -
        E        | 2026-03-23    | true    | 2026-03-24   | 2026-03-25
        F        | 2026-03-01    | true    | 2026-03-02   | 2026-04-02
        """,
    )  # fmt: skip
    store = read_and_compared(tmp_path, (first, MARCH), (second, APRIL))
    ends = ("2026-03-31", "2026-04-30")
    assert set(changed(store)) == {
        ("A", "interview_date", "changed", "2026-03-09", "2026-03-05", *ends),
        ("B", "interview_date", "vanished", "2026-03-04", None, *ends),
        ("C", "row", "vanished", "2026-03-10", None, *ends),
    }
    assert set(late(store)) == {
        ("D", "returned_date", "2026-03-20", "2026-04-30", 11, 41),
        ("D", "offered_date", "2026-03-21", "2026-04-30", 10, 40),
        ("E", "interview_date", "2026-03-25", "2026-04-30", 6, 36),
    }


def test_two_assessments_of_carers_begun_on_one_day_are_two(tmp_path: Path) -> None:
    """That of the aunt was moved by a week; that of the grandparent was not."""
    head = "child_id | carer_id | kind      | started\n"
    first = list_kept(
        tmp_path / "march",
        "carer_assessments",
        head + """
        A | aunt        | viability | 2026-03-10
        A | grandparent | viability | 2026-03-10
        B | uncle       | viability | 2026-03-01
        """,
    )  # fmt: skip
    second = list_kept(
        tmp_path / "april",
        "carer_assessments",
        head + """
        A | aunt        | viability | 2026-03-03
        A | grandparent | viability | 2026-03-10
        B | uncle       | viability | 2026-03-01
        """,
    )  # fmt: skip
    store = read_and_compared(tmp_path, (first, MARCH), (second, APRIL))
    ends = ("2026-03-31", "2026-04-30")
    assert changed(store) == [("A", "started", "changed", "2026-03-10", "2026-03-03", *ends)]
    assert late(store) == []


def test_lists_of_two_teams_are_no_two_versions_of_one_list(tmp_path: Path) -> None:
    head = "child_id | discussion_date | police_present\n"
    north = head + "A | 2026-03-02 | true\nB | 2026-03-09 | true\nC | 2026-03-16 | false"
    south = head + "D | 2026-03-03 | true\nE | 2026-03-10 | true\nF | 2026-03-17 | false"
    store = read_and_compared(
        tmp_path,
        (list_kept(tmp_path / "north", "strategy_discussions", north), MARCH),
        (list_kept(tmp_path / "south", "strategy_discussions", south), APRIL),
    )
    assert changed(store) == late(store) == []


def test_what_is_watched_is_in_the_returns_and_has_a_name() -> None:
    for each in WATCHED:
        known = {column.name: column.kind for column in table_named(each.name).fields}
        assert {known[name] for name in each.dates} <= {"date"}
        assert set(each.words) | {each.who} <= known.keys()
        if each.return_name != "ssda903":
            for column in [each.began, *(c.name for c in each.columns if c.is_day)]:
                assert column is not None
                assert "_" not in title_of(each.return_name, each.table, column)
