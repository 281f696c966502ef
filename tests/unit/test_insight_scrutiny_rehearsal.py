"""What the list promises and what it misses, on made-up catalogues with fixed seeds.

`python benchmarks/scrutiny.py` prints the same for more catalogues and more kinds.
"""

from __future__ import annotations

import numpy as np
import pytest

from sightline.insight.scrutiny import areas_for_scrutiny
from sightline.insight.scrutiny.rehearsal import SEEDED, Seed, catalogue


@pytest.mark.parametrize("resemblance", [0.0, 0.5, 0.8])
def test_where_nothing_is_amiss_about_one_catalogue_in_ten_lists_anything(
    resemblance: float,
) -> None:
    """150 catalogues of about 112 things; the promise is 10 in 100, its error here 2.4."""
    rng = np.random.default_rng(2023)
    rung = [bool(areas_for_scrutiny(catalogue(rng, resemblance)).areas) for _ in range(150)]
    assert np.mean(rung) <= 0.10 + 2 * 0.0245


@pytest.mark.parametrize(
    ("seed", "resemblance", "least"),
    [
        (Seed(fall=0.10, months=12), 0.0, 0.70),
        (Seed(fall=0.10, months=6), 0.0, 0.55),
        (Seed(fall=0.20, months=3), 0.0, 0.90),
        (Seed(fall=0.20, months=6), 0.5, 0.70),
        (Seed(gap=0.30), 0.0, 0.70),
        (Seed(cliff=0.25), 0.0, 0.90),
        (Seed(place=0.25), 0.0, 0.55),  # where only the values of the others are published
        (Seed(wait=0.30), 0.0, 0.75),
        (Seed(audit=0.35), 0.0, 0.75),
    ],
)
def test_what_is_seeded_is_found(seed: Seed, resemblance: float, least: float) -> None:
    """60 catalogues with one thing amiss among about 112; little of what is listed is chance."""
    rng = np.random.default_rng(23)
    found, false = [], []
    for _ in range(60):
        areas = areas_for_scrutiny(catalogue(rng, resemblance, seed)).areas
        true = sum(area.candidate.id.startswith(SEEDED) for area in areas)
        found.append(true > 0)
        false.append((len(areas) - true) / max(len(areas), 1))
    assert np.mean(found) >= least
    assert np.mean(false) <= 0.15


def test_a_deep_deterioration_comes_first() -> None:
    """Half of the children of one measure: it heads the list every time it is there."""
    rng = np.random.default_rng(5)
    for _ in range(20):
        areas = areas_for_scrutiny(catalogue(rng, 0.0, Seed(fall=0.4, months=3))).areas
        assert areas[0].candidate.id.startswith(SEEDED)


def test_the_same_seed_makes_the_same_catalogue() -> None:
    one, two = (catalogue(np.random.default_rng(1), 0.5) for _ in range(2))
    assert one == two
    assert len({each.id for each in one}) == len(one) > 100
