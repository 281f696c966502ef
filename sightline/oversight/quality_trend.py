"""Issues for every thousand rows over the days that a return's files speak of, as a chart."""

from collections.abc import Sequence

from sightline import words
from sightline.jobs.quality_over_time import Rate
from sightline.oversight.charts import Chart, Point
from sightline.oversight.quality_words import return_title


def trend_chart(return_name: str, rates: Sequence[Rate]) -> Chart:
    """The chart of one return."""
    title = f"Issues for every 1,000 rows of {return_title(return_name)}"
    return Chart(
        title=title,
        description=_described(title, rates),
        points=[Point(each.day, each.per_thousand) for each in rates],
        percent=False,
    )


def _described(title: str, rates: Sequence[Rate]) -> str:
    known = [(each.day, each.per_thousand) for each in rates if each.per_thousand is not None]
    if not known:
        return f"{title}: no rows."
    worst = max(known, key=lambda each: each[1])
    first, last = known[0], known[-1]
    said = [f"{words.number(rate, 1)} on {words.day(day)}" for day, rate in (first, last, worst)]
    return (
        f"Line chart of {title[0].lower()}{title[1:]}: {said[0]}, {said[1]}; most {said[2]}. "
        "The table beneath has every figure."
    )
