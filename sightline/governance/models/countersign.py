"""What a partner says of its own figures before they are issued."""

from django.conf import settings
from django.db import models

from sightline.governance.models.added_only import AddedOnly, AddedOnlyRows


class Countersign(AddedOnly):
    """The partner's word on its figures as they stood: right, or what is wrong with them.

    `figures` are {what: value} as read. `said_by` is the person of the partner; `by` who wrote it
    down here.
    """

    organisation = models.CharField(max_length=200)
    figures = models.JSONField()
    agreed = models.BooleanField()
    words = models.TextField(blank=True)
    said_by = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = AddedOnlyRows["Countersign"].as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["organisation"])]

    def __str__(self) -> str:
        said = "countersigned" if self.agreed else "says that its figures are wrong"
        return f"{self.said_by}, for {self.organisation}, {said}"
