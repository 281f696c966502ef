"""Keeps what changed as three tables of the records, worked out over all loads at each refresh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl
import pyarrow as pa

from sightline.records.rewritten.compare import first_shown, rewritten
from sightline.records.rewritten.side_by_side import side_by_side
from sightline.records.rewritten.versions import versions
from sightline.records.rewritten.which import WATCHED
from sightline.records.snapshots import Load, Snapshots
from sightline.records.store import Records

LATE = "late_recording"
REWRITTEN = "rewritten"
FIRST_SHOWN = "first_shown"

WHERE = {
    "child_id": pa.string(),
    "team": pa.string(),  # at that time
    "worker": pa.string(),
    "return_name": pa.string(),
    "table": pa.string(),
    "column": pa.string(),
}
BETWEEN = {
    "seen_before": pa.date32(),  # the day the earlier of the two versions speaks of
    "seen_now": pa.date32(),
    "load_before": pa.int64(),
    "load_id": pa.int64(),  # the load that brought the later version
}
SCHEMAS = {
    LATE: pa.schema(
        {
            **WHERE,
            "day": pa.date32(),
            "days_at_least": pa.int64(),  # to the extract that did not show it yet
            "days_at_most": pa.int64(),  # to the first that does
            **BETWEEN,
        }
    ),
    REWRITTEN: pa.schema(
        {
            **WHERE,
            "what": pa.string(),  # changed or vanished
            "was": pa.string(),
            "now": pa.string(),
            "was_day": pa.date32(),
            "now_day": pa.date32(),
            "began": pa.date32(),  # the day the row speaks of
            "days": pa.int64(),  # by how much a day moved; below 0, to an earlier day
            **BETWEEN,
        }
    ),
    FIRST_SHOWN: pa.schema(
        {
            "return_name": pa.string(),
            "table": pa.string(),
            "column": pa.string(),
            "team": pa.string(),
            "seen_now": pa.date32(),
            "events": pa.int64(),
            "late": pa.int64(),
        }
    ),
}


def keep_changes(records: Records, snapshots: Snapshots) -> None:
    """Compare every version of every watched table with the one before, and keep what differs.

    All loads up to that of the records count, those whose parts a later load replaced among them.
    """
    loads = snapshots.loads(known_at=records.load_id)
    teams = _teams(records)
    compared = list(_compared(snapshots, loads, _meanings(records)))
    shown = [_with_team(shown, teams) for shown, _ in compared]
    _keep(records, FIRST_SHOWN, [_counted(each) for each in shown])
    _keep(records, LATE, [_late(each) for each in shown])
    _keep(records, REWRITTEN, [_moved_by(_with_team(changed, teams)) for _, changed in compared])


def _compared(
    snapshots: Snapshots, loads: Sequence[Load], means: pl.DataFrame
) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    for watched in WATCHED:
        found = versions(watched, snapshots, loads)
        if len(found) > 1:
            of_return = means.filter(pl.col("source") == watched.return_name).drop("source")
            pairs = side_by_side(watched, found, of_return)
            where = {
                "return_name": pl.lit(watched.return_name),
                "table": pl.lit(watched.table),
            }
            yield (
                first_shown(pairs).with_columns(**where),
                rewritten(pairs).with_columns(**where),
            )


def _meanings(records: Records) -> pl.DataFrame:
    """The identifiers of each return (`source`) that do not stand for themselves."""
    known = records.table("identifier").select(
        "source", "source_id", "child_id", "valid_from", "valid_to"
    )
    found = records.connection.to_pyarrow(known.filter(known.child_id != known.source_id))
    return pl.DataFrame(found)


def _teams(records: Records) -> pl.DataFrame:
    spells = records.table("involvement").select("child_id", "started", "ended", "team", "worker")
    found = pl.DataFrame(records.connection.to_pyarrow(spells))
    return found.rename({"team": "then_team", "worker": "then_worker"}).sort("started")


def _with_team(found: pl.DataFrame, teams: pl.DataFrame) -> pl.DataFrame:
    """Where the row itself names no team: the team that had the child then."""
    named = found.rename({"who": "child_id"}).sort("seen_now")
    placed = named.join_asof(
        teams,
        left_on="seen_now",
        right_on="started",
        by="child_id",
        check_sortedness=False,  # both are sorted as a whole, so in each child too
    )
    still = pl.col("team").is_null() & (pl.col("ended") > pl.col("seen_now")).fill_null(True)
    return placed.with_columns(
        pl.when(still).then(pl.col(f"then_{name}")).otherwise(pl.col(name)).alias(name)
        for name in ("team", "worker")
    )


def _counted(shown: pl.DataFrame) -> pl.DataFrame:
    keys = ["return_name", "table", "column", "team", "seen_now"]
    return shown.group_by(keys).agg(events=pl.len(), late=pl.col("late").sum())


def _late(shown: pl.DataFrame) -> pl.DataFrame:
    return shown.filter(pl.col("late")).with_columns(
        days_at_least=(pl.col("seen_before") - pl.col("day")).dt.total_days(),
        days_at_most=(pl.col("seen_now") - pl.col("day")).dt.total_days(),
    )


def _moved_by(changed: pl.DataFrame) -> pl.DataFrame:
    return changed.with_columns(days=(pl.col("now_day") - pl.col("was_day")).dt.total_days())


def _keep(records: Records, name: str, found: Sequence[pl.DataFrame]) -> None:
    schema = SCHEMAS[name]
    tables = [each.select(schema.names).to_arrow().cast(schema) for each in found]
    content = pa.concat_tables(tables) if tables else schema.empty_table()
    ordered = content.sort_by([(column, "ascending") for column in schema.names])
    records.connection.create_table(name, ordered, overwrite=True)
