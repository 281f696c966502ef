"""How many of many findings are likely to be nothing."""

from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray


class Dependence(StrEnum):
    """What is known of how findings hang together.

    `TOGETHER`: independent, or tending to move together (Benjamini and Hochberg). `ANY`: any way at
    all (Benjamini and Yekutieli), at the price of finding less.
    """

    TOGETHER = "together"
    ANY = "any"


def adjusted(
    p_values: ArrayLike, dependence: Dependence = Dependence.TOGETHER
) -> NDArray[np.float64]:
    """Return for each finding the smallest rate of false discoveries at which it would be kept.

    Benjamini and Hochberg (1995) J R Statist Soc B 57:289–300; Benjamini and Yekutieli (2001)
    Annals of Statistics 29:1165–1188.
    """
    p = np.asarray(p_values, dtype=np.float64)
    count = len(p)
    if count == 0:
        return p
    order = np.argsort(p)
    places = np.arange(1, count + 1)
    factor = float((1 / places).sum()) if dependence is Dependence.ANY else 1.0
    steps = p[order] * count * factor / places
    found = np.empty(count)
    found[order] = np.minimum(np.minimum.accumulate(steps[::-1])[::-1], 1.0)
    return found


def discoveries(p_values: ArrayLike, rate: float) -> NDArray[np.bool_]:
    """Mark the findings to keep so that at most a share `rate` of those kept is false, on average.

    Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57:289–300. It holds
    for independent findings and for those that tend to move together.
    """
    return np.asarray(adjusted(p_values) <= rate + 1e-12, dtype=np.bool_)
