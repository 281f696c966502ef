"""Issues for every thousand rows over time, as lines and as a chart, as one person may see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.jobs.quality import PER
from sightline.jobs.quality_over_time import Rate
from sightline.oversight.charts import Chart, Point
from sightline.oversight.quality_lines import about


@dataclass(frozen=True, slots=True)
class SeenRate:
    """A rate as one person may see it: of one to five issues, None but for the rows.

    For those outside it is of about so many issues (see `quality_lines.about`), and does not say
    how many are errors.
    """

    load: int | None
    day: date
    rows: int
    errors: int | None
    warnings: int | None
    per_thousand: float | None
    withheld: bool = False

    @property
    def said(self) -> str:
        """ "5.64"; "c" where withheld; a dash where there are no rows."""
        if self.per_thousand is None and not self.withheld:
            return "–"
        return words.number(self.per_thousand, 2)


def seen_rates(rates: Sequence[Rate], *, exact: bool) -> list[SeenRate]:
    """The rates, in their order; not `exact`, those of few issues are withheld."""
    return [_seen(rate, exact=exact) for rate in rates]


def _seen(rate: Rate, *, exact: bool) -> SeenRate:
    if exact:
        return SeenRate(
            rate.load, rate.day, rate.rows, rate.errors, rate.warnings, rate.per_thousand
        )
    shown = about(rate.errors + rate.warnings)
    if shown is None:
        return SeenRate(rate.load, rate.day, rate.rows, None, None, None, withheld=True)
    rated = shown / rate.rows * PER if rate.rows else None
    return SeenRate(rate.load, rate.day, rate.rows, None, None, rated)


def trend_chart(of: str, rates: Sequence[SeenRate]) -> Chart:
    """The chart of one return, or of all that is held; what is withheld is a gap."""
    title = f"Issues for every 1,000 rows of {of}"
    return Chart(
        title=title,
        description=_described(title, rates),
        points=[Point(each.day, each.per_thousand) for each in rates],
        percent=False,
    )


def _described(title: str, rates: Sequence[SeenRate]) -> str:
    known = [(each.day, each.per_thousand) for each in rates if each.per_thousand is not None]
    if not known:
        return f"{title}: no figure to show."
    worst = max(known, key=lambda each: each[1])
    first, last = known[0], known[-1]
    said = [f"{words.number(rate, 2)} on {words.day(day)}" for day, rate in (first, last, worst)]
    return (
        f"Line chart of {title[0].lower()}{title[1:]}: {said[0]}, {said[1]}; most {said[2]}. "
        "The table beneath has every figure."
    )
