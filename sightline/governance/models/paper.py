"""A paper for a meeting."""

from pathlib import Path

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models

from sightline.governance.models.kept import Kept, KeptRows
from sightline.governance.models.meeting import Meeting


class Source(models.TextChoices):
    """Whose account a paper is."""

    OFFICER = "officer", "Officers"
    INSPECTOR = "inspector", "Inspectors or other independent people"
    CHILDREN = "children", "Children, young people or families"
    FRONTLINE = "frontline", "Frontline staff"
    PARTNER = "partner", "Partner agencies"
    DATA = "data", "Figures with their source"


class Paper(Kept):
    """What was read, whose account it is, and when it was received: a file, or where it lies.

    `pack` is the number of the issued pack whose figures it holds, where it is one.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="papers")
    title = models.CharField(max_length=300)
    source = models.CharField("whose account it is", max_length=20, choices=Source.choices)
    received_on = models.DateField(null=True, blank=True)
    pages = models.PositiveSmallIntegerField("how many pages", null=True, blank=True)
    pack = models.PositiveBigIntegerField("issued pack that it is", null=True, blank=True)
    link = models.CharField(
        max_length=500, blank=True, validators=[URLValidator(["https", "http"])]
    )
    file = models.CharField(max_length=300, blank=True, editable=False)
    file_name = models.CharField(max_length=255, blank=True, editable=False)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["meeting", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return Path(settings.DATA) / self.file

    def get_absolute_url(self) -> str:
        """The page of the meeting."""
        return self.meeting.get_absolute_url()
