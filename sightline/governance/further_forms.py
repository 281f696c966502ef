"""The forms of targets, visits, elections, partners' promises and the scrutineer's report."""

from typing import Any

from django import forms

from sightline.governance.elsewhere import letters_received
from sightline.governance.forms import NO_CHILD, KeptForm
from sightline.governance.models import (
    Election,
    Matter,
    MatterKind,
    PartnerPromise,
    ReportItem,
    ScrutineerReport,
    Target,
    Visit,
)
from sightline.measures import catalogue
from sightline.people.small_numbers import no_small_number


def measure_field(label: str) -> forms.ChoiceField:
    """The measures of the catalogue by their titles, or none."""
    titles = sorted((each.title, each.id) for each in catalogue().values())
    choices = [("", "None"), *((name, title) for title, name in titles)]
    return forms.ChoiceField(label=label, choices=choices, required=False)


class TargetForm(KeptForm):
    """A target or criterion of a board."""

    measure = measure_field("Measure that tells it")

    class Meta:
        model = Target
        fields = [
            "words", "measure", "way", "number", "judged_by", "by_when", "met_on", "dropped_on",
            "why_dropped",
        ]  # fmt: skip
        help_texts = {
            "number": "As the measure is written: 80 for 80%.",
            "met_on": "Where no measure tells it.",
        }


class VisitForm(KeptForm):
    """A visit to those who do the work."""

    class Meta:
        model = Visit
        fields = ["body", "on", "who", "where", "spoke_with", "seen", "followed", "matter"]
        labels = {"body": "Board"}
        help_texts = {"seen": f"What was told in confidence stays out. {NO_CHILD}"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = Matter.objects.filter(kind=MatterKind.QUESTION)
        self.fields["matter"].queryset = asked  # type: ignore[attr-defined]


class ElectionForm(KeptForm):
    """An election of councillors."""

    class Meta:
        model = Election
        fields = ["title", "quiet_from", "polling_on"]


class PartnerPromiseForm(KeptForm):
    """What an organisation promised."""

    class Meta:
        model = PartnerPromise
        fields = ["organisation", "kind", "words", "agreed_on", "due", "kept_on", "note"]


class ScrutineerReportForm(KeptForm):
    """The frame of a scrutineer's report."""

    class Meta:
        model = ScrutineerReport
        fields = ["body", "title", "author", "begins", "ends", "due", "delivered_on", "summary"]


class ReportItemForm(KeptForm):
    """One item of a scrutineer's report."""

    measure = measure_field("Measure that shows it")
    letter = forms.TypedChoiceField(
        label="Report in the register that found it", required=False, coerce=int, empty_value=None
    )

    class Meta:
        model = ReportItem
        fields = ["kind", "words", "on", "measure", "letter"]
        help_texts = {"words": f"Impact is what is otherwise for children. {NO_CHILD}"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        letters = [(each.number, each.title) for each in letters_received()]
        self.fields["letter"].choices = [("", "None"), *letters]  # type: ignore[attr-defined]
        self.fields["letter"].help_text = "A claim with neither is marked as resting on nothing."


class CountersignForm(forms.Form):
    """The word of a partner on its own figures."""

    agreed = forms.TypedChoiceField(
        label="What does the partner say?",
        choices=[("", "Choose"), ("yes", "The figures are right"), ("no", "They are wrong")],
        coerce=lambda said: said == "yes",
        error_messages={"required": "Choose what the partner says"},
    )
    said_by = forms.CharField(
        label="Who says so, for the partner",
        help_text="Their name and post.",
        max_length=200,
        error_messages={"required": "Enter who says so, for the partner"},
    )
    words = forms.CharField(
        label="If they are wrong: what is wrong, in the partner’s words",
        help_text=NO_CHILD,
        required=False,
        max_length=2000,
        validators=[no_small_number],
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        """What is wrong has words."""
        said = super().clean() or {}
        if said.get("agreed") is False and not said.get("words"):
            self.add_error("words", "Enter what is wrong, in the partner’s words")
        return said
