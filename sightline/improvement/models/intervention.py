"""How an authority's services were run while they were inadequate: no report says it reliably."""

from django.db import models

from sightline.improvement.models.kept import Kept


class WayOfRunning(models.TextChoices):
    """Who ran the services, and with whom."""

    RETAINED = "retained", "Kept by the council"
    COMMISSIONER = "commissioner", "Kept by the council, with a commissioner"
    PARTNER = "partner", "Kept by the council, with an improvement partner"
    TRUST = "trust", "Given to a trust"
    UNKNOWN = "unknown", "Not known"


class Intervention(Kept):
    """What a person enters of one time at "inadequate", and where that stands. The newest holds.

    `began` is the day on which the report that judged it inadequate was published.
    """

    authority = models.CharField(max_length=200)
    began = models.DateField()
    way = models.CharField(max_length=20, choices=WayOfRunning.choices)
    source = models.CharField(max_length=300, help_text="Where it stands, such as a direction.")

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["authority", "began"])]

    def __str__(self) -> str:
        return f"{self.authority}, {self.began}: {WayOfRunning(self.way).label}"
