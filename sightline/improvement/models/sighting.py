"""That a finding had been said before."""

from django.db import models

from sightline.improvement.models.finding import Finding


class Sighting(models.Model):
    """An earlier finding of the same authority that says what `later` says, as `letters.compare`
    has it. Worked out again for all the authority's reviews whenever one is added."""

    later = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="earlier_sightings")
    earlier = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="later_sightings")
    score = models.FloatField(help_text="How alike the words are, 0 to 1.")

    class Meta:
        ordering = ["later", "-score"]
        constraints = [
            models.UniqueConstraint(fields=["later", "earlier"], name="sighting_once_a_pair")
        ]

    def __str__(self) -> str:
        return f"{self.later.name} was said before ({self.score:.2f})"
