"""Issues that stand: what is still wrong in the newest files, whose it is, what is new.

An issue stands as long as the table it was found in is the newest for its return, period and table.
It is `open`, still to be put right, where that file is of the newest day held or of a yearly
return; older monthly extracts stay as they are. It is the same issue in a later file when return,
table, child, column, value and rule are the same.
Everything here is over whole columns: a million issues are a few seconds' work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import polars as pl
import pyarrow as pa

from sightline.records.snapshots import Load, Snapshots, newest_parts
from sightline.returns.tables import ISSUE_SCHEMA

YEARLY = ("ssda903", "cin_census", "workforce")
"""Returns of a year. Another year's file speaks of other things, so it is not 'the file before',
and an older year still waits to be put right, while an older monthly extract is history."""

SAME = ["return_name", "table", "child_id", "column", "value", "rule"]
"""What makes an issue the same in another file."""

PLACED: dict[str, type[pl.DataType]] = {"return_name": pl.String, "period": pl.Date}
FOUND: dict[str, type[pl.DataType]] = {
    **dict.fromkeys(ISSUE_SCHEMA.names, pl.String),
    "row": pl.Int64,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What `standing` finds.

    `parts`: every part of every load, with its issues counted. `issues`: those that stand.
    `gone`: those of the file before that are not in the newest, as `issues` without a place.
    """

    parts: pl.DataFrame
    issues: pl.DataFrame
    gone: pl.DataFrame


def standing(
    snapshots: Snapshots, loads: Sequence[Load], across: pa.Table | None = None
) -> Standing:
    """The issues that stand after the newest of `loads` (oldest first; at least one).

    `across` are issues of checks over several tables: ISSUE_SCHEMA, return_name and period.
    """
    parts = _parts(loads)
    found = _found(snapshots, loads, parts)
    seen = _first_seen(found)
    newest = parts.filter("newest").select("part", before="part_before")
    whole = pl.concat([seen.filter("current"), _across(across, parts)], how="diagonal")
    return Standing(
        parts=_counted(parts, found),
        issues=_with_new(whole, found, newest).with_row_index("id"),
        gone=_gone(found, newest),
    )


def _parts(loads: Sequence[Load]) -> pl.DataFrame:
    """One row a part: `current` where it is the newest of its kind, `newest` where of its table
    no later period is held, `part_before` the one that a newest part is compared with."""
    current = set(newest_parts(loads).values())
    rows: list[dict[str, Any]] = [
        {
            "load_id": load.id,
            "loaded_on": load.loaded_at.date(),
            "return_name": part.return_name,
            "period": part.period,
            "table": part.table,
            "rows": part.rows,
            "kept": part.kept,
            "parquet": part.parquet,
            "files": list(dict.fromkeys(part.files)),
            "current": part in current,
        }
        for load in loads
        for part in load.parts
    ]
    kind = ["return_name", "table"]
    frame = pl.DataFrame(rows, infer_schema_length=None).with_row_index("part")
    ordered = frame.sort(*kind, "period", "load_id")
    before = pl.col("part").shift(1).over(kind)
    comparable = ~pl.col("return_name").is_in(YEARLY) | (
        pl.col("period") == pl.col("period").shift(1).over(kind)
    )
    return ordered.with_columns(
        newest=pl.col("current") & (pl.col("period") == pl.col("period").max().over(kind)),
        part_before=pl.when(comparable).then(before),
        until_load=pl.col("load_id").shift(-1).over([*kind, "period"]),
    ).sort("part")


def _found(snapshots: Snapshots, loads: Sequence[Load], parts: pl.DataFrame) -> pl.DataFrame:
    """Every issue of every load with the part it lies in; of files that no part came from, those
    of the newest load."""
    read = [_read(snapshots, load) for load in loads if load.issues is not None]
    issues = pl.concat([pl.DataFrame(schema={**FOUND, "load_id": pl.Int64}), *read], how="diagonal")
    files = parts.select("part", "load_id", "table", path="files").explode("path")
    in_table = issues.filter(pl.col("table").is_not_null()).join(
        files, on=["load_id", "path", "table"], how="inner"
    )
    first = files.group_by("load_id", "path").agg(pl.col("part").min())
    of_file = (
        issues.filter(pl.col("table").is_null())
        .join(first, on=["load_id", "path"], how="left")
        .filter(pl.col("part").is_not_null() | (pl.col("load_id") == loads[-1].id))
    )
    about = parts.select("part", "return_name", "period", "loaded_on", "current", "newest")
    return (
        pl.concat([in_table, of_file.select(in_table.columns)])
        .join(about, on="part", how="left")
        .with_columns(pl.col("current", "newest").fill_null(True), across=pl.lit(False))
        .with_columns(file=_file_name("path"))
        .drop("path")
    )


