"""How much one month resembles the next, counted by hand for four children over nine months."""

from __future__ import annotations

from datetime import date

from sightline.insight.scrutiny import Stayers
from sightline.measures import catalogue
from sightline.measures.stayers import stayers
from tests.canonical import records
from tests.kept_rows import keep

MONTH_ENDS = [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)]
LATER = [date(2026, month, 28) for month in range(4, 10)]
MEASURE = "reviews_in_timescale"


def test_those_who_stay_are_told_from_newcomers_and_the_newest_half_year_is_left_out() -> None:
    """A is met in all three months; B in the first alone; C comes in March; D is away in February.

    January to February: A both, B the first alone. February to March: A both, B neither; C new;
    D new, since she was not there the month before. April to September are the six newest months.
    """
    answers = {
        "A": {0: 1.0, 1: 1.0, 2: 1.0},
        "B": {0: 1.0, 1: 0.0, 2: 0.0},
        "C": {2: 1.0},
        "D": {0: 0.0, 2: 1.0},
    }
    early = [
        (child, MONTH_ENDS[month], up)
        for child, months in answers.items()
        for month, up in months.items()
    ]
    late = [("A", day, 0.0) for day in LATER]
    found = records(MONTH_ENDS[0], LATER[-1])
    keep(found, [(MEASURE, child, day, up, None) for child, day, up in [*early, *late]])
    assert stayers(found, catalogue()) == {MEASURE: Stayers(2, 1, 0, 1, newcomers=2)}
