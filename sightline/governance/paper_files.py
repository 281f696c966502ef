"""Papers that are files: which may come, and where they lie."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from sightline.governance.elsewhere import packs_issued
from sightline.governance.forms import KeptForm
from sightline.governance.models import Paper
from sightline.people.documents import keep_document

TYPES = (".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".txt", ".csv")
LARGEST = 50_000_000  # bytes
FOLDER = "papers"


class PaperForm(KeptForm):
    """A paper: its file, or a link to it, or neither while it is awaited."""

    pack = forms.TypedChoiceField(
        label="It is this issued pack", required=False, coerce=int, empty_value=None
    )
    upload = forms.FileField(
        label="The file",
        required=False,
        help_text="PDF, Word, Excel, PowerPoint, OpenDocument, text or CSV. "
        "Send no paper that names a child.",
        error_messages={"empty": "The file is empty. Save the paper again and send the new copy."},
        widget=forms.FileInput(attrs={"accept": ",".join(TYPES)}),
    )

    class Meta:
        model = Paper
        fields = ["title", "source", "received_on", "pages", "pack", "link"]
        labels = {"link": "Or a link to it"}
        help_texts = {"received_on": "Leave empty while it is awaited. For example 31 1 2027."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        issued = [(each.number, each.title) for each in packs_issued()]
        self.fields["pack"].choices = [("", "None"), *issued]  # type: ignore[attr-defined]
        self.fields["pack"].help_text = "So that members see from which load its figures come."

    def clean_upload(self) -> "UploadedFile[bytes] | None":
        """Refuses what is no paper, before anything is kept."""
        sent: UploadedFile[bytes] | None = self.cleaned_data["upload"]
        if sent and PurePath(sent.name or "").suffix.lower() not in TYPES:
            raise forms.ValidationError(f"{sent.name} is of a kind that is not taken here")
        if sent and (sent.size or 0) > LARGEST:
            raise forms.ValidationError(f"{sent.name} is larger than {LARGEST // 1_000_000} MB")
        return sent

    def clean(self) -> dict[str, Any]:
        """A paper that is here was received on a day."""
        said = super().clean() or {}
        if (said.get("upload") or said.get("link")) and not said.get("received_on"):
            self.add_error("received_on", "Enter the day on which it was received")
        return said


def keep_file(paper: Paper, sent: "UploadedFile[bytes]") -> None:
    """Writes the file beneath the data folder, under its digest, and notes it on the paper.

    The same file sent twice lies there once. The paper is not saved here.
    """
    paper.file, paper.file_name = keep_document(sent, FOLDER, settings.DATA)
