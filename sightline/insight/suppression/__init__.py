"""Small numbers: what may be shown to those who may not see a child.

`small` says which counts, shares and single breakdowns are withheld; `release` does the same for a
whole set of tables that share cells and totals with each other and with what was published before.
"""

from sightline.insight.suppression.release import Difference, Release, Sum, protect
from sightline.insight.suppression.small import (
    SMALLEST_SHOWN,
    WITHHELD,
    Breakdown,
    is_small,
    share_is_suppressed,
    suppress_breakdown,
    suppress_count,
    suppress_share,
)

__all__ = [
    "SMALLEST_SHOWN",
    "WITHHELD",
    "Breakdown",
    "Difference",
    "Release",
    "Sum",
    "is_small",
    "protect",
    "share_is_suppressed",
    "suppress_breakdown",
    "suppress_count",
    "suppress_share",
]
