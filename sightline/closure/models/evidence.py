"""What shows that an action is done."""

from pathlib import Path

from django.conf import settings
from django.db import models

from sightline.improvement.models import Action
from sightline.improvement.models.kept import Kept


class EvidenceKind(models.TextChoices):
    """What sort of thing it is."""

    DOCUMENT = "document", "A document"
    FIGURE = "figure", "A figure, as it stood that day"
    REREAD = "reread", "Children’s records read again"
    FEEDBACK = "feedback", "What children, families or staff say"


class Evidence(Kept):
    """One piece of evidence. Only added to: what no longer holds is answered by newer evidence.

    `dated` is the day of which it tells. A figure is frozen as it was known then: `measure`,
    `figure` (as it was read) and `figure_as_at`. Of records read again only numbers are kept:
    `bearing_out` of `reread`.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=20, choices=EvidenceKind.choices)
    words = models.TextField("what it shows")
    dated = models.DateField("the day of which it tells")
    file = models.CharField(max_length=300, blank=True)
    file_name = models.CharField(max_length=255, blank=True)
    measure = models.CharField(max_length=100, blank=True)
    figure = models.CharField(max_length=60, blank=True)
    figure_as_at = models.DateField(null=True, blank=True)
    reread = models.PositiveIntegerField("records read again", null=True, blank=True)
    bearing_out = models.PositiveIntegerField("of them bearing it out", null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return f"{EvidenceKind(self.kind).label}: {self.words}"

    @property
    def kind_title(self) -> str:
        """ "Children’s records read again"."""
        return str(EvidenceKind(self.kind).label)

    @property
    def path(self) -> Path:
        """Where its document lies."""
        return Path(settings.DATA) / self.file
