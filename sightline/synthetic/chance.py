"""Chance that can be repeated: one stream of random numbers for each child and each subject."""

from __future__ import annotations

from collections.abc import Mapping
from math import log
from random import Random
from typing import TypeVar

Choice = TypeVar("Choice")


def stream(seed: int, *subject: object) -> Random:
    """A stream of its own for a subject: a change to one part leaves the others as they were."""
    return Random("|".join(str(part) for part in (seed, *subject)))


def pick(rng: Random, weights: Mapping[Choice, float]) -> Choice:
    """One of the keys, in proportion to its weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


def around(rng: Random, median: float, spread: float) -> int:
    """Whole days from a log-normal with this median; spread is the deviation of its log."""
    return max(1, round(rng.lognormvariate(log(median), spread)))
