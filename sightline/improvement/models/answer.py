"""That an action answers a finding, how far, and who agreed."""

from django.conf import settings
from django.db import models

from sightline.improvement.models.action import Action
from sightline.improvement.models.finding import Finding


class Strength(models.TextChoices):
    """How far the action, done well, would put the finding right."""

    ALL = "all", "All of it"
    PART = "part", "A part of it"
    INDIRECT = "indirect", "Only indirectly"


DIRECT = (Strength.ALL, Strength.PART)


class Answer(models.Model):
    """A link that a person made and, to count, a second person agreed to.

    Changed only by `sightline.improvement.acting`; its history stands in the action's events.
    """

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="answers")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="answers")
    strength = models.CharField(max_length=10, choices=Strength.choices)
    how = models.TextField(help_text="How the action would put the finding right.")
    part = models.PositiveIntegerField(null=True, help_text="Which part of a recommendation.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        help_text="The second person, who agreed.",
    )
    reviewed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["action", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["finding", "action"], name="answer_once_a_pair"),
            models.CheckConstraint(
                condition=models.Q(reviewer=None) | ~models.Q(reviewer=models.F("by")),
                name="answer_agreed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} answers {self.finding.name}"

    @property
    def strength_title(self) -> str:
        """ "A part of it"."""
        return str(Strength(self.strength).label)

    @property
    def agreed(self) -> bool:
        """Whether a second person agreed."""
        return self.reviewer_id is not None
