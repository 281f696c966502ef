"""The forms of matters: raising one, and each step that follows."""

from collections.abc import Sequence
from typing import Any

from django import forms

from sightline.governance.forms import DAY_FORMATS, NO_CHILD, KeptForm, dress_matter
from sightline.governance.models import Matter, MatterKind
from sightline.people.small_numbers import no_small_number


class RaiseForm(KeptForm):
    """What was asked, decided, promised or instructed; by whom; who sees to it by when."""

    class Meta:
        model = Matter
        fields = [
            "kind", "words", "raised_by", "owner", "owner_account", "organisation", "due",
            "theme", "review", "serious",
        ]  # fmt: skip
        labels = {
            "kind": "What is it?",
            "words": "In which words",
            "raised_by": "Who asked, decided or instructed",
            "owner": "Who sees to it",
            "due": "Promised for",
        }

    def __init__(self, kinds: Sequence[MatterKind], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(each.value, each.label) for each in kinds]
        blank = [] if len(choices) == 1 else [("", "Choose what it is")]
        self.fields["kind"].choices = [*blank, *choices]  # type: ignore[attr-defined]
        dress_matter(self)
        self.order_fields(self.Meta.fields)


class InstructionForm(RaiseForm):
    """An instruction, given outside a meeting to the body that answers for it."""

    class Meta(RaiseForm.Meta):
        fields = ["body", "raised_on", *RaiseForm.Meta.fields, "ongoing"]
        labels = {
            **RaiseForm.Meta.labels,
            "body": "Board that follows it",
            "raised_on": "Given on",
        }


class AnswerForm(forms.Form):
    """What was done, or the answer."""

    said = forms.CharField(
        label="What was done, or the answer",
        help_text=NO_CHILD,
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=5000,
        validators=[no_small_number],
        error_messages={"required": "Write what was done, or the answer"},
    )
    with_evidence = forms.BooleanField(label="It says on what evidence it rests", required=False)


class AcceptForm(forms.Form):
    """That it is done or answered in substance, and whether anything changed by it."""

    said = forms.CharField(
        label="What changed because of it",
        help_text=f"Or why nothing had to. {NO_CHILD}",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        validators=[no_small_number],
        error_messages={"required": "Say what changed, or why nothing had to"},
    )
    changed_something = forms.BooleanField(label="Something changed because of it", required=False)


class SendBackForm(forms.Form):
    """Why it is not done, or not answered in substance."""

    said = forms.CharField(
        label="What is still wanting?",
        help_text=NO_CHILD,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        validators=[no_small_number],
        error_messages={"required": "Say what is still wanting"},
    )


class MoveForm(forms.Form):
    """Another day, and why."""

    due = forms.DateField(
        label="The other day",
        help_text="For example 31 1 2027. Its age does not begin again.",
        input_formats=DAY_FORMATS,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 16}),
        error_messages={
            "required": "Enter the other day",
            "invalid": "Enter a date such as 31 1 2027",
        },
    )
    said = forms.CharField(
        label="Why",
        help_text=NO_CHILD,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        validators=[no_small_number],
        error_messages={"required": "Say why"},
    )
