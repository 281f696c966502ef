"""Who else was told the same, what later reports said of it; journeys through judgements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sightline.jobs.journeys import reference_class
from sightline.letters import (
    Direction,
    Finding,
    Grade,
    Improvement,
    ImprovementKind,
    Judgement,
    Letter,
    LetterKind,
    Library,
    Standing,
    compare,
    journeys,
    passage_of_words,
    precedents,
)

DRIFT = "Too many children wait too long for permanence, and plans for permanence drift."
PRAISED = "Plans for permanence are timely, and children do not wait for permanence."


def letter(
    place: str,
    day: date,
    grade: Grade | None = None,
    weak: str = "",
    strong: str = "",
    kind: LetterKind = LetterKind.INSPECTION,
) -> Letter:
    area = "The experiences and progress of children in care"
    said = [(weak, Direction.WEAKNESS), (strong, Direction.STRENGTH)]
    return Letter(
        path=Path(f"{place}-{day}.pdf"),
        sha256="",
        authority=place,
        kind=kind,
        visited_from=None,
        visited_to=None,
        published=day,
        published_source=None,
        judgements=tuple(
            Judgement(name, grade, 1) for name in ("Overall effectiveness", area) if grade
        ),
        improvements=(),
        findings=tuple(
            Finding(text, 3, str(number), area, ("permanence",), direction)
            for number, (text, direction) in enumerate(said, start=1)
            if text
        ),
        unread=(),
        pages=9,
    )


EASTMERE = [
    letter("Eastmere", date(2018, 1, 1), Grade.INADEQUATE, weak=DRIFT),
    letter("Eastmere", date(2019, 1, 1), weak=DRIFT, kind=LetterKind.FOCUSED_VISIT),
    letter("Eastmere", date(2020, 1, 1), Grade.REQUIRES_IMPROVEMENT, strong=PRAISED),
    letter("Eastmere", date(2022, 1, 1), Grade.GOOD, weak="Few children see a dentist in time."),
]


def test_a_precedent_tells_what_came_of_it() -> None:
    (found,) = precedents(passage_of_words(DRIFT, "Northmoor"), Library.of(EASTMERE))
    assert (found.authority, found.found.published) == ("Eastmere", date(2018, 1, 1))
    assert [each.standing for each in found.later] == [
        Standing.STILL_WEAK,
        Standing.STRENGTH,
        Standing.NOT_MENTIONED,
    ]
    assert found.graded_then is Grade.INADEQUATE
    # 2018-01-01 to 2020-01-01 is 730 days, to 2022-01-01 1461 days
    assert found.months_to_better == pytest.approx(730 * 12 / 365.25)
    assert found.months_to_good == pytest.approx(48)


def test_ones_own_reports_and_other_matters_are_no_precedents() -> None:
    library = Library.of(EASTMERE)
    assert precedents(passage_of_words(DRIFT, "Eastmere"), library) == ()
    allegations = "Allegations against professionals are followed up late."
    assert precedents(passage_of_words(allegations, "Northmoor"), library) == ()


def test_where_it_was_good_already_nothing_was_left() -> None:
    good = [
        letter("Eastmere", date(2018, 1, 1), Grade.GOOD, weak=DRIFT),
        letter("Eastmere", date(2022, 1, 1), Grade.GOOD),
    ]
    (found,) = precedents(passage_of_words(DRIFT, "Northmoor"), Library.of(good))
    assert (found.months_to_better, found.months_to_good) == (None, None)


def test_a_journey_counts_spells_and_relapses() -> None:
    grades = [
        (2013, Grade.INADEQUATE),
        (2015, Grade.INADEQUATE),
        (2017, Grade.REQUIRES_IMPROVEMENT),
        (2019, Grade.INADEQUATE),
        (2023, Grade.GOOD),
    ]
    (journey,) = journeys([letter("Eastmere", date(year, 6, 1), grade) for year, grade in grades])
    first, second = journey.spells
    assert (first.began, first.left) == (date(2013, 6, 1), date(2017, 6, 1))
    assert (first.good, first.relapse) == (date(2023, 6, 1), False)
    assert (second.began, second.left, second.relapse) == (
        date(2019, 6, 1),
        date(2023, 6, 1),
        True,
    )
    assert first.months(date(2026, 1, 1)) == pytest.approx(48)


def test_an_open_spell_is_counted_not_dropped() -> None:
    """Of three spells, one ends after 100 days and one after 300; the third is open after 200.

    By Kaplan and Meier two in three remain after day 100; at day 300 only one is still watched, and
    it ends: half are done on day 300. Left out, the open one would make it 100 or 200.
    """
    told = journeys(
        [
            letter("A", date(2020, 1, 1), Grade.INADEQUATE),
            letter("A", date(2020, 4, 10), Grade.GOOD),
            letter("B", date(2020, 1, 1), Grade.INADEQUATE),
            letter("B", date(2020, 10, 27), Grade.GOOD),
            letter("C", date(2020, 6, 1), Grade.INADEQUATE),
        ]
    )
    found = reference_class(told, date(2020, 12, 18))
    assert found.to_leave is not None
    assert (found.to_leave.children, found.to_leave.ended) == (3, 2)
    assert found.to_leave.median == 300
    assert (found.authorities, found.left, found.relapsed) == (3, 2, 0)


def test_no_spell_no_class() -> None:
    found = reference_class(journeys([letter("A", date(2020, 1, 1), Grade.GOOD)]), date(2021, 1, 1))
    assert found.lines == ("No report here judged an authority inadequate overall.",)


def test_the_authoritys_own_words_are_no_witness() -> None:
    """An inspection and a monitoring visit are two; a cover report that says it too adds none."""
    cover = letter("Northmoor", date(2022, 11, 7), weak=DRIFT, kind=LetterKind.COVER_REPORT)
    found = compare(
        [
            letter("Northmoor", date(2022, 5, 9), weak=DRIFT),
            cover,
            letter("Northmoor", date(2023, 8, 23), weak=DRIFT, kind=LetterKind.MONITORING_VISIT),
        ]
    )[-1]
    assert (found.times_said, found.witnesses) == (3, 2)
    assert found.said_first == date(2022, 5, 9)
    assert found.stood_days == 471


def test_a_cover_report_and_the_report_it_carries_are_one_witness() -> None:
    kind = ImprovementKind.RECOMMENDATION
    asked = (Improvement(DRIFT, 2, kind, "1", ""),)
    day = date(2022, 11, 7)
    its_own = replace(
        letter("Northmoor", day, kind=LetterKind.COMMISSIONER_REPORT), improvements=asked
    )
    carried = replace(
        letter("Northmoor", day, kind=LetterKind.COVER_REPORT),
        path=Path("cover.txt"),
        improvements=asked,
        conveys=LetterKind.COMMISSIONER_REPORT,
    )
    later = letter("Northmoor", date(2023, 8, 23), weak=DRIFT)
    found = compare([its_own, carried, later])[-1]
    assert (found.times_said, found.witnesses) == (3, 2)


def test_what_was_praised_and_is_weak_again_has_regressed() -> None:
    found = compare(
        [
            letter("Northmoor", date(2016, 1, 1), weak=DRIFT),
            letter("Northmoor", date(2019, 1, 1), strong=PRAISED),
            letter("Northmoor", date(2022, 1, 1), weak=DRIFT),
        ]
    )[-1]
    assert found.regressed
    assert [each.published for each in found.praised] == [date(2019, 1, 1)]
    steady = compare([letter("Northmoor", date(year, 1, 1), weak=DRIFT) for year in (2016, 2022)])
    assert not steady[-1].regressed
