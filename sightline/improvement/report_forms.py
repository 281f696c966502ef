"""The forms of the check of a report, of its statements, and of conflicts."""

from collections import defaultdict
from typing import Any

from django import forms

from sightline.improvement.measures import measures_on
from sightline.improvement.models import Finding, Nature, Overruled, Review, Statement, Status
from sightline.improvement.report_checks import sources_for, suggested
from sightline.letters.kinds import LetterKind
from sightline.measures import catalogue
from sightline.measures.audiences import Audience
from sightline.people.small_numbers import no_small_number

_WHY = "Say why, so that whoever reads this later understands it"
_SUGGESTED = 30  # findings offered
_BOARDS = (
    Audience.SCRUTINY,
    Audience.IMPROVEMENT_BOARD,
    Audience.CORPORATE_PARENTING_BOARD,
    Audience.LEAD_MEMBER,
    Audience.COMMISSIONER,
)


def _why(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _WHY},
    )


class CheckForm(forms.Form):
    """What a report is set beside, and whose standing measures are looked at."""

    sources = forms.ModelMultipleChoiceField(
        Review.objects.none(),
        label="Set it beside",
        help_text="What others found, that this report speaks of.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    audience = forms.ChoiceField(
        label="Who the report is for",
        choices=[(each.value, each.value.capitalize()) for each in _BOARDS],
        help_text="Their standing measures are looked through for what got worse and is not said.",
    )

    def __init__(self, data: Any = None, *, review: Review) -> None:
        first = suggested(review)
        super().__init__(data, initial={"sources": [first.pk] if first else []})
        field = self.fields["sources"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = sources_for(review)


class BindForm(forms.Form):
    """What a statement rests on: a measure, or a finding."""

    measure = forms.ChoiceField(label="A measure", required=False)
    finding = forms.ChoiceField(label="Or a finding, audit or feedback", required=False)

    def __init__(self, data: Any = None, *, statement: Statement) -> None:
        super().__init__(data)
        self._choose("measure", _measures(statement))
        self._choose("finding", _findings(statement))

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "None"), *choices]

    def clean(self) -> dict[str, Any]:
        """One of the two, not both."""
        said = super().clean() or {}
        if bool(said.get("measure")) == bool(said.get("finding")) and not self.errors:
            raise forms.ValidationError("Choose a measure or a finding, one of the two")
        return said


def _measures(statement: Statement) -> list[Any]:
    """Those that bear on the statement's themes first, then every one by its area."""
    near = [(each.id, each.title) for each in measures_on(statement.themes)]
    by_area: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in catalogue().values():
        by_area[each.area].append((each.id, each.title))
    first = [("Bearing on the same themes", near)] if near else []
    return [*first, *by_area.items()]


def _findings(statement: Statement) -> list[Any]:
    """Standing findings of other documents by their report: those on the same themes first."""
    standing = (
        Finding.objects.exclude(status=Status.REJECTED)
        .exclude(review=statement.review)
        .exclude(review__kind__in=[LetterKind.NEWS.value, LetterKind.STATEMENT.value])
        .filter(review__authority__iexact=statement.review.authority)
        .select_related("review")
        .order_by("-review__dated", "review", "order")
    )
    near = list(standing.filter(themes__theme__in=statement.themes).distinct()[:_SUGGESTED])
    rest = standing.exclude(pk__in=[each.pk for each in near])[: _SUGGESTED - len(near)]
    by_review: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in near:
        by_review[f"On the same themes: {each.review.title}"].append(_choice(each))
    for each in rest:
        by_review[each.review.title].append(_choice(each))
    return list(by_review.items())


def _choice(each: Finding) -> tuple[str, str]:
    return str(each.pk), f"{each.name}: {each.text[:90]}"


class OverruleForm(forms.Form):
    """What a person says of a statement, and why."""

    to = forms.ChoiceField(label="What you say of it", choices=Overruled.choices)
    why = _why("Why the measure does not settle it")


class GiveForm(forms.Form):
    """What a promise lacked: each may be given by itself."""

    owner = forms.CharField(label="Who will do it", required=False, max_length=200)
    due = forms.DateField(
        label="By when",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": "Enter a day, such as 2026-03-31"},
    )
    measure = forms.ChoiceField(label="How anyone will know: a measure", required=False)
    gauge = forms.CharField(
        label="Or a measure in your own words",
        help_text="It counts once another person agrees that it would show the promise kept.",
        required=False,
        max_length=300,
    )
    why = _why("How you know")

    def __init__(self, *args: Any, statement: Statement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_measures(self, statement)

    def clean(self) -> dict[str, Any]:
        """One measure, not two."""
        said = super().clean() or {}
        if said.get("measure") and said.get("gauge"):
            self.add_error("gauge", "Give a measure or words of your own, not both")
        return said


def _offer_measures(form: forms.Form, statement: Statement) -> None:
    field = form.fields["measure"]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [("", "None of these"), *_measures(statement)]


class PromiseActionForm(GiveForm):
    """A promise made into an action: what is to be done, and all that it lacked."""

    title = forms.CharField(
        label="What is to be done",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        validators=[no_small_number],
        error_messages={"required": "Say what is to be done"},
    )
    nature = forms.ChoiceField(
        label="What it changes",
        choices=Nature.choices,
        help_text="Process: steps, forms and dates. Practice: how people work with children.",
    )
    owner = forms.CharField(
        label="Who will do it",
        help_text="One person, with their post.",
        max_length=200,
        error_messages={"required": "Enter the one person who will do it"},
    )
    due = forms.DateField(
        label="By when",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={
            "invalid": "Enter a day, such as 2026-03-31",
            "required": "Enter the day by which it is to be done",
        },
    )
    field_order = ("title", "nature", "owner", "due", "measure", "gauge", "why")

    def clean(self) -> dict[str, Any]:
        """A measure there must be."""
        said = super().clean()
        if not said.get("measure") and not said.get("gauge") and "gauge" not in self.errors:
            self.add_error("measure", "Say how anyone will know that it is done")
        return said


class WhyForm(forms.Form):
    """Why it is done."""

    why = _why("Why")


class UseForm(forms.Form):
    """Which of competing values is used, and why."""

    used = forms.ChoiceField(
        label="Which is used",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose which is used"},
    )
    why = _why("Why this one")

    def __init__(self, data: Any = None, *, values: list[str]) -> None:
        super().__init__(data)
        field = self.fields["used"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(each, each) for each in values]
