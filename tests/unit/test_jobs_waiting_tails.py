"""Who waits too long now, beside a year before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sightline.insight.scrutiny import Candidate, Kind
from sightline.jobs.waiting_tails import waiting_tails
from sightline.records import Records
from tests.canonical import records

NOW = date(2026, 3, 31)
THEN = date(2025, 3, 31)


def care(children: Iterable[tuple[str, date, date | None]], since: date) -> Records:
    lines = [f"{name} | {began} | {ended or '-'} | E4A | false" for name, began, ended in children]
    heads = "child_id | started | ended | reason_ceased | end_unknown"
    return records(since, NOW, period_of_care="\n".join([heads, *lines]))


def waits(before: int, now: int) -> list[tuple[str, date, date | None]]:
    """Sixty wait at each day. So many of those of THEN, and of NOW, for over two years.

    All who waited at THEN were home a month later.
    """
    home, long, short = THEN + timedelta(days=30), timedelta(days=731), timedelta(days=729)
    at_then = [(f"B{n}", THEN - (long if n < before else short), home) for n in range(60)]
    at_now = [(f"N{n}", NOW - (long if n < now else timedelta(days=100)), None) for n in range(60)]
    return [*at_then, *at_now]


def seen(before: int, now: int, since: date = date(2020, 4, 1)) -> list[Candidate]:
    return list(waiting_tails(care(waits(before, now), since)))


def test_more_who_wait_too_long_are_found_with_their_number() -> None:
    """Of the sixty of NOW, thirty came over two years ago, and so waited at THEN for under two."""
    [tail] = seen(before=6, now=30)
    assert (tail.id, tail.kind) == ("waits/permanence", Kind.WAITING_TAIL)
    assert tail.evidence == "30 of 60 too long now, 6 of 90 before"
    assert tail.children == 26  # 30/60 less 6/90 of sixty
    assert tail.p_value is not None
    assert tail.p_value < 1e-6


def test_fewer_show_nothing() -> None:
    [tail] = seen(before=40, now=6)
    assert tail.p_value == 1


def test_records_that_do_not_reach_back_a_year_say_nothing() -> None:
    assert seen(6, 30, since=date(2025, 6, 1)) == []


def test_of_nine_who_wait_nothing_is_said() -> None:
    few = [(f"N{n}", NOW - timedelta(days=800), None) for n in range(9)]
    assert list(waiting_tails(care(few, date(2020, 4, 1)))) == []
