"""Support for improvement from outside."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models

from sightline.governance.models.kept import Kept, KeptRows


class SupportKind(models.TextChoices):
    """Who supports."""

    PARTNER = "partner", "Partner authority"
    SECTOR = "sector", "Sector-led improvement partner"
    ADVISER = "adviser", "Adviser appointed by government"
    ASSOCIATION = "association", "Association of councils or of directors"
    CONSULTANT = "consultant", "Consultant"


class Support(Kept):
    """Who supports what, from when to when, at whose cost, and to what effect."""

    provider = models.CharField("who supports", max_length=200)
    kind = models.CharField(max_length=20, choices=SupportKind.choices)
    purpose = models.TextField("what for")
    themes = models.JSONField("themes it supports", default=list, blank=True)
    since = models.DateField("from")
    until = models.DateField("to", null=True, blank=True)
    days = models.PositiveSmallIntegerField("days of support", null=True, blank=True)
    pounds = models.PositiveIntegerField("cost in pounds", default=0)
    paid_by = models.CharField("who pays", max_length=200, blank=True)
    staff_days = models.PositiveSmallIntegerField(
        "days that it takes of the council’s own staff", null=True, blank=True
    )
    deliverables = models.TextField("what is to be delivered", blank=True)
    effect = models.TextField("evidence of effect", blank=True)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["-since", "provider"]

    def __str__(self) -> str:
        return self.provider

    def runs(self, on: date) -> bool:
        """Whether it is given on that day."""
        return self.since <= on and (self.until is None or on <= self.until)

    def clean(self) -> None:
        """Ends no earlier than it begins; what costs is paid by somebody."""
        super().clean()
        if self.since and self.until and self.until < self.since:
            raise ValidationError({"until": "The last day is before the first"})
        if self.pounds and not self.paid_by:
            raise ValidationError({"paid_by": "Say who pays"})
