"""The forms for a review: what is known of it, and findings entered by hand."""

import re
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from sightline.improvement.forms import DIRECTIONS
from sightline.improvement.models import CopySent, FindingKind, Review
from sightline.improvement.reading import made_title
from sightline.letters import LetterKind

DAY_FORMATS = ["%d %m %Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %B %Y"]
_FIRST_YEAR = 1990
_BLANK_LINES = re.compile(r"\n\s*\n")


def _day(label: str, hint: str = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        required=False,
        input_formats=DAY_FORMATS,
        widget=forms.DateInput(format="%d %m %Y", attrs={"autocomplete": "off", "size": 16}),
        error_messages={"invalid": "Enter a date such as 31 3 2027"},
    )


class ReviewForm(forms.ModelForm):  # type: ignore[type-arg]
    """What is known of a review: who made it, what kind it is, and its dates."""

    kind = forms.ChoiceField(
        label="Kind",
        choices=[("", "Choose a kind"), *((each.value, each.plain) for each in LetterKind)],
        error_messages={"required": "Choose what kind of review it is"},
    )
    body = forms.CharField(
        label="Who made it",
        help_text="For example Ofsted, a neighbouring authority, the auditor.",
        max_length=200,
        required=False,
    )
    authority = forms.CharField(
        label="Authority",
        max_length=200,
        error_messages={"required": "Enter the authority that it is about"},
    )
    title = forms.CharField(
        label="Title",
        help_text="Leave empty to have it made of its kind, the authority and the month.",
        max_length=300,
        required=False,
    )
    rests_on = forms.ModelChoiceField(
        Review.objects.all(),
        label="Repeats another review",
        help_text="Where it saw nothing for itself. It is then no second witness beside that one.",
        required=False,
        empty_label="No: it looked for itself",
    )
    visited_from = _day("Fieldwork began", "For example 4 3 2026.")
    visited_to = _day("Fieldwork ended")
    draft_shared = _day("Draft shared with the authority")
    accuracy_sent = _day("Comments on factual accuracy sent")
    final_shared = _day("Final letter or report received", "The day from which the law counts.")
    embargo_until = _day("Embargo ended")
    published = _day("Published")
    board_told = _day("First reported to the improvement board")
    scrutiny_told = _day("First reported to scrutiny")
    response_due = _day(
        "Answer agreed by",
        "Where no law says by when, or a joint report names the day. Leave empty after another.",
    )
    no_answer_asked = forms.TypedChoiceField(
        label="Does it ask for an answer?",
        help_text="A joint inspection asks for a statement only where its report says so.",
        choices=[("False", "As its kind does"), ("True", "No: it says so itself")],
        coerce=lambda said: said == "True",
        empty_value="",
        required=False,
    )
    draft_plan_sent = _day("Draft plan sent", "Only after a visit that found priority action.")
    response_sent = _day("Plan of action or answer sent")

    class Meta:
        model = Review
        fields = (
            "kind", "body", "authority", "title", "rests_on", "visited_from", "visited_to",
            "draft_shared", "accuracy_sent", "final_shared", "embargo_until", "published",
            "board_told", "scrutiny_told", "response_due", "no_answer_asked", "draft_plan_sent",
            "response_sent",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Review.objects.exclude(pk=self.instance.pk).exclude(rests_on=self.instance.pk or 0)
        self.fields["rests_on"].queryset = others  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuses dates that cannot be: of another century, or an end before its beginning."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        said["no_answer_asked"] = bool(said.get("no_answer_asked"))
        for name, value in list(said.items()):
            if isinstance(value, date) and value.year < _FIRST_YEAR:
                self.add_error(name, f"Enter a date after {_FIRST_YEAR}")
        for earlier, later in (
            ("visited_from", "visited_to"),
            ("visited_from", "final_shared"),
            ("visited_from", "published"),
            ("draft_shared", "final_shared"),
            ("draft_shared", "accuracy_sent"),
        ):
            first, last = said.get(earlier), said.get(later)
            if first and last and last < first:
                before = str(self.fields[earlier].label).lower()
                self.add_error(later, f"This is before “{before}”")
        if not (said.get("visited_to") or said.get("published") or self.errors):
            self.add_error("visited_to", "Enter when fieldwork ended, or when it was published")
        if said.get("visited_to") and not said.get("visited_from"):
            said["visited_from"] = said["visited_to"]
        if not said.get("title") and not self.errors:
            said["title"] = made_title(
                LetterKind(said["kind"]),
                said["authority"],
                said.get("published") or said.get("visited_to"),
            )
        return said


class CopySentForm(forms.Form):
    """Who was given a copy, of which form, and when."""

    to = forms.CharField(
        label="Who was given it",
        help_text="A person, a post or a body, such as the Department for Education.",
        max_length=200,
        error_messages={"required": "Enter who was given it"},
    )
    form = forms.ChoiceField(label="Which", choices=CopySent.Form.choices)
    on = forms.DateField(
        label="When",
        help_text="For example 31 3 2026.",
        input_formats=DAY_FORMATS,
        widget=forms.DateInput(format="%d %m %Y", attrs={"autocomplete": "off", "size": 16}),
        error_messages=dict.fromkeys(("invalid", "required"), "Enter a date such as 31 3 2026"),
    )

    def clean_on(self) -> date:
        """No copy was given on a day that is still to come."""
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError("Enter a day that is not in the future")
        return on


class FindingsByHandForm(forms.Form):
    """Findings typed or pasted: a paragraph each, in the exact words of the review."""

    said = forms.CharField(
        label="The exact words",
        help_text="Type or paste them as they stand. Leave an empty line between two findings.",
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=200_000,
        error_messages={"required": "Enter the words of at least one finding"},
    )
    kind = forms.ChoiceField(
        label="What the review calls them", choices=FindingKind.choices, initial=FindingKind.FINDING
    )
    direction = forms.ChoiceField(
        label="Direction",
        required=False,
        choices=[("", "As their words suggest"), *DIRECTIONS],
    )
    page = forms.IntegerField(
        label="Page",
        min_value=1,
        max_value=2_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4, "autocomplete": "off"}),
        error_messages=dict.fromkeys(
            ("invalid", "required", "min_value", "max_value"), "Enter the page, such as 3"
        ),
    )
    section = forms.CharField(
        label="Under the heading", max_length=500, required=False, help_text="Where there is one."
    )

    def clean_said(self) -> tuple[str, ...]:
        """The findings, with the line breaks of the source and not those of a browser."""
        whole = str(self.cleaned_data["said"]).replace("\r\n", "\n")
        said = tuple(part.strip() for part in _BLANK_LINES.split(whole) if part.strip())
        if not said:
            raise forms.ValidationError("Enter the words of at least one finding")
        return said
