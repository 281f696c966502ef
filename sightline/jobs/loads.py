"""Load files, and say what was wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa

from sightline.jobs.authority import store
from sightline.jobs.checks import CheckReport, report
from sightline.jobs.kept_children import keep_children
from sightline.jobs.looked_at import keep_looked_at
from sightline.jobs.quality_kept import keep_quality
from sightline.jobs.said_then import put_away
from sightline.measures import catalogue
from sightline.measures.keeping import keep_rows
from sightline.measures.kept_sums import keep_sums
from sightline.measures.made_timely import keep_made_timely
from sightline.measures.view import View
from sightline.records import Load, NothingLoadedError, Records, Store
from sightline.records.rewritten import keep_changes
from sightline.returns import (
    ReadFile,
    UndatedExtractError,
    extract_dates,
    read_files,
    says_nothing,
)
from sightline.trackers.clocks import keep_clocks
from sightline.trackers.waiting import keep_reasons

Progress = Callable[[str], None]

_YEARLY = {
    "ssda903": (
        "the SSDA903, and no date in it or beside it tells of which year. Load it together with "
        "that year's episodes, or say the year."
    ),
    "cin_census": (
        "the children in need census, and neither its header nor a date in it tells of which "
        "year. Say the year, by the March it ends in."
    ),
    "workforce": (
        "the social work workforce census, and its header does not tell of which year. "
        "Say the year of its 30 September."
    ),
}
"""Returns whose tables must know their year, and what to say where one does not."""


@dataclass(frozen=True, slots=True)
class LoadReceipt:
    """What a load did: its number, None where nothing was new, and the day the data speaks of.

    `as_at` is None as long as nothing that has been loaded says who is in care.
    """

    report: CheckReport
    load_id: int | None
    as_at: date | None

    @property
    def nothing_new(self) -> bool:
        """Whether all that was given is held already."""
        return self.load_id is None


def load(
    paths: Sequence[Path],
    data: Path,
    *,
    loaded_at: datetime,
    as_at: date | None = None,
    year: int | None = None,
    progress: Progress = lambda step: None,
) -> LoadReceipt:
    """Read files and keep what could be read, as one load: all of it, or nothing if it is cut off.

    `as_at` is the day the extracts speak of whose return does not say it, such as Annex A; without
    it each file's own dates tell.
    Raises UndatedExtractError where no date tells of what day or year a file is: nothing is kept.
    """
    progress("Reading the files")
    files = read_files(paths, year=year)
    telling = [file for file in files if not (file.tables and says_nothing(file))]
    periods = _periods(telling, as_at, loaded_at.date())
    progress("Keeping what was read")
    held = store(data)
    kept = held.commit(telling, periods, loaded_at)
    if not held.is_current():
        progress("Working out the figures")
        refresh(held)
    return LoadReceipt(report(files, periods), kept.id if kept else None, _speaks_of(held))


def _speaks_of(held: Store) -> date | None:
    try:
        with held.open() as records:
            return records.as_at
    except NothingLoadedError:
        return None


def _periods(files: Sequence[ReadFile], as_at: date | None, today: date) -> dict[str, date]:
    """The day each file speaks of whose return does not say; a yearly one must know its year."""
    for file in files:
        for table in file.tables:
            if table.return_name in _YEARLY and table.period is None:
                raise UndatedExtractError(f"{file.path} is of {_YEARLY[table.return_name]}")
    undated = [file for file in files if any(table.period is None for table in file.tables)]
    if as_at:
        return {file.path: as_at for file in undated}
    return extract_dates(undated, today)


def refresh(held: Store) -> None:
    """Build the records, the figures and the worklists from the snapshots, unless they are."""
    held.refresh(lambda records: _work_out(held, records))


def keep_current(held: Store) -> None:
    """As `refresh`, but while another process builds, the load before may still be read."""
    held.keep_current(lambda records: _work_out(held, records))


def _work_out(held: Store, records: Records) -> None:
    if records.table("extract").count().execute() == 0:
        return
    keep_rows(records, list(catalogue().values()))
    keep_sums(records)
    keep_quality(records, held.snapshots, catalogue())
    keep_changes(records, held.snapshots)
    keep_looked_at(records, catalogue())
    today = View.at(records, [records.as_at])
    keep_clocks(records, today)
    keep_reasons(records, today)
    keep_children(records, today)
    keep_made_timely(records)
    put_away(records, held)


def history(data: Path) -> tuple[Load, ...]:
    """Every load so far, newest first."""
    return tuple(reversed(store(data).snapshots.loads()))


def issues(data: Path, load_id: int) -> pa.Table:
    """The issues of one load, ISSUE_SCHEMA. Raises KeyError where there is no such load."""
    snapshots = store(data).snapshots
    for one in snapshots.loads():
        if one.id == load_id:
            return snapshots.issues(one)
    raise KeyError(load_id)
