"""What is looked at for the areas for scrutiny, on figures in which we know what was done.

Sixty children in two teams over thirty month-ends. Reviews held in time stay at 90% and fall to 60%
in the last six; visits held in time stay at 90% throughout, but in the last month North holds half.
"""

from __future__ import annotations

from datetime import date, timedelta

import ibis
import pytest

from sightline.insight.scrutiny import Candidate, Kind, areas_for_scrutiny
from sightline.jobs import looked_at as job
from sightline.measures import catalogue
from sightline.measures.rows import ROWS
from sightline.records import Records
from tests.canonical import records
from tests.kept_rows import Row, keep

REVIEWS, VISITS, DESCRIBES = "reviews_in_timescale", "visits_in_timescale", "children_in_care"
CHILDREN = 60


def month_end(number: int) -> date:
    """The last day of a month; 0 is January 2024."""
    year, month = divmod(2024 * 12 + number + 1, 12)
    return date(year, month + 1, 1) - timedelta(days=1)


MONTHS = [month_end(number) for number in range(30)]


def rows(measure: str, month: int, met: int) -> list[Row]:
    """So many of the children met, another set of them each month; half are North's."""
    return [
        (
            measure,
            f"C{child}",
            MONTHS[month],
            1.0 if (child + 7 * month) % CHILDREN < met else 0.0,
            "North" if child % 2 else "South",
        )
        for child in range(CHILDREN)
    ]


def north_fails(month: int) -> list[Row]:
    """All of South's thirty, and fifteen of North's."""
    made = rows(VISITS, month, CHILDREN)
    north = [row for row in made if row[4] == "North"]
    return [(*row[:3], 0.0 if row in north[:15] else 1.0, row[4]) for row in made]


@pytest.fixture(scope="module")
def figures() -> Records:
    """The figures of the first lines, looked at."""
    found = records(MONTHS[0], MONTHS[-1])
    kept = [
        *(row for month in range(30) for row in rows(REVIEWS, month, 54 if month < 24 else 36)),
        *(row for month in range(29) for row in rows(VISITS, month, 54)),
        *north_fails(29),
        *(row for month in range(30) for row in rows(DESCRIBES, month, CHILDREN)),
    ]
    keep(found, kept)
    job.keep_looked_at(found, catalogue())
    return found


def seen(figures: Records, name: str) -> Candidate:
    """The one thing of that name."""
    [found] = [each for each in job.looked_at_in(figures) if each.candidate.id == name]
    return found.candidate


def test_what_was_done_to_the_figures_stands_out_and_nothing_else(figures: Records) -> None:
    looked = job.looked_at_in(figures)
    listed = areas_for_scrutiny([each.candidate for each in looked]).areas
    assert {(area.candidate.id, area.candidate.kind) for area in listed} == {
        (f"{REVIEWS}/over-time", Kind.DETERIORATION),
        (f"{VISITS}/team/North", Kind.SUBGROUP_GAP),
    }


def test_how_far_it_fell_and_how_many_children_that_is(figures: Records) -> None:
    """From 90% to 60% of sixty: eighteen children a month."""
    [fell] = [
        each for each in job.looked_at_in(figures) if each.candidate.id == f"{REVIEWS}/over-time"
    ]
    assert fell.candidate.children == 18
    assert "60% in the last" in fell.candidate.evidence
    assert "90% before" in fell.candidate.evidence


def test_what_only_describes_is_not_judged_but_for_what_is_missing(figures: Records) -> None:
    looked = [each for each in job.looked_at_in(figures) if each.measure_id == DESCRIBES]
    assert [each.candidate.kind for each in looked] == [Kind.DATA_CLIFF]


def test_a_group_that_fares_better_is_looked_at_but_shows_nothing(figures: Records) -> None:
    south = [
        each for each in job.looked_at_in(figures) if each.candidate.id == f"{VISITS}/team/South"
    ]
    assert [each.candidate.p_value for each in south] == [1.0]


def test_what_is_missing_is_found_where_it_makes_a_figure_useless() -> None:
    """Of sixty children none was without an answer in December 2024; a year later half are."""
    found = records(MONTHS[0], MONTHS[23])
    keep(found, [row for month in range(24) for row in rows(REVIEWS, month, 54)])
    kept = found.connection.table(ROWS)
    lost = (kept.as_at == ibis.literal(MONTHS[23])) & (kept.team == "North")
    without = kept.mutate(
        up=lost.ifelse(ibis.null(), kept.up),
        down=lost.ifelse(0.0, kept.down),
        known=~lost,
    )
    found.connection.create_table(ROWS, without.to_pyarrow(), overwrite=True)
    job.keep_looked_at(found, catalogue())
    looked = job.looked_at_in(found)
    assert {each.candidate.kind for each in looked} == {Kind.DATA_CLIFF}, "it may not be judged"
    [cliff] = [each.candidate for each in looked]
    assert cliff.evidence == "30 of 60 missing now, 0 of 60 before"
    assert cliff.children == 30
    assert cliff.p_value is not None
    assert cliff.p_value < 1e-9
