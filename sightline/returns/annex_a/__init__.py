"""Annex A, the child-level lists an authority gives Ofsted: eleven lists in one workbook."""

from sightline.returns.annex_a.events import EVENTS
from sightline.returns.annex_a.headings import SHAPES
from sightline.returns.annex_a.reader import read
from sightline.returns.annex_a.tables import RETURN_NAME, TABLES

__all__ = ["EVENTS", "RETURN_NAME", "SHAPES", "TABLES", "read"]
