"""A few findings gathered into one thing to put right, and where it stands among the others."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from sightline.improvement.models.finding import Finding
from sightline.improvement.models.kept import Kept


class Priority(models.Model):
    """A named priority. Changed only by `sightline.improvement.prioritising`, which keeps events.

    `place` is where a person put it; None leaves it where the reasons put it.
    """

    name = models.CharField(max_length=200, unique=True)
    findings = models.ManyToManyField(Finding, through="PriorityFinding", related_name="priorities")
    measures = models.JSONField(default=list, help_text="Ids of the measures that would show it.")
    place = models.PositiveIntegerField(null=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "priorities"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("priority", args=[self.pk])


class PriorityFinding(models.Model):
    """That a finding belongs to a priority."""

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="members")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="memberships")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["priority", "finding"], name="finding_once_in_a_priority"
            )
        ]

    def __str__(self) -> str:
        return f"{self.finding} in {self.priority}"


class PriorityAct(models.TextChoices):
    """What was done to a priority; the label is the verb of the sentence."""

    GATHERED = "gathered", "gathered this priority"
    CHANGED = "changed", "changed what it holds"
    MEASURES = "measures", "chose the measures that would show it"
    OVERRULED = "overruled", "overruled its place"
    LEFT = "left", "left its place to the reasons again"


class PriorityEvent(Kept):
    """One act on a priority: who, when, what and why."""

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="events")
    act = models.CharField(max_length=20, choices=PriorityAct.choices)
    what = models.CharField(max_length=600, blank=True, help_text="In words: before and after.")
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """ "Dilys Marrow overruled its place (from third to first): two serious incidents"."""
        what = f" ({self.what})" if self.what else ""
        why = f": {self.why}" if self.why else ""
        return f"{self.by.shown_name} {PriorityAct(self.act).label}{what}{why}"
