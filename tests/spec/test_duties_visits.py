"""How often a child in care must be visited (CP regs 2010, reg 28), by example.

Each table: what has happened, and by when the next visit is due. Dates are day/month/year. The due
dates were counted by hand on a calendar.
"""

from datetime import date

import pytest

from sightline.duties.visit_rules import VISIT_RULES, VisitRegime
from sightline.duties.visits import VisitCircumstances, next_visit_due, regime, visits_missed
from tests.duties_tables import day, days, rows


def due(circumstances: VisitCircumstances, visits: str, as_at: str) -> tuple[date, str]:
    found = next_visit_due(circumstances, days(visits), day(as_at))
    assert found is not None
    return found.date, found.rule.citation.text.rpartition("reg ")[2]


ORDINARY = """
visits                | as at      | next due   | under
-                     | 03/03/2025 | 10/03/2025 | 28(2)(a)–(b)
03/03/2025            | 04/03/2025 | 14/04/2025 | 28(2)(a)–(b)
10/03/2025            | 11/03/2025 | 21/04/2025 | 28(2)(a)–(b)
10/03/2025 21/04/2025 | 30/04/2025 | 02/06/2025 | 28(2)(a)–(b)
10/03/2025            | 30/06/2025 | 21/04/2025 | 28(2)(a)–(b)
02/03/2026            | 03/03/2026 | 13/04/2026 | 28(2)(c)(ii)
01/03/2025            | 03/03/2025 | 10/03/2025 | 28(2)(a)–(b)
"""


@pytest.mark.parametrize("row", rows(ORDINARY))
def test_any_placement_within_a_week_then_every_six_weeks(row: tuple[str, ...]) -> None:
    visits, as_at, expected, under = row
    placed = VisitCircumstances(placement_started=day("03/03/2025"))
    assert due(placed, visits, as_at) == (day(expected), under)


TO_EIGHTEEN = """
visits     | as at      | next due   | under
-          | 03/03/2025 | 10/03/2025 | 28(2)(a)–(b)
10/03/2025 | 11/03/2025 | 21/04/2025 | 28(2)(a)–(b)
18/01/2026 | 20/01/2026 | 01/03/2026 | 28(2)(a)–(b)
19/01/2026 | 20/01/2026 | 02/03/2026 | 28(2)(a)–(b)
20/01/2026 | 20/01/2026 | 20/04/2026 | 28(2)(c)(i)
01/07/2026 | 02/07/2026 | 01/10/2026 | 28(2)(c)(i)
30/11/2026 | 01/12/2026 | 28/02/2027 | 28(2)(c)(i)
30/11/2027 | 01/12/2027 | 29/02/2028 | 28(2)(c)(i)
"""


@pytest.mark.parametrize("row", rows(TO_EIGHTEEN))
def test_a_placement_meant_to_last_to_18_every_three_months_after_its_first_year(
    row: tuple[str, ...],
) -> None:
    """The first year of a placement that began on 03/03/2025 ends on 02/03/2026."""
    visits, as_at, expected, under = row
    placed = VisitCircumstances(placement_started=day("03/03/2025"), intended_to_eighteen=True)
    assert due(placed, visits, as_at) == (day(expected), under)


LONG_TERM = """
placed     | matched    | agrees | visits     | as at      | next due
01/06/2017 | 01/12/2017 | yes    | 01/07/2018 | 02/07/2018 | 01/01/2019
01/06/2017 | 01/12/2017 | no     | 01/07/2018 | 02/07/2018 | 01/10/2018
01/06/2017 | 01/12/2017 | yes    | 02/01/2018 | 03/01/2018 | 13/02/2018
01/06/2017 | 01/09/2018 | yes    | 20/05/2018 | 21/05/2018 | 20/08/2018
01/06/2013 | 01/12/2013 | yes    | 01/07/2014 | 02/07/2014 | 01/10/2014
01/06/2013 | 01/12/2013 | yes    | 01/05/2015 | 02/05/2015 | 01/11/2015
"""


@pytest.mark.parametrize("row", rows(LONG_TERM))
def test_long_term_fostering_every_six_months_after_a_year_if_the_child_agrees(
    row: tuple[str, ...],
) -> None:
    """Reg 28(3A), in force from 01/04/2015: before that, three months."""
    placed, matched, agrees, visits, as_at, expected = row
    settled = VisitCircumstances(
        placement_started=day(placed),
        intended_to_eighteen=True,
        long_term_match=day(matched),
        child_agrees_fewer_visits=agrees == "yes",
    )
    assert due(settled, visits, as_at)[0] == day(expected)


WATCHED_WEEKLY = """
circumstances       | review     | visits                | as at      | next due   | under
before assessment   | -          | -                     | 02/06/2025 | 09/06/2025 | 28(3)(a)
before assessment   | -          | 09/06/2025            | 10/06/2025 | 16/06/2025 | 28(3)(a)
before assessment   | 27/06/2025 | 23/06/2025            | 24/06/2025 | 30/06/2025 | 28(3)(a)
before assessment   | 27/06/2025 | 23/06/2025            | 28/06/2025 | 04/08/2025 | 28(3)(b)
temporary approval  | -          | 09/06/2025            | 10/06/2025 | 16/06/2025 | 28(4)(a)
temporary approval  | 27/06/2025 | 23/06/2025            | 28/06/2025 | 21/07/2025 | 28(4)(b)
interim order, home | -          | 09/06/2025 16/06/2025 | 17/06/2025 | 23/06/2025 | 28(4)(a)
interim order, home | 27/06/2025 | 23/06/2025 28/06/2025 | 30/06/2025 | 26/07/2025 | 28(4)(b)
interim order, home | 20/05/2025 | 09/06/2025            | 10/06/2025 | 16/06/2025 | 28(4)(a)
"""


