"""The children's social work workforce census, yearly XML: schema, form, reader, checks."""

from sightline.returns.workforce.headings import SHAPES
from sightline.returns.workforce.reader import read
from sightline.returns.workforce.schema import TITLE, YEARS, schema_for
from sightline.returns.workforce.tables_2022 import RETURN_NAME
from sightline.returns.workforce.xml_form import FORM

__all__ = ["FORM", "RETURN_NAME", "SHAPES", "TITLE", "YEARS", "read", "schema_for"]
