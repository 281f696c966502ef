"""The measures, one file an area. A new area is a new file here, named in this list."""

from collections.abc import Mapping
from types import MappingProxyType

from sightline.measures.catalogue import care, health, missing, permanence, placements
from sightline.measures.language import Measure, declared

AREAS = (care, placements, permanence, health, missing)


def catalogue() -> Mapping[str, Measure]:
    """Every measure by id, area by area."""
    order = [area.__name__ for area in AREAS]
    measures = sorted(declared().values(), key=lambda one: order.index(one.how.__module__))
    return MappingProxyType({one.id: one for one in measures})
