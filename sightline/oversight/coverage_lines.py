"""How care planning is measured, element by element, as lines of a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.measures import catalogue
from sightline.measures.coverage import Coverage, Place, Way
from sightline.oversight.models import CoverageGap
from sightline.oversight.quality_words import return_title

AUDIT = "by audit"
NOTHING = "Nothing that Sightline reads tells of it."


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One element: the measures that measure it, and from what; or what is to be done."""

    id: str
    title: str
    measured: bool
    cells: tuple[tuple[str, str], ...]  # way, what comes that way; empty where nothing does
    measures: tuple[tuple[str, str], ...]  # id, title
    near: tuple[tuple[str, str], ...]
    to_do: str
    gap: CoverageGap | None
    overdue: bool

    @property
    def promise(self) -> str:
        """By when the gap is filled and by whom; who is to say so, where nobody has."""
        if self.gap is None:
            return "Nobody has said yet by when it will be measured."
        return f"To be measured by {words.day(self.gap.fill_by)}: {self.gap.owner}."


def coverage_lines(found: Sequence[Coverage], today: date) -> tuple[CoverageLine, ...]:
    """A line for each element, with the gap's date and owner where somebody has set them."""
    gaps = {gap.element: gap for gap in CoverageGap.objects.all()}
    return tuple(_line(each, gaps.get(each.element.id), today) for each in found)


def coverage_sentence(lines: Sequence[CoverageLine]) -> str:
    """ "3 of 14 elements of care planning are not measured." """
    missing = sum(not line.measured for line in lines)
    if not missing:
        return f"All {len(lines)} elements of care planning are measured."
    are = "is" if missing == 1 else "are"
    return f"{missing} of {len(lines)} elements of care planning {are} not measured."


def _line(found: Coverage, gap: CoverageGap | None, today: date) -> CoverageLine:
    element = found.element
    return CoverageLine(
        id=element.id,
        title=element.title,
        measured=found.measured,
        cells=tuple((way.value, _places(found.by.get(way, ()))) for way in Way),
        measures=_titles(element.measures),
        near=_titles(element.near),
        to_do=_to_do(found),
        gap=None if found.measured else gap,
        overdue=not found.measured and gap is not None and gap.fill_by < today,
    )


def _titles(measures: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, catalogue()[name].title) for name in measures)


def _to_do(found: Coverage) -> str:
    if found.measured:
        return ""
    if not found.unloaded:
        return NOTHING
    return (
        "Declared in the catalogue, but nothing was loaded that feeds it: load "
        f"{' or '.join(_place(each) for each in found.unloaded)}."
    )


def _places(places: Sequence[Place]) -> str:
    return ", ".join(_place(each) for each in places)


def _place(place: Place) -> str:
    return_name, table = place
    return f"{return_title(return_name)} ({table.replace('_', ' ')})"
