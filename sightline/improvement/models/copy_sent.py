"""That a draft or final letter was given to somebody."""

from django.conf import settings
from django.db import models

from sightline.improvement.models.review import Review


class CopySent(models.Model):
    """Who was given which form of a review, and when; a row is added and never changed."""

    class Form(models.TextChoices):
        """The draft, before it is final; or the final letter or report."""

        DRAFT = "draft", "Draft"
        FINAL = "final", "Final"

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="copies")
    form = models.CharField(max_length=10, choices=Form.choices)
    to = models.CharField(max_length=200, help_text="A person, a post or a body.")
    on = models.DateField()
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["review", "on", "pk"]

    def __str__(self) -> str:
        return f"{self.form_title} to {self.to}"

    @property
    def form_title(self) -> str:
        """ "Draft"."""
        return str(self.Form(self.form).label)
