"""The forms with which people say what is done about findings."""

from django import forms

from sightline.improvement.models import Action, Nature, Strength, Trajectory, WarningKind
from sightline.improvement.wording import THEME_TITLES
from sightline.people.models import User
from sightline.people.small_numbers import no_small_number

DAY_FORMATS = ["%d %m %Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %B %Y"]
_NO_CHILD = "Members read this: name no child, and give no number of one to five children."


def day_field(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    """A day as people write it."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text or "For example 31 1 2027.",
        input_formats=DAY_FORMATS,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 16}),
        error_messages={
            "required": "Enter the day",
            "invalid": "Enter a date such as 31 1 2027",
        },
    )


def words_field(
    label: str, missing: str, *, help_text: str = _NO_CHILD, rows: int = 3, required: bool = True
) -> forms.CharField:
    """Words that others read, in a box of several lines."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=help_text,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": rows}),
        validators=[no_small_number],
        error_messages={"required": missing},
    )


class WhyForm(forms.Form):
    """A reason that stays."""

    why = words_field("Why", "Say why, so that whoever reads this later understands it")


class OwnerField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A person who signs in here, by name and role."""

    def label_from_instance(self, obj: User) -> str:
        """ "Dilys Marrow, director"."""
        return f"{obj.shown_name}, {obj.role_title_lower}"


class ActionForm(forms.Form):
    """An action, and how it answers the finding it is written down for."""

    title = forms.CharField(
        label="What is to be done",
        max_length=500,
        validators=[no_small_number],
        error_messages={"required": "Say what is to be done"},
    )
    nature = forms.ChoiceField(
        label="What it changes",
        choices=Nature.choices,
        help_text="Process: steps, forms and dates. Practice: how people work with children.",
    )
    owner_name = forms.CharField(
        label="Who owns it",
        max_length=200,
        help_text="One person, by name and post.",
        error_messages={"required": "Name one person who owns it"},
    )
    owner = OwnerField(
        User.objects.filter(is_active=True).order_by("last_name", "first_name"),
        label="The owner’s account here",
        required=False,
        empty_label="Signs in elsewhere, or not at all",
    )
    due = day_field("Due", required=False, help_text="For example 31 1 2027. Leave empty if none.")
    started_on = day_field(
        "Began on", required=False, help_text="For example 31 1 2027. Leave empty if not begun."
    )


class LinkForm(forms.Form):
    """How far an action answers a finding, and how."""

    strength = forms.ChoiceField(
        label="How much of the finding it puts right", choices=Strength.choices
    )
    how = words_field(
        "How it would put the finding right", "Say how the action would put this finding right"
    )


class NewAnswerForm(ActionForm, LinkForm):
    """A new action for a finding."""

    field_order = ("title", "nature", "owner_name", "owner", "due", "started_on", "strength", "how")


class OldAnswerForm(LinkForm):
    """An action that is there already, for another finding."""

    action = forms.ModelChoiceField(
        Action.objects.all(), label="Action", empty_label="Choose an action"
    )
    field_order = ("action", "strength", "how")


class StartForm(forms.Form):
    """When an action began."""

    on = day_field("When did it begin?")


class ChangeForm(forms.Form):
    """Another day due, or another owner."""

    due = day_field("Due", required=False, help_text="For example 31 1 2027. Leave empty if none.")
    owner_name = forms.CharField(label="Who owns it", max_length=200)
    why = words_field("Why", "Say why, so that whoever reads this later understands it")
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class PlaceForm(WhyForm):
    """Where a person puts a priority, whatever the reasons say."""

    place = forms.TypedChoiceField(label="Where it should stand", coerce=int)
    field_order = ("place", "why")


class NatureForm(forms.Form):
    """What a finding is about."""

    nature = forms.ChoiceField(
        label="What the finding is about",
        choices=Nature.choices,
        help_text="Process: steps, forms and dates. Practice: how people work with children.",
    )
    why = words_field("Why", "Say why", required=False)


class TrajectoryForm(forms.Form):
    """How far something has come."""

    state = forms.ChoiceField(label="How far it has come", choices=Trajectory.choices)
    on = day_field("On which day?")
    why = words_field("Why do you say so?", "Say why")
    source = forms.CharField(
        label="Where was that seen?",
        help_text="For example: audit of October 2026, page 4.",
        max_length=300,
        error_messages={"required": "Say where that was seen"},
    )


class EvidenceForm(forms.Form):
    """The evidence that a repeat finding is put right."""

    evidence = words_field(
        "What was looked at, by whom, and what did it show?",
        "Say what was looked at, by whom, and what it showed",
        rows=5,
    )


class WarningForm(forms.Form):
    """A warning known inside the authority."""

    kind = forms.ChoiceField(label="What sort of warning", choices=WarningKind.choices)
    on = day_field("On which day?")
    said = words_field("What it said", "Say what the warning was")
    known_by = forms.CharField(
        label="Who knew of it then",
        help_text="Posts or bodies: for example, the director and the lead member.",
        max_length=300,
        validators=[no_small_number],
        error_messages={"required": "Say who knew of it then"},
    )
    source = forms.CharField(
        label="Where it is written down",
        help_text="For example: cabinet, 4 February 2025, item 6.",
        max_length=300,
        error_messages={"required": "Say where it is written down"},
    )
    theme = forms.ChoiceField(
        label="Theme", required=False, choices=[("", "No one theme"), *THEME_TITLES.items()]
    )


class ResponseForm(forms.Form):
    """What was done about a warning."""

    on = day_field("On which day?")
    done = words_field("What was done", "Say what was done")
