"""How often the list of areas for scrutiny rings when nothing changed, and what it finds.

Made-up catalogues of about 120 things looked at (sightline/insight/scrutiny/rehearsal.py). The
promise is that where nothing is amiss, one catalogue in ten lists anything.

    python benchmarks/scrutiny.py [CATALOGUES]
"""

from __future__ import annotations

import sys

import numpy as np

from sightline.insight.false_discovery import Dependence
from sightline.insight.scrutiny import Candidate, areas_for_scrutiny
from sightline.insight.scrutiny.rehearsal import SEEDED, Seed, catalogue

RESEMBLANCES = (0.0, 0.5, 0.8)
FALLS = (
    ("a fall of 10 points, 3 months ago", Seed(fall=0.10, months=3)),
    ("a fall of 10 points, 6 months ago", Seed(fall=0.10, months=6)),
    ("a fall of 10 points, 12 months ago", Seed(fall=0.10, months=12)),
    ("a fall of 15 points, 3 months ago", Seed(fall=0.15, months=3)),
    ("a fall of 20 points, 3 months ago", Seed(fall=0.20, months=3)),
    ("a fall of 20 points, 6 months ago", Seed(fall=0.20, months=6)),
)
SEEDS = (
    *FALLS,
    ("a group of 60 children 25 points behind", Seed(gap=0.25)),
    ("a column missing 20 points more often", Seed(cliff=0.20)),
    ("25 points below ten similar areas", Seed(place=0.25)),
    ("of 90 who wait, 25 points more too long", Seed(wait=0.25)),
    ("40 audits 30 points below the figure", Seed(audit=0.30)),
)


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    rng = np.random.default_rng(2023)
    looked_at = len(catalogue(rng))
    print(f"{times} catalogues of about {looked_at} things each; the rate asked for is 10 in 100")
    print("\nNothing amiss: catalogues that list anything, in 100")
    for resemblance in RESEMBLANCES:
        made = [catalogue(rng, resemblance) for _ in range(times)]
        blind = [catalogue(rng, resemblance, children_known=False) for _ in range(times)]
        plain, strict = (100 * _share(made, dependence) for dependence in Dependence)
        print(
            f"  months resemble each other by {resemblance}: {plain:.1f} "
            f"(Benjamini and Yekutieli: {strict:.1f}; "
            f"not told who stayed: {100 * _share(blind, Dependence.TOGETHER):.1f})"
        )
    print("\nOne thing amiss: found, in 100; and of what was listed, chance, in 100")
    for resemblance in RESEMBLANCES:
        print(f"  months resemble each other by {resemblance}")
        for words, seed in SEEDS if resemblance == 0 else FALLS:
            made = [catalogue(rng, resemblance, seed) for _ in range(times)]
            plain, false = _found(made, Dependence.TOGETHER)
            strict, _ = _found(made, Dependence.ANY)
            print(f"    {words}: {plain:.0f}; {false:.1f} (B. and Y.: {strict:.0f})")


def _share(made: list[list[Candidate]], dependence: Dependence) -> float:
    listed = [areas_for_scrutiny(each, dependence=dependence).areas for each in made]
    return float(np.mean([bool(areas) for areas in listed]))


def _found(made: list[list[Candidate]], dependence: Dependence) -> tuple[float, float]:
    found, false = [], []
    for each in made:
        areas = areas_for_scrutiny(each, dependence=dependence).areas
        true = sum(area.candidate.id.startswith(SEEDED) for area in areas)
        found.append(true > 0)
        false.append((len(areas) - true) / max(len(areas), 1))
    return 100 * float(np.mean(found)), 100 * float(np.mean(false))


if __name__ == "__main__":
    main()
