"""The XML form of the SSDA903: children with nested episodes and answers, laid out as tables."""

from __future__ import annotations

import polars as pl

from sightline.returns.ssda903.headings import names_of
from sightline.returns.ssda903.schema import schema_of_any_year
from sightline.returns.xml_forms import XmlForm
from sightline.returns.xml_rows import LINE, Block
from sightline.returns.xml_tables import Document, Layout

# Elements that are a row of a table each; other answers stand directly in the child's header.
_ROWS = {
    "EPISODE": "episodes",
    "AREVIEW": "reviews",
    "AMISSING": "missing",
    "PERMANENCE": "previous_permanence",
    "OC2": "oc2",
    "OC3": "oc3",
    "AD1": "ad1",
    "AD_PLACED": "placed_for_adoption",
    "SW_EPISODE": "sw_episodes",
    "DOLO": "dolo",
}
_IN_HEADER = {"uasc": "DUC", "oc3": "IN_TOUCH", "ad1": "DATE_INT"}
"""Tables whose answers stand in the header, and the answer without which a child has no row."""

_WHO = ("CHILD", "DOB", "SEX")


def _columns(*tables: str) -> dict[str, str]:
    schema = schema_of_any_year()
    fields = dict.fromkeys(each.name for table in tables for each in schema[table].fields)
    return {written: name for name in fields for written in names_of(name)}


LAYOUT = Layout(
    blocks=(
        Block("CHILD", "header", _columns("header", *_IN_HEADER)),
        *(
            Block(element, table, _columns(table), inside=("header",))
            for element, table in _ROWS.items()
        ),
    ),
    wrappers=("EXPSSDA903", "HEADER"),
    ignored=("UASC",),  # whether DUC has an answer; DUC tells
)


def tables(document: Document) -> dict[str, pl.DataFrame]:
    """The tables that have rows, as if each had come as a CSV with a heading row."""
    frames = document.frames
    children = frames.get("header")
    found: dict[str, pl.DataFrame] = {}
    for name, table in schema_of_any_year().items():
        columns = [each.name for each in table.fields]
        parts = []
        if children is not None and name in ("header", *_IN_HEADER):
            parts.append(_answered(children, _IN_HEADER.get(name)).select(*columns, LINE))
        if name != "header" and name in frames:
            parts.append(_of_children(frames[name], children).select(*columns, LINE))
        rows = pl.concat(parts).sort(LINE, maintain_order=True) if parts else pl.DataFrame()
        if not rows.is_empty():
            found[name] = rows
    return found


def _answered(children: pl.DataFrame, answer: str | None) -> pl.DataFrame:
    """The children who have the answer that makes a row."""
    if answer is None:
        return children
    return children.filter(pl.col(answer).str.strip_chars().fill_null("") != "")


def _of_children(frame: pl.DataFrame, children: pl.DataFrame | None) -> pl.DataFrame:
    """Rows with what the header of their child says of who it is."""
    if children is None:
        return frame
    who = [children[name].gather(frame["header"]).alias(f"{name} of header") for name in _WHO]
    said = [
        pl.coalesce(f"{name} of header", name).alias(name) if name in frame.columns else None
        for name in _WHO
    ]
    return frame.with_columns(who).with_columns([each for each in said if each is not None])


FORM = XmlForm(root="EXPSSDA903", title="the SSDA903", layout=LAYOUT, tables=tables)
