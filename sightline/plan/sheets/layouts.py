"""What the columns of a workbook mean, kept for the next time."""

from collections.abc import Iterable, Mapping
from typing import Any

from sightline.plan.models import Plan, SheetTaken
from sightline.plan_sheets import OWN_LAYOUT, Field, Layout, fingerprint


def as_json(layout: Layout) -> dict[str, Any]:
    """A layout as it is kept."""
    return {
        "sheet": layout.sheet,
        "headings_row": layout.headings_row,
        "headings": list(layout.headings),
        "fields": {each.value: at for each, at in layout.fields.items()},
        "above": list(layout.above),
    }


def from_json(kept: Mapping[str, Any]) -> Layout:
    """A layout that was kept."""
    return Layout(
        kept["sheet"], kept["headings_row"], tuple(kept["headings"]), fields_of(kept["fields"]),
        tuple(kept["above"]),
    )  # fmt: skip


def fields_of(kept: Mapping[str, int]) -> dict[Field, int]:
    """The place of a column for each field, as it was kept by the field's name."""
    return {Field(name): at for name, at in kept.items()}


def known_layouts() -> dict[str, dict[Field, int]]:
    """What columns mean by the fingerprint of their headings, as the newest workbook had it."""
    return {
        fingerprint(each["headings"]): fields_of(each["fields"])
        for taken in SheetTaken.objects.order_by("pk")
        for each in taken.layouts
    }


def newest_layouts(plan: Plan) -> tuple[Layout, ...]:
    """The layouts of the workbook that came last; Sightline's own where none came."""
    taken = plan.sheets.order_by("pk").last()
    return tuple(_kept(taken.layouts)) if taken else (OWN_LAYOUT,)


def _kept(layouts: Iterable[Mapping[str, Any]]) -> Iterable[Layout]:
    return (from_json(each) for each in layouts)
