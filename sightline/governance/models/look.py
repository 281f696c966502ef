"""A look at progress by somebody who does not run the service."""

from django.core.exceptions import ValidationError
from django.db import models

from sightline.governance.models.body import Body
from sightline.governance.models.kept import Kept, KeptRows
from sightline.governance.models.meeting import Meeting


class LookKind(models.TextChoices):
    """Who looks."""

    CRITICAL_FRIEND = "critical_friend", "Critical friend"
    PEER = "peer", "Peer review"
    OFSTED = "ofsted", "Ofsted inspection or visit"
    COMMISSIONER = "commissioner", "Commissioner’s review"
    AUDIT = "audit", "Independent audit"


class JourneyStage(models.TextChoices):
    """How far the improvement is that is looked at."""

    BEGUN = "begun", "At the outset"
    UNDER_WAY = "under_way", "Under way"
    EMBEDDED = "embedded", "Embedded"
    SUSTAINED = "sustained", "Sustained"


class Look(Kept):
    """One review of progress: when it is, when its report came, and where it was reported.

    `letter` is the number of the report in the register of findings, where it lies there.
    """

    title = models.CharField(max_length=300)
    kind = models.CharField("kind of review", max_length=20, choices=LookKind.choices)
    by_whom = models.CharField("who looks", max_length=200)
    themes = models.JSONField("themes it looks at", default=list, blank=True)
    stage = models.CharField(
        "stage of the improvement", max_length=20, choices=JourneyStage.choices, blank=True
    )
    planned_for = models.DateField("planned for")
    done_on = models.DateField("took place on", null=True, blank=True)
    draft_on = models.DateField("draft received on", null=True, blank=True)
    comments_on = models.DateField("comments on accuracy sent on", null=True, blank=True)
    received_on = models.DateField("report received on", null=True, blank=True)
    published_on = models.DateField("published on", null=True, blank=True)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="looks", verbose_name="board it goes through"
    )
    reported_at = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        related_name="looks_reported",
        null=True,
        blank=True,
        verbose_name="meeting of that board at which it was reported",
    )
    scrutinised_at = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="meeting at which scrutiny first had it",
    )
    why_late = models.TextField("if it waits: why, and until when", blank=True)
    draft_to = models.CharField("who was given the draft", max_length=300, blank=True)
    final_to = models.CharField("who was given the report", max_length=300, blank=True)
    letter = models.PositiveBigIntegerField("report in the register", null=True, blank=True)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["-planned_for", "-pk"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """The meetings are those of the right bodies."""
        super().clean()
        if self.reported_at and self.reported_at.body_id != self.body_id:
            raise ValidationError({"reported_at": "Choose a meeting of the board it goes through"})
