"""The check of reports against what a person read: no worse than when it was last measured.

`python benchmarks/assurance.py` prints the same comparisons.
"""

from __future__ import annotations

import pytest

from benchmarks import assurance as measured

FOLDER = measured.SHARED / "sources"
pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the published documents are not here (SIGHTLINE_SHARED)"
)


def test_nine_in_ten_of_the_vague_promises_found_are_vague_and_nine_in_ten_are_found() -> None:
    wanted, found, _ = measured.vague(FOLDER)
    assert len(found & wanted) >= 0.9 * len(found)
    assert len(found & wanted) >= 0.9 * len(wanted)


def test_three_in_four_recommendations_stand_beside_the_right_paragraph() -> None:
    matched = measured.answers(FOLDER)
    assert sum(right for _, right in matched) >= 0.75 * len(matched)


def test_four_in_five_headlines_are_treated_as_a_person_says() -> None:
    treated = measured.headlines(FOLDER)
    assert sum(one == two for one, two in treated) >= 0.8 * len(treated)


def test_every_conflict_that_a_person_reads_is_listed_and_none_that_is_none() -> None:
    found = measured.conflict_labels(FOLDER)
    assert {(authority, fact) for authority, fact, label in found if label != "false"} == {
        (authority, fact) for authority, fact, _ in measured.labels("conflicts")
    }
    assert not [each for each in found if each[2] == "false"]
