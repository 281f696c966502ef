"""How long children wait: cohorts, routes and those who wait still."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from sightline.jobs import waits
from sightline.jobs.waits import MONTH, Waits
from sightline.records import Records
from tests.canonical import records

NOWHERE = Path("nowhere")


def opened_over(monkeypatch: pytest.MonkeyPatch, held: Records) -> None:
    @contextmanager
    def opened(data: Path) -> Iterator[Records]:
        yield held

    monkeypatch.setattr(waits, "opened", opened)


def of_four(monkeypatch: pytest.MonkeyPatch) -> Waits:
    """Four came on one day: adopted after 100 days, home after 200, two wait still."""
    held = records(
        date(2025, 4, 1),
        date(2026, 3, 31),
        period_of_care="""
        child_id | started    | ended      | reason_ceased | end_unknown
        Ada      | 2025-04-10 | 2025-07-19 | E11           | false
        Ben      | 2025-04-10 | 2025-10-27 | E4A           | false
        Cai      | 2025-04-10 | -          | -             | false
        Dot      | 2025-04-10 | -          | -             | false
        Old      | 2024-01-01 | -          | -             | false
        """,
    )
    opened_over(monkeypatch, held)
    found = waits.for_permanence(NOWHERE)
    assert found is not None
    return found


def test_routes_and_those_who_wait_still_make_one(monkeypatch: pytest.MonkeyPatch) -> None:
    (year,) = of_four(monkeypatch).years
    assert (year.year_ending, year.children) == (2026, 4)
    assert year.share_by("Adopted", 150 / MONTH) == pytest.approx(0.25)
    assert year.share_by("Went home as planned", 150 / MONTH) == 0
    assert year.share_by("Went home as planned", 250 / MONTH) == pytest.approx(0.25)
    assert year.still_by(250 / MONTH) == pytest.approx(0.5)
    assert year.share_by("Matched for long-term fostering", 250 / MONTH) == 0


def test_who_came_before_the_records_is_in_no_year_but_in_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = of_four(monkeypatch)
    assert found.every.children == 5
    assert [each.year_ending for each in found.years] == [2026]
    assert found.every.watched_at(100 / MONTH) == 4  # not yet the one who came long before
    assert found.every.watched_at(500 / MONTH) == 1


def test_those_waiting_today_by_how_long_they_have(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cai and Dot came 355 days ago, Old 820."""
    assert of_four(monkeypatch).so_far == (0, 2, 0, 1, 0)


def test_no_wait_at_all_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    opened_over(monkeypatch, records(date(2025, 4, 1), date(2026, 3, 31)))
    assert waits.for_permanence(NOWHERE) is None
    assert waits.for_first_help(NOWHERE) is None
    assert waits.for_ehc_plan(NOWHERE) is None


def test_requests_for_a_plan_by_weeks_waited_and_the_flow_of_a_year(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Today is 31 March 2026. Dot has waited 41 days, Eve 42, Fay 140 and Gus 455: 65 weeks.

    In the year came all but Gus and Hal; ended have Ada, Ben and Hal, but not Ida, long before.
    """
    held = records(
        date(2023, 4, 1),
        date(2026, 3, 31),
        ehc_request="""
        child_id | date       | decided    | agreed_to_assess | plan_issued | exception
        Ada      | 2025-06-01 | 2025-07-01 | true             | 2025-10-19  | false
        Ben      | 2025-06-01 | 2025-07-13 | false            | -           | false
        Dot      | 2026-02-18 | -          | -                | -           | -
        Eve      | 2026-02-17 | -          | -                | -           | -
        Fay      | 2025-11-11 | 2025-12-01 | true             | -           | false
        Gus      | 2024-12-31 | 2025-01-31 | true             | -           | false
        Hal      | 2024-12-31 | 2025-01-31 | true             | 2025-09-01  | false
        Ida      | 2023-12-31 | 2024-01-31 | true             | 2024-09-01  | false
        """,
    )
    opened_over(monkeypatch, held)
    found = waits.for_ehc_plan(NOWHERE)
    assert found is not None
    assert found.so_far == (1, 1, 0, 1, 0, 1)
    assert found.flow is not None
    assert (found.flow.open, found.flow.came, found.flow.ended) == (4, 5, 3)
    assert found.flow.months == pytest.approx(12, abs=0.01)


def test_of_a_list_begun_lately_the_flow_is_since_its_first_request(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = records(
        date(2023, 4, 1),
        date(2026, 3, 31),
        ehc_request="""
        child_id | date       | decided    | agreed_to_assess | plan_issued | exception
        Ada      | 2026-01-01 | 2026-02-01 | false            | -           | false
        Ben      | 2026-02-01 | -          | -                | -           | -
        """,
    )
    opened_over(monkeypatch, held)
    found = waits.for_ehc_plan(NOWHERE)
    assert found is not None
    assert found.flow is not None
    assert (found.flow.open, found.flow.came, found.flow.ended) == (1, 2, 1)
    assert found.flow.months == pytest.approx(90 / MONTH)  # both days count
