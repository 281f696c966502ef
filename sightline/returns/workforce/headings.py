"""The census's tables known by their columns, which are the elements of the XML."""

from __future__ import annotations

from sightline.returns.workforce.schema import SCHEMAS
from sightline.returns.yearly import shapes_of

SHAPES = shapes_of(SCHEMAS.of_any_year().values())
