"""The form by which the table of who says what is narrowed."""

from typing import Any

from django import forms

from sightline.improvement.corroboration import Wanted
from sightline.improvement.wording import THEME_TITLES
from sightline.letters.groups import GROUP_TITLES

_LEAST = (("2", "Two or more independent reviews"), ("3", "Three or more"), ("1", "One or more"),
          ("0", "Anybody, the authority itself too"))  # fmt: skip


class CorroborationForm(forms.Form):
    """How the table is narrowed; without an answer, to what two or more witnesses say."""

    theme = forms.ChoiceField(
        label="Theme", required=False, choices=[("", "Every theme"), *THEME_TITLES.items()]
    )
    group = forms.ChoiceField(
        label="Children", required=False, choices=[("", "Every group"), *GROUP_TITLES.items()]
    )
    least = forms.ChoiceField(label="Said by", required=False, choices=_LEAST)
    since = forms.ChoiceField(label="Said since", required=False)
    regressed = forms.ChoiceField(
        label="Put right before",
        required=False,
        choices=[("", "Or not"), ("1", "Weak again after it was recorded as put right")],
    )

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [("", "Any year"), *((str(year), str(year)) for year in years)]
        self.fields["since"].choices = offered  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """What was asked for; an answer that is no choice narrows nothing."""
        self.is_valid()
        said = getattr(self, "cleaned_data", {})
        return Wanted(
            theme=said.get("theme", ""),
            group=said.get("group", ""),
            least=int(said.get("least") or 2),
            since=int(said["since"]) if said.get("since") else None,
            regressed=bool(said.get("regressed")),
        )
