"""The statutory direction at the top of the thread, and what it obliges the authority to do.

A direction is made under section 497A of the Education Act 1996, which section 50 of the Children
Act 2004 applies to children's services.
"""

from django.db import models
from django.urls import reverse

from sightline.governance.models import Kept
from sightline.plan.models.actions import named


class Power(models.TextChoices):
    """By what the Secretary of State asks."""

    DIRECTION = "direction", "Statutory direction"
    NOTICE = "notice", "Improvement notice"
    ADVICE = "advice", "Advice"


class Direction(Kept):
    """One version of a direction, notice or piece of advice."""

    kind = models.CharField(max_length=20, choices=Power.choices)
    title = models.CharField(max_length=300)
    issued_on = models.DateField("issued on")
    issued_by = models.CharField("issued by", max_length=200)
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by",
        verbose_name="takes the place of",
    )  # fmt: skip
    lifted_on = models.DateField("lifted on", null=True, blank=True)

    class Meta:
        ordering = ["-issued_on", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("direction", args=[self.pk])


class Obligation(Kept):
    """What a direction asks, of whom, by when. Its state comes of the actions that carry it.

    `actions` are the numbers of `PlanAction` rows.
    """

    direction = models.ForeignKey(Direction, on_delete=models.PROTECT, related_name="obligations")
    clause = models.CharField("clause", max_length=30)
    words = models.TextField("what it asks, word for word")
    who = models.CharField("of whom", max_length=200)
    due = models.DateField("by when", null=True, blank=True)
    evidence = models.TextField("evidence that would show it", blank=True)
    actions = models.JSONField("actions that carry it", default=list, blank=True)

    class Meta:
        ordering = ["direction", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["direction", "clause"], name="one_obligation_a_clause")
        ]

    def __str__(self) -> str:
        return f"{self.clause} {self.words}"

    def get_absolute_url(self) -> str:
        """The page of its direction."""
        return self.direction.get_absolute_url()

    def read_actions(self) -> str:
        """The actions that carry it, as its history tells them."""
        return named(self.actions)
