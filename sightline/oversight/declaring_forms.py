"""The forms by which a change is declared and taken back."""

from datetime import date

from django import forms
from django.utils import timezone

from sightline.oversight.forms import DAY_FORMATS

THIS_MEASURE, EVERY_MEASURE = "this", "every"


class DeclareForm(forms.Form):
    """From which day the work is done otherwise, what changed, and which figures it bears on."""

    day = forms.DateField(
        label="The day the change began",
        help_text="For example 1 5 2025.",
        input_formats=DAY_FORMATS,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 16}),
        error_messages={
            "required": "Enter the day the change began",
            "invalid": "Enter a date such as 1 5 2025",
        },
    )
    reason = forms.CharField(
        label="What changed",
        help_text="For example: new visiting standard. Everyone who sees figures reads this: "
        "name no child.",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Say what changed: limits are not drawn anew without a reason"},
    )
    bears_on = forms.ChoiceField(
        label="It bears on",
        choices=[(THIS_MEASURE, "This measure"), (EVERY_MEASURE, "Every measure")],
    )

    def clean_day(self) -> date:
        """A day that has been: what is only planned has changed nothing yet."""
        day: date = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError("Enter a day that has been: nothing has changed yet")
        return day


class TakeBackForm(forms.Form):
    """Why a declared change is taken back."""

    why = forms.CharField(
        label="Why it is taken back",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why, so that whoever reads this later understands it"},
    )
