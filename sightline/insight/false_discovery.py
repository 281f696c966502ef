"""How many of many findings are likely to be nothing."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def discoveries(p_values: ArrayLike, rate: float) -> NDArray[np.bool_]:
    """Mark the findings to keep so that at most a share `rate` of those kept is false, on average.

    Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57:289–300. It holds
    for independent findings and for those that tend to move together.
    """
    p = np.asarray(p_values, dtype=np.float64)
    order = np.argsort(p)
    steps = rate * np.arange(1, len(p) + 1) / max(len(p), 1)
    passed = np.flatnonzero(p[order] <= steps)
    kept = np.zeros(len(p), dtype=bool)
    if len(passed):
        kept[order[: passed[-1] + 1]] = True
    return kept
