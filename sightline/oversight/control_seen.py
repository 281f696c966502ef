"""A measure's control chart as one person may see it."""

from sightline.insight.process_control import Kind
from sightline.insight.wording import Verdict
from sightline.jobs.control import Control, Limits, control
from sightline.measures import MeasureFigures
from sightline.oversight.charts import Lines
from sightline.oversight.declaring import declared_for
from sightline.oversight.withheld import figure_for

WITHHELD = "Some months are withheld, and limits would tell of them."
FOR = {Verdict.BETTER: ", for the better", Verdict.WORSE: ", for the worse", Verdict.NEITHER: ""}
_READ = {
    Kind.XMR: "the usual difference from one month to the next (an XmR chart)",
    Kind.P: "how many children each month’s share is out of (a p-chart)",
    Kind.U: "how many days each month’s rate is out of (a u-chart)",
}


def control_for(found: MeasureFigures, *, exact: bool) -> Control:
    """The chart; not `exact`, without limits where a figure is withheld: they average them all."""
    kind = found.measure.kind
    if any(figure_for(figure, kind, exact=exact).withheld for figure in found.series):
        return Control(why_not=WITHHELD)
    return control(found, declared_for(found.measure.id))


def lines_of(limits: Limits | None) -> Lines | None:
    """The lines at one figure, to draw."""
    if limits is None:
        return None
    return Lines(limits.lower, limits.centre, limits.upper, limits.stretch, limits.verdict)


def signs_said(limits: Limits) -> str:
    """What a figure is a sign of: "seven points on one side of the average, for the worse"."""
    if limits.verdict is None:
        return ""
    rules = dict.fromkeys(sign.rule.value for sign in limits.signs)
    return f"{', '.join(rules)}{FOR[limits.verdict]}"


def drawn_from(seen: Control) -> str:
    """What the limits are worked out from, in words; empty where there are none."""
    return _READ.get(seen.kind, "") if seen.kind and seen.limits else ""
