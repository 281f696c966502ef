"""The plan, and the priorities that it holds."""

from django.db import models
from django.urls import reverse

from sightline.governance.models import Kept
from sightline.improvement.models import Priority


class Plan(Kept):
    """An improvement plan: what children should come to say, and from when to when it runs."""

    title = models.CharField(max_length=200)
    vision = models.TextField("vision", help_text="What will be different for children.")
    begins = models.DateField("begins on")
    ends = models.DateField("ends on", null=True, blank=True)

    class Meta:
        ordering = ["-begins", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of the plan."""
        return reverse("plan")


class PlanPriority(Kept):
    """A priority as the plan holds it: its place, who answers for it, and what stands behind it.

    Politics, money and a manager must each stand behind a priority (Medway's commissioner, 2020).
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="priorities")
    priority = models.OneToOneField(
        Priority, on_delete=models.PROTECT, related_name="in_plan", verbose_name="priority"
    )
    number = models.PositiveSmallIntegerField("number in the plan")
    owner_name = models.CharField("manager who answers for it", max_length=200, blank=True)
    decision = models.CharField("political decision", max_length=300, blank=True)
    budget_line = models.CharField("budget line", max_length=200, blank=True)
    funded_to = models.DateField("money is agreed until", null=True, blank=True)

    class Meta:
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="one_priority_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.priority.name}"

    def get_absolute_url(self) -> str:
        """Its page in the plan."""
        return reverse("plan-priority", args=[self.pk])


class Outcome(Kept):
    """What will be different for children, and the measures that would show it."""

    plan_priority = models.ForeignKey(
        PlanPriority, on_delete=models.PROTECT, related_name="outcomes", verbose_name="priority"
    )
    number = models.PositiveSmallIntegerField("number in the priority")
    words = models.TextField("what will be different for children")
    measures = models.JSONField("measures that would show it", default=list, blank=True)
    audit_question = models.CharField(
        "audit question that would show it", max_length=300, blank=True
    )

    class Meta:
        ordering = ["plan_priority__number", "number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan_priority", "number"], name="one_outcome_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.words}"

    @property
    def reference(self) -> str:
        """ "2.1": the second priority's first outcome."""
        return f"{self.plan_priority.number}.{self.number}"

    def get_absolute_url(self) -> str:
        """The page of its priority."""
        return self.plan_priority.get_absolute_url()
