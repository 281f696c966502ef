"""Statistical process control: telling a change from the noise of month to month.

Charts (XmR; p and u with Laney's correction; t and g for rare events), the four rules of NHS
England's *Making Data Count*, and its two verdicts: variation and assurance. Arrays in, frozen
charts out.
"""

from sightline.insight.process_control.chart import FEWEST_POINTS, Chart, Rebase
from sightline.insight.process_control.fit import Kind, fitting
from sightline.insight.process_control.rare_events import g_chart, t_chart
from sightline.insight.process_control.rules import RUN, Rule, Signal, signals
from sightline.insight.process_control.shares_and_rates import p_chart, u_chart
from sightline.insight.process_control.verdicts import (
    Assurance,
    Standing,
    Variation,
    standing,
)
from sightline.insight.process_control.xmr import mean_moving_range, xmr

__all__ = [
    "FEWEST_POINTS",
    "RUN",
    "Assurance",
    "Chart",
    "Kind",
    "Rebase",
    "Rule",
    "Signal",
    "Standing",
    "Variation",
    "fitting",
    "g_chart",
    "mean_moving_range",
    "p_chart",
    "signals",
    "standing",
    "t_chart",
    "u_chart",
    "xmr",
]
