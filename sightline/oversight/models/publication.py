"""Figures as somebody published them: kept for good, and never worked out again."""

from django.conf import settings
from django.db import models


class Publication(models.Model):
    """What one audience was shown. Later publications are protected against differences with it."""

    audience = models.SlugField(max_length=40, help_text="The profile's id.")
    as_at = models.DateField(help_text="The newest day that it speaks of.")
    load_id = models.PositiveIntegerField(help_text="The load that the figures rest on.")
    software = models.CharField(max_length=40)
    content = models.JSONField(help_text="Every figure and sentence, as shown.")
    decision = models.TextField(
        blank=True, help_text="Why figures that would give a child away were left out."
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["audience"], name="publication_audience")]

    def __str__(self) -> str:
        return f"Publication {self.pk}: {self.audience}, {self.as_at}"
