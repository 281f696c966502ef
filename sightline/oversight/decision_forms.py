"""The forms with which a performance meeting's decisions are written down and closed."""

from django import forms

from sightline.oversight.forms import DAY_FORMATS
from sightline.people.small_numbers import no_small_number


class DecisionForm(forms.Form):
    """What is to be done, by whom, by when, and how one will see that it worked."""

    decision = forms.CharField(
        label="What was decided",
        help_text="Members read this: name no child, and give no number of one to five children.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        validators=[no_small_number],
        error_messages={"required": "Say what was decided"},
    )
    owner = forms.CharField(
        label="Who owes it",
        max_length=200,
        error_messages={"required": "Name one person who owes it"},
    )
    due = forms.DateField(
        label="By when",
        help_text="For example 31 1 2027.",
        input_formats=DAY_FORMATS,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 16}),
        error_messages={
            "required": "Enter the day by which it is due",
            "invalid": "Enter a date such as 31 1 2027",
        },
    )
    expected = forms.CharField(
        label="How will you see that it worked?",
        help_text="For example: 90% of reviews held in time by the end of March.",
        max_length=500,
        validators=[no_small_number],
        error_messages={"required": "Say what should be seen if it works"},
    )


class OutcomeForm(forms.Form):
    """Whether a decision worked."""

    outcome = forms.CharField(
        label="Did it work, and how do you know?",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        validators=[no_small_number],
        error_messages={"required": "Say whether it worked, and how you know"},
    )
