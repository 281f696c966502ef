"""Visits of those who oversee to those who do the work."""

from django.db import models

from sightline.governance.models.body import Body
from sightline.governance.models.kept import Kept, KeptRows
from sightline.governance.models.matter import Matter


class Visit(Kept):
    """Who went where, whom they spoke with, what they saw and what followed. Names no child."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="visits")
    on = models.DateField("day of the visit")
    who = models.CharField("who went", max_length=300)
    where = models.CharField("which team or place", max_length=300)
    spoke_with = models.CharField("with whom they spoke", max_length=300)
    seen = models.TextField("what they saw and heard")
    followed = models.TextField("what they did with it", blank=True)
    matter = models.ForeignKey(
        Matter,
        on_delete=models.PROTECT,
        related_name="visits",
        null=True,
        blank=True,
        verbose_name="question that came from it",
    )

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"Visit to {self.where}"
