"""What a performance meeting decided on an area for scrutiny, and whether it worked."""

from django.conf import settings
from django.db import models


class ScrutinyDecision(models.Model):
    """A decision with an owner and a date. `area` and `what` say what it was about, as it stood."""

    area = models.CharField(max_length=200, help_text="The candidate's id.")
    measure_id = models.CharField(max_length=100)
    what = models.CharField(max_length=500)
    decision = models.TextField()
    owner = models.CharField(max_length=200)
    due = models.DateField()
    expected = models.CharField(max_length=500)
    value_then = models.FloatField(null=True, help_text="The measure's figure, as it then stood.")
    decided_on = models.DateField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.TextField(blank=True, help_text="Whether it worked, said when it was closed.")
    closed_on = models.DateField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )

    class Meta:
        ordering = ["due", "pk"]
        indexes = [models.Index(fields=["area"])]

    def __str__(self) -> str:
        return f"{self.what}: {self.decision[:80]}"
