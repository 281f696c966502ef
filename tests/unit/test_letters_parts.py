"""A recommendation taken apart into what each part must deliver, with the dates it states."""

from __future__ import annotations

from datetime import date

import pytest

from sightline.letters.deadlines import deadlines
from sightline.letters.parts import parts_of

LISTS = "The plan, the framework and the programme should go on, with each being done by May 2024."


def _texts(text: str) -> list[str]:
    return [each.text for each in parts_of(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Appoint a practice lead.", ["Appoint a practice lead."]),
        (
            "Appoint a practice lead for children and publish the plan for the year.",
            ["Appoint a practice lead for children", "publish the plan for the year."],
        ),
        # two verbs with one object are one thing to do
        (
            "Review and streamline the support that partners give.",
            ["Review and streamline the support that partners give."],
        ),
        (
            "Take enough time with each child to build and maintain a relationship.",
            ["Take enough time with each child to build and maintain a relationship."],
        ),
        (
            "Improve for all children the quality and use of their education plans.",
            ["Improve for all children the quality and use of their education plans."],
        ),
        (
            "Train managers so that they know how to listen and support children in care.",
            ["Train managers so that they know how to listen and support children in care."],
        ),
        (
            "Set a vision. Ensure that the board sees it.",
            ["Set a vision.", "Ensure that the board sees it."],
        ),
        # a sentence that asks for nothing is no part; one part is the whole
        (
            "Set a vision. Staff have waited for one.",
            ["Set a vision. Staff have waited for one."],
        ),
        (
            "Set a vision. Staff have waited for one. Ensure that it is shared.",
            ["Set a vision.", "Ensure that it is shared."],
        ),
        (LISTS, ["The plan", "the framework", "the programme"]),
        (
            "Show that the vision is set out in the plan and is seen in every building.",
            ["Show that the vision is set out in the plan", "is seen in every building."],
        ),
        (
            "Ensure that all parties sit on the board and consistency in keeping the pledge.",
            ["Ensure that all parties sit on the board", "consistency in keeping the pledge."],
        ),
        (
            "The council should:\nhear from children\nfund the plan",
            ["hear from children", "fund the plan"],
        ),
        (
            "The council should (a) hear from children; (b) fund the plan.",
            ["hear from children", "fund the plan."],
        ),
    ],
)
def test_the_parts_of_a_recommendation(text: str, parts: list[str]) -> None:
    assert _texts(text) == parts


def test_every_part_is_an_exact_stretch_of_the_words() -> None:
    assert all(each in LISTS for each in _texts(LISTS))


def test_one_date_holds_for_every_part_of_its_sentence() -> None:
    assert {each.due for each in parts_of(LISTS)} == {date(2024, 5, 31)}
    assert {each.due_words for each in parts_of(LISTS)} == {"by May 2024"}


def test_each_part_keeps_its_own_date() -> None:
    parts = parts_of("Set a vision by 1 March 2024. Ensure that staff know it by the end of 2024.")
    assert [each.due for each in parts] == [date(2024, 3, 1), date(2024, 12, 31)]


def test_a_time_allowed_fixes_no_date() -> None:
    (part,) = parts_of("Appoint a practice lead within three months.")
    assert (part.due, part.due_words) == (None, "within three months")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by 31 March 2023", date(2023, 3, 31)),
        ("by the end of October 2022", date(2022, 10, 31)),
        ("by February 2024", date(2024, 2, 29)),
        ("before 1 April 2023", date(2023, 3, 31)),
        ("by the start of September 2025", date(2025, 9, 1)),
        ("no later than 2 May 2023", date(2023, 5, 2)),
        ("by 2026", date(2026, 12, 31)),
        ("within six weeks", None),
    ],
)
def test_what_the_words_of_a_time_limit_mean(words: str, day: date | None) -> None:
    (found,) = deadlines(f"The board should meet {words}, and not after.")
    assert (found.words, found.day) == (words, day)


@pytest.mark.parametrize("text", ["In May 2023 the board met.", "It sat by the sea in 2023."])
def test_a_date_that_is_no_limit(text: str) -> None:
    assert deadlines(text) == []
