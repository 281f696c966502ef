"""The forms of what is kept about boards: every field told of in the person's words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from django import forms

from sightline.governance.elsewhere import letters_received
from sightline.governance.models import (
    Body,
    BodyKind,
    Kept,
    LearningReview,
    Look,
    Matter,
    Meeting,
    Member,
    Planned,
    PlannedKind,
    Support,
    Training,
)
from sightline.governance.wording import THEME_TITLES, sentence
from sightline.measures import catalogue
from sightline.people.small_numbers import no_small_number

DAY_FORMATS = ["%d %m %Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %B %Y"]
NO_CHILD = "Name no child."
if TYPE_CHECKING:
    _KeptModelForm = forms.ModelForm[Kept]
else:
    _KeptModelForm = forms.ModelForm  # which takes no type while it runs

_CHOSEN = (forms.ChoiceField, forms.ModelChoiceField, forms.MultipleChoiceField)


class KeptForm(_KeptModelForm):
    """A form that carries the version its reader saw; its fields speak as GOV.UK asks.

    No text of it may count one to five children: members of boards read it.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.version
        for field in self.fields.values():
            _worded(field)
            if isinstance(field, forms.CharField):
                field.validators.append(no_small_number)

    @property
    def seen(self) -> int:
        """The version that the person had before them; 0 where none was sent."""
        return self.cleaned_data.get("version") or 0


def _worded(field: forms.Field) -> None:
    label = sentence(str(field.label or ""))
    field.label = label
    verb = "Choose" if isinstance(field, _CHOSEN) else "Enter"
    field.error_messages["required"] = f"{verb}: {label[:1].lower()}{label[1:]}"
    if isinstance(field, forms.ModelChoiceField):
        field.empty_label = "Choose" if field.required else "None"
    elif isinstance(field, forms.TypedChoiceField):
        none = "Choose" if field.required else "None"
        field.choices = [(value, said) if value else ("", none) for value, said in _flat(field)]
    if isinstance(field, forms.DateField):
        field.input_formats = DAY_FORMATS
        field.widget = forms.DateInput(format="%d %m %Y", attrs={"autocomplete": "off", "size": 16})
        field.help_text = field.help_text or "For example 31 1 2027."
        field.error_messages["invalid"] = "Enter a date such as 31 1 2027"
    elif isinstance(field, forms.IntegerField) and not isinstance(field.widget, forms.HiddenInput):
        field.widget = forms.TextInput(attrs={"inputmode": "numeric", "size": 6})
        field.error_messages["invalid"] = "Enter a whole number"
    elif isinstance(field.widget, forms.Textarea):
        field.widget.attrs["rows"] = 4


def _flat(field: forms.ChoiceField) -> list[tuple[Any, Any]]:
    """The choices as they are written: none here is in groups."""
    return list(cast("Iterable[tuple[Any, Any]]", field.choices))


def themes_field(label: str, *, required: bool = False) -> forms.MultipleChoiceField:
    """Themes to tick, by their titles."""
    by_title = sorted(THEME_TITLES.items(), key=lambda item: item[1])
    return forms.MultipleChoiceField(
        label=label, choices=by_title, required=required, widget=forms.CheckboxSelectMultiple
    )


