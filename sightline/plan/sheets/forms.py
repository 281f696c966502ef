"""The forms of the pages of workbooks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms

from sightline.plan.sheets.waiting import too_large
from sightline.plan_sheets import FIELDS, Field, suggested

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

_BESIDE = "Kept in its own words"


class WorkbookForm(forms.Form):
    """The workbook to take in."""

    workbook = forms.FileField(
        label="The workbook",
        help_text="Excel (.xlsx, .xlsm, .xlsb or .xls), OpenDocument (.ods) or CSV.",
        error_messages={"required": "Choose a file", "empty": "The file is empty"},
    )

    def clean_workbook(self) -> UploadedFile[bytes]:
        """Refuses what is larger than any plan."""
        file: UploadedFile[bytes] = self.cleaned_data["workbook"]
        if too_large(file):
            raise forms.ValidationError("The file is larger than any plan is")
        return file


class ColumnsForm(forms.Form):
    """What each column means; a box a heading."""

    def __init__(self, headings: Sequence[str], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self._headings = headings
        meant = {at: each.value for each, at in suggested(headings).items()}
        choices = [("", _BESIDE), *((each.value, each.value) for each in FIELDS)]
        for at, heading in enumerate(headings):
            if heading:
                self.fields[f"column-{at}"] = forms.ChoiceField(
                    label=heading, choices=choices, required=False, initial=meant.get(at, "")
                )

    def clean(self) -> dict[str, Any]:
        """One column must be the action, and no two the same."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        many = Counter(each for each in said.values() if each)
        if not many[Field.ACTION.value]:
            raise forms.ValidationError("Say which column is the action")
        if twice := [each for each, count in many.items() if count > 1]:
            raise forms.ValidationError(f"Two columns cannot both be: {', '.join(twice)}")
        return said

    @property
    def told(self) -> dict[Field, int]:
        """The place of a column for each field."""
        return {
            Field(each): int(name.removeprefix("column-"))
            for name, each in self.cleaned_data.items()
            if each
        }
