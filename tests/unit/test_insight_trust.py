"""Sound, with care, not to be used: from what gates a measure, with the reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sightline.insight.bounds import Bounds
from sightline.insight.intervals import Interval
from sightline.insight.trust import Column, Inputs, Level, Recorded, trust

CLEAN = Inputs(children=100, columns=(Column("date of the last visit"),), age_days=10)


def test_nothing_against_it_is_sound_and_says_so() -> None:
    found = trust(CLEAN)
    assert (found.level, found.reasons) == (Level.SOUND, ())
    assert found.sentence() == "Sound: no check speaks against it."


@pytest.mark.parametrize(
    ("column", "level"),
    [
        (Column("date", missing=5), Level.SOUND),  # one in twenty and no more
        (Column("date", missing=6), Level.WITH_CARE),
        (Column("date", missing=3, wrong=3), Level.WITH_CARE),
        (Column("date", wrong=20), Level.WITH_CARE),
        (Column("date", missing=11, wrong=10), Level.NOT_TO_BE_USED),
        (Column("date", doubted=10), Level.SOUND),
        (Column("date", doubted=11), Level.WITH_CARE),
        (Column("date", doubted=100), Level.WITH_CARE),  # a doubt alone never bars
    ],
)
def test_inputs_missing_wrong_or_doubted(column: Column, level: Level) -> None:
    assert trust(replace(CLEAN, columns=(column,))).level is level


@pytest.mark.parametrize(
    ("age", "level"),
    [(31, Level.SOUND), (32, Level.WITH_CARE), (62, Level.WITH_CARE), (63, Level.NOT_TO_BE_USED)],
)
def test_age_beside_how_often_it_is_due(age: int, level: Level) -> None:
    assert trust(replace(CLEAN, age_days=age)).level is level


def test_what_is_missing_beside_chance_and_beside_sense() -> None:
    """66 to 77 of a hundred: inside what chance does to 71 of 100, not inside less."""
    bounds = Bounds(66, 89, 100)
    wide, narrow = Interval(0.61, 0.79), Interval(0.68, 0.74)
    assert trust(replace(CLEAN, bounds=bounds, chance=wide)).level is Level.SOUND
    found = trust(replace(CLEAN, bounds=bounds, chance=narrow))
    assert found.level is Level.WITH_CARE
    assert "anywhere from 66% to 77%" in found.sentence()
    assert trust(replace(CLEAN, bounds=Bounds(50, 75, 100))).level is Level.NOT_TO_BE_USED


def test_late_recording_and_few_children() -> None:
    assert trust(replace(CLEAN, recorded=Recorded(100, 10))).level is Level.SOUND
    assert trust(replace(CLEAN, recorded=Recorded(19, 19))).level is Level.SOUND, "too few to tell"
    late = trust(replace(CLEAN, recorded=Recorded(1200, 300)))
    assert late.level is Level.WITH_CARE
    assert "Of 1,200 new entries that it rests on in a year, 300 (25%)" in late.sentence()
    with pytest.raises(ValueError, match="No more entries are late"):
        Recorded(3, 4)
    assert trust(replace(CLEAN, children=19)).level is Level.WITH_CARE
    assert trust(replace(CLEAN, children=20)).level is Level.SOUND


def test_nothing_to_count_or_read_is_not_to_be_used() -> None:
    assert trust(replace(CLEAN, children=0)).level is Level.NOT_TO_BE_USED
    refused = trust(replace(CLEAN, children=0, refused=("visits",)))
    assert refused.sentence() == "Not to be used: It needs what could not be read: visits."


def test_the_gravest_reason_decides_and_comes_first() -> None:
    columns = (Column("legal status", doubted=30), Column("date of the plan", missing=40, wrong=2))
    found = trust(replace(CLEAN, columns=columns, recorded=Recorded(100, 30)))
    assert found.level is Level.NOT_TO_BE_USED
    assert [reason.level for reason in found.reasons] == [
        Level.NOT_TO_BE_USED,
        Level.WITH_CARE,
        Level.WITH_CARE,
    ]
    assert found.sentence().startswith(
        "Not to be used: The date of the plan is missing for 40 of 100 children and cannot be "
        "right for 2."
    )


def test_worse_inputs_never_raise_trust() -> None:
    levels = list(Level)
    before = 0
    for missing in range(101):
        level = levels.index(trust(replace(CLEAN, columns=(Column("x", missing=missing),))).level)
        assert level >= before
        before = level
    assert before == levels.index(Level.NOT_TO_BE_USED)


def test_wrong_calls_are_refused() -> None:
    with pytest.raises(ValueError, match="no more are missing"):
        trust(replace(CLEAN, columns=(Column("x", missing=101),)))
    with pytest.raises(ValueError, match="not below 0"):
        Column("x", wrong=-1)
