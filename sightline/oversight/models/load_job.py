"""A load that somebody asked for on a page, and how far it has come."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models

SILENCE = timedelta(minutes=10)


class LoadJob(models.Model):
    """Files on their way into the records. The load itself is whole or not at all."""

    class State(models.TextChoices):
        """How far it has come."""

        WAITING = "waiting", "Waiting"
        RUNNING = "running", "Reading"
        DONE = "done", "Done"
        FAILED = "failed", "Not loaded"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    as_at = models.DateField(null=True)
    year = models.PositiveIntegerField(null=True, help_text="Of a 903: ending 31 March.")
    files = models.JSONField(default=list, help_text="The names of the files, as they came.")
    folder = models.CharField(max_length=500, help_text="Where the files lie until they are read.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    stage = models.CharField(max_length=300, blank=True, help_text="What is being done now.")
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    heard_at = models.DateTimeField()
    load_id = models.PositiveIntegerField(null=True, help_text="The number of the load it became.")
    said = models.TextField(blank=True, help_text="The outcome, or why it was not loaded.")
    unread = models.JSONField(default=list, help_text="Why files among them could not be read.")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Load {self.pk}: {self.get_state_display()}"

    @property
    def finished(self) -> bool:
        """True when nothing more will happen."""
        return self.state in {self.State.DONE, self.State.FAILED}

    def silent(self, now: datetime) -> bool:
        """True when it is not finished and has said nothing for SILENCE (the server stopped)."""
        return not self.finished and now - self.heard_at > SILENCE
