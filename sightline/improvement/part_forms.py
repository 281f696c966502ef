"""The forms of one action for each part of a recommendation."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.forms import BaseFormSet, formset_factory

from sightline.improvement.answer_forms import ActionForm
from sightline.improvement.models import Nature

_TITLE = 500


def parts_formset(
    parts: Sequence[str], data: Mapping[str, Any] | None, nature: Nature
) -> "BaseFormSet[PartForm]":
    """A form a part, filled in with the part's own words as what is to be done."""
    made = formset_factory(
        PartForm, extra=0, min_num=len(parts), max_num=len(parts), validate_min=True
    )
    initial = [{"title": part[:_TITLE], "nature": nature.value} for part in parts]
    return made(data, initial=initial)


class PartForm(ActionForm):
    """An action for one part, which must be filled in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"empty_permitted": False})
