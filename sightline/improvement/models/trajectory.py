"""How far putting a finding or a priority right has come, step by step."""

from django.db import models

from sightline.improvement.models.finding import Finding
from sightline.improvement.models.kept import Kept
from sightline.improvement.models.priority import Priority


class Trajectory(models.TextChoices):
    """The field's words for how far something has come."""

    NOT_STARTED = "not_started", "Not started"
    TOO_SOON = "too_soon", "Too soon to say"
    EMERGING = "emerging", "Emerging"
    VARIABLE = "variable", "Improving but variable"
    CONSISTENT = "consistent", "Consistent"
    EMBEDDED = "embedded", "Embedded"
    REGRESSED = "regressed", "Regressed"


class TrajectoryStep(Kept):
    """What a person said of it, of which day, on what ground. The newest day is where it stands."""

    finding = models.ForeignKey(
        Finding, on_delete=models.PROTECT, related_name="trajectory", null=True
    )
    priority = models.ForeignKey(
        Priority, on_delete=models.PROTECT, related_name="trajectory", null=True
    )
    state = models.CharField(max_length=20, choices=Trajectory.choices)
    on = models.DateField(help_text="The day that it speaks of.")
    why = models.TextField()
    source = models.CharField(max_length=300, help_text="Where that was seen.")

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(finding=None, priority__isnull=False)
                | models.Q(finding__isnull=False, priority=None),
                name="trajectory_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.state_title}: {self.why}"

    @property
    def state_title(self) -> str:
        """ "Emerging"."""
        return str(Trajectory(self.state).label)
