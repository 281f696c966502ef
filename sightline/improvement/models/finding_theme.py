"""A theme that a finding bears on."""

from django.db import models

from sightline.improvement.models.finding import Finding


class FindingTheme(models.Model):
    """One theme of one finding; the first is the most telling."""

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="themes")
    theme = models.CharField(max_length=40, db_index=True, help_text="An id of letters.themes.")
    order = models.PositiveIntegerField()

    class Meta:
        ordering = ["finding", "order"]
        constraints = [
            models.UniqueConstraint(fields=["finding", "theme"], name="theme_once_a_finding")
        ]

    def __str__(self) -> str:
        return self.theme
