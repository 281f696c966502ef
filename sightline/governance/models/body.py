"""A board, committee or partnership that oversees children's services."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from sightline.governance.models.kept import Kept, KeptRows


class BodyKind(models.TextChoices):
    """What sort of body it is, from the elected council outward."""

    COUNCIL = "council", "Council or cabinet"
    SCRUTINY = "scrutiny", "Scrutiny committee"
    CORPORATE_PARENTING = "corporate_parenting", "Corporate parenting board"
    IMPROVEMENT = "improvement", "Improvement board"
    SAFEGUARDING = "safeguarding", "Safeguarding partnership"
    PARTNERSHIP = "partnership", "Other partnership"
    MANAGEMENT = "management", "Board of officers"


class Body(Kept):
    """Who meets, about what, how often, and to whom they report.

    `themes` are ids of letters.themes that it oversees, `leads` those of them on which it is the
    lead; `areas` are areas of the catalogue of measures.
    """

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=30, choices=BodyKind.choices)
    chair = models.CharField(max_length=200, blank=True)
    remit = models.TextField("terms of reference")
    agreed_on = models.DateField("terms agreed on", null=True, blank=True)
    review_by = models.DateField("terms to be looked at again by", null=True, blank=True)
    every_weeks = models.PositiveSmallIntegerField("weeks from one meeting to the next")
    papers_days = models.PositiveSmallIntegerField("papers due, working days before", default=5)
    quorum = models.PositiveSmallIntegerField(null=True, blank=True)
    reports_to = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="reported_by"
    )
    agreed_pages = models.PositiveSmallIntegerField(
        "pages of papers it agreed to read for a meeting", null=True, blank=True
    )
    agreed_items = models.PositiveSmallIntegerField(
        "items it agreed to take at a meeting", null=True, blank=True
    )
    look_within = models.PositiveSmallIntegerField(
        "months within which somebody independent looks at each theme", default=12
    )
    themes = models.JSONField("themes it oversees", default=list, blank=True)
    leads = models.JSONField("themes it leads on", default=list, blank=True)
    areas = models.JSONField("areas of measures", default=list, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def stands(self, on: date) -> bool:
        """Whether it has not ended by that day."""
        return self.ended_on is None or self.ended_on > on

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("board", args=[self.pk])

    def clean(self) -> None:
        """A body reports to another than itself."""
        super().clean()
        if self.pk is not None and self.reports_to_id == self.pk:
            raise ValidationError({"reports_to": "A body cannot report to itself"})
