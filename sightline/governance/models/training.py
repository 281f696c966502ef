"""Training of elected members and of others who sit on boards."""

from django.db import models

from sightline.governance.models.kept import Kept, KeptRows
from sightline.governance.models.member import Member


class TrainingKind(models.TextChoices):
    """What a member is given so that they can do what they are there for."""

    INDUCTION = "induction", "Induction"
    TRAINING = "training", "Training"
    PEER = "peer", "Support by a peer"
    CHECK = "check", "Disclosure and barring check"


class Confidence(models.IntegerChoices):
    """How sure a member is, by their own word, that they can do it."""

    NOT = 1, "1: not at all sure"
    LITTLE = 2, "2: a little sure"
    FAIRLY = 3, "3: fairly sure"
    VERY = 4, "4: very sure"


class Training(Kept):
    """One member trained in one thing on one day."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="trainings")
    kind = models.CharField(
        max_length=20, choices=TrainingKind.choices, default=TrainingKind.TRAINING
    )
    topic = models.CharField(max_length=200)
    given_by = models.CharField(max_length=200, blank=True)
    on = models.DateField("day")
    confidence = models.PositiveSmallIntegerField(
        "how sure they are since, by their own word",
        choices=Confidence.choices,
        null=True,
        blank=True,
    )
    effect = models.TextField("what they do otherwise since", blank=True)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.member.name}: {self.topic}"
