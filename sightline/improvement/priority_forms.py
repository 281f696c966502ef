"""The forms with which findings are gathered into priorities."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet

from sightline.improvement.answer_forms import words_field
from sightline.improvement.models import Finding
from sightline.improvement.wording import theme_title
from sightline.people.small_numbers import no_small_number

_SHOWN = 160


def label_of(finding: Finding) -> str:
    """ "Recommendation 3, Focused visit, Northmoor, July 2023: The oversight of …"."""
    text = finding.wording
    short = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
    return f"{finding.name}, {finding.review.title}: {short}"


class FindingsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Findings to tick, in the reports' own words."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Finding) -> str:
        """Its words with where they stand."""
        return label_of(obj)


class GatherForm(forms.Form):
    """A new priority."""

    name = forms.CharField(
        label="Name of the priority",
        help_text="What is to be different for children, in a few words.",
        max_length=200,
        validators=[no_small_number],
        error_messages={"required": "Give the priority a name"},
    )
    findings = FindingsField(
        Finding.objects.none(),
        label="Findings in it",
        error_messages={"required": "Leave at least one finding ticked"},
    )
    why = words_field("Why these belong together", "Say why", required=False)

    def __init__(self, *args: Any, findings: QuerySet[Finding], theme: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, findings)
        self.initial = {"findings": findings, "name": theme_title(theme)}


class HoldForm(forms.Form):
    """The findings that a priority holds."""

    findings = FindingsField(
        Finding.objects.none(),
        label="Findings in it",
        error_messages={"required": "Leave at least one finding ticked"},
    )
    why = words_field("Why", "Say why, so that whoever reads this later understands it")

    def __init__(
        self,
        *args: Any,
        findings: QuerySet[Finding],
        chosen: QuerySet[Finding],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, findings)
        self.initial = {"findings": chosen}


class MeasuresForm(forms.Form):
    """The measures that would show whether a priority is put right."""

    measures = forms.MultipleChoiceField(
        label="Measures", required=False, widget=forms.CheckboxSelectMultiple
    )
    why = words_field("Why", "Say why, so that whoever reads this later understands it")

    def __init__(self, *args: Any, measures: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["measures"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = list(measures)


def _offer(form: forms.Form, findings: QuerySet[Finding]) -> None:
    field = form.fields["findings"]
    if isinstance(field, forms.ModelMultipleChoiceField):
        field.queryset = findings
