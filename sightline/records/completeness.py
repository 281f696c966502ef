"""Whose a child is, and how much of what every row should say is said, team by team."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import polars as pl
from ibis import _

from sightline.records.feeds import FILLED, whose
from sightline.records.store import Records
from sightline.returns.annex_a.tables import TABLES as ANNEX_A

NO_TEAM = "No team recorded"
BLANK = "required_blank"


def belonging(records: Records) -> pl.DataFrame:
    """One row a child who ever had a team or worker: child_id, and her newest team and worker."""
    spells = records.table("involvement").filter(_.team.notnull() | _.worker.notnull())
    newest = spells.group_by("child_id").agg(
        team=_.team.argmax(_.started), worker=_.worker.argmax(_.started)
    )
    found = pl.from_arrow(records.connection.to_pyarrow(newest))
    assert isinstance(found, pl.DataFrame)
    return found


def completeness(
    folder: Path, parts: pl.DataFrame, issues: pl.DataFrame, teams: pl.DataFrame
) -> pl.DataFrame:
    """One row a column and team: return_name, table, column, team, rows, blank.

    Over the newest files of each return. The columns are those that `FILLED` names, and those of
    which a row was found blank though the return asks for a value. A team without a blank in such
    a column has its row, with 0; a child without a team is in `NO_TEAM`.
    """
    blank = issues.filter(pl.col("newest") & (pl.col("rule") == BLANK))
    asked = blank.select("return_name", "table").unique().rows()
    found = [
        _of_table(folder, newest, blank, teams)
        for _key, newest in parts.filter("newest").group_by("return_name", "table")
        if (newest["return_name"][0], newest["table"][0]) in {*FILLED, *asked}
    ]
    schema = {name: pl.String for name in ("return_name", "table", "column", "team")}
    empty = pl.DataFrame(schema={**schema, "rows": pl.Int64, "blank": pl.Int64})
    return pl.concat([empty, *found]).sort("return_name", "table", "column", "team")


def _of_table(
    folder: Path, parts: pl.DataFrame, blank: pl.DataFrame, teams: pl.DataFrame
) -> pl.DataFrame:
    return_name, table = parts["return_name"][0], parts["table"][0]
    rows = pl.concat([pl.read_parquet(folder / path) for path in parts["parquet"]], how="diagonal")
    child = whose(return_name, rows.columns)
    if child is None:
        return pl.DataFrame()
    of_team = rows.join(
        teams.select("child_id", "team"), left_on=child, right_on="child_id", how="left"
    ).with_columns(whose_team=pl.col("team_right" if "team" in rows.columns else "team"))
    of_team = of_team.with_columns(pl.col("whose_team").fill_null(NO_TEAM))
    wanted = FILLED.get((return_name, table), ())
    counted = of_team.group_by(team="whose_team").agg(
        rows=pl.len().cast(pl.Int64), *(pl.col(name).null_count().alias(name) for name in wanted)
    )
    by_data = counted.unpivot(wanted, index=["team", "rows"], variable_name="column")
    return pl.concat(
        [
            _placed(by_data.rename({"value": "blank"}), return_name, table).with_columns(
                _labels(return_name, table, wanted)
            ),
            _placed(_by_issue(blank, counted, return_name, table), return_name, table),
        ]
    )


def _by_issue(
    blank: pl.DataFrame, counted: pl.DataFrame, return_name: str, table: str
) -> pl.DataFrame:
    of_table = blank.filter(
        (pl.col("return_name") == return_name) & (pl.col("table") == table)
    ).with_columns(pl.col("team").fill_null(NO_TEAM))
    how_many = of_table.group_by("column", "team").agg(blank=pl.len().cast(pl.Int64))
    return (
        counted.select("team", "rows")
        .join(of_table.select("column").unique(), how="cross")
        .join(how_many, on=["column", "team"], how="left")
        .with_columns(pl.col("blank").fill_null(0).clip(upper_bound=pl.col("rows")))
    )


def _placed(frame: pl.DataFrame, return_name: str, table: str) -> pl.DataFrame:
    return frame.select(
        pl.lit(return_name).alias("return_name"),
        pl.lit(table).alias("table"),
        "column",
        "team",
        "rows",
        pl.col("blank").cast(pl.Int64),
    )


def _labels(return_name: str, table: str, names: Sequence[str]) -> pl.Expr:
    """The columns as their heading rows name them, as the issues do."""
    if return_name != "annex_a":
        return pl.col("column")
    labels = {name: ANNEX_A[table][name].label for name in names}
    return pl.col("column").replace(labels)
