"""The forms with which people show that an action is done, close it, and check it."""

from pathlib import PurePath

from django import forms
from django.core.files.uploadedfile import UploadedFile

from sightline.governance.paper_files import LARGEST, TYPES
from sightline.improvement.answer_forms import day_field, words_field
from sightline.measures import catalogue
from sightline.returns.templates.audits import STANDARDS

_WHAT = "What it shows"
_SAY = "Say what it shows in a sentence"


def measures_field(label: str, *, required: bool = True) -> forms.ChoiceField:
    """A measure of the catalogue, by its title within its area."""
    by_area: dict[str, list[tuple[str, str]]] = {}
    for measure in catalogue().values():
        by_area.setdefault(measure.area, []).append((measure.id, measure.title))
    choices = [("", "Choose a measure"), *((area, rows) for area, rows in by_area.items())]
    return forms.ChoiceField(
        label=label, required=required, choices=choices,
        error_messages={"required": "Choose a measure"},
    )  # fmt: skip


class EvidenceForm(forms.Form):
    """What every piece of evidence says of itself."""

    words = words_field(_WHAT, _SAY)
    dated = day_field("The day of which it tells")


class DocumentForm(EvidenceForm):
    """A document."""

    upload = forms.FileField(
        label="The document",
        help_text="PDF, Word, Excel, PowerPoint, OpenDocument, text or CSV. "
        "Send none that names a child.",
        error_messages={
            "required": "Choose the document",
            "empty": "The file is empty. Save it again and send the new copy.",
        },
        widget=forms.FileInput(attrs={"accept": ",".join(TYPES)}),
    )

    def clean_upload(self) -> "UploadedFile[bytes]":
        """Refuses what is no document, before anything is kept."""
        sent: UploadedFile[bytes] = self.cleaned_data["upload"]
        if PurePath(sent.name or "").suffix.lower() not in TYPES:
            raise forms.ValidationError(f"{sent.name} is of a kind that is not taken here")
        if (sent.size or 0) > LARGEST:
            raise forms.ValidationError(f"{sent.name} is larger than {LARGEST // 1_000_000} MB")
        return sent


class FigureForm(forms.Form):
    """A figure as it stands today, frozen."""

    words = words_field(_WHAT, _SAY)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["measure"] = measures_field("Measure")


class RereadForm(EvidenceForm):
    """Children's records read again: numbers only."""

    reread = forms.IntegerField(
        label="How many records were read again",
        min_value=1,
        error_messages={"required": "Enter how many records were read again"},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
    )
    bearing_out = forms.IntegerField(
        label="How many of them bear it out",
        min_value=0,
        error_messages={"required": "Enter how many of them bear it out"},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
    )


class EffectForm(forms.Form):
    """What difference it should make."""

    standard = forms.ChoiceField(
        label="Or a practice standard that audits look for",
        required=False,
        choices=[
            ("", "Choose a standard"),
            *((each.value, each.words[:1].upper() + each.words[1:]) for each in STANDARDS),
        ],
    )
    audit_question = forms.CharField(
        label="Or an audit question in words", required=False, max_length=300
    )
    cohort = forms.CharField(
        label="For which children",
        max_length=300,
        error_messages={"required": "Say for which children"},
    )
    by_when = day_field("By when it should show")
    field_order = ("measure", "standard", "audit_question", "cohort", "by_when")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["measure"] = measures_field("Measure that would show it", required=False)
        self.order_fields(self.field_order)


class SawForm(forms.Form):
    """What the second person saw."""

    why = words_field("What you saw", "Say what you saw")


class NoteForm(forms.Form):
    """A word beside the owner's claim."""

    why = words_field("Anything the one who looks should know", "", required=False)


class DrawForm(forms.Form):
    """How many to draw."""

    how_many = forms.IntegerField(
        label="How many closed actions to draw",
        min_value=1,
        error_messages={"required": "Enter how many to draw"},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
    )


class CheckForm(forms.Form):
    """What was found of one that was drawn."""

    done = forms.TypedChoiceField(
        label="Is it truly done?",
        choices=[("", "Choose"), ("yes", "Yes"), ("no", "No")],
        coerce=lambda said: said == "yes",
        empty_value=None,
        error_messages={"required": "Choose whether it is done"},
    )
    words = words_field("What you found", "Say what you found")
    service = forms.CharField(
        label="From which service you come",
        max_length=100,
        error_messages={"required": "Say from which service you come"},
    )
