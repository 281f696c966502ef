"""The separate things that one recommendation asks for."""

from sightline.improvement.models import Finding
from sightline.letters import Part
from sightline.letters.parts import parts_of as parts_of_text


def parts_of(finding: Finding) -> tuple[Part, ...]:
    """The parts of the exact words, at least one, each with the date stated for it, if any."""
    return parts_of_text(finding.text)
