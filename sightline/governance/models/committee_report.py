"""A report to a committee, built from its standard sections."""

from django.db import models
from django.urls import reverse

from sightline.governance.models.body import Body
from sightline.governance.models.kept import Kept, KeptRows
from sightline.governance.models.meeting import Meeting


class CommitteeReport(Kept):
    """`sections` are {id of governance.report_parts: words}."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="reports")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="reports", null=True, blank=True
    )
    title = models.CharField(max_length=300)
    author = models.CharField("who writes it", max_length=200)
    sections = models.JSONField(default=dict)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("committee-report", args=[self.pk])
