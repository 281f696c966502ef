"""Random attacks on tables that share cells and totals and follow one another in time.

The attacker solves all sums at once (linear programming, which the code under test does not use):
once as an outsider, to whom a withheld figure is 1 or more and no running count falls, and once as
an insider, who is told of each withheld figure whether it was withheld for being small. 10,000
attacks, each on one small figure, under make test-long; 1,000 in CI's bout, 100 in make test.
"""

from __future__ import annotations

import os
from collections import defaultdict
from itertools import product

import numpy as np
import pytest
from numpy.random import Generator
from numpy.typing import NDArray
from scipy.optimize import linprog

from sightline.insight.suppression import Difference, Release, Sum, protect

ATTACKS = 1_000 if os.environ.get("SIGHTLINE_HYPOTHESIS") == "bout" else 10_000
FEW = 100
SIZES = [0, 1, 2, 3, 4, 5, 6, 7, 9, 14, 30, 60]


class Publication:
    """A table of two ways, another breakdown of the same rows' total, and the month after."""

    def __init__(self, rng: Generator) -> None:
        self.rows, self.columns = int(rng.integers(1, 4)), int(rng.integers(2, 5))
        self.others = int(rng.integers(2, 5))
        self.sums: list[Sum] = []
        self.differences: list[Difference] = []
        self.counts: dict[str, int] = {}
        cells = rng.choice(SIZES, size=(self.rows, self.columns))
        self._month(0, cells, rng)
        self.first = dict(self.counts)
        self.first_sums = list(self.sums)
        more = rng.choice([0, 0, 0, 1, 2, 7, 20], size=cells.shape)
        self._month(1, cells + more, rng)
        self.differences = [
            Difference(name, name.replace("0:", "1:", 1))
            for name in self.first
            if "other" not in name
        ]

    def _month(self, month: int, cells: NDArray[np.int64], rng: Generator) -> None:
        def name(*place: object) -> str:
            return f"{month}:" + "-".join(str(part) for part in place)

        for r, c in product(range(self.rows), range(self.columns)):
            self.counts[name("cell", r, c)] = int(cells[r, c])
        for r in range(self.rows):
            self._add(name("row", r), [name("cell", r, c) for c in range(self.columns)])
        for c in range(self.columns):
            self._add(name("column", c), [name("cell", r, c) for r in range(self.rows)])
        self._add(name("all"), [name("row", r) for r in range(self.rows)])
        self.sums.append(Sum(name("all"), tuple(name("column", c) for c in range(self.columns))))
        total = int(cells.sum())
        cuts = np.sort(rng.integers(0, total + 1, self.others - 1))
        parts = np.diff([0, *cuts, total])
        for place, part in enumerate(parts):
            self.counts[name("other", place)] = int(part)
        self.sums.append(Sum(name("all"), tuple(name("other", i) for i in range(self.others))))

    def _add(self, whole: str, parts: list[str]) -> None:
        self.counts[whole] = sum(self.counts[part] for part in parts)
        self.sums.append(Sum(whole, tuple(parts)))


def attack(
    pub: Publication, shown: dict[str, int | None], target: dict[str, int], *, insider: bool
) -> tuple[float, float]:
    """Return the least and the most that a combination of figures can be."""
    names = list(pub.counts)
    place = {name: i for i, name in enumerate(names)}
    bounds = [_bounds(shown[name], pub.counts[name], insider=insider) for name in names]
    equal = np.zeros((len(pub.sums), len(names)))
    for i, each in enumerate(pub.sums):
        equal[i, place[each.whole]] = -1
        for part in each.parts:
            equal[i, place[part]] = 1
    grows = np.zeros((0 if insider else len(pub.differences), len(names)))
    for i, step in enumerate(() if insider else pub.differences):  # no count falls
        grows[i, place[step.earlier]], grows[i, place[step.later]] = 1, -1
    fixed = (grows, np.zeros(len(grows)), equal, np.zeros(len(equal)))
    weights = np.zeros(len(names))
    for name, weight in target.items():
        weights[place[name]] = weight
    ends = []
    for sign in (1, -1):
        solved = linprog(sign * weights, *fixed, bounds)
        ends.append(sign * solved.fun if solved.status == 0 else -sign * np.inf)
    return ends[0], ends[1]


