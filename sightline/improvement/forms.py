"""The forms of the improvement pages."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from sightline.improvement.models import Finding, FindingKind, Review, Status
from sightline.improvement.register import EVERY, STANDING, Order, Wanted
from sightline.improvement.wording import THEME_TITLES
from sightline.letters import Direction

DIRECTIONS = [(each.value, each.value.capitalize()) for each in Direction]
LETTER_TYPES = (".pdf", ".docx", ".docm", ".txt", ".md")
_LARGEST = 50_000_000  # bytes; the longest real report seen is under 3 million


class LetterForm(forms.Form):
    """A report or letter to be read."""

    letter = forms.FileField(
        label="Report or letter",
        help_text="A PDF that is text, not a scanned picture; a Word document (.docx); or text.",
        error_messages={
            "required": "Choose a report or letter",
            "empty": "The file is empty. Save the letter again and send the new copy.",
        },
        widget=forms.FileInput(attrs={"accept": ",".join(LETTER_TYPES)}),
    )

    def clean_letter(self) -> "UploadedFile[bytes]":
        """Refuses what no letter is, before it is read."""
        letter: UploadedFile[bytes] = self.cleaned_data["letter"]
        suffix = PurePath(letter.name or "").suffix.lower()
        if suffix not in LETTER_TYPES:
            raise forms.ValidationError(
                f"{letter.name} is not a PDF, a Word document (.docx) or a text file. "
                "Save the letter as a PDF first."
            )
        if (letter.size or 0) > _LARGEST:
            raise forms.ValidationError(
                f"{letter.name} is larger than 50 MB. Send the letter without its pictures."
            )
        return letter


class RegisterForm(forms.Form):
    """How the register is narrowed and ordered. `full` also offers what is not confirmed."""

    words = forms.CharField(label="Words", required=False, max_length=200)
    review = forms.ModelChoiceField(
        Review.objects.all(), label="Report", required=False, empty_label="Every report"
    )
    theme = forms.ChoiceField(
        label="Theme", required=False, choices=[("", "Every theme"), *THEME_TITLES.items()]
    )
    kind = forms.ChoiceField(
        label="Kind", required=False, choices=[("", "Every kind"), *FindingKind.choices]
    )
    direction = forms.ChoiceField(
        label="Direction", required=False, choices=[("", "Every direction"), *DIRECTIONS]
    )
    status = forms.ChoiceField(
        label="Decision",
        required=False,
        choices=[
            (STANDING, "All but the rejected"),
            *Status.choices,
            (EVERY, "All, with the rejected"),
        ],
    )
    again = forms.ChoiceField(
        label="Said before",
        required=False,
        choices=[("", "Said once or more"), ("1", "Said in two or more reports")],
    )
    order = forms.ChoiceField(
        label="Order", required=False, choices=[(each.value, each.plain) for each in Order]
    )

    def __init__(self, *args: Any, full: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not full:
            del self.fields["status"]

    def wanted(self) -> Wanted:
        """What was asked for; an answer that is no choice narrows nothing."""
        self.is_valid()
        answers = getattr(self, "cleaned_data", {})
        review = answers.get("review")
        return Wanted(
            words=answers.get("words", ""),
            review=review.pk if review else None,
            theme=answers.get("theme", ""),
            direction=answers.get("direction", ""),
            kind=answers.get("kind", ""),
            status=answers.get("status") or STANDING,
            again=bool(answers.get("again")),
            order=Order(answers.get("order") or Order.URGENCY),
        )


class EditForm(forms.Form):
    """Another wording, direction or themes, and why."""

    wording = forms.CharField(
        label="Wording",
        help_text="The exact words stay beside it, whatever you write here.",
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Enter the wording; to drop the finding, reject it"},
    )
    direction = forms.ChoiceField(label="Direction", choices=DIRECTIONS)
    themes = forms.MultipleChoiceField(
        label="Themes",
        required=False,
        choices=list(THEME_TITLES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    why = forms.CharField(
        label="Why you changed it",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why, so that whoever reads this later understands it"},
    )

    @classmethod
    def of(cls, finding: Finding) -> "EditForm":
        """The form as it stands before anything is changed."""
        return cls(
            initial={
                "wording": finding.wording,
                "direction": finding.direction,
                "themes": list(finding.theme_ids),
            }
        )

    def clean_wording(self) -> str:
        """With the line breaks that the source has, not those of a browser."""
        return str(self.cleaned_data["wording"]).replace("\r\n", "\n")


class ReasonForm(forms.Form):
    """Why a finding is rejected or reopened."""

    why = forms.CharField(
        label="Why",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why, so that whoever reads this later understands it"},
    )
