"""SSDA903, the yearly return on children looked after: schemas by year, year inference, checks."""

from sightline.returns.ssda903.headings import SHAPES
from sightline.returns.ssda903.reader import read
from sightline.returns.ssda903.schema import YEARS, schema_for, year_label
from sightline.returns.ssda903.tables_2017 import RETURN_NAME

__all__ = ["RETURN_NAME", "SHAPES", "YEARS", "read", "schema_for", "year_label"]
