"""Training of elected members and of others who sit on boards."""

from django.db import models

from sightline.governance.models.kept import Kept, KeptRows
from sightline.governance.models.member import Member


class Training(Kept):
    """One member trained in one thing on one day."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="trainings")
    topic = models.CharField(max_length=200)
    given_by = models.CharField(max_length=200, blank=True)
    on = models.DateField("day")
    effect = models.TextField("what they do otherwise since", blank=True)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.member.name}: {self.topic}"
