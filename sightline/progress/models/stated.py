"""What people state of a priority: its promised day, money, owner's post, and that it closes."""

from django.db import models

from sightline.improvement.models import Priority
from sightline.improvement.models.kept import Kept


class Stated(Kept):
    """What holds of a priority from now on; the newest row is what holds."""

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="stated")
    promised_by = models.DateField(null=True)
    funded = models.BooleanField(null=True, help_text="Beyond one-off money, as stated.")
    permanent = models.BooleanField(null=True, help_text="Owner in a permanent post, as stated.")
    closed = models.BooleanField(default=False)
    why = models.TextField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """ "Imogen Larkspur closed it: six months on end"."""
        act = "closed it" if self.closed else "stated what holds of it"
        return f"{self.by.shown_name} {act}: {self.why}"
