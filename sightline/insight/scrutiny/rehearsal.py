"""Made-up catalogues of an authority, to measure what the list promises and what it misses.

Forty shares of sixty children, month by month for 30 months; groups of children beside the rest;
inputs that may go missing; places among similar areas; waits. Where children stay from month to
month, `resemblance` of them keep the answer they had: months then resemble each other as they do in
a real service. What is seeded is amiss, and all else is chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from sightline.insight.comparison.areas import Area
from sightline.insight.comparison.groups import Group, gaps
from sightline.insight.comparison.neighbours import among_neighbours
from sightline.insight.scrutiny.candidate import Candidate
from sightline.insight.scrutiny.deterioration import Monthly, Stayers
from sightline.insight.scrutiny.signals import (
    benchmark_outlier,
    contradiction,
    data_cliff,
    deterioration,
    subgroup_gap,
    waiting_tail,
)
from sightline.insight.wording import Polarity

SHARES, MONTHS, CHILDREN = 40, 30, 60
GROUPS, COLUMNS, PLACES, WAITS, AUDITS = 6, 20, 10, 6, 6
AREAS = 11
SEEDED = "seeded"


@dataclass(frozen=True, slots=True)
class Seed:
    """What is amiss: how far each falls or rises (fraction of 1; 0: nothing), and since when."""

    fall: float = 0.0
    months: int = 3
    gap: float = 0.0
    cliff: float = 0.0
    place: float = 0.0
    wait: float = 0.0
    audit: float = 0.0


NOTHING = Seed()


def catalogue(
    rng: Generator,
    resemblance: float = 0.0,
    seed: Seed = NOTHING,
    *,
    children_known: bool = True,
) -> list[Candidate]:
    """Return everything looked at; what is seeded has an id that starts with SEEDED.

    `children_known`: whether the list is told who stayed from month to month, or has months alone.
    """
    return [
        *_shares(rng, resemblance, seed, children_known=children_known),
        *_groups(rng, seed.gap),
        *_besides(rng, seed),
        *_places(rng, seed.place),
    ]


def _shares(
    rng: Generator, resemblance: float, seed: Seed, *, children_known: bool
) -> Iterator[Candidate]:
    chance = np.tile(rng.uniform(0.6, 0.95, SHARES), (MONTHS, 1))
    if seed.fall:
        chance[-seed.months :, 0] = chance[0, 0] - seed.fall
    answers = _answers(rng, chance, resemblance)
    counted = answers.sum(axis=2)
    for place in range(SHARES):
        name = _id("share", place, amiss=bool(seed.fall) and place == 0)
        series = Monthly(list(counted[:, place]), [CHILDREN] * MONTHS)
        known = _stayers(answers[:-6, place]) if children_known else None
        found = deterioration(name, name, series, Polarity.HIGH, known)
        if found is not None:
            yield found


def _answers(rng: Generator, chance: NDArray[np.float64], resemblance: float) -> NDArray[np.bool_]:
    """Return months × shares × children: counted or not. So many keep their last answer.

    A child who keeps it is asked again at the new chance: the same draw, set beside another limit.
    """
    draw = rng.random((chance.shape[1], CHILDREN))
    answers = np.empty((*chance.shape, CHILDREN), dtype=np.bool_)
    for month, limits in enumerate(chance):
        asked = rng.random(draw.shape) >= resemblance
        draw = np.where(asked, rng.random(draw.shape), draw)
        answers[month] = draw < limits[:, None]
    return answers


def _stayers(answers: NDArray[np.bool_]) -> Stayers:
    first, second = answers[:-1], answers[1:]
    return Stayers(
        int((first & second).sum()),
        int((first & ~second).sum()),
        int((~first & second).sum()),
        int((~first & ~second).sum()),
    )


def _groups(rng: Generator, gap: float) -> Iterator[Candidate]:
    for place in range(GROUPS):
        sizes = rng.integers(15, 120, 5)
        chance = np.full(5, rng.uniform(0.6, 0.9))
        amiss = gap > 0 and place == 0
        if amiss:
            sizes[0], chance[0] = 60, chance[0] - gap
        met = rng.binomial(sizes, chance)
        parts = [
            Group(str(i), int(m), int(n)) for i, (m, n) in enumerate(zip(met, sizes, strict=True))
        ]
        for each in gaps(parts):
            name = _id(f"gap {each.group.name}", place, amiss=amiss and each.group.name == "0")
            yield subgroup_gap(name, name, each, Polarity.HIGH)


def _besides(rng: Generator, seed: Seed) -> Iterator[Candidate]:
    for place in range(COLUMNS):
        amiss = seed.cliff > 0 and place == 0
        chance = rng.uniform(0.01, 0.2)
        before = Group("before", int(rng.binomial(150, chance)), 150)
        now = Group("now", int(rng.binomial(150, chance + amiss * seed.cliff)), 150)
        yield data_cliff(_id("cliff", place, amiss=amiss), "A column", now, before)
    for place in range(WAITS):
        amiss = seed.wait > 0 and place == 0
        chance = rng.uniform(0.05, 0.3)
        before = Group("before", int(rng.binomial(90, chance)), 90)
        now = Group("now", int(rng.binomial(90, chance + amiss * seed.wait)), 90)
        yield waiting_tail(_id("wait", place, amiss=amiss), "A wait", now, before)
    for place in range(AUDITS):
        amiss = seed.audit > 0 and place == 0
        chance = rng.uniform(0.6, 0.9)
        audited = Group("audits", int(rng.binomial(40, chance - amiss * seed.audit)), 40)
        recorded = Group("records", int(rng.binomial(300, chance)), 300)
        yield contradiction(_id("audit", place, amiss=amiss), "A practice", audited, recorded)


def _places(rng: Generator, fall: float) -> Iterator[Candidate]:
    """The authority beside ten areas; all differ by three points beyond chance.

    Of every other measure the areas' numbers are published, of the rest their values alone.
    """
    for place in range(PLACES):
        amiss = fall > 0 and place == 0
        middle = rng.uniform(0.6, 0.85)
        chance = np.clip(rng.normal(middle, 0.03, AREAS), 0, 1)
        if amiss:
            chance[0] = middle - fall
        sizes = rng.integers(150, 500, AREAS)
        met = rng.binomial(sizes, chance)
        areas = [
            Area(str(i), float(m / n), int(m), int(n))
            for i, (m, n) in enumerate(zip(met, sizes, strict=True))
        ]
        others = areas[1:] if place % 2 else [Area(each.name, each.value) for each in areas[1:]]
        own = among_neighbours(areas[0], others)
        assert own is not None
        name = _id("place", place, amiss=amiss)
        yield benchmark_outlier(name, name, own, int(sizes[0]), Polarity.HIGH)


def _id(kind: str, place: int, *, amiss: bool) -> str:
    return f"{SEEDED if amiss else 'chance'}: {kind} {place}"
