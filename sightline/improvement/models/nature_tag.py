"""Who said that a finding is about process, practice or a child's experience, and why."""

from django.db import models

from sightline.improvement.models.finding import Finding
from sightline.improvement.models.kept import Kept
from sightline.improvement.models.nature import Nature


class NatureTag(Kept):
    """One person's word on a finding; another person's row of the same nature agrees to it."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="nature_tags")
    nature = models.CharField(max_length=20, choices=Nature.choices)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """ "Imogen Larkspur called it practice: it is about how plans are written"."""
        why = f": {self.why}" if self.why else ""
        return f"{self.by.shown_name} called it {str(Nature(self.nature).label).lower()}{why}"
