"""What is said again in four authorities' reports, against what was labelled by reading.

The labels are references (tests/golden/labels/recurrence_*.csv; the rule in docs/recurrence.md).
The aim was precision 0.8 at recall 0.7. On authorities that chose nothing it is not met, so these
hold what is: much better than word overlap, and no worse than what is documented.
"""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.labelled_pairs import (
    SOURCES,
    Agreement,
    Labelled,
    agreement,
    everyone,
    labelled,
)
from benchmarks.recurrence import (
    across_authorities,
    authorities,
    likest,
    only,
    ours,
    precision_at_recall,
    rare_words,
    word_overlap,
)

pytestmark = pytest.mark.skipif(
    not (SOURCES / "ofsted").is_dir(), reason="the published reports are not here"
)


@cache
def pairs(split: str) -> Labelled:
    return labelled(split)


@pytest.mark.parametrize(("split", "least"), [("tune", 0.8), ("held_out", 0.73)])
def test_most_of_what_is_shown_as_said_before_had_been(split: str, least: float) -> None:
    found = pairs(split)
    best, right, to_find = likest(found, ours(found))
    assert precision_at_recall(best, right, to_find) >= least


def test_each_authority_is_told_by_the_labels_of_the_others() -> None:
    """The aim, 0.8 over all four, is not met: measured 0.76, and 0.74 for the least of the four."""
    found = everyone()
    scores = across_authorities(found)
    mine = precision_at_recall(*likest(found, scores))
    assert mine >= 0.75
    assert mine >= precision_at_recall(*likest(found, rare_words(found))) + 0.15
    for name in set(authorities(found)):
        assert precision_at_recall(*likest(*only(found, scores, name))) >= 0.72


@pytest.mark.parametrize("split", ["tune", "held_out"])
def test_it_is_three_times_as_precise_as_word_overlap(split: str) -> None:
    """Over all pairs, most of which have nothing to do with each other."""
    found = pairs(split)
    to_find = int(found.same.sum())
    mine = precision_at_recall(ours(found), found.same, to_find)
    assert mine >= 3 * precision_at_recall(word_overlap(found), found.same, to_find)


def test_two_readings_that_saw_nothing_of_each_other_agree() -> None:
    """Cohen's kappa above 0.8 is what Landis and Koch (1977) call almost perfect."""
    for split in ("tune", "held_out"):
        assert agreement(split).kappa > 0.8


def test_agreement_is_counted_as_cohen_did() -> None:
    """The worked example often told of it: of 50, both say yes to 20 and no to 15, the first alone
    yes to 5 and the second alone to 10: alike 0.7, kappa 0.4."""
    found = Agreement(judged=50, first=25, second=30, both=20)
    assert found.raw == pytest.approx(0.7)
    assert found.kappa == pytest.approx(0.4)
