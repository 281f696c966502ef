"""The measures, one file an area. A new area is a new file here, named in this list."""

from collections.abc import Mapping
from types import MappingProxyType

from sightline.measures.catalogue import care, health, missing, permanence, placements
from sightline.measures.language import Measure, declared

AREAS = {
    care: "Children in care",
    placements: "Where children live",
    permanence: "Permanence",
    health: "Health",
    missing: "Missing from care",
}


def catalogue() -> Mapping[str, Measure]:
    """Every measure by id, in the order of the areas."""
    return MappingProxyType(declared())
