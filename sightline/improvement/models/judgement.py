"""A grade that a review gave."""

from django.db import models

from sightline.improvement.models.review import Review


class Judgement(models.Model):
    """One judgement in the words of the report, and its grade."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="judgements")
    order = models.PositiveIntegerField()
    judgement = models.CharField(max_length=500)
    grade = models.CharField(max_length=60)
    page = models.PositiveIntegerField()

    class Meta:
        ordering = ["review", "order"]
        constraints = [
            models.UniqueConstraint(fields=["review", "order"], name="judgement_place_in_review")
        ]

    def __str__(self) -> str:
        return f"{self.judgement}: {self.grade}"
