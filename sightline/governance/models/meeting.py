"""One meeting of a body."""

from django.db import models
from django.urls import reverse

from sightline import words
from sightline.governance.models.body import Body
from sightline.governance.models.kept import Kept, KeptRows


class Meeting(Kept):
    """A day on which a body meets or met. `cancelled` says why it did not, where it did not."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    day = models.DateField("day of the meeting")
    place = models.CharField(max_length=200, blank=True)
    about = models.TextField("what it is mainly about", blank=True)
    cancelled = models.CharField("cancelled because", max_length=500, blank=True)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "day"],
                name="one_meeting_a_day",
                violation_error_message="This body has a meeting on that day already",
            )
        ]

    def __str__(self) -> str:
        return f"{self.body.name}, {words.day(self.day)}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("meeting", args=[self.pk])
