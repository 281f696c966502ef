"""The census's XML laid out as its tables, each row with its child and what it lies in.

The XML numbers nothing. A referral is named by its child and its place among the child's different
referrals (101-1, 101-2), an assessment or plan by its referral and its place there (101-1-A1): the
same content gives the same name again, so what a file repeats is seen to be repeated.
"""

from __future__ import annotations

import polars as pl

from sightline.returns.census_header import HEADER, IGNORED, ROOT, WRAPPERS, said
from sightline.returns.cin_census.schema import TITLE, schema_of_any_year
from sightline.returns.values import clean_text
from sightline.returns.xml_forms import XmlForm
from sightline.returns.xml_rows import LINE, Block
from sightline.returns.xml_tables import Document, Layout

_NAMES = {
    "children": "LAchildID",
    "cin_details": "CINdetailsID",
    "assessments": "AssessmentID",
    "child_protection_plans": "CPPID",
}
"""Tables whose rows hold others, and the column that names such a row."""

_IN_CHILD = ("children",)
_IN_REFERRAL = ("children", "cin_details")


def _block(element: str, table: str, inside: tuple[str, ...], **others: str) -> Block:
    """A block with the columns of its table; `others` are elements read under another name."""
    columns = {
        each.name: each.name
        for each in schema_of_any_year()[table].fields
        if each.name not in _NAMES.values() or not inside
    }
    return Block(element, table, columns | others, inside)


LAYOUT = Layout(
    blocks=(
        HEADER,
        _block("Child", "children", (), GenderCurrent="Sex"),
        _block("Disability", "disabilities", _IN_CHILD),
        _block("CINdetails", "cin_details", _IN_CHILD),
        _block("Assessments", "assessments", _IN_REFERRAL),
        _block("AssessmentFactors", "assessment_factors", (*_IN_REFERRAL, "assessments")),
        _block("CINPlanDates", "cin_plan_dates", _IN_REFERRAL),
        _block("Section47", "section47", _IN_REFERRAL),
        _block("ChildProtectionPlans", "child_protection_plans", _IN_REFERRAL),
        _block("CPPreviewDate", "reviews", (*_IN_REFERRAL, "child_protection_plans")),
        _block("PreProceedingsandFGDM", "pre_proceedings", _IN_REFERRAL),
    ),
    wrappers=(
        *WRAPPERS,
        "Children",
        "ChildIdentifiers",
        "ChildCharacteristics",
        "Disabilities",
        "FactorsIdentifiedAtAssessment",
        "Reviews",
    ),
    ignored=IGNORED,
)


def tables(document: Document) -> dict[str, pl.DataFrame]:
    """The tables that have rows: text columns as in the schema, and LINE."""
    found: dict[str, pl.DataFrame] = {}
    for block in LAYOUT.blocks:
        if block.table in document.frames and block is not HEADER:
            found[block.table] = _placed(document.frames[block.table], block, found)
    return {
        name: found[name].select([*(each.name for each in table.fields), LINE])
        for name, table in schema_of_any_year().items()
        if name in found
    }


def _placed(frame: pl.DataFrame, block: Block, found: dict[str, pl.DataFrame]) -> pl.DataFrame:
    """A table with the names of all that its rows lie in, and with their own."""
    around = [
        _gathered(frame[table], found.get(table), _NAMES[table]).alias(_NAMES[table])
        for table in block.inside
    ]
    placed = frame.drop(block.inside).with_columns(around)
    if block.table == "children":
        return placed.with_columns(clean_text(placed["LAchildID"]))
    if block.table not in _NAMES:
        return placed
    letter = "" if block.table == "cin_details" else _NAMES[block.table][0]
    return placed.with_columns(_own_names(placed, around, letter).alias(_NAMES[block.table]))


def _gathered(rows: pl.Series, frame: pl.DataFrame | None, column: str) -> pl.Series:
    """That column of the rows with these numbers; null where there is no such row."""
    if frame is None:
        return pl.Series(column, [None] * len(rows), dtype=pl.String)
    return frame[column].gather(rows)


def _own_names(frame: pl.DataFrame, around: list[pl.Series], letter: str) -> pl.Series:
    """Names for rows: what they lie in, the letter, and their place among its different rows."""
    content = [name for name in frame.columns if name != LINE]
    parent = pl.coalesce(*reversed([each.name for each in around]), pl.lit(""))
    numbered = (
        frame.with_columns(parent.alias("parent"), pl.int_range(pl.len()).alias("at"))
        .with_columns(pl.col("at").min().over(content).alias("first"))
        .with_columns((pl.col("at") == pl.col("first")).cum_sum().over("parent").alias("place"))
    )
    place = pl.col("place").gather("first")
    return numbered.select(pl.concat_str("parent", pl.lit(f"-{letter}"), place)).to_series()


FORM = XmlForm(
    root=ROOT,
    title=TITLE,
    collection="CIN",
    telling=frozenset({"children", "child", "cindetails"}),
    layout=LAYOUT,
    tables=tables,
    said=said,
)
