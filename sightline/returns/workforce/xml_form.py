"""The census's XML laid out as its two tables: the authority, and a row for each worker."""

from __future__ import annotations

import polars as pl

from sightline.returns.census_header import HEADER, IGNORED, ROOT, WRAPPERS, said
from sightline.returns.workforce.schema import SCHEMAS, TITLE
from sightline.returns.xml_forms import XmlForm
from sightline.returns.xml_rows import Block
from sightline.returns.xml_tables import Document, Layout


def _columns(table: str) -> dict[str, str]:
    return {each.name: each.name for each in SCHEMAS.of_any_year()[table].fields}


LAYOUT = Layout(
    blocks=(
        HEADER,
        Block("LALevelVacancies", "authority", _columns("authority")),
        # a worker may have qualified at more than one place
        Block("CSWWWorker", "workers", _columns("workers"), joined=frozenset({"QualInst"})),
    ),
    wrappers=WRAPPERS,
    ignored=IGNORED,
)


def tables(document: Document) -> dict[str, pl.DataFrame]:
    """The tables that have rows; the authority's number comes from the header."""
    found: dict[str, pl.DataFrame] = {}
    for name in ("authority", "workers"):
        if name in document.frames:
            found[name] = document.frames[name]
    if "authority" in found:
        lea = pl.lit(said(document).get("LEA"), dtype=pl.String)
        found["authority"] = found["authority"].with_columns(pl.coalesce("LEA", lea).alias("LEA"))
    return found


FORM = XmlForm(
    root=ROOT,
    title=TITLE,
    collection="CSWW",
    telling=frozenset({"lalevelvacancies", "cswwworker"}),
    layout=LAYOUT,
    tables=tables,
    said=said,
)
