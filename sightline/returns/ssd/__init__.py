"""The Standard Safeguarding Dataset (SSD): the tables an authority makes of its case system."""

from sightline.returns.ssd.columns import RETURN_NAME
from sightline.returns.ssd.reader import read
from sightline.returns.ssd.tables import EVENTS, SHAPES, SSD_TABLES, TABLES

__all__ = ["EVENTS", "RETURN_NAME", "SHAPES", "SSD_TABLES", "TABLES", "read"]
