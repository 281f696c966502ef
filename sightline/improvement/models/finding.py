"""One thing a review said, in its exact words, and where people stand on it."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from sightline.improvement.models.review import Review
from sightline.letters import Direction, JudgementArea, Voice


class FindingKind(models.TextChoices):
    """What the review calls it, the most urgent first."""

    PRIORITY_ACTION = "priority_action", "Priority action"
    AREA_FOR_IMPROVEMENT = "area_for_improvement", "Area for improvement"
    RECOMMENDATION = "recommendation", "Recommendation"
    FINDING = "finding", "Finding"


class Status(models.TextChoices):
    """A finding is a candidate until a person has read it against its page."""

    CANDIDATE = "candidate", "To decide"
    CONFIRMED = "confirmed", "Confirmed"
    REJECTED = "rejected", "Rejected"


class Finding(models.Model):
    """The exact words never change; a person's wording stands beside them in `edited_text`.

    Changed only by `sightline.improvement.decisions`, which keeps an event of every change.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="findings")
    order = models.PositiveIntegerField(help_text="Its place in the review, improvements first.")
    kind = models.CharField(max_length=30, choices=FindingKind.choices)
    number = models.CharField(max_length=20, blank=True, help_text="As printed.")
    text = models.TextField(help_text="Exactly as in the source.")
    page = models.PositiveIntegerField()
    paragraph = models.CharField(max_length=20, blank=True)
    section = models.CharField(max_length=500, blank=True, help_text="The heading it stands under.")
    direction = models.CharField(
        max_length=20, choices=[(each.value, each.value.capitalize()) for each in Direction]
    )
    area = models.CharField(
        max_length=30,
        blank=True,
        choices=[(each.value, each.plain) for each in JudgementArea],
        help_text="Which of the inspectorate's judgements it bears on; blank where nothing says.",
    )
    voice = models.CharField(
        max_length=20,
        choices=[(each.value, each.value.capitalize()) for each in Voice],
        default=Voice.REVIEWER.value,
        help_text="Who says it: whoever looked at the services, or the authority itself.",
    )
    damage = models.CharField(
        max_length=200, blank=True, help_text="How the text has suffered, in plain words."
    )
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.CANDIDATE)
    edited_text = models.TextField(blank=True)
    reason = models.TextField(blank=True, help_text="Why it was last edited or rejected.")
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        help_text="Who typed it in; None where it was read from its document.",
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["review", "order"]
        constraints = [
            models.UniqueConstraint(fields=["review", "order"], name="finding_place_in_review")
        ]
        indexes = [models.Index(fields=["status", "kind"])]

    def __str__(self) -> str:
        return f"{self.name}: {self.wording[:80]}"

    @property
    def name(self) -> str:
        """ "Recommendation 3", "Finding, paragraph 12"."""
        title = FindingKind(self.kind).label
        if self.number:
            return f"{title} {self.number}"
        return f"{title}, paragraph {self.paragraph}" if self.paragraph else title

    @property
    def wording(self) -> str:
        """The wording a person gave it, else the exact words."""
        return self.edited_text or self.text

    @property
    def status_title(self) -> str:
        """ "To decide"."""
        return str(Status(self.status).label)

    @property
    def direction_title(self) -> str:
        """ "Weakness"."""
        return self.direction.capitalize()

    @property
    def area_title(self) -> str:
        """ "Children in care"; empty where neither heading nor themes say."""
        return JudgementArea(self.area).plain if self.area else ""

    @property
    def theme_ids(self) -> tuple[str, ...]:
        """The themes it bears on, the most telling first."""
        return tuple(each.theme for each in self.themes.all())

    @property
    def waits(self) -> bool:
        """Whether nobody has decided on it yet."""
        return self.status == Status.CANDIDATE

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("finding", args=[self.pk])
