"""The census's tables known by their columns, which are the elements of the XML."""

from __future__ import annotations

from sightline.returns.cin_census.schema import schema_of_any_year
from sightline.returns.yearly import shapes_of

SHAPES = shapes_of(schema_of_any_year().values())
