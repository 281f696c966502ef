"""The workbooks that were taken into the plan. Only added to."""

from django.conf import settings
from django.db import models

from sightline.governance.models.added_only import AddedOnly, AddedOnlyRows
from sightline.plan.models.plan import Plan


class SheetTaken(AddedOnly):
    """A workbook whose rows were stored: what was read of it, and what its columns mean.

    `layouts` are plan.sheets.layouts', one a sheet; `counts` are numbers of rows by what came of
    them.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="sheets")
    file = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    layouts = models.JSONField()
    counts = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = AddedOnlyRows["SheetTaken"].as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.file
