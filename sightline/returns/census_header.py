"""The header that the Department's census files share: which collection, of which day and year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import polars as pl

from sightline.returns.values import read_dates, read_integers
from sightline.returns.xml_rows import Block
from sightline.returns.xml_tables import Document

ROOT = "Message"
_SAID = ("Collection", "Year", "ReferenceDate", "LEA")
HEADER = Block(ROOT, "message", {name: name for name in _SAID})
WRAPPERS = ("Header", "CollectionDetails", "Source")
# Content stood in the headers of earlier years
IGNORED = ("SourceLevel", "SoftwareCode", "Release", "SerialNo", "DateTime", "Content")


def said(document: Document) -> Mapping[str, str]:
    """What a header says: Collection, Year, ReferenceDate and LEA, those that it has."""
    frame = document.frames.get(HEADER.table)
    if frame is None:
        return {}
    values = frame.row(0, named=True)
    return {name: values[name].strip() for name in _SAID if values[name]}


def reference_date(header: Mapping[str, str]) -> date | None:
    """The day the census is of; None where the header does not say it or it cannot be read."""
    day = read_dates(pl.Series([header.get("ReferenceDate")], dtype=pl.String))[0]
    return day if isinstance(day, date) else None


def stated_year(header: Mapping[str, str]) -> int | None:
    """The year the header states; None where it states none that can be."""
    year = read_integers(pl.Series([header.get("Year")], dtype=pl.String))[0]
    return year if isinstance(year, int) and 1900 < year < 2100 else None
