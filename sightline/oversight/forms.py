"""The forms of the oversight pages."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from sightline.measures import Measure
from sightline.oversight.models import CoverageGap
from sightline.people.many_files import ManyFilesField

DAY_FORMATS = ["%d %m %Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %B %Y"]


class LoadForm(forms.Form):
    """Which files, and the day that they speak of."""

    returns = ManyFilesField(
        label="Files",
        help_text="SSDA903 (CSV, XML, Excel or zip), Annex A (Excel), the CIN census or the "
        "workforce census (XML), the Standard Safeguarding Dataset (CSV, Excel, Parquet or zip), "
        "and Sightline’s own templates, filled in (Excel or CSV). You can choose several.",
        error_messages={
            "required": "Choose at least one file",
            "empty": "One of the files is empty",
        },
    )
    year = forms.IntegerField(
        label="The year the return is of (SSDA903, CIN and workforce census)",
        help_text="For example 2026 for the year to 31 March 2026. "
        "Leave empty if the return’s own dates say it.",
        required=False,
        min_value=2017,
        max_value=2100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 4, "inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Enter a year such as 2026"
        ),
    )
    as_at = forms.DateField(
        label="The day the files speak of (Annex A, the Standard Safeguarding Dataset, templates)",
        help_text="For example 31 10 2026. Leave empty if the file’s own name or dates say it.",
        required=False,
        input_formats=DAY_FORMATS,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 16}),
        error_messages={"invalid": "Enter a date such as 31 10 2026"},
    )


class GapForm(forms.Form):
    """By when an element of care planning will be measured, by whom and how."""

    fill_by = forms.DateField(
        label="Measured by",
        help_text="For example 31 3 2027.",
        input_formats=DAY_FORMATS,
        widget=forms.DateInput(format="%d %m %Y", attrs={"autocomplete": "off"}),
        error_messages=dict.fromkeys(("invalid", "required"), "Enter a date such as 31 3 2027"),
    )
    owner = forms.CharField(
        label="Who sees to it",
        max_length=200,
        error_messages={"required": "Enter the name or the post of whoever sees to it"},
    )
    how = forms.CharField(
        label="How",
        help_text="For example: a form in the case system from January; the supervision template.",
        max_length=500,
        required=False,
    )

    @classmethod
    def of(cls, gap: CoverageGap | None) -> "GapForm":
        """The form as it stands; empty where nobody has said anything yet."""
        if gap is None:
            return cls()
        return cls(initial={"fill_by": gap.fill_by, "owner": gap.owner, "how": gap.how})


class PublishForm(forms.Form):
    """Publish; and where figures would give a child away, which to leave out and why."""

    left_out = forms.MultipleChoiceField(
        label="Leave out of this publication",
        required=False,
        error_messages={"invalid_choice": "%(value)s does not stand against publishing"},
    )
    decision = forms.CharField(
        label="What was decided, and by whom",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, given_away: Sequence[tuple[Measure, str]], data: QueryDict | None = None
    ) -> None:
        super().__init__(data)
        self.stopped = bool(given_away)
        choices = [(measure.id, f"{measure.title}. {why}") for measure, why in given_away]
        self.fields["left_out"].choices = choices  # type: ignore[attr-defined]

    def clean_decision(self) -> str:
        """A decision is asked for where something stands against publishing."""
        decision = str(self.cleaned_data["decision"])
        if self.stopped and not decision:
            raise forms.ValidationError("Say what was decided, and by whom")
        return decision


class IssuePackForm(forms.Form):
    """Issues a pack; one that takes the place of another says what it changes."""

    what_changed = forms.CharField(
        label="What does this version change, and why?",
        help_text="Members read this at the head of the pack. Name no child and no small number.",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, again: bool, data: Any = None) -> None:
        super().__init__(data)
        self.fields["what_changed"].required = again
        self.fields["what_changed"].error_messages["required"] = "Say what this version changes"
