"""The forms of the improvement pages."""

from collections.abc import Sequence
from pathlib import PurePath

from django import forms
from django.core.files.uploadedfile import UploadedFile

from sightline.improvement.models import Finding
from sightline.improvement.wording import THEME_TITLES
from sightline.letters import Direction
from sightline.people.many_files import ManyFilesField, ManyFilesInput

DIRECTIONS = [(each.value, each.value.capitalize()) for each in Direction]
LETTER_TYPES = (".pdf", ".docx", ".docm", ".txt", ".md")
_LARGEST_TOGETHER = 500_000_000
_LARGEST = 50_000_000  # bytes; the longest real report seen is under 3 million


class LettersForm(forms.Form):
    """One or more reports or letters to be read, or a zip of them."""

    letters = ManyFilesField(
        label="Reports or letters",
        help_text="PDFs that are text, not scanned pictures; or plain text. You can choose "
        "choose several, or send a whole folder as a zip.",
        error_messages={
            "required": "Choose a report or letter",
        },
        allow_empty_file=True,  # an empty file among many stops none of the others
        widget=ManyFilesInput(attrs={"accept": ",".join((*LETTER_TYPES, ".zip"))}),
    )

    def clean_letters(self) -> "list[UploadedFile[bytes]]":
        """Refuses one that no letter is, before it is read; of several, each is told of apart."""
        letters: list[UploadedFile[bytes]] = self.cleaned_data["letters"]
        if is_alone(letters):
            _check(letters[0])
        elif sum(letter.size or 0 for letter in letters) > _LARGEST_TOGETHER:
            raise forms.ValidationError("These files are larger than 500 MB together. Send fewer.")
        return letters


def is_alone(letters: "Sequence[UploadedFile[bytes]]") -> bool:
    """Whether it is one letter, which is read at once, and no zip of many."""
    return len(letters) == 1 and PurePath(letters[0].name or "").suffix.lower() != ".zip"


def _check(letter: "UploadedFile[bytes]") -> None:
    if PurePath(letter.name or "").suffix.lower() not in LETTER_TYPES:
        raise forms.ValidationError(
            f"{letter.name} is not a PDF, a Word document (.docx) or a text file. "
            "Save the letter as a PDF first."
        )
    if not letter.size:
        raise forms.ValidationError(
            "The file is empty. Save the letter again and send the new copy."
        )
    if (letter.size or 0) > _LARGEST:
        raise forms.ValidationError(
            f"{letter.name} is larger than 50 MB. Send the letter without its pictures."
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
