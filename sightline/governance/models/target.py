"""What a board wants reached by when: its targets and criteria."""

from django.core.exceptions import ValidationError
from django.db import models

from sightline.governance.models.body import Body
from sightline.governance.models.kept import Kept, KeptRows


class Way(models.TextChoices):
    """Which side of the number is meant."""

    AT_LEAST = "at_least", "At least"
    AT_MOST = "at_most", "At most"


class Target(Kept):
    """One target or criterion of one board.

    `measure` is an id of the catalogue and `number` the value to reach as the measure is written
    (80 for 80%); a criterion that no measure tells has neither, and `judged_by` says who judges.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="targets")
    words = models.TextField("what is to be reached")
    measure = models.CharField("measure that tells it", max_length=80, blank=True)
    way = models.CharField(max_length=20, choices=Way.choices, blank=True)
    number = models.DecimalField(
        "the number to reach", max_digits=9, decimal_places=1, null=True, blank=True
    )
    judged_by = models.CharField(
        "who judges it, where no measure tells", max_length=300, blank=True
    )
    by_when = models.DateField("by when")
    met_on = models.DateField("judged to be met on", null=True, blank=True)
    dropped_on = models.DateField("given up on", null=True, blank=True)
    why_dropped = models.CharField("why it was given up", max_length=500, blank=True)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["body", "by_when", "pk"]

    def __str__(self) -> str:
        return self.words[:80]

    def get_absolute_url(self) -> str:
        """The page of the board."""
        return self.body.get_absolute_url()

    def clean(self) -> None:
        """It can be told whether it is reached, and by whom; what is given up has a reason."""
        super().clean()
        if self.measure and (self.number is None or not self.way):
            raise ValidationError({"number": "Say which number the measure is to reach"})
        if not self.measure and not self.judged_by:
            raise ValidationError({"measure": "Choose a measure, or say below who judges it"})
        if self.dropped_on and not self.why_dropped:
            raise ValidationError({"why_dropped": "Say why it was given up"})
