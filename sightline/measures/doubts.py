"""What the state of the data does to the figures: which measures an issue reaches, and how far.

An issue reaches a measure when its column feeds (`records.feeds`) one of the measure's `inputs`.
A child is doubted, for a measure, when an issue of hers in the newest files reaches it.
"""

from __future__ import annotations

from collections.abc import Mapping

import ibis
import polars as pl
from ibis import _

from sightline.measures.language import Measure
from sightline.measures.rows import ROWS
from sightline.records import Records
from sightline.records.feeds import LACKING, feeds
from sightline.returns.registry import RETURNS
from sightline.returns.tables import Severity

HARMLESS = (
    *("code_not_this_year", "column_extra", "duplicate_row", "header_repeated"),
    *("quote_unbalanced", "table_repeated"),
)
"""Rules whose rows are read as they stand, with nothing lost: they put no child in doubt."""

_COLUMN_OF = {
    (shape.return_name, shape.table): shape.column for known in RETURNS for shape in known.shapes
}


PLACE = ("return_name", "table", "column", "rule")
"""What of an issue says which measures it reaches."""


def reached(
    place: tuple[str, str | None, str | None, str], measures: Mapping[str, Measure]
) -> tuple[str, ...]:
    """The ids of the measures that issues of a PLACE reach, the column by its heading."""
    return_name, table, heading, rule = place
    known = _COLUMN_OF.get((return_name, table or ""))
    if known is None or heading is None or rule in HARMLESS:
        return ()
    column = LACKING.get((return_name, rule)) or known(heading) or heading
    fed = feeds().get((return_name, table or ""), {}).get(column, ())
    return tuple(name for name, each in measures.items() if set(each.inputs) & set(fed))


def reaches(issues: pl.DataFrame, measures: Mapping[str, Measure]) -> pl.DataFrame:
    """What the issues reach: a row for each PLACE and `measure_id`."""
    rows = [
        (*place, measure_id)
        for place in issues.select(PLACE).unique().drop_nulls().sort(pl.all()).rows()
        for measure_id in reached(place, measures)
    ]
    return pl.DataFrame(rows, schema=dict.fromkeys((*PLACE, "measure_id"), pl.String), orient="row")


def doubted(issues: pl.DataFrame, reach: pl.DataFrame) -> pl.DataFrame:
    """What doubts which child for which measure: the issues of children in the newest files.

    Columns: measure_id, child_id, table, column (as the file heads it), wrong (an error, so that
    it cannot be right; else a warning).
    """
    of_children = issues.filter(pl.col("newest") & pl.col("child_id").is_not_null())
    return (
        of_children.join(reach, on=PLACE)
        .group_by("measure_id", "child_id", "table", "column")
        .agg(wrong=(pl.col("severity") == Severity.ERROR).any())
    )


def newest_rows(records: Records) -> pl.DataFrame:
    """Every measure's rows at its newest moment: measure_id, as_at, child_id, up, down, known."""
    kept = records.connection.table(ROWS)
    newest = kept.mutate(newest=_.as_at.max().over(ibis.window(group_by="measure_id")))
    at_newest = newest.filter(_.as_at == _.newest).select(
        "measure_id", "as_at", "child_id", "up", "down", "known"
    )
    rows = pl.from_arrow(records.connection.to_pyarrow(at_newest))
    assert isinstance(rows, pl.DataFrame)
    return rows


def count_by_input(rows: pl.DataFrame, doubts: pl.DataFrame) -> pl.DataFrame:
    """Of each measure and each column that doubts it: how many of its rows are wrong or doubted.

    Takes `newest_rows` and `doubted`; gives measure_id, table, column, wrong, doubted. A row whose
    inputs are missing is counted as missing (`count_sure`), and not here.
    """
    known = rows.filter(pl.col("known").fill_null(False) & pl.col("up").is_not_null())
    return (
        known.join(doubts, on=["measure_id", "child_id"])
        .group_by("measure_id", "table", "column")
        .agg(
            wrong=pl.col("wrong").sum().cast(pl.Int64),
            doubted=(~pl.col("wrong")).sum().cast(pl.Int64),
        )
        .sort("measure_id", "table", "column")
    )


def count_sure(rows: pl.DataFrame, doubts: pl.DataFrame) -> pl.DataFrame:
    """Of each measure at its newest moment: how many rows are sure, and why the others are not.

    Takes `newest_rows` and `doubted`. Columns: measure_id, as_at, children (rows, sure or not),
    sure, sure_met, unknown (inputs missing), doubted (inputs there, but an issue reaches them); and
    met and counted, the figure as it stands.
    """
    known = pl.col("known").fill_null(False) & pl.col("up").is_not_null()
    in_doubt = pl.col("in_doubt").fill_null(False)
    children = doubts.select("measure_id", "child_id").unique()
    marked = rows.filter((pl.col("down").fill_null(0) > 0) | ~known).join(
        children.with_columns(in_doubt=pl.lit(True)), on=["measure_id", "child_id"], how="left"
    )
    met = pl.col("up").fill_null(0) > 0
    whole = {
        "children": pl.len(),
        "sure": (known & ~in_doubt).sum(),
        "sure_met": (known & ~in_doubt & met).sum(),
        "unknown": (~known).sum(),
        "doubted": (known & in_doubt).sum(),
        "met": met.sum(),
        "counted": (pl.col("down").fill_null(0) > 0).sum(),
    }
    return (
        marked.group_by("measure_id", "as_at")
        .agg(**{name: each.cast(pl.Int64) for name, each in whole.items()})
        .sort("measure_id")
    )
