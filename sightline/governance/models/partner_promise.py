"""What an organisation undertook towards children's services."""

from django.db import models

from sightline.governance.models.kept import Kept, KeptRows


class PromiseKind(models.TextChoices):
    """What was undertaken."""

    COMMITMENT = "commitment", "Commitment"
    DATA = "data", "Data to be supplied"


class PartnerPromise(Kept):
    """One commitment, or one delivery of data: due on a day, and kept on another or not yet."""

    organisation = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=PromiseKind.choices)
    words = models.TextField("what was promised")
    agreed_on = models.DateField("promised on")
    due = models.DateField("due on")
    kept_on = models.DateField("kept on", null=True, blank=True)
    note = models.TextField("if it is not kept: why, in the partner’s words", blank=True)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["organisation", "due", "pk"]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.words[:80]}"
