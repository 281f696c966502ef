"""The foot of the thread: lines of team plans, and how many staff hold an objective of it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from sightline.governance.models import Kept
from sightline.plan.models.plan import PlanPriority


class TeamPlanLine(Kept):
    """What a team's own plan says it does; without a priority it hangs loose."""

    team = models.CharField(max_length=100)
    words = models.TextField("what the team will do")
    plan_priority = models.ForeignKey(
        PlanPriority, on_delete=models.PROTECT, null=True, blank=True, related_name="team_lines",
        verbose_name="priority of the plan",
    )  # fmt: skip
    lead = models.CharField("who in the team sees to it", max_length=200, blank=True)

    class Meta:
        ordering = ["team", "pk"]

    def __str__(self) -> str:
        return f"{self.team}: {self.words}"

    def get_absolute_url(self) -> str:
        """The golden thread of every team."""
        return reverse("plan-teams")


class ObjectivesHeld(Kept):
    """How many of a team's staff hold an appraisal objective tagged with a priority.

    A count and no more: what an appraisal says is the worker's and her manager's.
    """

    team = models.CharField(max_length=100)
    plan_priority = models.ForeignKey(
        PlanPriority, on_delete=models.PROTECT, related_name="objectives", verbose_name="priority"
    )
    on = models.DateField("counted on")
    staff = models.PositiveSmallIntegerField("staff of the team")
    holding = models.PositiveSmallIntegerField("of them with an objective")

    class Meta:
        ordering = ["team", "plan_priority__number", "on"]
        constraints = [
            models.UniqueConstraint(
                fields=["team", "plan_priority", "on"], name="one_count_a_team_and_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.team}: {self.holding} of {self.staff}"

    def clean(self) -> None:
        """No more hold one than there are."""
        super().clean()
        if None not in (self.staff, self.holding) and self.holding > self.staff:
            raise ValidationError({"holding": "No more can hold one than there are staff"})

    def get_absolute_url(self) -> str:
        """The golden thread of every team."""
        return reverse("plan-teams")
