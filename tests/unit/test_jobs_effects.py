"""Whether a measure moved since something began: worked series, by eye."""

from datetime import date

import pytest

from sightline.jobs.effects import Moved, movement
from tests.unit.test_jobs_claims import LEVEL, figures

BEGUN, UNTIL = date(2026, 1, 15), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("after", "moved"),
    [
        ((0.93, 0.94, 0.95), Moved.BETTER),
        ((0.66, 0.65, 0.64), Moved.WORSE),
        ((0.80, 0.79, 0.81), Moved.NOT),
        ((0.93, 0.94), Moved.TOO_SOON),
        ((0.93, 0.94, 0.95, 0.80, 0.79, 0.81), Moved.NOT),
    ],
)
def test_the_last_three_months_are_set_against_the_stretch_before(
    after: tuple[float, ...], moved: Moved
) -> None:
    assert movement(figures((*LEVEL, *after)), BEGUN, UNTIL).moved is moved


def test_one_bad_month_before_it_began_makes_no_improvement() -> None:
    """What is worse than usual is followed by what is usual, whatever anybody does."""
    dipped = (*LEVEL[:-1], 0.55)
    assert movement(figures((*dipped, 0.80, 0.79, 0.81)), BEGUN, UNTIL).moved is Moved.NOT


def test_too_little_before_it_began_cannot_tell() -> None:
    told = movement(figures((*LEVEL[:5], 0.95, 0.95, 0.96)), date(2025, 6, 1), UNTIL)
    assert told.moved is Moved.CANNOT_TELL
    assert movement(None, BEGUN, UNTIL).moved is Moved.CANNOT_TELL


def test_the_sentence_holds_the_figures_and_the_short_one_does_not() -> None:
    told = movement(figures((*LEVEL, 0.93, 0.94, 0.95)), BEGUN, UNTIL)
    assert "80% before, 94% now" in told.sentence
    assert "%" not in told.short
