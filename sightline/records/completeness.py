"""Whose a child is, and how much of what every row should say is said, team by team."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import polars as pl
from ibis import _

from sightline.records.feeds import FILLED
from sightline.records.store import Records
from sightline.returns.fields import Table
from sightline.returns.schemas import TABLES

NO_TEAM = "No team recorded"
NO_CHILD = "Of no child"
SCHEMA = {
    **dict.fromkeys(("return_name", "table", "column", "team"), pl.String),
    **dict.fromkeys(("rows", "blank"), pl.Int64),
}


def belonging(records: Records) -> pl.DataFrame:
    """One row a child who ever had a team or worker: child_id, and her newest team and worker."""
    spells = records.table("involvement").filter(_.team.notnull() | _.worker.notnull())
    newest = spells.group_by("child_id").agg(
        team=_.team.argmax(_.started), worker=_.worker.argmax(_.started)
    )
    found = pl.from_arrow(records.connection.to_pyarrow(newest))
    assert isinstance(found, pl.DataFrame)
    return found


def completeness(folder: Path, parts: pl.DataFrame, teams: pl.DataFrame) -> pl.DataFrame:
    """One row a column and team: how many rows were kept, and in how many of them it is blank.

    Over the newest file of each table, for the columns that its return asks for and those that
    `FILLED` names. A value that could not be read counts as blank. SCHEMA; the column is named as
    its heading row does. A child without a team is in `NO_TEAM`.
    """
    tables = parts.filter("newest").partition_by("return_name", "table", as_dict=True)
    found = [
        _of_table(folder, str(name), str(table), tables[name, table], teams)
        for name, table in tables
    ]
    return pl.concat([pl.DataFrame(schema=SCHEMA), *found]).sort("return_name", "table", "team")


def _of_table(
    folder: Path, return_name: str, table: str, parts: pl.DataFrame, teams: pl.DataFrame
) -> pl.DataFrame:
    known = TABLES.get(return_name, {}).get(table)
    rows = pl.concat([pl.scan_parquet(folder / path) for path in parts["parquet"]], how="diagonal")
    labels = _asked(known, rows.collect_schema().names()) if known else {}
    if known is None or known.who is None or not labels:
        return pl.DataFrame(schema=SCHEMA)
    blank = (pl.col(name).null_count().alias(label) for name, label in labels.items())
    return (
        rows.select(*dict.fromkeys((known.who, *labels)))
        .join(
            teams.lazy().select(pl.col("child_id").alias(known.who), _TEAM=pl.col("team")),
            on=known.who,
            how="left",
        )
        .group_by(pl.col("_TEAM").fill_null(NO_TEAM))
        .agg(pl.len().alias("_ROWS"), *blank)
        .collect()
        .unpivot(
            list(labels.values()),
            index=["_TEAM", "_ROWS"],
            value_name="blank",
            variable_name="column",
        )
        .rename({"_TEAM": "team", "_ROWS": "rows"})
        .with_columns(return_name=pl.lit(return_name), table=pl.lit(table))
        .select(pl.col(name).cast(kind) for name, kind in SCHEMA.items())
    )


def _asked(known: Table, held: Sequence[str]) -> dict[str, str]:
    """The columns held that every row should fill, each with its label."""
    more = FILLED.get((known.return_name, known.name), ())
    return {
        each.name: each.label
        for each in known.fields
        if (each.required or each.name in more) and not each.key and each.name in held
    }
