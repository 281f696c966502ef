"""How likely two passages tell of the same finding: a weighing of traits, learned from labels.

A logistic regression: the weights stand in `likeness.json`, learned by
`python benchmarks/recurrence.py --learn` from pairs labelled by reading the reports of two
authorities (docs/recurrence.md), and measured by the same command on two others. What counts: how
many word beginnings two passages share, and how rare ones (`rarity`), which matters (`matters`)
both tell of as weak, whether they are about the same children, whether their leading themes meet.
Scores do not depend on what else is loaded.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from sightline.letters.matters import MATTER_IDS
from sightline.letters.traits import Floats, Traits

FEATURES = (
    "words",
    "words_root",
    "rare",
    "rare_weak",
    "any_matter",
    "matters_root",
    "matters_cosine",
    "later_matters",
    "earlier_matters",
    "share_of_later",
    "share_of_earlier",
    "cohort",
    "cohort_and_matter",
    "themes_meet",
    "same_leading",
    "later_length",
    "earlier_length",
    "later_asked",
    "earlier_asked",
)
_MOST_MATTERS = 6.0
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Weights:
    """What each trait is worth. `rarity` weighs the matters among themselves; `shared` is what
    each adds when both passages tell of it; `threshold` the score from which two are the same;
    `praised` that from which an earlier passage praised what a later one finds weak."""

    intercept: float
    features: Floats
    shared: Floats
    rarity: Floats
    threshold: float
    praised: float


@cache
def weights() -> Weights:
    """The learned weights that come with the package."""
    kept = json.loads((files("sightline.letters") / "likeness.json").read_text("utf-8"))
    return Weights(
        intercept=kept["intercept"],
        features=np.array([kept["features"][name] for name in FEATURES], dtype=np.float32),
        shared=np.array([kept["shared"][name] for name in MATTER_IDS], dtype=np.float32),
        rarity=np.array([kept["rarity"][name] for name in MATTER_IDS], dtype=np.float32),
        threshold=kept["threshold"],
        praised=kept["praised"],
    )


def likeness(later: Traits, earlier: Traits, by: Weights | None = None) -> Floats:
    """How likely each later passage tells of the same as each earlier one, 0 to 1.

    One row for each passage of `later`, one column for each of `earlier`.
    """
    by = by or weights()
    total = (later.matters * by.shared) @ earlier.matters.T + by.intercept
    for worth, feature in zip(by.features, features(later, earlier, by.rarity), strict=True):
        total += worth * feature
    return np.asarray(1.0 / (1.0 + np.exp(-total)), dtype=np.float32)


def features(later: Traits, earlier: Traits, rarity: Floats) -> tuple[Floats, ...]:
    """The traits of each pair, in the order of FEATURES: matrices, or rows and columns of them."""
    words = (later.words @ earlier.words.T).toarray()
    rare_later, rare_earlier = later.matters * rarity, earlier.matters * rarity
    shared = rare_later @ earlier.matters.T
    any_matter = np.minimum(1.0, later.matters @ earlier.matters.T)
    cohort = _unit(later.cohorts) @ _unit(earlier.cohorts).T
    meet = (later.leading @ earlier.themes.T) + (later.themes @ earlier.leading.T)
    return (
        words,
        np.sqrt(words),
        (later.rare @ earlier.rare.T).toarray(),
        (later.rare_weak @ earlier.rare_weak.T).toarray(),
        any_matter,
        np.sqrt(shared),
        _unit(rare_later) @ _unit(rare_earlier).T,
        np.minimum(_MOST_MATTERS, later.matters.sum(axis=1))[:, None],
        np.minimum(_MOST_MATTERS, earlier.matters.sum(axis=1))[None, :],
        shared / np.maximum(1.0, rare_later.sum(axis=1))[:, None],
        shared / np.maximum(1.0, rare_earlier.sum(axis=1))[None, :],
        cohort,
        cohort * any_matter,
        np.minimum(1.0, meet),
        later.leading @ earlier.leading.T,
        later.length[:, None],
        earlier.length[None, :],
        later.asked[:, None],
        earlier.asked[None, :],
    )


def _unit(rows: Floats) -> Floats:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _TINY))
