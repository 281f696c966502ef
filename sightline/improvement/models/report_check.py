"""A check of a report beside its sources, as it was made."""

from django.conf import settings
from django.db import models

from sightline.improvement.models.review import Review
from sightline.measures.audiences import Audience


class ReportCheck(models.Model):
    """What was found, whole; each check is a row, and the newest is shown."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="checks")
    sources = models.ManyToManyField(Review, related_name="+")
    audience = models.CharField(
        max_length=40, choices=[(each.value, each.value.capitalize()) for each in Audience]
    )
    found = models.JSONField(help_text="As `assurance.check_as_json`, without the statements.")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["review", "-pk"]

    def __str__(self) -> str:
        return f"Check of {self.review}"
