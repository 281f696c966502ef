"""Templates known by their heading rows: as we write them, or by our names for the columns."""

from __future__ import annotations

from sightline.returns.headings import Shape, bare
from sightline.returns.templates.declaring import RETURN_NAME, Template
from sightline.returns.templates.every import TEMPLATES

# The columns that tell nothing, since many lists have them.
_COMMON = frozenset(["child_id", "worker_id", "carer_id"])
_ENOUGH_TO_TELL = 3

# Other ways in which people head the columns that every list has.
_ALSO = {
    "child_id": ("child unique id", "child identifier", "child s id", "child number", "person id"),
    "worker_id": ("worker identifier", "worker s id", "social worker id"),
    "carer_id": ("carer identifier", "carer s id"),
}


def _shape(template: Template) -> Shape:
    known = {
        words: column.name
        for column in template.columns
        for words in (bare(column.heading), bare(column.name), *_ALSO.get(column.name, ()))
    }
    return Shape(RETURN_NAME, template.name, _telling(template), lambda text: known.get(bare(text)))


def _telling(template: Template) -> frozenset[str]:
    """A list too short to be told by its own columns is told by these with the child's ID."""
    every = frozenset(column.name for column in template.columns)
    own = every - _COMMON
    return own if len(own) >= _ENOUGH_TO_TELL else every


SHAPES = tuple(_shape(each) for each in TEMPLATES.values())
