"""What people decided about a finding: rows are added, and never changed or taken away."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from sightline.improvement.models.finding import Finding


class EventsStandError(Exception):
    """Somebody tried to change or delete an event."""

    def __init__(self) -> None:
        super().__init__("The history of a finding is only added to; no event is changed.")


class FindingAct(models.TextChoices):
    """What was done; the label is the verb of the sentence."""

    CONFIRMED = "confirmed", "confirmed"
    EDITED = "edited", "edited and confirmed"
    REJECTED = "rejected", "rejected"
    REOPENED = "reopened", "reopened"


class FindingEventRows(models.QuerySet["FindingEvent"]):
    """Events, for reading."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise EventsStandError

    def delete(self) -> NoReturn:
        """Refused."""
        raise EventsStandError


class FindingEvent(models.Model):
    """One decision: who, what, when and why; `changes` says what was before and after.

    Written only by `sightline.improvement.decisions`.
    """

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="events")
    act = models.CharField(max_length=20, choices=FindingAct.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.TextField(blank=True)
    changes = models.JSONField(default=list, help_text="[{what, before, after}]")

    objects = FindingEventRows.as_manager()

    class Meta:
        ordering = ["finding", "pk"]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """ "Imogen Larkspur edited and confirmed this finding (wording): …"; `at` says when."""
        what = ", ".join(each["what"] for each in self.changes)
        changed = f" ({what})" if what else ""
        why = f": {self.why}" if self.why else ""
        verb = FindingAct(self.act).label
        return f"{self.by.shown_name} {verb} this finding{changed}{why}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds the event. Raises EventsStandError for one that is already there."""
        if self.pk is not None:
            raise EventsStandError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise EventsStandError
