"""Services that come together, and the specialist posts that improvement needs."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from sightline.governance.models import Kept


class ServiceMove(Kept):
    """A service that moves: done once its staff, money, systems, premises and data have moved.

    A move on the organisation chart alone is not one, so each has a day of its own.
    """

    service = models.CharField("service", max_length=200)
    from_where = models.CharField("from", max_length=200)
    to_where = models.CharField("to", max_length=200)
    owner_name = models.CharField("who answers for it", max_length=200)
    due = models.DateField("to be moved by", null=True, blank=True)
    staff_on = models.DateField("staff moved on", null=True, blank=True)
    budget_on = models.DateField("budget moved on", null=True, blank=True)
    systems_on = models.DateField("case systems joined on", null=True, blank=True)
    premises_on = models.DateField("under one roof on", null=True, blank=True)
    sharing_on = models.DateField("data-sharing agreed on", null=True, blank=True)
    measures = models.JSONField("measures to watch around it", default=list, blank=True)
    reviewed = models.TextField("what its review found", blank=True)

    class Meta:
        ordering = ["service"]

    def __str__(self) -> str:
        return self.service

    def get_absolute_url(self) -> str:
        """The page of services and posts."""
        return reverse("plan-capacity")


class Function(models.TextChoices):
    """What improvement needs beside social work (Sefton's commissioner, 2022, paragraph 2.10)."""

    QUALITY = "quality", "Quality assurance"
    PERFORMANCE = "performance", "Performance management"
    PROJECTS = "projects", "Project management"
    SUPPORT = "support", "Business support"
    COMMISSIONING = "commissioning", "Commissioning"


class SpecialistPosts(Kept):
    """Posts of one function from a day on, in full-time equivalents."""

    function = models.CharField("function", max_length=20, choices=Function.choices)
    since = models.DateField("from")
    required = models.DecimalField("posts needed", max_digits=5, decimal_places=1)
    funded = models.DecimalField("posts funded", max_digits=5, decimal_places=1)
    filled = models.DecimalField("posts filled for good", max_digits=5, decimal_places=1)
    interim = models.DecimalField(
        "posts filled by interims", max_digits=5, decimal_places=1, default=0
    )
    interim_until = models.DateField("interims leave on", null=True, blank=True)
    note = models.TextField("what the gap does to its work", blank=True)

    class Meta:
        ordering = ["function", "since"]
        constraints = [
            models.UniqueConstraint(fields=["function", "since"], name="one_count_a_function")
        ]

    def __str__(self) -> str:
        return f"{Function(self.function).label}, from {self.since}"

    def clean(self) -> None:
        """An interim is filled until a day; no more are filled than funded."""
        super().clean()
        if self.interim and self.interim_until is None:
            raise ValidationError({"interim_until": "Enter the day on which the interims leave"})

    def get_absolute_url(self) -> str:
        """The page of services and posts."""
        return reverse("plan-capacity")
