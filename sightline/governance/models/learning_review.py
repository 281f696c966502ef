"""A serious case review or local learning review."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from sightline.governance.models.body import Body
from sightline.governance.models.kept import Kept, KeptRows


class ReviewKind(models.TextChoices):
    """What sort of review it is."""

    PRACTICE = "practice", "Local child safeguarding practice review"
    LEARNING = "learning", "Local learning review"
    SERIOUS_CASE = "serious_case", "Serious case review (before 2018)"


class Publishing(models.TextChoices):
    """Whether it will be published."""

    UNDECIDED = "undecided", "Not decided yet"
    YES = "yes", "To be published"
    NO = "no", "Not to be published"


class LearningReview(Kept):
    """Its timetable, under a reference that names nobody."""

    reference = models.CharField(
        max_length=30,
        unique=True,
        validators=[
            RegexValidator(
                r"^[A-Z]{1,6}[-/ ]?\d[\d/-]*$",
                "Use letters and numbers that name nobody, such as LR-2026-03",
            )
        ],
    )
    kind = models.CharField("kind of review", max_length=20, choices=ReviewKind.choices)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="learning_reviews", verbose_name="partnership"
    )
    author = models.CharField("who writes it", max_length=200, blank=True)
    stage = models.CharField("how far it is", max_length=300)
    aware_on = models.DateField("incident known on")
    notified_on = models.DateField("Panel notified on", null=True, blank=True)
    rapid_on = models.DateField("rapid review sent on", null=True, blank=True)
    decided_on = models.DateField("decision to begin the review", null=True, blank=True)
    completed_on = models.DateField(null=True, blank=True)
    publishing = models.CharField(
        "publication", max_length=20, choices=Publishing.choices, default=Publishing.UNDECIDED
    )
    published_on = models.DateField(null=True, blank=True)
    why_not = models.TextField("why it is not to be published", blank=True)
    delay = models.TextField("reason for delay", blank=True)
    recommendations = models.PositiveSmallIntegerField(default=0)
    effect = models.TextField("what is otherwise for children since", blank=True)
    done = models.PositiveSmallIntegerField("of which done and seen to work", default=0)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["aware_on", "reference"]

    def __str__(self) -> str:
        return self.reference

    def clean(self) -> None:
        """Days in their order; a reason where it is not to be published."""
        super().clean()
        if self.publishing == Publishing.NO and not self.why_not:
            raise ValidationError({"why_not": "Say why it is not to be published"})
        if self.done > self.recommendations:
            raise ValidationError({"done": "More are done than were made"})
        for field in ("notified_on", "rapid_on", "decided_on", "completed_on", "published_on"):
            day = getattr(self, field)
            if day and self.aware_on and day < self.aware_on:
                raise ValidationError({field: "This day is before the incident was known"})
