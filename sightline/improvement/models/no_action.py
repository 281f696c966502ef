"""Why nothing is done about a finding."""

from django.db import models

from sightline.improvement.models.finding import Finding
from sightline.improvement.models.kept import Kept


class NoAction(Kept):
    """A reason that stands in place of an action until a newer row says that it no longer does."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="no_action")
    why = models.TextField()
    stands = models.BooleanField(default=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """ "Dilys Marrow said why nothing is done: the service has closed"."""
        verb = "said why nothing is done" if self.stands else "took the reason back"
        return f"{self.by.shown_name} {verb}: {self.why}"
