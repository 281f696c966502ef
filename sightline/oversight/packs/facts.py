"""What an issued pack said of each measure: kept with it, so that the next can say what changed."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sightline.measures import Measure
from sightline.oversight.changes import Changed
from sightline.oversight.packs.shown import Shown
from sightline.oversight.sentences import said


@dataclass(frozen=True, slots=True)
class Fact:
    """A measure as one pack said it. `beyond_chance` is empty where nothing could be told."""

    title: str
    as_at: str
    said: str
    beyond_chance: str
    definition: str  # a digest: another one means that it is counted otherwise


def facts_of(measures: Sequence[Shown], changed: Mapping[str, Changed]) -> dict[str, Fact]:
    """Each measure's newest figure and what was beyond chance, by the measure's id."""
    return {
        each.measure.id: Fact(
            each.measure.title,
            each.latest.as_at.isoformat(),
            said(each.latest, each.measure.unit),
            changed[each.measure.id].short if each.measure.id in changed else "",
            definition_digest(each.measure),
        )
        for each in measures
    }


def definition_digest(measure: Measure) -> str:
    """Changes whenever the definition or the code that works it out does."""
    content = f"{measure.definition}\n{measure.explanation}"
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def facts_as_json(facts: Mapping[str, Fact]) -> dict[str, Any]:
    """For the database."""
    return {name: asdict(fact) for name, fact in facts.items()}


def facts_from_json(content: Mapping[str, Any]) -> dict[str, Fact]:
    """From the database."""
    return {name: Fact(**fact) for name, fact in content.items()}
