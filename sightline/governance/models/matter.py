"""What a meeting asked, decided or was promised, and what a commissioner instructed."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from sightline.governance.models.body import Body
from sightline.governance.models.kept import Kept, KeptRows
from sightline.governance.models.meeting import Meeting
from sightline.governance.models.planned import Planned


class MatterKind(models.TextChoices):
    """What it is."""

    QUESTION = "question", "Question"
    ACTION = "action", "Action"
    RECOMMENDATION = "recommendation", "Recommendation"
    NOTED = "noted", "Noted"
    COMMENTED = "commented", "Commented on"
    CALLED_IN = "called_in", "Called in"
    RESOLVED = "resolved", "Resolved"
    INSTRUCTION = "instruction", "Instruction"


class Matter(Kept):
    """It comes back at every meeting until somebody other than its owner says that it is done.

    How far it is follows from its steps alone (`governance.standing`). `raised_on` and the first
    `due` never change, so its age never begins again.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="matters")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="matters", null=True, blank=True
    )
    kind = models.CharField(max_length=20, choices=MatterKind.choices)
    words = models.TextField()
    raised_by = models.CharField(max_length=200)
    raised_on = models.DateField()
    owner = models.CharField(max_length=200)
    owner_account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    organisation = models.CharField(max_length=200)
    due = models.DateField()
    theme = models.CharField(max_length=40, blank=True)
    serious = models.BooleanField(default=False)
    ongoing = models.BooleanField("it goes on until it is withdrawn", default=False)
    review = models.ForeignKey(
        Planned,
        on_delete=models.PROTECT,
        related_name="matters",
        null=True,
        blank=True,
        verbose_name="in-depth review that it comes from",
    )

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["raised_on", "pk"]
        indexes = [models.Index(fields=["kind", "raised_on"])]

    def __str__(self) -> str:
        return self.words[:80]

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("matter", args=[self.pk])