class BodyForm(KeptForm):
    """A board, and what it oversees."""

    themes = themes_field("What it oversees")
    leads = themes_field("Of this, on what it leads")
    areas = forms.MultipleChoiceField(
        label="Areas of the measures that it follows",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Body
        fields = [
            "name", "kind", "chair", "reports_to", "every_weeks", "quorum", "papers_days",
            "agreed_pages", "agreed_items", "look_within", "remit", "agreed_on", "review_by",
            "themes", "leads", "areas", "ended_on",
        ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = sorted({measure.area for measure in catalogue().values()})
        self.fields["areas"].choices = [(each, each) for each in areas]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """It oversees what it leads on; a round of meetings is at least a week."""
        said = super().clean() or {}
        said["themes"] = sorted({*said.get("themes", ()), *said.get("leads", ())})
        said["leads"] = sorted(said.get("leads", ()))
        if said.get("every_weeks") == 0:
            self.add_error("every_weeks", "Enter one week or more")
        return said


class MemberForm(KeptForm):
    """Who sits on a board. Young people sit by their role alone."""

    class Meta:
        model = Member
        fields = ["name", "role", "organisation", "seniority", "party", "since", "until"]
        help_texts = {
            "name": "Young people are written down by what they are here for, never by name.",
            "party": "For councillors.",
        }


class MeetingForm(KeptForm):
    """A day of meeting."""

    class Meta:
        model = Meeting
        fields = ["day", "place", "about", "cancelled"]
        help_texts = {"cancelled": "Leave empty if it takes place.", "about": NO_CHILD}


class PlannedForm(KeptForm):
    """One thing in a work programme."""

    class Meta:
        model = Planned
        fields = [
            "body", "kind", "title", "prompted_by", "why", "scope", "evidence", "by_whom", "due",
            "done_on", "sent_on", "outcome",
        ]  # fmt: skip
        labels = {"body": "Board", "title": "What", "due": "Due on", "done_on": "Done on"}
        help_texts = {"scope": "For an in-depth review.", "sent_on": "For an in-depth review."}


class LookForm(KeptForm):
    """One review of progress."""

    themes = themes_field("Themes it looks at")
    letter = forms.TypedChoiceField(
        label="Its report in the register of findings",
        required=False,
        coerce=int,
        empty_value=None,
    )

    class Meta:
        model = Look
        fields = [
            "title", "kind", "by_whom", "themes", "stage", "planned_for", "done_on", "draft_on",
            "draft_to", "comments_on", "received_on", "final_to", "published_on", "letter", "body",
            "reported_at", "scrutinised_at", "why_late",
        ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        letters = [(each.number, each.title) for each in letters_received()]
        self.fields["letter"].choices = [("", "None"), *letters]  # type: ignore[attr-defined]
        meetings = Meeting.objects.select_related("body")
        self.fields["reported_at"].queryset = meetings  # type: ignore[attr-defined]
        scrutiny = meetings.filter(body__kind=BodyKind.SCRUTINY)
        self.fields["scrutinised_at"].queryset = scrutiny  # type: ignore[attr-defined]


class SupportForm(KeptForm):
    """Support from outside."""

    themes = themes_field("Themes it supports")

    class Meta:
        model = Support
        fields = [
            "provider", "kind", "purpose", "themes", "since", "until", "days", "staff_days",
            "pounds", "paid_by", "deliverables", "effect",
        ]  # fmt: skip
        help_texts = {"pounds": "0 where it is free."}


class LearningReviewForm(KeptForm):
    """A learning review, under a reference that names nobody."""

    class Meta:
        model = LearningReview
        fields = [
            "reference", "kind", "body", "author", "stage", "aware_on", "notified_on", "rapid_on",
            "decided_on", "completed_on", "publishing", "why_not", "published_on", "delay",
            "recommendations", "done", "effect",
        ]  # fmt: skip
        help_texts = {
            "reference": "For example LR-2026-03. It names nobody.",
            "delay": f"For example: criminal proceedings. {NO_CHILD}",
        }


class TrainingForm(KeptForm):
    """Training of one member."""

    class Meta:
        model = Training
        fields = ["member", "kind", "topic", "on", "given_by", "confidence", "effect"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["member"]
        field.queryset = Member.objects.select_related("body")  # type: ignore[attr-defined]
        field.label_from_instance = lambda m: f"{m.name}, {m.body.name}"  # type: ignore[attr-defined]


class MatterForm(KeptForm):
    """The wording of a matter and whose it is; the day on which it was raised never changes."""

    class Meta:
        model = Matter
        fields = ["words", "owner", "owner_account", "organisation", "theme", "serious", "review"]
        labels = {"words": "What", "owner": "Who sees to it"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress_matter(self)


def dress_matter(form: KeptForm) -> None:
    """The fields of a matter that are chosen from lists."""
    themes = sorted(THEME_TITLES.items(), key=lambda item: item[1])
    form.fields["theme"] = forms.ChoiceField(
        label="Theme", choices=[("", "None"), *themes], required=False
    )
    form.fields["serious"].label = "It is serious: being noted is not enough"
    account = form.fields["owner_account"]
    account.label = "Their account here, if they have one"
    account.help_text = "Whoever has to do it cannot say that it is done."
    account.label_from_instance = lambda user: user.shown_name  # type: ignore[attr-defined]
    form.fields["words"].help_text = NO_CHILD
    deep = Planned.objects.filter(kind=PlannedKind.REVIEW)
    form.fields["review"].queryset = deep  # type: ignore[attr-defined]
