"""How the record changed, as one person may see it: small numbers withheld from those outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.insight.intervals import wilson
from sightline.jobs.history import ChildChange, Month, Tally
from sightline.measures import Figure, Group
from sightline.measures.language import Kind
from sightline.oversight.charts import Chart, Point
from sightline.oversight.withheld import SeenFigure, count_for, figure_for, groups_for
from sightline.words import SUPPRESSED

WHATS = {"late": "Recorded late", "changed": "Changed", "vanished": "Vanished"}
COUNTS = ("changed", "vanished", "made_timely")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table of counts: a count that is None is withheld."""

    name: str
    late: SeenFigure
    days: str
    changed: int | None
    vanished: int | None
    made_timely: int | None

    @property
    def share(self) -> str:
        """ "12%", "c" where withheld, "–" of nothing."""
        if self.late.withheld:
            return SUPPRESSED
        return "–" if self.late.value is None else words.percentage(self.late.value, 1)

    @property
    def quiet(self) -> bool:
        """Whether nothing late, changed or vanished can be shown of it."""
        return not any((self.late.numerator, self.changed, self.vanished, self.made_timely))


def parted(found: Sequence[Line]) -> tuple[list[Line], list[Line], float]:
    """Those to look at, the largest share late first; the quiet ones; and the end of the scale.

    What is withheld comes last, in the order given, which tells nothing of how much it is. The
    scale of the picture ends where the highest interval does.
    """
    loud = [line for line in found if not line.quiet]
    loud.sort(key=lambda line: -1.0 if line.late.value is None else line.late.value, reverse=True)
    most = max((line.late.high or 0.0 for line in loud), default=0.0)
    return loud, [line for line in found if line.quiet], most


def lines(tallies: Sequence[Tally], *, exact: bool) -> list[Line]:
    """Groups that stand beside each other, withheld so that none can be worked out."""
    shares = groups_for(
        [Group(t.name, share_figure(t.late, t.shown)) for t in tallies], Kind.SHARE, exact=exact
    )
    counts = {name: _counts(tallies, name, exact=exact) for name in COUNTS}
    return [
        Line(
            tally.name,
            share.figure,
            _days(tally) if not share.figure.withheld else SUPPRESSED,
            *(counts[name][place] for name in COUNTS),
        )
        for place, (tally, share) in enumerate(zip(tallies, shares, strict=True))
    ]


def whole(total: Tally, *, exact: bool) -> Line:
    """All of it."""
    share = figure_for(share_figure(total.late, total.shown), Kind.SHARE, exact=exact)
    return Line(
        total.name,
        share,
        _days(total) if not share.withheld else SUPPRESSED,
        *(count_for(getattr(total, name), exact=exact) for name in COUNTS),
    )


def chart(months: Sequence[Month], *, exact: bool) -> Chart:
    """The share of what each extract first shows that an earlier one should have shown."""
    seen = [
        figure_for(share_figure(each.late, each.shown, each.as_at), Kind.SHARE, exact=exact)
        for each in months
    ]
    known = [each.value for each in seen if each.value is not None]
    between = (
        f"between {words.percentage(min(known))} and {words.percentage(max(known))}"
        if known
        else "withheld"
    )
    return Chart(
        title="Share recorded late, extract by extract",
        description=(
            f"Line chart of the share of events recorded late in each extract: {between}. "
            "The table beneath has every figure."
        ),
        points=[Point(f.as_at, f.value, f.low, f.high) for f in seen],
        percent=True,
    )


def sentence(change: ChildChange) -> str:
    """One change as a person would say it."""
    if change.what == "late":
        return (
            f"On {_said(change.now)}; first in the extract of {words.day(change.seen_now)}, so "
            f"recorded {change.at_least:,} to {change.days:,} days after."
        )
    if change.what == "vanished":
        return (
            f"Was {_said(change.was)} in the extract of {words.day(change.seen_before)}, is not in "
            f"that of {words.day(change.seen_now)}, and nothing says why."
        )
    said = f"Was {_said(change.was)}, is {_said(change.now)} now."
    if change.due is None:
        return said
    due = f"due on {words.day(change.due)}: became timely by the change. Why?"
    if change.done is None or change.done.isoformat() == change.now:
        return f"{said} It was {due}"
    return f"{said} What was done on {words.day(change.done)} had been {due}"


def _said(value: str | None) -> str:
    """A day in words; anything else as the return has it."""
    try:
        return words.day(date.fromisoformat(value or ""))
    except ValueError:
        return value or "blank"


def share_figure(late: int, shown: int, as_at: date = date.min) -> Figure:
    """So many of so many as a figure, with its interval."""
    limits = wilson(late, shown)
    low, high = (limits.low, limits.high) if limits else (None, None)
    return Figure(as_at, late, shown, late / shown if shown else None, low, high, 1.0, 0.0)


def _counts(tallies: Sequence[Tally], name: str, *, exact: bool) -> list[int | None]:
    counts = [getattr(tally, name) for tally in tallies]
    groups = [Group("", Figure(date.min, n, None, n, None, None, 1.0, 0.0)) for n in counts]
    seen = groups_for(groups, Kind.COUNT, exact=exact)
    return [
        None if group.figure.withheld else count for group, count in zip(seen, counts, strict=True)
    ]


def _days(tally: Tally) -> str:
    if tally.least is None or tally.most is None:
        return "–"
    return f"{tally.least:,.0f} to {tally.most:,.0f}"
