"""The forms of one action for each part of a recommendation."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.forms import BaseFormSet, formset_factory

from sightline.improvement.answer_forms import ActionForm
from sightline.improvement.models import Nature
from sightline.letters import Part

_TITLE = 500


def parts_formset(
    parts: Sequence[Part], data: Mapping[str, Any] | None, nature: Nature
) -> "BaseFormSet[PartForm]":
    """A form a part, filled in with the part's own words and the date they state."""
    made = formset_factory(
        PartForm, extra=0, min_num=len(parts), max_num=len(parts), validate_min=True
    )
    initial = [
        {"title": part.text.lstrip("•–- ")[:_TITLE], "nature": nature.value, "due": _day(part.due)}
        for part in parts
    ]
    return made(data, initial=initial)


def _day(day: date | None) -> str:
    return f"{day.day} {day.month} {day.year}" if day else ""


class PartForm(ActionForm):
    """An action for one part, which must be filled in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"empty_permitted": False})
