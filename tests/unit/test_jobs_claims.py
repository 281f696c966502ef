"""Whether a measure bears a claim out: worked series, by eye."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from sightline.insight.wording import Polarity
from sightline.jobs.claims import Borne, borne_out, worsened_among, worsened_of_late
from sightline.measures import Figure, MeasureFigures, catalogue
from sightline.measures.language import Kind, When

LEVEL = (0.80, 0.79, 0.81, 0.80, 0.78, 0.80, 0.81, 0.79, 0.80, 0.82, 0.79, 0.80)
UNTIL = date(2026, 12, 31)


def figures(
    values: Sequence[float], polarity: Polarity = Polarity.HIGH, known: float = 1.0
) -> MeasureFigures:
    """A monthly share of 200 children from January 2025."""
    measure = replace(
        next(m for m in catalogue().values() if m.kind is Kind.SHARE),
        polarity=polarity,
        when=When.MONTHLY,
        spans_months=1,
        enough_known=0.9,
    )
    series = []
    for place, value in enumerate(values):
        year, month = 2025 + place // 12, place % 12 + 1
        day = date(year, month, monthrange(year, month)[1])
        of = 200
        series.append(Figure(day, round(value * of), of, value, None, None, known, 0.9))
    return MeasureFigures(measure, tuple(series))


def test_a_share_that_rose_far_above_its_months_supports() -> None:
    answer = borne_out(figures((*LEVEL, 0.93, 0.94, 0.95)), UNTIL)
    assert answer.borne is Borne.SUPPORTED


def test_a_share_that_fell_contradicts() -> None:
    answer = borne_out(figures((*LEVEL, 0.66, 0.65, 0.64)), UNTIL)
    assert answer.borne is Borne.CONTRADICTED
    assert "worse" in answer.short


def test_less_of_what_should_be_little_supports() -> None:
    answer = borne_out(figures((*LEVEL, 0.66, 0.65, 0.64), Polarity.LOW), UNTIL)
    assert answer.borne is Borne.SUPPORTED


def test_a_share_that_goes_on_as_it_was_neither_supports_nor_contradicts() -> None:
    answer = borne_out(figures((*LEVEL, 0.80, 0.79, 0.81)), UNTIL)
    assert answer.borne is Borne.NO_MOVEMENT


def test_what_came_after_the_claim_does_not_count() -> None:
    found = figures((*LEVEL, 0.80, 0.79, 0.81, 0.95, 0.96, 0.97))
    assert borne_out(found, UNTIL).borne is Borne.SUPPORTED
    assert borne_out(found, date(2026, 3, 31)).borne is Borne.NO_MOVEMENT


@pytest.mark.parametrize(
    ("found", "until", "why"),
    [
        (None, UNTIL, "hold nothing"),
        (figures(LEVEL), None, "no date"),
        (figures(LEVEL[:6]), UNTIL, "too few figures"),
        (figures(LEVEL, known=0.2), UNTIL, "too few figures"),
        (figures((*LEVEL, 0.9, 0.9, 0.9), Polarity.NONE), UNTIL, "Neither more nor less"),
    ],
    ids=["no figures", "no date", "too short", "not trusted", "no better way"],
)
def test_what_cannot_be_tested_says_why(
    found: MeasureFigures | None, until: date | None, why: str
) -> None:
    answer = borne_out(found, until)
    assert answer.borne is Borne.NOT_TESTABLE
    assert why in answer.sentence


def test_of_a_set_only_what_worsened_is_named() -> None:
    worse = figures((*LEVEL, 0.60, 0.61, 0.59))
    better = figures((*LEVEL, 0.95, 0.96, 0.95))
    better = replace(better, measure=replace(better.measure, id="better"))
    assert [each.id for each in worsened_among([worse, better], UNTIL)] == [worse.measure.id]


def test_what_had_worsened_in_the_quarter_before_is_named_with_its_month() -> None:
    """Low in three months, then level twice: the last three average 73%, near the 80% before, and
    those of a month earlier 67%, far from it."""
    dipped = figures((*LEVEL, 0.60, 0.61, 0.59, 0.80, 0.81))
    low_until, until = dipped.series[-2].as_at, dipped.series[-1].as_at
    assert list(worsened_among([dipped], until)) == []
    (found,) = worsened_of_late([dipped], until)
    assert (found.id, found.as_at) == (dipped.measure.id, low_until)


def test_what_shows_it_still_has_no_month() -> None:
    (found,) = worsened_of_late([figures((*LEVEL, 0.60, 0.61, 0.59))], UNTIL)
    assert found.as_at is None


def test_a_figure_of_few_children_is_marked_small() -> None:
    found = figures((*LEVEL, 0.985, 0.985, 0.985))  # three of 200 are not
    assert borne_out(found, UNTIL).small
