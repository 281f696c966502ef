"""Versions of the plan, who signed them, and where it was published. Only added to."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from sightline.governance.models.added_only import AddedOnly, AddedOnlyRows
from sightline.plan.models.plan import Plan


class PlanVersion(AddedOnly):
    """The whole plan as it stood when it was taken down; `content` is plan.freezing's."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    note = models.TextField("what this version is")
    in_progress = models.BooleanField("still being worked on", default=False)
    content = models.JSONField()

    objects = AddedOnlyRows["PlanVersion"].as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="one_version_a_number")
        ]

    def __str__(self) -> str:
        return f"Version {self.number}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("plan-version", args=[self.pk])


class SignOff(AddedOnly):
    """Who signed a version, for which body, on which day."""

    of_version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="signed")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    body = models.CharField("for whom", max_length=200)
    note = models.TextField("with what condition", blank=True)

    objects = AddedOnlyRows["SignOff"].as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["of_version", "body"], name="signed_once_a_body")
        ]

    def __str__(self) -> str:
        return f"{self.of_version}, for {self.body}"


class Publication(AddedOnly):
    """That a version's vision was published, where and for whom."""

    of_version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="published")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    on = models.DateField("published on")
    audience = models.CharField("for whom", max_length=200)
    where = models.CharField("where", max_length=300)

    objects = AddedOnlyRows["Publication"].as_manager()

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.of_version}, for {self.audience}"
