"""The evidence on which the mark of a repeat finding may be cleared."""

from django.conf import settings
from django.db import models

from sightline.improvement.models.finding import Finding


class Assurance(models.Model):
    """Evidence that one person offers; it counts once another has looked at it and agreed."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="assurances")
    evidence = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    agreed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agreed_by=None) | ~models.Q(agreed_by=models.F("by")),
                name="assurance_agreed_by_another",
            )
        ]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """ "Imogen Larkspur offered evidence; Dilys Marrow agreed: forty records read again"."""
        agreed = f"; {self.agreed_by.shown_name} agreed" if self.agreed_by else ""
        return f"{self.by.shown_name} offered evidence{agreed}: {self.evidence}"
