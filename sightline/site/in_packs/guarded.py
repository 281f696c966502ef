"""Words that people wrote, as a pack may print them."""

from dataclasses import replace

from django.core.exceptions import ValidationError

from sightline.packs import Section, Table
from sightline.people.small_numbers import no_small_number

HELD_BACK = "Not printed here: it counts fewer than six children"


def guarded(text: str) -> str:
    """The words, unless they count one to five children.

    What inspectors published is printed word for word and does not come through here.
    """
    try:
        no_small_number(text)
    except ValidationError:
        return HELD_BACK
    return text


def guarded_section(section: Section) -> Section:
    """A section whose points and tables hold words that people wrote, as `guarded` prints them."""
    return replace(
        section,
        points=tuple(guarded(each) for each in section.points),
        table=_guarded_table(section.table),
        more=_guarded_table(section.more),
    )


def _guarded_table(table: Table | None) -> Table | None:
    if table is None:
        return None
    return replace(table, rows=tuple(tuple(guarded(cell) for cell in row) for row in table.rows))
