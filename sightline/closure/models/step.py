"""What was said of an action's being done, by whom: the states of an action follow from these."""

from django.db import models

from sightline.improvement.models import Action
from sightline.improvement.models.kept import Kept


class StepKind(models.TextChoices):
    """One step; the label is the verb of its sentence."""

    SAID_DONE = "said_done", "said that it is done"
    CLOSED = "closed", "looked at the evidence and closed it"
    SENT_BACK = "sent_back", "looked at the evidence and sent it back"
    REOPENED = "reopened", "opened it again"
    STANDS = "stands", "lets it stand closed although the figures say otherwise"


class Step(Kept):
    """One step. Changed never; written only by `sightline.closure.acts`."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="closure_steps")
    kind = models.CharField(max_length=20, choices=StepKind.choices)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """ "Ottilie Brandreth looked at the evidence and sent it back: the list is of March"."""
        why = f": {self.why}" if self.why else ""
        return f"{self.by.shown_name} {StepKind(self.kind).label}{why}"
