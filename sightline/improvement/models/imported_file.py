"""One file of an import, and what came of it."""

from django.db import models

from sightline.improvement.models.letter_import import LetterImport
from sightline.improvement.models.review import Review


class Outcome(models.TextChoices):
    """What came of a file."""

    READ = "read", "Read"
    THERE = "there", "Already there"
    REFUSED = "refused", "Refused"


class ImportedFile(models.Model):
    """The outcome of one file; `said` is why it was refused."""

    of = models.ForeignKey(LetterImport, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    said = models.TextField(blank=True)
    review = models.ForeignKey(Review, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["of", "pk"]

    def __str__(self) -> str:
        return f"{self.name}: {self.outcome_title}"

    @property
    def outcome_title(self) -> str:
        """ "Already there"."""
        return str(Outcome(self.outcome).label)
