"""Data quality worked out once a load and kept beside the figures, so that a page only asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from sightline.measures import Measure
from sightline.measures.doubts import (
    PLACE,
    count_by_input,
    count_sure,
    doubted,
    newest_rows,
    reaches,
)
from sightline.measures.trust_kept import BY_INPUT, SURE
from sightline.records import Load, Records, Snapshots
from sightline.records.completeness import NO_CHILD, NO_TEAM, belonging, completeness
from sightline.records.standing import Standing, standing
from sightline.returns.cross_checks import cross_check
from sightline.returns.parts import Part

ISSUE = "quality_issue"
PART = "quality_part"
GONE = "quality_gone"
REACH = "quality_reach"
BLANK = "quality_blank"


def keep_quality(records: Records, snapshots: Snapshots, measures: Mapping[str, Measure]) -> None:
    """Find what stands, whose it is and what it does to which measure, and keep it.

    Needs the measure rows of `keep_rows`.
    """
    loads = snapshots.loads(known_at=records.load_id)
    found = standing(snapshots, loads, cross_check(_held(snapshots, loads)))
    teams = belonging(records)
    reach = reaches(found.issues, measures)
    doubts, rows = doubted(found.issues, reach), newest_rows(records)
    tables = {
        ISSUE: _with_whose(found, teams, reach),
        PART: found.parts,
        GONE: _owned(found.gone.join(teams, on="child_id", how="left")),
        REACH: reach,
        BLANK: completeness(snapshots.folder, found.parts, teams),
        SURE: count_sure(rows, doubts),
        BY_INPUT: count_by_input(rows, doubts),
    }
    for name, table in tables.items():
        records.connection.create_table(name, table.to_arrow(), overwrite=True)


def _held(snapshots: Snapshots, loads: Sequence[Load]) -> Iterator[Part]:
    """What is current, for the checks that read several tables."""
    current = {part.key: part for load in loads for part in load.parts}
    for part in current.values():
        yield Part(
            part.return_name,
            part.period,
            part.table,
            part.files,
            pl.scan_parquet(snapshots.path(part)),
        )


def _with_whose(found: Standing, teams: pl.DataFrame, reach: pl.DataFrame) -> pl.DataFrame:
    """Adds the child's team and worker, whose it is, and how many measures the issue reaches."""
    reached = reach.group_by(PLACE).agg(reaches=pl.len().cast(pl.Int64))
    return (
        _owned(found.issues.join(teams, on="child_id", how="left"))
        .join(reached, on=PLACE, how="left")
        .with_columns(pl.col("reaches").fill_null(0), pl.col("id").cast(pl.Int64))
        .drop("part")
        .sort("id")
    )


def _owned(issues: pl.DataFrame) -> pl.DataFrame:
    """Adds `owner`: the team that must put it right; NO_TEAM and NO_CHILD are the analyst's."""
    return issues.with_columns(
        owner=pl.when(pl.col("child_id").is_null())
        .then(pl.lit(NO_CHILD))
        .otherwise(pl.col("team").fill_null(NO_TEAM))
    )
