"""Elections of councillors: why committees do not meet, and when seats change hands."""

from django.core.exceptions import ValidationError
from django.db import models

from sightline.governance.models.kept import Kept, KeptRows


class Election(Kept):
    """An election: the first day of the restraint before it, and the day of the poll."""

    title = models.CharField(max_length=200)
    quiet_from = models.DateField("first day of the period before it")
    polling_on = models.DateField("day of the poll")

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["-polling_on"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """The restraint begins before the poll."""
        super().clean()
        if self.quiet_from and self.polling_on and self.polling_on <= self.quiet_from:
            raise ValidationError({"polling_on": "The poll is after the period before it begins"})
