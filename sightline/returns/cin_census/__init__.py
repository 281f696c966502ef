"""The children in need census, yearly XML: schemas by year, form, reader, checks."""

from sightline.returns.cin_census.headings import SHAPES
from sightline.returns.cin_census.reader import read
from sightline.returns.cin_census.schema import TITLE, YEARS, schema_for
from sightline.returns.cin_census.tables_2017 import RETURN_NAME
from sightline.returns.cin_census.xml_form import FORM

__all__ = ["FORM", "RETURN_NAME", "SHAPES", "TITLE", "YEARS", "read", "schema_for"]