def _bounds(value: int | None, truth: int, *, insider: bool) -> tuple[float, float | None]:
    if value is not None:
        return value, value
    if insider:
        return (1, 5) if truth <= 5 else (6, None)
    return 1, None


def one_attack(rng: Generator) -> int:
    """Publish two months, attack every small figure and every small step; return how many."""
    pub = Publication(rng)
    before = protect(pub.first, pub.first_sums)
    assert before.given_away == ()
    after = protect(pub.counts, pub.sums, pub.differences, before.shown)
    assert after.given_away == ()
    _no_small_figure_is_shown(pub, after)
    nothing = {name: 0 if count == 0 else None for name, count in pub.counts.items()}
    targets: list[dict[str, int]] = [{n: 1} for n, c in pub.counts.items() if 1 <= c <= 5]
    targets += [
        {step.later: 1, step.earlier: -1}
        for step in pub.differences
        if 1 <= pub.counts[step.later] - pub.counts[step.earlier] <= 5
    ]
    for target in targets:
        low, high = attack(pub, after.shown, target, insider=False)
        least, _ = attack(pub, nothing, target, insider=False)
        assert low <= max(1, least) + 1e-6, (target, low, pub.counts, after.shown)
        assert high >= max(5, least + 1) - 1e-6, (target, high, pub.counts, after.shown)
        if len(target) > 1:
            continue
        low, high = attack(pub, after.shown, target, insider=True)
        least, most = attack(pub, nothing, target, insider=True)
        assert low <= least + 1e-6, (target, low, least, pub.counts, after.shown)
        assert high >= most - 1e-6, (target, high, most, pub.counts, after.shown)
    return len(targets)


def _no_small_figure_is_shown(pub: Publication, after: Release) -> None:
    for name, value in after.shown.items():
        assert value is None or value == pub.counts[name]
        assert value is None or value == 0 or value > 5


def attacks(seed: int, times: int) -> None:
    """Attack publication after publication, until so many small figures have been attacked."""
    rng = np.random.default_rng(seed)
    done = 0
    while done < times:
        done += one_attack(rng)


def test_a_hundred_random_attacks_learn_nothing() -> None:
    attacks(2026, FEW)


@pytest.mark.long
def test_ten_thousand_random_attacks_learn_nothing() -> None:
    attacks(10_000, ATTACKS)


def test_the_attacker_can_win() -> None:
    """Of the same tables, with small figures alone withheld, many fall: the attack is one."""
    rng = np.random.default_rng(7)
    fallen = 0
    for _ in range(20):
        pub = Publication(rng)
        naive = {n: None if 1 <= c <= 5 else c for n, c in pub.counts.items()}
        for name, count in pub.counts.items():
            if 1 <= count <= 5:
                low, high = attack(pub, naive, {name: 1}, insider=False)
                fallen += high - low < 1e-6
    assert fallen > 10


@pytest.mark.parametrize(("shape", "largest"), [((1, 2), 12), ((1, 3), 5)])
def test_one_who_knows_the_method_pins_down_no_small_cell(
    shape: tuple[int, int], largest: int
) -> None:
    """Every table up to a size, grouped by what is published of it: an exhaustive attack.

    The grid is finite, so only publications whose withheld cells all fit within it are judged.
    """
    cells = [f"{r}{c}" for r, c in product(range(shape[0]), range(shape[1]))]
    behind: dict[tuple[int | None, ...], list[tuple[int, ...]]] = defaultdict(list)
    for values in product(range(largest + 1), repeat=len(cells)):
        counts = dict(zip(cells, values, strict=True))
        counts["all"] = sum(values)
        shown = protect(counts, [Sum("all", tuple(cells))]).shown
        behind[tuple(shown.values())].append(values)
    judged = 0
    for published, candidates in behind.items():
        hidden = [i for i, cell in enumerate(published[:-1]) if cell is None]
        known = sum(cell for cell in published[:-1] if cell is not None)
        if not hidden or (published[-1] is not None and published[-1] - known > largest):
            continue
        judged += 1
        for place in hidden:
            assert len({values[place] for values in candidates}) > 1, (published, candidates)
    assert judged > 5