def _read(snapshots: Snapshots, load: Load) -> pl.DataFrame:
    issues = pl.from_arrow(snapshots.issues(load))
    assert isinstance(issues, pl.DataFrame)
    return issues.with_columns(load_id=pl.lit(load.id, dtype=pl.Int64))


def _file_name(path: str) -> pl.Expr:
    """The file without the folder it was read from; each path is looked at once."""
    return pl.col(path).cast(pl.Categorical).map_batches(_names, return_dtype=pl.String)


def _names(paths: pl.Series) -> pl.Series:
    distinct = paths.cast(pl.String).unique().drop_nulls()
    return paths.cast(pl.String).replace_strict(
        distinct, [PurePath(path).name for path in distinct], return_dtype=pl.String
    )


def _first_seen(found: pl.DataFrame) -> pl.DataFrame:
    """Adds the first day of which a file had the same issue, and of how many days files had it."""
    day = pl.coalesce("period", "loaded_on")
    return found.with_columns(
        first_seen=day.min().over(SAME), times=day.drop_nulls().n_unique().over(SAME).cast(pl.Int64)
    )


def _across(across: pa.Table | None, parts: pl.DataFrame) -> pl.DataFrame:
    """Issues over several tables, placed as the newest where their table's newest file is."""
    issues = pl.DataFrame(schema={**FOUND, **PLACED}) if across is None else pl.from_arrow(across)
    assert isinstance(issues, pl.DataFrame)
    current = parts.filter("current").select(
        "return_name", "period", "table", "part", "load_id", "loaded_on", "newest"
    )
    return (
        issues.join(current, on=["return_name", "period", "table"], how="left")
        .with_columns(pl.col("newest").fill_null(True))
        .with_columns(file=_file_name("path"), across=pl.lit(True), current=pl.lit(True))
        .with_columns(
            first_seen=pl.col("period").min().over(SAME),
            times=pl.col("period").n_unique().over(SAME).cast(pl.Int64),
        )
        .drop("path")
    )


def _with_new(issues: pl.DataFrame, found: pl.DataFrame, newest: pl.DataFrame) -> pl.DataFrame:
    """Adds `new`: not in the file before; null where there is no file before to compare with."""
    earlier = (
        newest.filter(pl.col("before").is_not_null())
        .join(found.select("part", *SAME), left_on="before", right_on="part")
        .select("part", *SAME, seen_before=pl.lit(True))
        .unique()
    )
    return (
        issues.join(earlier, on=["part", *SAME], how="left", nulls_equal=True)
        .join(newest, on="part", how="left")
        .with_columns(
            new=pl.when(pl.col("before").is_not_null() & ~pl.col("across")).then(
                pl.col("seen_before").is_null()
            ),
            open=pl.col("newest") | pl.col("return_name").is_in(YEARLY),
        )
        .drop("seen_before", "before", "current", "loaded_on")
    )


def _gone(found: pl.DataFrame, newest: pl.DataFrame) -> pl.DataFrame:
    """Issues of each file before that the newest file no longer has."""
    before = newest.filter(pl.col("before").is_not_null()).join(
        found.select(pl.exclude("newest")), left_on="before", right_on="part"
    )
    return before.join(found, on=["part", *SAME], how="anti", nulls_equal=True).select(
        *SAME, "severity", "file", "message"
    )


def _counted(parts: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """Adds to each part how many errors and warnings were found in it."""
    counted = found.group_by("part").agg(
        errors=(pl.col("severity") == "error").sum().cast(pl.Int64),
        warnings=(pl.col("severity") != "error").sum().cast(pl.Int64),
    )
    return (
        parts.drop("files")
        .join(counted, on="part", how="left")
        .with_columns(pl.col("errors", "warnings").fill_null(0))
        .sort("part")
    )
