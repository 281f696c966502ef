"""Which chart fits a series.

A p- or u-chart's limits lean on the normal curve, which holds where about five children are counted
and, of a share, five are not (Montgomery's rule for attributes charts). Below that, the time
between events says more. Values that are neither a share nor a count of events go on an XmR chart.
"""

from __future__ import annotations

from enum import StrEnum

from numpy.typing import ArrayLike

from sightline.insight.process_control.chart import complete

FEWEST_EXPECTED = 5.0


class Kind(StrEnum):
    """A kind of chart."""

    XMR = "XmR"
    P = "p"
    U = "u"
    BETWEEN_EVENTS = "time between events"


def fitting(
    counts: ArrayLike | None = None, out_of: ArrayLike | None = None, *, share: bool = False
) -> Kind:
    """Return the chart that fits: no counts (a mean, a sum of money) is XmR.

    `counts`: events or children a month. `out_of`: what they are out of, children for a share,
    exposure for a rate; None for a bare count. Raises ValueError for a share out of nothing.
    """
    if counts is None:
        return Kind.XMR
    x = complete(counts)
    if share:
        if out_of is None:
            raise ValueError("A share is out of something.")
        few = min(float(x.mean()), float((complete(out_of) - x).mean()))
        # of a share nearly all or nearly none, the few are the rare event
        return Kind.P if few >= FEWEST_EXPECTED else Kind.BETWEEN_EVENTS
    if float(x.mean()) < FEWEST_EXPECTED:
        return Kind.BETWEEN_EVENTS
    return Kind.XMR if out_of is None else Kind.U
