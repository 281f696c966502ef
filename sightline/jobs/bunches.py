"""Where more was done just inside a limit, or at a month's end, than the days around would say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import polars as pl
from ibis import _
from ibis.expr.types import Table

from sightline.duties.working_days import calendar
from sightline.insight.bunching import Bunch, bunching, month_end
from sightline.jobs.authority import opened
from sightline.jobs.remembered import remembered
from sightline.measures.event_intervals import Event, intervals
from sightline.records import Records

SIX_WEEKS = 42
YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Question:
    """One limit looked at. `bunch` is None where there was too little to tell."""

    title: str
    window: str
    bunch: Bunch | None

    @property
    def sentence(self) -> str:
        """What was found, as a question where there is one."""
        if self.bunch is None:
            return "Too few to tell."
        seen, expected = f"{self.bunch.observed:,}", f"{self.bunch.expected:,.0f}"
        if not self.bunch.beyond_chance:
            return f"{seen} {self.window}, about as the days around would say ({expected})."
        return f"{seen} {self.window}, where the days around would say {expected}. Why so many?"


@remembered
def questions(data: Path) -> tuple[Question, ...]:
    """Every limit that the records can be asked about. Raises NothingLoadedError."""
    with opened(data) as records:
        assessments = _working_days(records, "assessment", "started", "ended")
        conferences = _working_days(records, "section47", "strategy_discussion", "conference")
        visits = _frame(records, intervals(records, Event.VISIT))
        gaps = visits.filter(pl.col("previous").is_not_null())["at_most"].to_list()
        to_end = _to_month_end(visits["date"])
    return (
        Question(
            "Assessments authorised by day 45",
            "were authorised on working days 43 to 45",
            bunching(assessments, 45),
        ),
        Question(
            "Conferences held by day 15",
            "were held on working days 14 and 15",
            bunching(conferences, 15, inside=2),
        ),
        Question(
            "Visits six weeks after the last",
            "were made on days 40 to 42",
            bunching(gaps, SIX_WEEKS),
        ),
        Question(
            "Visits at the end of months",
            "visits are dated on the last two working days of a month",
            month_end(to_end),
        ),
    )


def _frame(records: Records, table: Table) -> pl.DataFrame:
    return pl.DataFrame(records.connection.to_pyarrow(table))


def _numbered(days: pl.Series) -> pl.DataFrame:
    """Each calendar day about those given: day, is_working_day, working_day_number."""
    known = days.drop_nulls()
    first, last = known.min(), known.max()
    assert isinstance(first, date)
    assert isinstance(last, date)
    return pl.DataFrame(calendar(first, last + YEAR))


def _working_days(records: Records, table: str, began: str, done: str) -> list[int]:
    """Working days from the one to the other, for every row that has both."""
    rows = records.table(table).filter(_[began].notnull() & (_[done] >= _[began]))
    found = _frame(records, rows.select(began=_[began], done=_[done]))
    if found.is_empty():
        return []
    days = _numbered(pl.concat([found["began"], found["done"]])).select("day", "working_day_number")
    joined = found.join(days, left_on="began", right_on="day").join(
        days, left_on="done", right_on="day", suffix="_done"
    )
    return (joined["working_day_number_done"] - joined["working_day_number"]).to_list()


def _to_month_end(visited: pl.Series) -> list[int]:
    """Working days from each visit to the last of its month; one at a weekend counts as before."""
    if visited.is_empty():
        return []
    days = _numbered(visited)
    last = days.group_by(pl.col("day").dt.month_end().alias("end")).agg(
        pl.col("working_day_number").max().alias("last")
    )
    joined = (
        visited.to_frame("day")
        .join(days, on="day")
        .with_columns(end=pl.col("day").dt.month_end())
        .join(last, on="end")
    )
    return (joined["last"] - joined["working_day_number"]).to_list()
