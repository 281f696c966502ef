"""No measure without a worked example."""

from __future__ import annotations

from sightline.measures import catalogue
from tests.spec import (
    test_measures_care,
    test_measures_health,
    test_measures_missing,
    test_measures_permanence,
    test_measures_placements,
)

AREAS = (
    test_measures_care,
    test_measures_placements,
    test_measures_permanence,
    test_measures_health,
    test_measures_missing,
)


def test_every_measure_of_the_catalogue_has_a_worked_example() -> None:
    examples = [example for area in AREAS for example in area.EXAMPLES]
    assert {example.measure for example in examples} == set(catalogue())


def test_every_example_says_why_each_child_counts_as_she_does() -> None:
    for area in AREAS:
        for example in area.EXAMPLES:
            assert all(line.count("|") == 2 for line in example.expected.strip().splitlines())
            assert len(set(example.words.values())) > 1, f"{example} shows one case only"