@pytest.mark.parametrize("row", rows(WATCHED_WEEKLY))
def test_arrangements_not_yet_assessed_are_visited_weekly_until_the_first_review(
    row: tuple[str, ...],
) -> None:
    """Placed on 02/06/2025. A review held before the placement does not end the weekly visits."""
    name, review, visits, as_at, expected, under = row
    arrangement = VisitCircumstances(
        placement_started=day("02/06/2025"),
        before_assessment=name == "before assessment",
        temporary_approval=name == "temporary approval",
        with_parents=name != "temporary approval",
        order="C1" if name == "interim order, home" else None,
        first_review_held=None if review == "-" else day(review),
    )
    assert due(arrangement, visits, as_at) == (day(expected), under)


AT_HOME_ON_A_CARE_ORDER = """
home since | order made | visits                | as at      | next due
02/06/2025 | 01/09/2025 | 25/08/2025            | 02/09/2025 | 08/09/2025
02/06/2025 | 01/09/2025 | 25/08/2025 05/09/2025 | 06/09/2025 | 17/10/2025
02/06/2025 | 01/09/2025 | 25/08/2025            | 31/08/2025 | 06/10/2025
01/10/2025 | 01/09/2025 | -                     | 01/10/2025 | 08/10/2025
01/10/2025 | 01/09/2025 | 08/10/2025            | 09/10/2025 | 19/11/2025
"""


@pytest.mark.parametrize("row", rows(AT_HOME_ON_A_CARE_ORDER))
def test_at_home_on_a_care_order_within_a_week_of_the_order_then_every_six_weeks(
    row: tuple[str, ...],
) -> None:
    """Reg 28(5). An order not yet made is not known; after the move home the week runs from it."""
    home, ordered, visits, as_at, expected = row
    at_home = VisitCircumstances(
        placement_started=day(home), with_parents=True, order="C2", order_started=day(ordered)
    )
    assert due(at_home, visits, as_at)[0] == day(expected)


def test_where_two_paragraphs_fit_the_stricter_governs() -> None:
    started, today = day("02/06/2025"), day("03/06/2025")
    common = {"placement_started": started, "with_parents": True, "before_assessment": True}
    cases = {
        "C1": VisitRegime.INTERIM_ORDER_WITH_PARENTS,
        "C2": VisitRegime.PARENTS_BEFORE_ASSESSMENT,
    }
    for order, expected in cases.items():
        assert regime(VisitCircumstances(**common, order=order), today) is expected  # type: ignore[arg-type]


MISSED = """
visits                           | until      | missed
10/03/2025 21/04/2025            | 30/04/2025 | -
12/03/2025                       | 30/03/2025 | 10/03/2025
-                                | 10/03/2025 | -
-                                | 11/03/2025 | 10/03/2025
10/03/2025 20/05/2025            | 30/05/2025 | 21/04/2025
10/03/2025                       | 14/07/2025 | 21/04/2025 02/06/2025
10/03/2025                       | 15/07/2025 | 21/04/2025 02/06/2025 14/07/2025
"""


@pytest.mark.parametrize("row", rows(MISSED))
def test_a_missed_visit_counts_once_for_each_that_should_have_filled_the_gap(
    row: tuple[str, ...],
) -> None:
    """Placed on 03/03/2025; a visit due today is not yet missed."""
    visits, until, expected = row
    placed = VisitCircumstances(placement_started=day("03/03/2025"))
    missed = visits_missed(placed, days(visits), day(until))
    assert [due.date for due in missed] == days(expected)


def test_nothing_is_due_once_the_placement_has_ended() -> None:
    ended = VisitCircumstances(day("03/03/2025"), placement_ended=day("01/04/2025"))
    assert next_visit_due(ended, [], day("01/04/2025")) is None
    assert [d.date for d in visits_missed(ended, [], day("01/12/2025"))] == [day("10/03/2025")]


def test_a_visit_due_in_the_relaxed_months_of_2020_says_so() -> None:
    placed = VisitCircumstances(placement_started=day("03/03/2020"))
    in_april = next_visit_due(placed, days("13/03/2020"), day("14/03/2020"))
    assert in_april is not None
    assert in_april.date == day("24/04/2020")
    assert in_april.relaxed is not None
    the_day_before = next_visit_due(placed, days("12/03/2020"), day("14/03/2020"))
    assert the_day_before is not None
    assert the_day_before.date == day("23/04/2020")
    assert the_day_before.relaxed is None


def test_every_regime_has_a_rule_and_every_unread_interval_says_it_is_unverified() -> None:
    assert {rule.regime for rule in VISIT_RULES} == set(VisitRegime)
    unverified = {rule.regime for rule in VISIT_RULES if not rule.citation.verified}
    assert unverified == {
        VisitRegime.LONG_TERM_FOSTERING,
        VisitRegime.ELSEWHERE,
        VisitRegime.SHORT_BREAKS,
    }
    assert all(r.citation.note for r in VISIT_RULES if not r.citation.verified)
