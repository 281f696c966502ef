"""The forms with which people write down what others said, and what holds of a priority."""

from typing import Any

from django import forms

from sightline.assurance.triangulation import Source
from sightline.improvement.answer_forms import day_field, words_field
from sightline.improvement.wording import THEME_TITLES
from sightline.progress.models import Who
from sightline.progress.models.heard import METHODS, SAID

_YES_NO = [("", "Not stated"), ("yes", "Yes"), ("no", "No")]


def _count(label: str, *, required: bool = True) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=required,
        min_value=1,
        max_value=100_000,
        error_messages={"required": "Enter how many", "invalid": "Enter a whole number"},
    )


class HeardForm(forms.Form):
    """One time that people were listened to."""

    theme = forms.ChoiceField(label="About", choices=list(THEME_TITLES.items()))
    who = forms.ChoiceField(label="Who spoke", choices=Who.choices)
    how = forms.ChoiceField(label="How they were asked", choices=METHODS)
    people = _count("How many spoke")
    asked = _count("Of how many asked, where that is known", required=False)
    on = day_field("The last day on which they spoke")
    says = forms.ChoiceField(label="What it comes to", choices=SAID)
    words = words_field("What they said, in their words", "Write down what they said")

    def clean(self) -> dict[str, Any]:
        """Refuses more who spoke than were asked."""
        said = super().clean() or self.cleaned_data
        people, asked = said.get("people"), said.get("asked")
        if people and asked and asked < people:
            self.add_error("asked", "No more can have spoken than were asked")
        return said


class AskedForForm(forms.Form):
    """What children asked for, and what came of it."""

    people = _count("How many children and young people took part")
    on = day_field("When they asked for it")
    words = words_field("What they asked for, in their words", "Write down what they asked for")
    done = words_field("What changed", "", required=False)
    says_now = forms.ChoiceField(
        label="What they say now", choices=[("", "Not asked since"), *SAID], required=False
    )
    words_now = words_field("What they say now, in their words", "", required=False)
    said_on = day_field("When they said so", required=False)


class SettledForm(forms.Form):
    """Which source to go by where they disagree."""

    by_source = forms.ChoiceField(
        label="Which source to go by",
        choices=[(each.value, each.value.capitalize()) for each in Source],
    )
    why = words_field("Why", "Say why, so that whoever reads this later understands it")


class StatedForm(forms.Form):
    """What holds of a priority from now on."""

    promised_by = day_field("Promised for", required=False)
    funded = forms.ChoiceField(
        label="Paid for beyond one-off money", choices=_YES_NO, required=False
    )
    permanent = forms.ChoiceField(
        label="Owned by somebody in a permanent post", choices=_YES_NO, required=False
    )
    why = words_field("Why, and who says so", "Say why, and who says so")


class CloseForm(forms.Form):
    """Why a priority is closed."""

    why = words_field("Why", "Say why it may be closed")
