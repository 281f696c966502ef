"""Themes and directions against the labels of 400 paragraphs of the published reports.

The labels name each paragraph by file, page and a digest of its words. The half that the rules were
not made by is held to floors well below what was measured, so that a change that makes the reader
worse is noticed; docs/letters.md has the command that measures.
"""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.letters_accuracy import LABELS, SHARED, Answered, answered, labels, rates
from sightline.letters import THEME_IDS

REPORTS = SHARED / "sources" / "ofsted"
FLOORS = {"theme top-1": 0.62, "theme acceptable": 0.82, "theme in list": 0.82, "direction": 0.70}


def test_the_labels_are_two_halves_of_known_themes() -> None:
    found = labels(LABELS)
    assert Counter(each.half for each in found) == {"improve": 200, "held_out": 200}
    assert {each.theme for each in found} <= set(THEME_IDS)
    assert {theme for each in found for theme in each.others} <= set(THEME_IDS)
    assert len({(each.file, each.page, each.digest) for each in found}) == 400


@pytest.fixture(scope="module")
def held_out() -> list[Answered]:
    if not REPORTS.is_dir():
        pytest.skip("the published reports are not here (SIGHTLINE_SHARED)")
    wanted = [each for each in labels(LABELS) if each.half == "held_out"]
    return list(answered(wanted, REPORTS))


def test_every_labelled_paragraph_is_read_with_the_same_words(held_out: list[Answered]) -> None:
    assert len(held_out) == 200
    assert [each.label for each in held_out if each.finding is None] == []


@pytest.mark.parametrize("name", FLOORS)
def test_the_held_out_half_stays_above_its_floor(held_out: list[Answered], name: str) -> None:
    assert rates(held_out)[name] / len(held_out) >= FLOORS[name]
