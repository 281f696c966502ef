"""The forms of a board's request: asking, taking on, answering, sending back, withdrawing."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.utils import timezone

from sightline.measures import catalogue
from sightline.oversight.audiences import PROFILES
from sightline.oversight.board_requests.standing import Disclosure
from sightline.oversight.forms import DAY_FORMATS
from sightline.people.small_numbers import no_small_number

READ_BY_MEMBERS = "Members read this: name no child, and give no number of one to five children."

BOARDS = {each.id: each.name for each in PROFILES if each.meets}


class AskForm(forms.Form):
    """What a board asks, which board, and the meeting at which the answer is due."""

    question = forms.CharField(
        label="What should be looked at more deeply?",
        help_text=f"For example: why do so few reviews in the north take place in time? "
        f"{READ_BY_MEMBERS}",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        validators=[no_small_number],
        error_messages={"required": "Say what should be looked at"},
    )
    board = forms.ChoiceField(
        label="Which board asks?",
        choices=[("", "Choose a board"), *BOARDS.items()],
        error_messages={"required": "Choose the board that asks"},
    )
    meeting = forms.DateField(
        label="The day of the meeting at which the answer is due",
        help_text="For example 31 1 2027.",
        input_formats=DAY_FORMATS,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 16}),
        error_messages={
            "required": "Enter the day of the meeting",
            "invalid": "Enter a date such as 31 1 2027",
        },
    )

    def clean_meeting(self) -> date:
        """A day that has not passed."""
        day: date = self.cleaned_data["meeting"]
        if day < timezone.localdate():
            raise forms.ValidationError("Enter the day of a meeting that has not been yet")
        return day


class TakeOnForm(forms.Form):
    """How a request will be answered, and who reads the answer."""

    method = forms.CharField(
        label="How will it be answered?",
        help_text=f"For example: every late review of the past year read, and its reason noted. "
        f"{READ_BY_MEMBERS}",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        validators=[no_small_number],
        error_messages={"required": "Say how it will be answered"},
    )
    disclosure = forms.ChoiceField(
        label="Who may read the answer?",
        help_text="This is decided now and stays. A member who asked is told when an answer for "
        "staff alone is given, and hears it at the meeting.",
        choices=[("", "Choose who reads it"), *Disclosure.choices],
        error_messages={"required": "Choose who may read the answer"},
    )


class AnswerForm(forms.Form):
    """The answer in words, and the measures whose figures it quotes."""

    said = forms.CharField(
        label="The answer",
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=5000,
        error_messages={"required": "Write the answer"},
    )
    first = forms.ChoiceField(label="A measure whose figure it quotes", required=False)
    second = forms.ChoiceField(label="Another measure, if there is one", required=False)
    third = forms.ChoiceField(label="A third, if there is one", required=False)

    def __init__(self, disclosure: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = self.fields["said"]
        if disclosure == Disclosure.MEMBERS:
            said.help_text = f"{READ_BY_MEMBERS} The figures quoted have small numbers withheld."
            said.validators = [*said.validators, no_small_number]
        else:
            said.help_text = "Only those who see exact figures read this: name no child."
        for name in ("first", "second", "third"):
            self.fields[name].choices = _measures()  # type: ignore[attr-defined]

    @property
    def quoted(self) -> list[str]:
        """The ids of the measures chosen, in order, each once."""
        chosen = (self.cleaned_data[name] for name in ("first", "second", "third"))
        return list(dict.fromkeys(each for each in chosen if each))


class SendBackForm(forms.Form):
    """Why an answer is sent back."""

    why = forms.CharField(
        label="What does the answer lack?",
        help_text=READ_BY_MEMBERS,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        validators=[no_small_number],
        error_messages={"required": "Say what the answer lacks"},
    )


class WithdrawForm(forms.Form):
    """Why a question is withdrawn."""

    why = forms.CharField(
        label="Why is the question withdrawn?",
        help_text=f"It stays in the list, with your reason. {READ_BY_MEMBERS}",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        validators=[no_small_number],
        error_messages={"required": "Say why it is withdrawn"},
    )


def _measures() -> Sequence[tuple[str, Any]]:
    """Every measure under its area, after a blank."""
    by_area = groupby(catalogue().values(), key=lambda measure: measure.area)
    return [
        ("", "No measure"),
        *((area, [(each.id, each.title) for each in members]) for area, members in by_area),
    ]
