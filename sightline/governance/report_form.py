"""The form of a report to a committee: a field for each standard section."""

from typing import Any, cast

from django import forms

from sightline.governance.forms import KeptForm
from sightline.governance.models import CommitteeReport, Meeting
from sightline.governance.report_parts import PARTS
from sightline.people.small_numbers import no_small_number


class CommitteeReportForm(KeptForm):
    """A report may be saved with sections missing; its page says which."""

    class Meta:
        model = CommitteeReport
        fields = ["body", "meeting", "title", "author"]
        labels = {"body": "Committee"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        meetings = Meeting.objects.select_related("body")
        self.fields["meeting"].queryset = meetings  # type: ignore[attr-defined]
        report = cast("CommitteeReport", self.instance)
        for part in PARTS:
            self.fields[f"part-{part.id}"] = forms.CharField(
                label=part.title,
                help_text=_hint(part.hint, question=part.question),
                required=False,
                max_length=20_000,
                initial=report.sections.get(part.id, ""),
                validators=[no_small_number],
                widget=forms.TextInput() if part.short else forms.Textarea(attrs={"rows": 4}),
            )

    def clean(self) -> dict[str, Any]:
        """The meeting is one of the committee's; the sections go into the report."""
        said = super().clean() or {}
        meeting, body = said.get("meeting"), said.get("body")
        if meeting and body and meeting.body_id != body.pk:
            self.add_error("meeting", "Choose a meeting of that committee")
        cast("CommitteeReport", self.instance).sections = {
            part.id: text for part in PARTS if (text := said.get(f"part-{part.id}", "").strip())
        }
        return said


def _hint(hint: str, *, question: bool) -> str:
    """A question's hint says that none needs its reason."""
    reason = "If there are none, say why." if question else ""
    return " ".join(each for each in (hint, reason) if each)
