"""What whole numbers withheld figures could be, given all that is shown and how figures add up.

An attacker who solves every sum at once. Exact: integer programming (HiGHS, by scipy), so what is
said to be possible is possible, and nothing else is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A figure that is not shown, and the least and the most it could be by itself."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Equation:
    """Terms that add up to nothing: the coefficient of each figure, by its name."""

    terms: Mapping[str, int]


class Reach:
    """The possible values of unknown figures. Names of known figures stand in `known`."""

    def __init__(
        self,
        equations: Sequence[Equation],
        known: Mapping[str, int],
        unknown: Mapping[str, Unknown],
    ) -> None:
        self._place = {name: place for place, name in enumerate(unknown)}
        self._least = np.array([each.least for each in unknown.values()])
        self._most = np.array([each.most for each in unknown.values()])
        rows: list[int] = []
        columns: list[int] = []
        values: list[int] = []
        right: list[int] = []
        for equation in equations:
            open_terms = [name for name in equation.terms if name in self._place]
            if not open_terms:
                continue
            for name in open_terms:
                rows.append(len(right))
                columns.append(self._place[name])
                values.append(equation.terms[name])
            right.append(
                -sum(factor * known[n] for n, factor in equation.terms.items() if n in known)
            )
        shape = (len(right), len(self._place))
        self._left = csr_array((np.array(values, dtype=float), (rows, columns)), shape=shape)
        self._right = np.array(right, dtype=np.float64)

    def example(
        self, aim: Mapping[str, int], fixed: Mapping[str, int] | None = None
    ) -> dict[str, int] | None:
        """Return possible values of all unknown figures together, or None where there are none.

        `aim`: weights of the figures to make as small as can be; `fixed`: values to hold.
        """
        if not self._place:
            return {}
        least, most = self._least.copy(), self._most.copy()
        for name, value in (fixed or {}).items():
            place = self._place[name]
            if not least[place] <= value <= most[place]:
                return None
            least[place] = most[place] = value
        weights = np.zeros(len(self._place))
        for name, weight in aim.items():
            weights[self._place[name]] = weight
        constraints = (
            LinearConstraint(self._left, self._right, self._right) if len(self._right) else ()
        )
        solved = milp(
            weights,
            integrality=np.ones(len(weights)),
            bounds=Bounds(least, most),
            constraints=constraints,
        )
        if solved.x is None:
            return None
        return {name: round(float(solved.x[place])) for name, place in self._place.items()}

    def least(self, name: str, sign: int) -> int:
        """Return the least that a figure times its sign can be. It must have one."""
        example = self.example({name: sign})
        assert example is not None  # the truth is one
        return example[name] * sign
