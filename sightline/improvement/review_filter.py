"""The form by which the list of reviews is narrowed."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from sightline.improvement.models import Review
from sightline.improvement.own import own_names
from sightline.improvement.register import EVERY, OTHERS, OWN
from sightline.improvement.review_forms import DAY_FORMATS
from sightline.letters import LetterKind


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        input_formats=DAY_FORMATS,
        widget=forms.DateInput(format="%d %m %Y", attrs={"autocomplete": "off"}),
        error_messages={"invalid": "Enter a date such as 31 3 2024"},
    )


class ReviewFilter(forms.Form):
    """By kind, by who made them, by whose they are, and by day; what is no choice narrows nothing.

    A review without a day is left out where days are asked for.
    """

    kind = forms.ChoiceField(
        label="Kind",
        required=False,
        choices=[("", "Every kind"), *((each.value, each.plain) for each in LetterKind)],
    )
    body = forms.ChoiceField(label="Who made it", required=False)
    whose = forms.ChoiceField(
        label="Whose",
        required=False,
        choices=[
            (EVERY, "Every authority’s"),
            (OWN, "This authority’s"),
            (OTHERS, "Other authorities’"),
        ],
    )
    since = _day("From")
    until = _day("To")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = Review.objects.exclude(body="").order_by("body").values_list("body", flat=True)
        offered = [("", "Anybody"), *((body, body) for body in bodies.distinct())]
        self.fields["body"].choices = offered  # type: ignore[attr-defined]

    def narrowed(self, reviews: QuerySet[Review]) -> QuerySet[Review]:
        """The reviews that fit."""
        self.is_valid()
        asked = getattr(self, "cleaned_data", {})
        wanted = {
            "kind": asked.get("kind"),
            "body": asked.get("body"),
            "dated__gte": asked.get("since"),
            "dated__lte": asked.get("until"),
        }
        reviews = reviews.filter(**{name: value for name, value in wanted.items() if value})
        if asked.get("whose") == OWN:
            return reviews.filter(authority__in=own_names())
        if asked.get("whose") == OTHERS:
            return reviews.exclude(authority__in=own_names())
        return reviews
