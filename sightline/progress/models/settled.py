"""That a person looked into sources that disagree, and which to go by."""

from django.db import models

from sightline.assurance.triangulation import Source
from sightline.improvement.models.kept import Kept


class Settled(Kept):
    """Which source to go by on a theme, and why; the status by the rules stands beside it."""

    theme = models.CharField(max_length=60)
    by_source = models.CharField(
        max_length=30, choices=[(each.value, each.value.capitalize()) for each in Source]
    )
    status_then = models.CharField(max_length=40, help_text="What the rules said that day.")
    why = models.TextField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """ "Imogen Larkspur goes by external reviews: the audits looked at few children"."""
        return f"{self.by.shown_name} goes by {self.by_source}: {self.why}"
