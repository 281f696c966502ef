"""The form by which the register is narrowed and ordered."""

from typing import Any

from django import forms

from sightline.improvement.forms import DIRECTIONS
from sightline.improvement.models import FindingKind, Review, Status
from sightline.improvement.register import (
    EVERY,
    NO_AREA,
    OTHERS,
    OWN,
    STANDING,
    Age,
    Order,
    Wanted,
)
from sightline.improvement.review_forms import DAY_FORMATS
from sightline.improvement.wording import THEME_TITLES
from sightline.letters import JudgementArea, LetterKind


def _choice(label: str, *choices: tuple[str, str]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=choices)


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        input_formats=DAY_FORMATS,
        widget=forms.DateInput(format="%d %m %Y", attrs={"autocomplete": "off"}),
        error_messages={"invalid": "Enter a date such as 31 3 2024"},
    )


class RegisterForm(forms.Form):
    """How the register is narrowed and ordered. `full` also offers what is not confirmed."""

    words = forms.CharField(label="Words", required=False, max_length=200)
    theme = _choice("Theme", ("", "Every theme"), *THEME_TITLES.items())
    area = _choice(
        "Judgement area",
        ("", "Every area"),
        *((each.value, each.plain) for each in JudgementArea),
        (NO_AREA, "Nothing says which"),
    )
    direction = _choice("Direction", ("", "Every direction"), *DIRECTIONS)
    kind = _choice("Kind of finding", ("", "Every kind"), *FindingKind.choices)
    source = _choice(
        "Kind of report", ("", "Every kind"), *((each.value, each.plain) for each in LetterKind)
    )
    body = _choice("Who made it", ("", "Anybody"))
    review = forms.ModelChoiceField(
        Review.objects.all(), label="Report", required=False, empty_label="Every report"
    )
    since = _day("Report of this day or later")
    until = _day("Report of this day or earlier")
    age = _choice("Has stood for", ("", "Any time"), *((each.value, each.plain) for each in Age))
    again = _choice("Said before", ("", "Said once or more"), ("1", "Said in two or more reports"))
    answered = _choice("Answered", ("", "Answered or not"), ("no", "Answered by no action"))
    status = _choice(
        "Decision",
        (STANDING, "All but the rejected"),
        *Status.choices,
        (EVERY, "All, with the rejected"),
    )
    whose = _choice(
        "Whose",
        (OWN, "This authority’s"),
        (OTHERS, "Other authorities’"),
        (EVERY, "Every authority’s"),
    )
    order = _choice("Order", *((each.value, each.plain) for each in Order))

    def __init__(self, *args: Any, full: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not full:
            del self.fields["status"]
        bodies = Review.objects.exclude(body="").order_by("body").values_list("body", flat=True)
        offered = [("", "Anybody"), *((body, body) for body in bodies.distinct())]
        self.fields["body"].choices = offered  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """What was asked for; an answer that is no choice narrows nothing."""
        self.is_valid()
        answers = getattr(self, "cleaned_data", {})
        review = answers.get("review")
        return Wanted(
            words=answers.get("words", ""),
            whose=answers.get("whose") or OWN,
            review=review.pk if review else None,
            source=answers.get("source", ""),
            body=answers.get("body", ""),
            theme=answers.get("theme", ""),
            area=answers.get("area", ""),
            since=answers.get("since"),
            until=answers.get("until"),
            age=Age(answers["age"]) if answers.get("age") else None,
            direction=answers.get("direction", ""),
            kind=answers.get("kind", ""),
            status=answers.get("status") or STANDING,
            again=bool(answers.get("again")),
            unanswered=answers.get("answered") == "no",
            order=Order(answers.get("order") or Order.URGENCY),
        )
