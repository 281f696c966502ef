"""The measures, one file an area. A new area is a new file here, named in this list."""

from collections.abc import Mapping
from types import MappingProxyType

from sightline.measures.catalogue import (
    adoption,
    assessment,
    audits,
    care,
    front_door,
    health,
    kinship,
    leaving_care,
    mental_health,
    missing,
    moves,
    permanence,
    placements,
    plans,
    practice,
    proceedings,
    protection,
    send,
    strategy,
    voice,
    workforce,
)
from sightline.measures.language import Measure, declared

AREAS = (
    *(front_door, assessment, strategy, protection, proceedings),
    *(care, placements, moves, permanence, plans, kinship, adoption),
    *(health, mental_health, missing, voice, leaving_care, send),
    *(practice, audits, workforce),
)


def catalogue() -> Mapping[str, Measure]:
    """Every measure by id, area by area."""
    order = [area.__name__ for area in AREAS]
    measures = sorted(declared().values(), key=lambda one: order.index(one.how.__module__))
    return MappingProxyType({one.id: one for one in measures})
