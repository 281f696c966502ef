"""What people did with a statement: rows are added, and never changed or taken away."""

from django.db import models

from sightline.improvement.models.kept import Kept
from sightline.improvement.models.statement import Statement


class StatementAct(models.TextChoices):
    """What was done; the label is the verb of the sentence."""

    BOUND = "bound", "bound this statement to"
    UNBOUND = "unbound", "took the binding away from"
    OVERRULED = "overruled", "overruled what the measure says, for"
    GAVE = "gave", "gave this promise"
    AGREED = "agreed", "agreed that the measure would show it:"
    ACTED = "acted", "made this promise an action:"
    ACCEPTED = "accepted", "accepted the risk of the vague promise"


class StatementEvent(Kept):
    """One act: who, what, when and why. Written only by `sightline.improvement.vouching`."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="events")
    act = models.CharField(max_length=20, choices=StatementAct.choices)
    what = models.CharField(max_length=600, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["statement", "pk"]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """ "Imogen Larkspur bound this statement to Visits in timescale: …"."""
        why = f": {self.why}" if self.why else ""
        what = f" {self.what}" if self.what else ""
        return f"{self.by.shown_name} {StatementAct(self.act).label}{what}{why}"
