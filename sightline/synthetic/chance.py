"""Chance that can be repeated: one stream of random numbers for each child and each subject.

To open a stream costs as much as dozens of draws from it; a single draw is a lot.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from math import log
from random import Random
from typing import TypeVar

Choice = TypeVar("Choice")


def stream(seed: int, *subject: object) -> Random:
    """A stream of its own for a subject: a change to one part leaves the others as they were."""
    return Random("|".join(str(part) for part in (seed, *subject)))


def lot(*subject: object) -> float:
    """One number from 0 to below 1, always the same for a subject."""
    text = "|".join(map(str, subject)).encode()
    return int.from_bytes(blake2b(text, digest_size=6).digest()) / (1 << 48)


def allotted(drawn: float, weights: Mapping[Choice, float]) -> Choice:
    """One of the keys, in proportion to its weight, by a number drawn from 0 to below 1."""
    left = drawn * sum(weights.values())
    for key, weight in weights.items():
        left -= weight
        if left < 0:
            return key
    return key


def pick(rng: Random, weights: Mapping[Choice, float]) -> Choice:
    """One of the keys, in proportion to its weight."""
    return allotted(rng.random(), weights)


def around(rng: Random, median: float, spread: float) -> int:
    """Whole days from a log-normal with this median; spread is the deviation of its log."""
    return max(1, round(rng.lognormvariate(log(median), spread)))
