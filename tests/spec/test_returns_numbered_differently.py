"""Two returns that call children by different numbers are not held against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sightline.returns import Part, cross_check
from sightline.returns.schemas import table_named
from tests.check_examples import frame

MARCH = date(2025, 3, 31)
APRIL = date(2025, 4, 5)
BORN = [date(2010, 1, 1) + timedelta(days=100 * n) for n in range(40)]
CAME = "2024-06-01"


def numbers(first: int, how_many: int) -> list[str]:
    return [str(first + n) for n in range(how_many)]


def part(name: str, day: date, file: str, rows: list[dict[str, str]]) -> Part:
    return_name, _, table = name.partition(".")
    return Part(return_name, day, table, (file,), frame(table_named(name), rows).lazy())


def ssda903(children: Sequence[str], born: Sequence[date] = BORN) -> list[Part]:
    """A 903 of children who are all still in care."""
    header = [{"CHILD": c, "DOB": b.isoformat()} for c, b in zip(children, born, strict=False)]
    episodes = [{"CHILD": child, "DECOM": CAME} for child in children]
    return [
        part("ssda903.header", MARCH, "header.csv", header),
        part("ssda903.episodes", MARCH, "episodes.csv", episodes),
    ]


def annex_a(children: Sequence[str], born: Sequence[date] = BORN) -> list[Part]:
    """An Annex A whose list 8 has children who are all still in care."""
    rows = [
        {"child_id": child, "date_of_birth": day.isoformat(), "care_started": CAME}
        for child, day in zip(children, born, strict=False)
    ]
    return [part("annex_a.list_8", APRIL, "annex-a.xlsx", rows)]


def found(parts: Iterable[Part]) -> list[dict[str, Any]]:
    return list(cross_check(list(parts)).to_pylist())


def rules(issues: Iterable[dict[str, Any]]) -> Counter[str]:
    return Counter(issue["rule"] for issue in issues)


def test_one_issue_says_so_and_the_checks_say_that_they_were_not_run() -> None:
    """The 903 has 25 children, Annex A 30, and no number is in both: not 55 missing children."""
    issues = found([*ssda903(numbers(500001, 25)), *annex_a(numbers(900001, 30))])

    assert set(rules(issues)) == {"numbered_differently", "check_not_run"}
    [loud] = [issue for issue in issues if issue["rule"] == "numbered_differently"]
    assert loud["severity"] == "error"
    assert "The SSDA903 of 31/03/2025 names 25 children" in loud["message"]
    assert "Annex A of 05/04/2025 names 30: 0 of them are in both" in loud["message"]
    skipped = {issue["value"] for issue in issues if issue["rule"] == "check_not_run"}
    assert {"in_903_not_in_annex_a", "in_annex_a_not_in_903", "birth_not_as_in_903"} <= skipped
    assert {issue["severity"] for issue in issues} == {"error"}
    assert all(issue["path"] in ("episodes.csv", "annex-a.xlsx") for issue in issues)


def test_a_number_in_use_for_other_children_makes_nobody_the_same() -> None:
    """Both systems count from 500001. Of 40 births drawn at random one or two come near by chance,
    as here: the first is 30 days later, the others 45."""
    others = [BORN[0] + timedelta(days=30), *(born + timedelta(days=45) for born in BORN[1:])]
    issues = found([*ssda903(numbers(500001, 40)), *annex_a(numbers(500001, 40), others)])

    assert set(rules(issues)) == {"numbered_differently", "check_not_run"}


def test_births_that_differ_by_a_slip_are_of_one_child() -> None:
    slipped = [born + timedelta(days=9) for born in BORN]
    issues = found([*ssda903(numbers(500001, 25)), *annex_a(numbers(500001, 25), slipped)])

    assert rules(issues) == {"birth_not_as_in_903": 25}


def test_one_child_in_twenty_in_both_is_enough_to_run_the_checks() -> None:
    """Twenty children in each, one of them the same."""
    issues = found(
        [*ssda903(numbers(500001, 20)), *annex_a([*numbers(500001, 1), *numbers(900001, 19)])]
    )

    how_many = rules(issues)
    assert how_many["in_903_not_in_annex_a"] == 19
    assert how_many["in_annex_a_not_in_903"] == 19
    assert "check_not_run" not in how_many


def test_of_fewer_than_twenty_children_nothing_is_concluded() -> None:
    issues = found([*ssda903(numbers(500001, 19)), *annex_a(numbers(900001, 40))])

    how_many = rules(issues)
    assert how_many["in_903_not_in_annex_a"] == 19
    assert how_many["in_annex_a_not_in_903"] == 40
    assert "numbered_differently" not in how_many


def test_lists_of_one_workbook_are_still_held_against_each_other() -> None:
    """Only what compares the two returns is not run: list 10's children must be in list 8."""
    rows = [{"child_id": child, "adoption_decision": CAME} for child in numbers(910001, 2)]
    list_10 = part("annex_a.list_10", APRIL, "annex-a.xlsx", rows)
    issues = found([*ssda903(numbers(500001, 25)), *annex_a(numbers(900001, 30)), list_10])

    assert rules(issues)["for_adoption_not_in_care"] == 2


def test_each_year_is_judged_by_itself() -> None:
    """The system changed: this year's returns agree; last year's did not."""
    ours, theirs = numbers(500001, 25), numbers(900001, 25)
    before = [
        each._replace(period=each.period and each.period.replace(year=2024))
        for each in (*ssda903(ours), *annex_a(theirs))
    ]
    issues = found([*before, *ssda903(ours), *annex_a(ours)])

    loud = [issue for issue in issues if issue["rule"] == "numbered_differently"]
    assert [issue["period"].year for issue in loud] == [2024]
    assert {i["period"].year for i in issues if i["rule"] == "check_not_run"} == {2024}


def enquired(first: int, day: str) -> Part:
    """A census in which 25 children, numbered from `first`, had an enquiry from one day."""
    rows = [{"LAchildID": c, "S47ActualStartDate": day} for c in numbers(first, 25)]
    return part("cin_census.section47", MARCH, "census.xml", rows)


def discussed(children: Sequence[str], day: str) -> Part:
    """The list of strategy discussions, begun with these children's on one day."""
    rows = [{"child_id": child, "discussion_date": day} for child in children]
    return part("templates.strategy_discussions", APRIL, "strategy.csv", rows)


def test_a_list_begun_later_numbers_nobody_differently() -> None:
    """The list was begun on 3 March: it cannot have the children of the enquiries of January."""
    issues = found([enquired(500001, "2025-01-15"), discussed(numbers(700001, 25), "2025-03-03")])

    assert rules(issues) == {}


def test_a_list_that_should_have_the_children_and_has_others_numbers_differently() -> None:
    """The same list and enquiries after it was begun: all 25 should be in it, and none is."""
    issues = found([enquired(500001, "2025-03-10"), discussed(numbers(700001, 25), "2025-03-03")])

    assert set(rules(issues)) == {"numbered_differently", "check_not_run"}
    [loud] = [issue for issue in issues if issue["rule"] == "numbered_differently"]
    assert "names 25 children to be looked for in the other and the template" in loud["message"]
