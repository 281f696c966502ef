"""What people decided about a finding: rows are added, and never changed or taken away."""

from django.db import models

from sightline.improvement.models.finding import Finding
from sightline.improvement.models.kept import Kept


class FindingAct(models.TextChoices):
    """What was done; the label is the verb of the sentence."""

    CONFIRMED = "confirmed", "confirmed"
    EDITED = "edited", "edited and confirmed"
    REJECTED = "rejected", "rejected"
    REOPENED = "reopened", "reopened"


class FindingEvent(Kept):
    """One decision: who, what, when and why; `changes` says what was before and after.

    Written only by `sightline.improvement.decisions`.
    """

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="events")
    act = models.CharField(max_length=20, choices=FindingAct.choices)
    why = models.TextField(blank=True)
    changes = models.JSONField(default=list, help_text="[{what, before, after}]")

    class Meta:
        ordering = ["finding", "pk"]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """ "Imogen Larkspur edited and confirmed this finding (wording): …"; `at` says when."""
        what = ", ".join(each["what"] for each in self.changes)
        changed = f" ({what})" if what else ""
        why = f": {self.why}" if self.why else ""
        verb = FindingAct(self.act).label
        return f"{self.by.shown_name} {verb} this finding{changed}{why}"
