"""Months resemble their neighbours, as the same children stay in care: what that does to means."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MOST = 0.9


def lag_one(values: Floats) -> float:
    """Return the lag-one autocorrelation, corrected for its bias in short series, from 0 to 0.9."""
    deviations = values - values.mean()
    total = float(deviations @ deviations)
    if total == 0:
        return 0.0
    raw = float(deviations[1:] @ deviations[:-1]) / total
    corrected = raw + (1 + 3 * raw) / len(values)
    return min(max(corrected, 0.0), MOST)


def inflation(n: int, rho: float) -> float:
    """Return by how much autocorrelation multiplies the variance of a mean of n values."""
    lags = np.arange(1, n)
    return float(1 + 2 * np.sum((1 - lags / n) * rho**lags))
