"""No measure without a worked example."""

from __future__ import annotations

from sightline.measures import catalogue
from tests.spec import (
    test_measures_adoption,
    test_measures_assessment,
    test_measures_audits,
    test_measures_care,
    test_measures_front_door,
    test_measures_health,
    test_measures_kinship,
    test_measures_leaving_care,
    test_measures_mental_health,
    test_measures_missing,
    test_measures_moves,
    test_measures_permanence,
    test_measures_placements,
    test_measures_plans,
    test_measures_plans_reached,
    test_measures_practice,
    test_measures_proceedings,
    test_measures_protection,
    test_measures_send,
    test_measures_strategy,
    test_measures_voice,
    test_measures_workforce,
)

AREAS = (
    test_measures_adoption,
    test_measures_assessment,
    test_measures_audits,
    test_measures_care,
    test_measures_front_door,
    test_measures_health,
    test_measures_kinship,
    test_measures_leaving_care,
    test_measures_mental_health,
    test_measures_missing,
    test_measures_moves,
    test_measures_permanence,
    test_measures_placements,
    test_measures_plans,
    test_measures_plans_reached,
    test_measures_practice,
    test_measures_proceedings,
    test_measures_protection,
    test_measures_send,
    test_measures_strategy,
    test_measures_voice,
    test_measures_workforce,
)


def test_every_measure_of_the_catalogue_has_a_worked_example() -> None:
    examples = [example for area in AREAS for example in area.EXAMPLES]
    assert {example.measure for example in examples} == set(catalogue())


def test_every_example_says_why_each_child_counts_as_she_does() -> None:
    for area in AREAS:
        for example in area.EXAMPLES:
            assert all(line.count("|") == 2 for line in example.expected.strip().splitlines())
            assert len(set(example.words.values())) > 1, f"{example} shows one case only"


def test_measures_of_workers_and_of_training_are_of_no_child() -> None:
    of_no_child = {name for name, each in catalogue().items() if not each.of_children}
    assert of_no_child == {
        *("agency_workers", "caseload", "caseload_of_twenty", "workers_absent", "newly_qualified"),
        *("workers_left", "training_attended"),
    }
