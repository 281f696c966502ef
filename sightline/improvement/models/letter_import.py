"""A folder of reports that somebody sent, and what came of each file."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse

SILENCE = timedelta(minutes=10)


class LetterImport(models.Model):
    """Files on their way into the register, one after another."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    heard_at = models.DateTimeField()
    folder = models.CharField(max_length=500, help_text="Where the files lie until they are read.")
    finished = models.BooleanField(default=False)
    reading = models.CharField(max_length=300, blank=True, help_text="The file being read now.")
    total = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Import {self.pk}: {self.total} files"

    def silent(self, now: datetime) -> bool:
        """True when it is not finished and has said nothing for SILENCE (the server stopped)."""
        return not self.finished and now - self.heard_at > SILENCE

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("letter-import", args=[self.pk])
