"""Rounding as people do it: a half goes away from zero."""

from decimal import ROUND_HALF_UP, Decimal


def half_up(value: float, places: int = 0) -> float:
    """Round to `places` decimal places, a half away from zero (0.5 to 1, unlike Python's round)."""
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
