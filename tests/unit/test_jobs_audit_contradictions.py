"""What auditors found of visits, beside what the figure says of them.

Sixty children, of whom 54 were visited in time at the end of January 2026; forty audits of the year
before looked for visits, and twelve found them.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from scipy.stats import fisher_exact

from sightline.insight.scrutiny import Candidate, Kind
from sightline.jobs import looked_at as job
from sightline.measures import catalogue
from sightline.records import Records
from tests.canonical import records
from tests.kept_rows import keep

VISITS = "visits_in_timescale"
TODAY = date(2026, 1, 31)
CHILDREN, VISITED = 60, 54


def audits(met: int, of: int, first: date, standard: str = "visits") -> list[str]:
    """So many rows of the list, a day after another, of which the first so many were met."""
    return [
        f"C{number} | {first + timedelta(days=number)} | {standard} | {str(number < met).lower()}"
        for number in range(of)
    ]


def looked(*rows: str) -> list[Candidate]:
    """What is looked at of audits, once those rows are loaded."""
    table = "\n".join(("child_id | date | standard | met", *rows))
    found: Records = records(TODAY, TODAY, audit_standard=table)
    visited = [
        (VISITS, f"C{child}", TODAY, float(child < VISITED), "North") for child in range(CHILDREN)
    ]
    keep(found, visited)
    job.keep_looked_at(found, catalogue())
    seen = [each.candidate for each in job.looked_at_in(found)]
    return [each for each in seen if each.kind is Kind.CONTRADICTION]


def test_audits_that_find_less_than_the_figure_says() -> None:
    [said] = looked(*audits(12, 40, date(2025, 3, 1)))
    assert said.id == f"{VISITS}/audits"
    assert said.what == "Visits in time: audits find 30%, the figure says 90%"
    assert said.evidence == "12 of 40 audited, 54 of 60 recorded"
    assert said.children == 36  # the 60 points between them, of sixty children
    expected = fisher_exact([[12, 28], [54, 6]]).pvalue
    assert said.p_value == pytest.approx(expected, rel=1e-6)


def test_only_the_audits_of_the_year_count() -> None:
    """1 February 2025 is 364 days before, and 31 January 2025 a whole year."""
    within = audits(12, 40, date(2025, 2, 1))
    before = audits(0, 1, date(2025, 1, 31))
    after = audits(0, 1, date(2026, 2, 1))
    [said] = looked(*within, *(row.replace("C0", "C50") for row in (*before, *after)))
    assert said.evidence.startswith("12 of 40 audited")


def test_what_no_figure_tells_of_and_what_too_few_audits_looked_for_is_left_out() -> None:
    assert looked(*audits(12, 40, date(2025, 3, 1), "care plan")) == []
    assert looked(*audits(1, 4, date(2025, 3, 1))) == []
