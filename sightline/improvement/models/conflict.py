"""The facts that a document states, and which of competing ones a person uses."""

from django.db import models

from sightline.improvement.models.kept import Kept
from sightline.improvement.models.review import Review


class ReviewFacts(models.Model):
    """The facts that one document states, as they were read from it."""

    review = models.OneToOneField(Review, on_delete=models.CASCADE, related_name="facts")
    found = models.JSONField(help_text="As `improvement.conflicting` writes them.")
    known = models.JSONField(default=list, help_text="The authorities known when it was read.")

    def __str__(self) -> str:
        return f"Facts of {self.review}"


class ConflictDecision(Kept):
    """Which value is used, and why. Rows are only added; the newest of a conflict holds."""

    key = models.CharField(max_length=32, db_index=True, help_text="Conflict.key")
    used = models.CharField(max_length=300)
    why = models.TextField()

    class Meta:
        ordering = ["key", "pk"]

    def __str__(self) -> str:
        return f"{self.by.shown_name} uses {self.used}: {self.why}"
