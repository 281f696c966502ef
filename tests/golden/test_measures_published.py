"""The shares that the department publishes for England, out of the counts it publishes.

A tenth of each published count of children (a group and those of it who count) is made into
children, put through the measure's own expression and printed to the publication's rounding.

What it proves: that a measure counts the children it should of a population of that shape, over
the right denominator, and prints the share that the department prints. What it does not: that our
reading of each child's dates is the department's, for it publishes no children. That is argued in
tests/spec/test_measures_*.py. Published counts are rounded to 10, so a tenth of them is whole. Our
health assessment measure is of the time since the last one, not of the year: here the two agree
because the children are over five and were assessed within the year or never.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sightline.measures import catalogue
from tests.canonical import records
from tests.measures_worked import figure_at

SHARED = Path(os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[2].parent / "shared"))
PUBLISHED = SHARED / "published" / "dfe"
pytestmark = pytest.mark.skipif(not PUBLISHED.is_dir(), reason="published figures are not here")

YEARS = range(2023, 2026)
Rows = list[dict[str, object]]
Population = Callable[[range, range, date], dict[str, Rows]]
STABLE_GROUP = (
    "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years"
)
HEALTH_GROUP = "Health assessments: Children looked after all ages"
SDQ_GROUP = "Ages 5 to 16 years with SDQ score"


@cache
def published(file: str, group: str, line: str, year: int) -> tuple[int, int]:
    """The count of children and the percentage printed for England."""
    with (PUBLISHED / file).open(encoding="utf-8-sig", newline="") as opened:
        for row in csv.DictReader(opened):
            names = {row.get("cla_group"), row.get("characteristic")}
            lines = {row.get("placement_stability"), row.get("breakdown")}
            if (
                row["geographic_level"] == "National"
                and row["time_period"] == str(year)
                and group in names
                and line in lines
            ):
                return int(row["children_count"]), int(row["children_percent"])
    raise LookupError(f"{file} has no {line} of {group} in {year}.")


def spells(
    children: Sequence[int], started: date, ended: date | None = None, **more: object
) -> Rows:
    return [
        {"child_id": str(child), "started": started, "ended": ended, **more} for child in children
    ]


def long_in_care(everyone: range, on: date) -> dict[str, Rows]:
    """Ten years old and five years in care."""
    return {
        "person": [
            {"child_id": str(c), "date_of_birth": on.replace(on.year - 10)} for c in everyone
        ],
        "period_of_care": spells(everyone, on.replace(on.year - 5)),
    }


def settled(everyone: range, counted: range, on: date) -> dict[str, Rows]:
    moved, long_ago = on.replace(day=1), on.replace(on.year - 5)
    others = everyone[len(counted) :]
    same = spells(counted, long_ago, placement_type="U4", carer_since=long_ago)
    first = spells(others, long_ago, moved, placement_type="U6", carer_since=long_ago)
    second = spells(others, moved, placement_type="U6", urn="2", carer_since=moved)
    return {**long_in_care(everyone, on), "placement": [*same, *first, *second]}


def moved_twice(everyone: range, counted: range, on: date) -> dict[str, Rows]:
    began, first, second = on.replace(on.year - 5), on.replace(month=1), on.replace(month=3, day=1)
    moves = [
        *spells(everyone, began, first, placement_type="U6", urn="1", carer_since=began),
        *spells(counted, first, second, placement_type="U6", urn="2", carer_since=first),
        *spells(counted, second, placement_type="K2", urn="3", carer_since=second),
        *spells(everyone[len(counted) :], first, placement_type="K2", urn="3", carer_since=first),
    ]
    return {**long_in_care(everyone, on), "placement": moves}


def checked(kind: str) -> Population:
    def made(everyone: range, counted: range, on: date) -> dict[str, Rows]:
        day = on.replace(month=1)
        checks: Rows = [{"child_id": str(c), "date": day, "kind": kind} for c in counted]
        return {**long_in_care(everyone, on), "health_check": checks}

    return made


def scored(everyone: range, counted: range, on: date) -> dict[str, Rows]:
    outcomes: Rows = [
        {"child_id": str(c), "year_ending": on, "sdq_score": 14 if c in counted else None}
        for c in everyone
    ]
    return {**long_in_care(everyone, on), "outcome_year": outcomes}


STABILITY, HEALTH = "la_cla_placement_stability.csv", "la_conviction_health_outcome_cla.csv"
SHARES = [
    (
        "long_term_stability",
        (STABILITY, STABLE_GROUP, "Living with the same carer for at least 2 years"),
        "Total children",
        settled,
    ),
    (
        "three_or_more_placements",
        (STABILITY, "CLA on 31 March", "With 3 or more placements during the year"),
        "Total children",
        moved_twice,
    ),
    (
        "health_assessments_in_timescale",
        (HEALTH, HEALTH_GROUP, "Had their annual health assessment"),
        "Total all ages",
        checked("health_assessment"),
    ),
    (
        "dental_checks",
        (HEALTH, HEALTH_GROUP, "Had their teeth checked by a dentist"),
        "Total all ages",
        checked("dental_check"),
    ),
    (
        "sdq_received",
        (HEALTH, SDQ_GROUP, "SDQ score was received"),
        "Total ages 5 to 16 years",
        scored,
    ),
]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(
    ("measure", "line", "total", "made"), SHARES, ids=[share[0] for share in SHARES]
)
def test_england(
    measure: str, line: tuple[str, str, str], total: str, made: Population, year: int
) -> None:
    count, percent = published(*line, year)
    of, _ = published(line[0], line[1], total, year)
    everyone, on = range(of // 10), date(year, 3, 31)
    tables = made(everyone, everyone[: count // 10], on)
    found = records(date(year - 4, 4, 1), on, **tables)
    figure = figure_at(found, catalogue()[measure], on)
    found.connection.disconnect()
    assert (figure.numerator, figure.denominator) == (count // 10, of // 10)
    assert f"{figure.value:.0%}" == f"{percent}%"


ENGLANDS = [
    (catalogue()[name].target, line)
    for name, line, _, _ in SHARES
    if (target := catalogue()[name].target) and target.set_by == "England, 31 March 2025"
]


def test_targets_said_to_be_englands_are() -> None:
    assert len(ENGLANDS) == 4
    for target, line in ENGLANDS:
        assert target is not None
        assert f"{target.value:.0%}" == f"{published(*line, 2025)[1]}%"
